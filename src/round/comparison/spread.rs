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

#[cfg(test)]
mod tests {
    use super::super::sample::{groups, project, with_facts};
    use super::*;

    const HOURS: Kind = Kind::Hours { unit: None };
    const NUMBER: Kind = Kind::Number { min: None, max: None, unit: None };

    /// The lowest, the middle and the highest, and all together.
    fn spread(kind: &Kind, said: &[(i64, usize)]) -> Option<(String, Option<String>)> {
        let said: Vec<(Value, usize)> = said.iter().map(|(number, count)| (Value::integer(*number), *count)).collect();
        with_facts(&project(), |_, facts| {
            let spread = Spread::of(kind, &groups(&said), &Words::new(facts))?;
            Some((format!("{} < {} < {}", spread.lowest, spread.middle, spread.highest), spread.total))
        })
    }

    #[track_caller]
    fn check(kind: &Kind, said: &[(i64, usize)], expected: &str, total: Option<&str>) {
        assert_eq!(spread(kind, said), Some((expected.to_owned(), total.map(str::to_owned))));
    }

    #[test]
    fn only_hours_and_amounts_add_up() {
        check(&HOURS, &[(8, 1), (2, 1), (4, 2)], "2 uur < 4 uur < 8 uur", Some("18 uur"));
        check(&Kind::Amount { unit: None }, &[(2, 1)], "€ 2 < € 2 < € 2", Some("€ 2"));
        check(&NUMBER, &[(2, 1), (4, 1)], "2 < 3 < 4", None);
    }

    /// Between two levels lies none.
    #[test]
    fn the_middle_of_two_levels_is_told_as_both() {
        let scale = Kind::Scale { levels: ["Begint", "Bezig", "Klaar"].map(str::to_owned).to_vec() };
        check(&scale, &[(3, 1), (1, 1)], "1 (Begint) < tussen 1 (Begint) en 3 (Klaar) < 3 (Klaar)", None);
        check(&scale, &[(3, 2), (1, 2), (2, 1)], "1 (Begint) < 2 (Bezig) < 3 (Klaar)", None);
        check(&scale, &[(2, 2)], "2 (Bezig) < 2 (Bezig) < 2 (Bezig)", None);
    }

    #[test]
    fn what_is_no_number_has_none() {
        assert_eq!(spread(&Kind::Text, &[(2, 1)]), None);
        assert_eq!(spread(&HOURS, &[]), None);
    }
}
