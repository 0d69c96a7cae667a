use serde::Serialize;

use super::group::Group;
use crate::domain::{Decimal, Kind, Value};
use crate::expression::Words;

/// How far numbers lie apart, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Spread {
    pub lowest: String,
    pub middle: String,
    pub highest: String,
    /// Of hours and amounts.
    pub total: Option<String>,
}

impl Spread {
    /// Of the numbers that the kopgroep gave; nothing for another kind of question, or when nobody gave one.
    pub(super) fn of(kind: &Kind, groups: &[Group], words: &Words) -> Option<Spread> {
        let adds_up = matches!(kind, Kind::Hours { .. } | Kind::Amount { .. });
        let counted = adds_up || matches!(kind, Kind::Scale { .. } | Kind::Number { .. });
        let numbers = numbers(groups);
        let (lowest, highest) = (*numbers.first().filter(|_| counted)?, *numbers.last()?);
        let said = |number| words.of(kind, &Value::Number(number));
        let total = || numbers.iter().fold(Decimal::ZERO, |total, number| total.plus(*number));
        // The two in the middle are one when an odd number speaks.
        let (lower, upper) = (numbers[(numbers.len() - 1) / 2], numbers[numbers.len() / 2]);
        let middle = match kind {
            Kind::Scale { .. } if lower != upper => format!("tussen {} en {}", said(lower), said(upper)),
            _ => said(Decimal::from_hundredths(lower.hundredths().midpoint(upper.hundredths()))),
        };
        Some(Spread { lowest: said(lowest), middle, highest: said(highest), total: adds_up.then(|| said(total())) })
    }
}

/// The number of each organisation that counts, from low to high.
pub(super) fn numbers(groups: &[Group]) -> Vec<Decimal> {
    let of = |group: &Group| group.value.as_number().map(|number| std::iter::repeat_n(number, group.count));
    let mut numbers: Vec<Decimal> = groups.iter().filter_map(of).flatten().collect();
    numbers.sort_unstable();
    numbers
}
