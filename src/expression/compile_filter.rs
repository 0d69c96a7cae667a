use std::ops::Range;

use minijinja::machinery::ast;
use minijinja::machinery::ast::Expr;

use super::compile::{Compiled, Compiler, fail};
use super::fault::FormulaFault;
use super::names::{FILTERS, nearest};
use super::operand::{Operand, kind_of_answer, words};
use crate::domain::{Filter, Formula, FormulaKind, Identifier, Kind, Measure};

/// A field with the kind that it yields.
type Typed = (Identifier, FormulaKind);

impl Compiler<'_> {
    pub(super) fn filter(&self, filter: &ast::Filter, at: Range<usize>) -> Compiled {
        let name = filter.name;
        let Some(inner) = &filter.expr else { return fail(at, FormulaFault::NotSupported) };
        if !FILTERS.contains(&name) {
            let near = nearest(name, FILTERS.iter().map(|&filter| filter.to_owned()));
            return fail(at, FormulaFault::UnknownFilter { name: name.to_owned(), near });
        }
        let operand = self.expression(inner)?;
        let given = given(name, &filter.args, at.clone())?;
        if name == "default" {
            return self.default_filter(operand, given[0], at);
        }
        let argument = if given.len() == 1 { Some(self.expression(given[0])?) } else { None };
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
            ("where", ..) => {
                let (field, kind) = self.field_of(name, &item.kind, &self.expression(given[0])?.formula, at.clone())?;
                let value = self.expression(given[1])?;
                if !matches!(value.formula, Formula::Flag(_) | Formula::Text(_) | Formula::Number(_)) {
                    return fail(at, FormulaFault::Arguments { name: name.to_owned(), wanted: 2 });
                }
                self.check_pair(&Operand::new(Formula::NotKnown, kind), &value, at)?;
                (Filter::Where(field, Box::new(value.formula)), operand.kind)
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

    /// The field of a record with this name, and what it yields.
    fn field_of(&self, filter: &str, of: &FormulaKind, name: &Formula, at: Range<usize>) -> Compiled<Typed> {
        let (FormulaKind::Record(question), Formula::Text(name)) = (of, name) else {
            return fail(at, FormulaFault::NotForKind { name: filter.to_owned(), kind: words(of) });
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

    /// `number | default(0)`
    fn default_filter(&self, operand: Operand, given: &Expr, at: Range<usize>) -> Compiled {
        let Formula::Number(number) = self.expression(given)?.formula else {
            return fail(at, FormulaFault::Arguments { name: "default".to_owned(), wanted: 1 });
        };
        if !matches!(operand.kind, FormulaKind::Number(_)) {
            return fail(at, FormulaFault::NotForKind { name: "default".to_owned(), kind: words(&operand.kind) });
        }
        Ok(Operand::new(Formula::Filter(Filter::Default(number), Box::new(operand.formula)), operand.kind))
    }
}

/// What stands between the brackets of a filter: as many values as it takes, and none by name.
fn given<'e>(name: &str, given: &'e [ast::CallArg], at: Range<usize>) -> Compiled<Vec<&'e Expr<'e>>> {
    let wanted = match name {
        "where" => 2,
        "count" | "without" | "often" | "field" | "lasting" | "default" | "who" | "at_most" | "at_least" => 1,
        _ => 0,
    };
    let value = |given: &'e ast::CallArg| if let ast::CallArg::Pos(value) = given { Some(value) } else { None };
    let values: Option<Vec<_>> = given.iter().map(value).collect();
    match values.filter(|values| values.len() == wanted) {
        Some(values) => Ok(values),
        None => fail(at, FormulaFault::Arguments { name: name.to_owned(), wanted }),
    }
}
