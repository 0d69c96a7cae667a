use std::ops::Range;

use minijinja::machinery::ast::Expr;

use super::compile::{Compiled, Compiler, fail, place_of};
use super::fault::{FormulaError, FormulaFault};
use super::names::nearest;
use super::operand::{Operand, words};
use crate::domain::{Comparison, Formula, FormulaKind, Kind, OrganisationKind, Phase};

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
            (Is::Number(_), Is::Number(_)) => Ok(()),
            (left, right) if left == right && !matches!(left, Is::Record(_) | Is::List(_)) => Ok(()),
            (Is::Option { .. } | Is::OrganisationKind | Is::Phase, Is::Text) => {
                self.check_word(&other.formula, &one.kind, at)
            }
            (Is::Text, Is::Option { .. } | Is::OrganisationKind | Is::Phase) => {
                self.check_word(&one.formula, &other.kind, at)
            }
            (left, right) => fail(at, FormulaFault::NotComparable { left: words(left), right: words(right) }),
        }
    }

    /// A word is compared with an option, a kind of organisation or a phase: then it is written out, and one of those there are.
    fn check_word(&self, word: &Formula, kind: &FormulaKind, at: Range<usize>) -> Result<(), FormulaError> {
        let Formula::Text(word) = word else {
            return fail(at, FormulaFault::NotComparable { left: words(kind), right: "een tekst" });
        };
        let known: Vec<String> = match kind {
            FormulaKind::Option { question, field } => {
                let kind = self.names.question(question).and_then(|named| named.kind.of_field(field.as_ref()));
                kind.map_or(&[][..], Kind::options).iter().map(|option| option.id.to_string()).collect()
            }
            FormulaKind::Phase => Phase::WORDS.iter().map(|&word| word.to_owned()).collect(),
            _ => OrganisationKind::WORDS.iter().map(|&word| word.to_owned()).collect(),
        };
        if known.contains(word) {
            return Ok(());
        }
        fail(at, FormulaFault::UnknownOption { name: word.clone(), near: nearest(word, known.into_iter()) })
    }

    pub(super) fn contains(&self, item: &Expr, list: &Expr) -> Compiled {
        let at = place_of(item).start..place_of(list).end;
        let (item, list) = (self.expression(item)?, self.expression(list)?);
        let Some(element) = list.item() else {
            return fail(at, FormulaFault::NotForKind { name: "in".to_owned(), kind: words(&list.kind) });
        };
        self.check_pair(&element, &item, at)?;
        Ok(Operand::flag(Formula::Contains { item: Box::new(item.formula), list: Box::new(list.formula) }))
    }
}
