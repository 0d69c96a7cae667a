use std::ops::Range;

use minijinja::machinery::ast::Expr;

use super::compile::{Compiled, Compiler, fail, place_of};
use super::fault::{FormulaError, FormulaFault};
use super::names::nearest;
use super::operand::{Operand, words};
use crate::domain::{Comparison, Formula, FormulaKind, FullId, Identifier, OrganisationKind};

impl Compiler<'_> {
    pub(super) fn compare(&self, left: &Expr, comparison: Comparison, right: &Expr) -> Compiled {
        let at = place_of(left).start..place_of(right).end;
        let (one, other) = (self.expression(left)?, self.expression(right)?);
        let ordering = !matches!(comparison, Comparison::Equal | Comparison::Unequal);
        self.check_pair(&one, &other, at.clone())?;
        if ordering && !matches!(one.kind, FormulaKind::Number(_) | FormulaKind::Date) {
            return fail(at, FormulaFault::NotOrdered { kind: words(&one.kind) });
        }
        Ok(Operand::flag(Formula::Compare(Box::new(one.formula), comparison, Box::new(other.formula))))
    }

    /// Two operands can be compared when they are of one kind, or when one is a word that the other may be.
    pub(super) fn check_pair(&self, one: &Operand, other: &Operand, at: Range<usize>) -> Result<(), FormulaError> {
        use FormulaKind as Is;
        match (&one.kind, &other.kind) {
            (Is::Number(_), Is::Number(_))
            | (Is::Text, Is::Text)
            | (Is::Date, Is::Date)
            | (Is::Flag, Is::Flag)
            | (Is::Organisation, Is::Organisation)
            | (Is::OrganisationKind, Is::OrganisationKind) => Ok(()),
            (Is::Option { .. }, Is::Option { .. }) if one.kind == other.kind => Ok(()),
            (Is::Option { question, field }, Is::Text) => {
                self.check_option(question, field.as_ref(), &other.formula, at)
            }
            (Is::Text, Is::Option { question, field }) => self.check_option(question, field.as_ref(), &one.formula, at),
            (Is::OrganisationKind, Is::Text) => check_organisation_kind(&other.formula, at),
            (Is::Text, Is::OrganisationKind) => check_organisation_kind(&one.formula, at),
            (left, right) => fail(at, FormulaFault::NotComparable { left: words(left), right: words(right) }),
        }
    }

    fn check_option(
        &self,
        question: &FullId,
        field: Option<&Identifier>,
        word: &Formula,
        at: Range<usize>,
    ) -> Result<(), FormulaError> {
        let Formula::Text(word) = word else {
            return fail(at, FormulaFault::NotComparable { left: "een keuze", right: "een tekst" });
        };
        let kind = self.names.question(question).map(|named| named.kind);
        let kind = kind.and_then(|kind| match field {
            None => Some(kind),
            Some(field) => kind.fields().iter().find(|known| known.id == *field).map(|field| &field.kind),
        });
        let Some(kind) = kind else { return Ok(()) };
        if kind.option(word).is_some() {
            return Ok(());
        }
        let near = nearest(word, kind.options().iter().map(|option| option.id.to_string()));
        fail(at, FormulaFault::UnknownOption { name: word.clone(), near })
    }

    pub(super) fn contains(&self, item: &Expr, list: &Expr) -> Compiled {
        let at = place_of(item).start..place_of(list).end;
        let (item, list) = (self.expression(item)?, self.expression(list)?);
        let FormulaKind::List(element) = &list.kind else {
            return fail(at, FormulaFault::NotForKind { name: "in".to_owned(), kind: words(&list.kind) });
        };
        let element = Operand::new(Formula::Flag(false), (**element).clone());
        self.check_pair(&element, &item, at)?;
        Ok(Operand::flag(Formula::Contains { item: Box::new(item.formula), list: Box::new(list.formula) }))
    }
}

fn check_organisation_kind(word: &Formula, at: Range<usize>) -> Result<(), FormulaError> {
    let Formula::Text(word) = word else {
        return fail(at, FormulaFault::NotComparable { left: "een soort organisatie", right: "een tekst" });
    };
    if OrganisationKind::parse(word).is_some() {
        return Ok(());
    }
    let near = nearest(word, OrganisationKind::WORDS.iter().map(|&word| word.to_owned()));
    fail(at, FormulaFault::UnknownOption { name: word.clone(), near })
}
