use std::ops::Range;

use minijinja::machinery::ast;

use super::compile::{Compiled, Compiler, fail};
use super::fault::{FormulaError, FormulaFault};
use super::names::{FILTERS, nearest};
use super::operand::{Operand, kind_of_answer, words};
use crate::domain::{Decimal, Filter, Formula, FormulaKind, Identifier, Kind, Measure};

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
        let FormulaKind::List(element) = &operand.kind else {
            return fail(at, FormulaFault::NotForKind { name: name.to_owned(), kind: words(&operand.kind) });
        };
        if matches!(name, "missing" | "who" | "at_most" | "at_least" | "at_best") {
            return self.organisations_filter(name, &operand, argument, at);
        }
        let element = (**element).clone();
        let numeric = matches!(element, FormulaKind::Number(_));
        let (compiled, kind) = match (name, argument) {
            ("length", _) => (Filter::Length, FormulaKind::Number(Measure::Plain)),
            ("unique", _) => (Filter::Unique, operand.kind.clone()),
            ("sum", _) if numeric => (Filter::Sum, element),
            ("min", _) if numeric => (Filter::Smallest, element),
            ("max", _) if numeric => (Filter::Largest, element),
            ("count", Some(argument)) => {
                let element = Operand::new(Formula::Flag(false), element);
                self.check_pair(&element, &argument, at)?;
                (Filter::Count(Box::new(argument.formula)), FormulaKind::Number(Measure::Plain))
            }
            ("without", Some(argument)) => {
                self.check_lists(&operand, &argument, at)?;
                (Filter::Without(Box::new(argument.formula)), operand.kind.clone())
            }
            (
                "often",
                Some(Operand { formula: Formula::Number(times) | Formula::Threshold { value: times, .. }, .. }),
            ) => (Filter::Often(times), operand.kind.clone()),
            ("field", Some(argument)) => {
                let (field, kind) = self.field_of("field", &element, &argument.formula, at)?;
                (Filter::Field(field), FormulaKind::List(Box::new(kind)))
            }
            ("lasting", Some(argument)) => match self.field_of("lasting", &element, &argument.formula, at.clone())? {
                (field, FormulaKind::Flag) => (Filter::Lasting(field), operand.kind.clone()),
                (_, kind) => {
                    return fail(at, FormulaFault::NotForKind { name: "lasting".to_owned(), kind: words(&kind) });
                }
            },
            _ => {
                let kind = if numeric { "deze rij" } else { "een rij zonder getallen" };
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

    /// One list can be taken from another when both hold things of one kind.
    fn check_lists(&self, list: &Operand, other: &Operand, at: Range<usize>) -> Result<(), FormulaError> {
        let item = |list: &Operand| match &list.kind {
            FormulaKind::List(item) => Some(Operand::new(Formula::Flag(false), (**item).clone())),
            _ => None,
        };
        match (item(list), item(other)) {
            (Some(one), Some(other)) => self.check_pair(&one, &other, at),
            _ => fail(at, FormulaFault::NotForKind { name: "without".to_owned(), kind: words(&other.kind) }),
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
        let FormulaKind::List(element) = &operand.kind else {
            return fail(at, FormulaFault::NotForKind { name: "where".to_owned(), kind: words(&operand.kind) });
        };
        let (field, kind) = self.field_of("where", element, &self.expression(name)?.formula, at.clone())?;
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

    fn organisations_filter(
        &self,
        name: &str,
        operand: &Operand,
        argument: Option<Operand>,
        at: Range<usize>,
    ) -> Compiled {
        if !self.is_row_of_answers(operand) {
            return fail(at, FormulaFault::NotPerOrganisation { name: name.to_owned() });
        }
        let FormulaKind::List(element) = &operand.kind else { return fail(at, FormulaFault::NotSupported) };
        let bounded: fn(Decimal) -> Filter = if name == "at_most" { Filter::AtMost } else { Filter::AtLeast };
        let filter = match (name, argument) {
            ("at_best", None) if matches!(**element, FormulaKind::Number(_)) => {
                let kind = (**element).clone();
                return Ok(Operand::new(Formula::Filter(Filter::AtBest, Box::new(operand.formula.clone())), kind));
            }
            ("missing", None) => Filter::Missing,
            ("who", Some(argument)) => {
                // Of an answer that is itself a row, `who` asks for one of its items.
                let item = match &**element {
                    FormulaKind::List(item) => (**item).clone(),
                    single => single.clone(),
                };
                self.check_pair(&Operand::new(Formula::Flag(false), item), &argument, at)?;
                Filter::Who(Box::new(argument.formula))
            }
            (_, Some(Operand { formula: Formula::Number(bound) | Formula::Threshold { value: bound, .. }, .. }))
                if matches!(**element, FormulaKind::Number(_)) =>
            {
                bounded(bound)
            }
            _ => return fail(at, FormulaFault::NotForKind { name: name.to_owned(), kind: words(element) }),
        };
        Ok(Operand::list(Formula::Filter(filter, Box::new(operand.formula.clone())), FormulaKind::Organisation))
    }
}
