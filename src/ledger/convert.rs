//! What was said to an earlier version of a question, in the kind of answer that it takes now.

use chrono::NaiveDate;

use crate::domain::{Kind, Value};
use crate::notation::{answer, read_amount, read_date, read_hours, read_number, read_yes_no};

/// The same answer; nothing when it cannot be said so. A day in words is reckoned from the day on which it was said.
pub fn converted(
    value: &Value,
    kind: &Kind,
    said_on: Option<NaiveDate>,
    knows: &dyn Fn(&str) -> bool,
) -> Option<Value> {
    let now = match (kind, value) {
        (Kind::Date, Value::Text(words)) => Value::Date(read_date(words, said_on?).ok()?),
        (Kind::YesNo, Value::Text(words)) => Value::Flag(read_yes_no(words).ok()?),
        (Kind::Number { .. }, Value::Text(words)) => Value::integer(read_number(words).ok()?),
        (Kind::Hours { .. }, Value::Text(words)) => Value::Number(read_hours(words).ok()?),
        (Kind::Amount { .. }, Value::Text(words)) => Value::Number(read_amount(words).ok()?),
        (Kind::Choices { .. } | Kind::List { .. } | Kind::Organisations { .. }, Value::Text(words)) => {
            let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
            Value::List(lines.map(Value::text).collect())
        }
        (Kind::Choice { .. } | Kind::Organisation { .. }, Value::List(items)) => match items.as_slice() {
            [only] => only.clone(),
            _ => return None,
        },
        (Kind::Text | Kind::LongText, value) => Value::Text(answer(&Kind::LongText, value, &|_| None)),
        _ => return None,
    };
    kind.check(&now, knows).is_ok().then_some(now)
}

/// As much of an answer as fits a question that it was not given to.
pub(super) fn fitting(
    value: &Value,
    kind: &Kind,
    said_on: Option<NaiveDate>,
    knows: &dyn Fn(&str) -> bool,
) -> Option<Value> {
    let fits = |value: &Value| kind.check(value, knows).is_ok();
    if fits(value) {
        return Some(value.clone());
    }
    let own = value.items().iter().filter(|item| fits(&Value::List(vec![(*item).clone()])));
    let part = Value::List(own.cloned().collect());
    if fits(&part) { Some(part) } else { converted(value, kind, said_on, knows) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Choice, Decimal, Identifier, KindName};

    fn options(ids: &[&str]) -> Vec<Choice> {
        let option = |id: &&str| {
            let id = Identifier::parse(id).expect("it is an identifier");
            Choice { label: id.to_string(), id, help: None, consequence: None, alone: false }
        };
        ids.iter().map(option).collect()
    }

    fn kinds() -> Vec<Kind> {
        let (options, item) = (options(&["een", "twee"]), "ding".to_owned());
        vec![
            Kind::Text,
            Kind::LongText,
            Kind::YesNo,
            Kind::Choice { options: options.clone(), other: false },
            Kind::Choices { options, other: false, at_most: None },
            Kind::Scale { levels: vec!["laag".to_owned(), "hoog".to_owned()] },
            Kind::Number { min: None, max: None, unit: None },
            Kind::Hours { unit: None },
            Kind::Amount { unit: None },
            Kind::Date,
            Kind::List { item: item.clone(), at_most: None },
            Kind::Organisation { place: None, place_if: None },
            Kind::Organisations { place: None, at_most: None },
            Kind::Group { item, fields: Vec::new(), at_most: None },
        ]
    }

    /// An answer of one kind that the other can say.
    fn example(earlier: &str, now: &Kind) -> Value {
        match (earlier, now) {
            ("text" | "long_text", Kind::Date) => Value::text("3 maart 2027"),
            ("text" | "long_text", Kind::YesNo) => Value::text("ja"),
            ("text" | "long_text", Kind::List { .. }) => Value::text("het ene\nhet andere"),
            ("text" | "long_text", _) => Value::text("12"),
            ("yes_no", _) => Value::Flag(true),
            ("number" | "hours" | "amount", _) => Value::integer(12),
            ("date", _) => Value::Date(today()),
            ("choices" | "organisations", _) => Value::List(vec![Value::text("een")]),
            ("list", _) => Value::List(vec![Value::text("een"), Value::text("nog een")]),
            _ => Value::text("een"),
        }
    }

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).expect("it is a day")
    }

    #[test]
    fn what_a_kind_takes_over_can_be_said_in_it() {
        let mut tried = 0;
        for now in kinds() {
            for earlier in KindName::WORDS.iter().filter(|earlier| now.takes_over(earlier)) {
                let value = example(earlier, &now);
                let said = converted(&value, &now, Some(today()), &|_| true);
                assert!(said.is_some(), "{earlier} as {}: {value:?}", now.name().word());
                tried += 1;
            }
        }
        assert_eq!(tried, 28);
    }

    #[test]
    fn what_cannot_be_said_so_is_left() {
        let everybody = |_: &str| true;
        for (value, kind) in [
            (Value::text("ergens in het voorjaar"), Kind::Date),
            (Value::text("misschien"), Kind::YesNo),
            (Value::text("een paar"), Kind::Number { min: None, max: None, unit: None }),
            (Value::text("12"), Kind::Number { min: None, max: Some(10), unit: None }),
            (Value::text("drie"), Kind::Choices { options: options(&["een"]), other: false, at_most: None }),
            (
                Value::List(vec![Value::text("een"), Value::text("twee")]),
                Kind::Organisation { place: None, place_if: None },
            ),
            (Value::Number(Decimal::from_hundredths(150)), Kind::Date),
        ] {
            assert_eq!(converted(&value, &kind, Some(today()), &everybody), None, "{value:?}");
        }
        assert_eq!(converted(&Value::text("3 maart"), &Kind::Date, None, &everybody), None, "of no year");
        assert_eq!(
            converted(&Value::text("een"), &Kind::Organisations { place: None, at_most: None }, None, &|_| false),
            None
        );
    }

    #[test]
    fn of_a_row_of_choices_the_ones_that_are_left_fit() {
        let kind = Kind::Choices { options: options(&["een", "twee"]), other: false, at_most: None };
        let chosen = Value::List(vec![Value::text("twee"), Value::text("weg")]);
        assert_eq!(fitting(&chosen, &kind, None, &|_| true), Some(Value::List(vec![Value::text("twee")])));
        assert_eq!(fitting(&Value::List(vec![Value::text("weg")]), &kind, None, &|_| true), None);
    }
}
