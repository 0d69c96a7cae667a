use super::group::Group;
use crate::domain::{Decimal, Kind};

/// How far numbers lie apart, in the unit of their question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    pub lowest: Decimal,
    /// The two in the middle, which are one when an odd number speaks.
    pub middle: (Decimal, Decimal),
    pub highest: Decimal,
    pub total: Decimal,
}

impl Spread {
    /// Of the numbers that the kopgroep gave; nothing for another kind of question, or when nobody gave one.
    pub(super) fn of(kind: &Kind, groups: &[Group]) -> Option<Spread> {
        let counted =
            matches!(kind, Kind::Scale { .. } | Kind::Number { .. } | Kind::Hours { .. } | Kind::Amount { .. });
        let numbers = numbers(groups);
        if !counted || numbers.is_empty() {
            return None;
        }
        Some(Spread {
            lowest: numbers[0],
            middle: (numbers[(numbers.len() - 1) / 2], numbers[numbers.len() / 2]),
            highest: numbers[numbers.len() - 1],
            total: numbers.iter().fold(Decimal::ZERO, |total, number| total.plus(*number)),
        })
    }
}

/// The number of each organisation that counts, from low to high.
pub(super) fn numbers(groups: &[Group]) -> Vec<Decimal> {
    let of = |group: &Group| group.value.as_number().map(|number| std::iter::repeat_n(number, group.count));
    let mut numbers: Vec<Decimal> = groups.iter().filter_map(of).flatten().collect();
    numbers.sort_unstable();
    numbers
}
