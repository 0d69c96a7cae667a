use std::ops::Range;

use minijinja::machinery::ast;

use super::compile::{Compiled, Compiler, fail};
use super::fault::{FormulaError, FormulaFault};
use super::names::{FILTERS, nearest};
use super::operand::{Operand, kind_of_answer, words};
use crate::domain::{Filter, Formula, FormulaKind, Identifier, Kind, Measure};

impl Compiler<'_> {
    pub(super) fn filter(&self, filter: &ast::Filter, at: Range<usize>) -> Compiled {
        let name = filter.name;
        let Some(inner) = &filter.expr else { return fail(at, FormulaFault::NotSupported) };
        if !FILTERS.contains(&name) {
            let near = nearest(name, FILTERS.iter().map(|&filter| filter.to_owned()));
            return fail(at, FormulaFault::UnknownFilter { name: name.to_owned(), near });
        }
        let operand = self.expression(inner)?;
        if name == "default" {
            return self.default_filter(operand, &filter.args, at);
        }
        if name == "where" {
            return self.where_filter(operand, &filter.args, at);
        }
        let argument = self.argument(name, &filter.args, at.clone())?;
        let Some(item) = operand.item() else {
            return fail(at, FormulaFault::NotForKind { name: name.to_owned(), kind: words(&operand.kind) });
        };
        let is_of_each = matches!(name, "missing" | "who" | "at_most" | "at_least" | "at_best");
        if is_of_each && !self.is_row_of_answers(&operand) {
            return fail(at, FormulaFault::NotPerOrganisation { name: name.to_owned() });
        }
        let numeric = matches!(item.kind, FormulaKind::Number(_));
        let number = argument.as_ref().and_then(Operand::written_number);
        let organisations = || FormulaKind::List(Box::new(FormulaKind::Organisation));
        let (compiled, kind) = match (name, argument, number) {
            ("length", ..) => (Filter::Length, FormulaKind::Number(Measure::Plain)),
            ("unique", ..) => (Filter::Unique, operand.kind),
            ("sum", ..) if numeric => (Filter::Sum, item.kind),
            ("min", ..) if numeric => (Filter::Smallest, item.kind),
            ("max", ..) if numeric => (Filter::Largest, item.kind),
            ("count", Some(argument), _) => {
                self.check_pair(&item, &argument, at)?;
                (Filter::Count(Box::new(argument.formula)), FormulaKind::Number(Measure::Plain))
            }
            ("without", Some(argument), _) => {
                let Some(other) = argument.item() else {
                    return fail(at, FormulaFault::NotForKind { name: name.to_owned(), kind: words(&argument.kind) });
                };
                self.check_pair(&item, &other, at)?;
                (Filter::Without(Box::new(argument.formula)), operand.kind)
            }
            ("often", _, Some(times)) => (Filter::Often(times), operand.kind),
            ("field", Some(argument), _) => {
                let (field, kind) = self.field_of(name, &item.kind, &argument.formula, at)?;
                (Filter::Field(field), FormulaKind::List(Box::new(kind)))
            }
            ("lasting", Some(argument), _) => match self.field_of(name, &item.kind, &argument.formula, at.clone())? {
                (field, FormulaKind::Flag) => (Filter::Lasting(field), operand.kind),
                (_, kind) => return fail(at, FormulaFault::NotForKind { name: name.to_owned(), kind: words(&kind) }),
            },
            ("missing", ..) => (Filter::Missing, organisations()),
            ("who", Some(argument), _) => {
                // Of an answer that is itself a row, `who` asks for one of its items.
                self.check_pair(&item.item().unwrap_or(item), &argument, at)?;
                (Filter::Who(Box::new(argument.formula)), organisations())
            }
            ("at_most", _, Some(most)) if numeric => (Filter::AtMost(most), organisations()),
            ("at_least", _, Some(least)) if numeric => (Filter::AtLeast(least), organisations()),
            ("at_best", ..) if numeric => (Filter::AtBest, item.kind),
            _ => {
                let kind = match is_of_each {
                    true => words(&item.kind),
                    false if numeric => "deze rij",
                    false => "een rij zonder getallen",
                };
                return fail(at, FormulaFault::NotForKind { name: name.to_owned(), kind });
            }
        };
        Ok(Operand::new(Formula::Filter(compiled, Box::new(operand.formula)), kind))
    }

    fn argument(&self, name: &str, given: &[ast::CallArg], at: Range<usize>) -> Result<Option<Operand>, FormulaError> {
        let wanted = usize::from(matches!(
            name,
            "count" | "without" | "often" | "field" | "lasting" | "who" | "at_most" | "at_least"
        ));
        match (wanted, given) {
            (0, []) => Ok(None),
            (1, [ast::CallArg::Pos(argument)]) => self.expression(argument).map(Some),
            _ => fail(at, FormulaFault::Arguments { name: name.to_owned(), wanted }),
        }
    }

    /// The field of a record with this name, and what it yields.
    fn field_of(
        &self,
        filter: &str,
        element: &FormulaKind,
        name: &Formula,
        at: Range<usize>,
    ) -> Result<(Identifier, FormulaKind), FormulaError> {
        let (FormulaKind::Record(question), Formula::Text(name)) = (element, name) else {
            return fail(at, FormulaFault::NotForKind { name: filter.to_owned(), kind: words(element) });
        };
        let fields = self.names.question(question).map(|named| named.kind.fields()).unwrap_or_default();
        let Some(field) = fields.iter().find(|field| field.id.as_str() == name) else {
            let near = nearest(name, fields.iter().map(|field| field.id.to_string()));
            return fail(at, FormulaFault::UnknownField { name: name.clone(), near });
        };
        if matches!(field.kind, Kind::Organisations { .. }) {
            return fail(at, FormulaFault::ListInList);
        }
        Ok((field.id.clone(), kind_of_answer(&field.kind, question, Some(&field.id))))
    }

    /// `row | where('field', value)`
    fn where_filter(&self, operand: Operand, given: &[ast::CallArg], at: Range<usize>) -> Compiled {
        let wrong = || FormulaFault::Arguments { name: "where".to_owned(), wanted: 2 };
        let [ast::CallArg::Pos(name), ast::CallArg::Pos(value)] = given else { return fail(at, wrong()) };
        let Some(item) = operand.item() else {
            return fail(at, FormulaFault::NotForKind { name: "where".to_owned(), kind: words(&operand.kind) });
        };
        let (field, kind) = self.field_of("where", &item.kind, &self.expression(name)?.formula, at.clone())?;
        let value = self.expression(value)?;
        if !matches!(value.formula, Formula::Flag(_) | Formula::Text(_) | Formula::Number(_)) {
            return fail(at, wrong());
        }
        self.check_pair(&Operand::new(Formula::NotKnown, kind), &value, at)?;
        let filter = Filter::Where(field, Box::new(value.formula));
        Ok(Operand::new(Formula::Filter(filter, Box::new(operand.formula)), operand.kind))
    }

    /// `number | default(0)`
    fn default_filter(&self, operand: Operand, given: &[ast::CallArg], at: Range<usize>) -> Compiled {
        let wrong = || FormulaFault::Arguments { name: "default".to_owned(), wanted: 1 };
        let [ast::CallArg::Pos(argument)] = given else { return fail(at, wrong()) };
        let Formula::Number(number) = self.expression(argument)?.formula else { return fail(at, wrong()) };
        if !matches!(operand.kind, FormulaKind::Number(_)) {
            return fail(at, FormulaFault::NotForKind { name: "default".to_owned(), kind: words(&operand.kind) });
        }
        Ok(Operand::new(Formula::Filter(Filter::Default(number), Box::new(operand.formula)), operand.kind))
    }
}
