use std::ops::Range;

use super::fault::{FormulaError, FormulaFault};
use crate::domain::{Decimal, Formula, FormulaKind, FullId, Identifier, Kind, Measure};

/// A compiled part of an expression with the kind that it yields.
pub(super) struct Operand {
    pub formula: Formula,
    pub kind: FormulaKind,
}

impl Operand {
    pub fn new(formula: Formula, kind: FormulaKind) -> Operand {
        Operand { formula, kind }
    }

    pub fn list(formula: Formula, item: FormulaKind) -> Operand {
        Operand { formula, kind: FormulaKind::List(Box::new(item)) }
    }

    pub fn flag(formula: Formula) -> Operand {
        Operand { formula, kind: FormulaKind::Flag }
    }

    pub fn number(formula: Formula) -> Operand {
        Operand { formula, kind: FormulaKind::Number(Measure::Plain) }
    }

    /// One thing of a row, whichever it is.
    pub fn item(&self) -> Option<Operand> {
        match &self.kind {
            FormulaKind::List(item) => Some(Operand::new(Formula::NotKnown, (**item).clone())),
            _ => None,
        }
    }

    /// The number that is written there, or that a threshold gives.
    pub fn written_number(&self) -> Option<Decimal> {
        match self.formula {
            Formula::Number(number) | Formula::Threshold { value: number, .. } => Some(number),
            _ => None,
        }
    }

    /// What is true or false.
    pub fn condition(self, at: Range<usize>) -> Result<Formula, FormulaError> {
        match self.kind {
            FormulaKind::Flag => Ok(self.formula),
            kind => Err(FormulaError { span: at, fault: FormulaFault::NotACondition { kind: words(&kind) } }),
        }
    }
}

/// What the answer to a question yields; `field` when the kind is that of one field of a group.
pub(super) fn kind_of_answer(kind: &Kind, question: &FullId, field: Option<&Identifier>) -> FormulaKind {
    let option = || FormulaKind::Option { question: question.clone(), field: field.cloned() };
    let list = |item: FormulaKind| FormulaKind::List(Box::new(item));
    match kind {
        Kind::Text | Kind::LongText => FormulaKind::Text,
        Kind::YesNo => FormulaKind::Flag,
        Kind::Choice { .. } => option(),
        Kind::Choices { .. } => list(option()),
        Kind::Scale { .. } | Kind::Number { .. } => FormulaKind::Number(Measure::Plain),
        Kind::Hours { .. } => FormulaKind::Number(Measure::Hours),
        Kind::Amount { .. } => FormulaKind::Number(Measure::Euros),
        Kind::Date => FormulaKind::Date,
        Kind::List { .. } => list(FormulaKind::Text),
        Kind::Organisation { .. } => FormulaKind::Organisation,
        Kind::Organisations { .. } => list(FormulaKind::Organisation),
        Kind::Group { .. } => list(FormulaKind::Record(question.clone())),
    }
}

/// The kind in Dutch, with its article.
pub(super) fn words(kind: &FormulaKind) -> &'static str {
    match kind {
        FormulaKind::Flag => "een ja of nee",
        FormulaKind::Number(_) => "een getal",
        FormulaKind::Text => "een tekst",
        FormulaKind::Date => "een datum",
        FormulaKind::Option { .. } => "een keuze",
        FormulaKind::Organisation => "een organisatie",
        FormulaKind::OrganisationKind => "een soort organisatie",
        FormulaKind::Phase => "een fase",
        FormulaKind::Record(_) => "een ding uit een groep",
        FormulaKind::List(_) => "een rij",
    }
}
