use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::{Decimal, Value};

/// What a formula yields for one project. Nothing (`None` around it) means: not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Flag(bool),
    Number(Decimal),
    /// A text, or the id of an option, an organisation or a kind of organisation.
    Text(String),
    Date(NaiveDate),
    List(Vec<Outcome>),
    Record(BTreeMap<String, Outcome>),
}

impl Outcome {
    pub fn of(value: &Value) -> Outcome {
        match value {
            Value::Text(text) => Outcome::Text(text.clone()),
            Value::Flag(flag) => Outcome::Flag(*flag),
            Value::Number(number) => Outcome::Number(*number),
            Value::Date(date) => Outcome::Date(*date),
            Value::List(items) => Outcome::List(items.iter().map(Outcome::of).collect()),
            Value::Record(fields) => {
                Outcome::Record(fields.iter().map(|(name, value)| (name.clone(), Outcome::of(value))).collect())
            }
        }
    }

    pub(super) fn flag(&self) -> Option<bool> {
        match self {
            Outcome::Flag(flag) => Some(*flag),
            _ => None,
        }
    }

    pub(super) fn number(&self) -> Option<Decimal> {
        match self {
            Outcome::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn date(&self) -> Option<NaiveDate> {
        match self {
            Outcome::Date(date) => Some(*date),
            _ => None,
        }
    }

    pub(super) fn items(self) -> Option<Vec<Outcome>> {
        match self {
            Outcome::List(items) => Some(items),
            _ => None,
        }
    }
}
