use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::decimal::Decimal;
use super::identifier::Identifier;
use super::kind::{Kind, KindName, QUARTER};

/// The value of an answer, in the shape it has in the project file. Which values fit a question is for `Kind::check`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Text, an option's id or an organisation's id.
    Text(String),
    Flag(bool),
    /// A number, level, hours or euros.
    Number(Decimal),
    Date(NaiveDate),
    List(Vec<Value>),
    /// Fields in the order of the question; a field that is not filled in is not there.
    Record(BTreeMap<String, Value>),
}

impl Value {
    /// Whether it names this option or organisation, wherever in it.
    pub fn names(&self, id: &str) -> bool {
        self.has_text(&|text| text == id)
    }

    /// Whether this is true of any text in it.
    pub fn has_text(&self, holds: &dyn Fn(&str) -> bool) -> bool {
        match self {
            Value::Text(text) => holds(text),
            Value::List(items) => items.iter().any(|item| item.has_text(holds)),
            Value::Record(fields) => fields.values().any(|field| field.has_text(holds)),
            _ => false,
        }
    }
}

/// The longest text of one answer, in bytes.
pub const LONGEST_TEXT: usize = 64 * 1024;
/// The most items of one answer.
pub const MOST_ITEMS: usize = 1_000;

/// Why a value does not fit a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// Another shape: the kind that was wanted.
    Shape(KindName),
    Empty,
    TooLong,
    NotAnOption {
        given: String,
        options: Vec<String>,
    },
    NotAnOrganisation(String),
    NotAField {
        given: String,
        fields: Vec<String>,
    },
    Below(Decimal),
    Above(Decimal),
    NotWhole,
    NotInQuarters,
    Negative,
    TooMany(usize),
    /// An option that goes with no other was chosen beside another.
    NotAlone(String),
    Twice(String),
    /// It says that nobody said yes, where others read something by somebody's yes.
    NoConsent(String),
    /// A day that is yet to come, of something that was said.
    YetToCome,
    /// The naming field of a record is not filled in.
    Nameless(String),
}

impl Value {
    pub fn text(text: impl Into<String>) -> Value {
        Value::Text(text.into())
    }

    pub fn integer(whole: i64) -> Value {
        Value::Number(Decimal::from_integer(whole))
    }

    pub fn list_of_each_once(items: impl Iterator<Item = Value>) -> Value {
        let mut kept = Vec::new();
        for item in items {
            if !kept.contains(&item) {
                kept.push(item);
            }
        }
        Value::List(kept)
    }

    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_date(&self) -> Option<NaiveDate> {
        match self {
            Value::Date(date) => Some(*date),
            _ => None,
        }
    }

    pub fn as_number(&self) -> Option<Decimal> {
        match self {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub fn as_record(&self) -> Option<&BTreeMap<String, Value>> {
        match self {
            Value::Record(fields) => Some(fields),
            _ => None,
        }
    }

    /// The items of a list; a single value counts as one item.
    pub fn items(&self) -> &[Value] {
        match self {
            Value::List(items) => items,
            single => std::slice::from_ref(single),
        }
    }
}

impl Kind {
    /// Whether a value may be the answer to a question of this kind. `organisations` holds the ids of the register.
    /// Every prompter and every file goes through this one door.
    pub fn check(&self, value: &Value, organisations: &dyn Fn(&str) -> bool) -> Result<(), Misfit> {
        match (self, value) {
            (Kind::Text | Kind::LongText, Value::Text(text)) => check_text(text),
            (Kind::YesNo, Value::Flag(_)) | (Kind::Date, Value::Date(_)) => Ok(()),
            (Kind::Choice { other, .. }, Value::Text(given)) => self.check_option(*other, given),
            (Kind::Scale { levels }, Value::Number(level)) => {
                check_whole(*level)?;
                let most = i64::try_from(levels.len()).unwrap_or(i64::MAX);
                check_range(*level, Some(1), Some(most))
            }
            (Kind::Number { min, max, .. }, Value::Number(number)) => {
                check_whole(*number)?;
                check_range(*number, *min, *max)
            }
            (Kind::Hours { .. }, Value::Number(hours)) => {
                check_not_negative(*hours)?;
                if hours.hundredths() % QUARTER.hundredths() == 0 { Ok(()) } else { Err(Misfit::NotInQuarters) }
            }
            (Kind::Amount { .. }, Value::Number(amount)) => check_not_negative(*amount),
            (Kind::Organisation { .. }, Value::Text(given)) => check_organisation(given, organisations),
            (Kind::Choices { other, .. }, Value::List(items)) => {
                self.check_items(items, &|given| self.check_option(*other, given))?;
                let mut chosen = items.iter().filter_map(|item| self.option(item.as_text()?));
                let alone = chosen.find(|option| option.alone && items.len() > 1);
                alone.map_or(Ok(()), |option| Err(Misfit::NotAlone(option.label.clone())))
            }
            (Kind::List { .. }, Value::List(items)) => self.check_items(items, &check_text),
            (Kind::Organisations { .. }, Value::List(items)) => {
                self.check_items(items, &|given| check_organisation(given, organisations))
            }
            (Kind::Group { .. }, Value::List(items)) => {
                self.check_count(items)?;
                items.iter().try_for_each(|item| self.check_record(item, organisations))
            }
            _ => Err(Misfit::Shape(self.name())),
        }
    }

    fn check_option(&self, other: bool, given: &str) -> Result<(), Misfit> {
        if self.option(given).is_some() {
            return Ok(());
        }
        if other {
            return check_text(given);
        }
        let options = self.options().iter().map(|option| format!("{} ({})", option.id, option.label)).collect();
        Err(Misfit::NotAnOption { given: given.to_owned(), options })
    }

    fn check_count(&self, items: &[Value]) -> Result<(), Misfit> {
        if items.is_empty() {
            return Err(Misfit::Empty);
        }
        let most = self.at_most().unwrap_or(MOST_ITEMS).min(MOST_ITEMS);
        if items.len() > most { Err(Misfit::TooMany(most)) } else { Ok(()) }
    }

    fn check_items(&self, items: &[Value], check: &dyn Fn(&str) -> Result<(), Misfit>) -> Result<(), Misfit> {
        self.check_count(items)?;
        for (index, item) in items.iter().enumerate() {
            let given = item.as_text().ok_or(Misfit::Shape(self.name()))?;
            check(given)?;
            if items[..index].contains(item) {
                return Err(Misfit::Twice(given.to_owned()));
            }
        }
        Ok(())
    }

    fn check_record(&self, item: &Value, organisations: &dyn Fn(&str) -> bool) -> Result<(), Misfit> {
        let (Kind::Group { fields, .. }, Value::Record(record)) = (self, item) else {
            return Err(Misfit::Shape(self.name()));
        };
        for (name, value) in record {
            let Some(field) = fields.iter().find(|field| field.id.as_str() == name) else {
                let known = fields.iter().map(|field| field.id.to_string()).collect();
                return Err(Misfit::NotAField { given: name.clone(), fields: known });
            };
            field.kind.check(value, organisations)?;
        }
        let unnamed = fields.first().filter(|naming| !record.contains_key(naming.id.as_str()));
        unnamed.map_or(Ok(()), |naming| Err(Misfit::Nameless(naming.label.clone())))
    }
}

fn check_text(text: &str) -> Result<(), Misfit> {
    if text.trim().is_empty() {
        Err(Misfit::Empty)
    } else if text.len() > LONGEST_TEXT {
        Err(Misfit::TooLong)
    } else {
        Ok(())
    }
}

fn check_organisation(given: &str, organisations: &dyn Fn(&str) -> bool) -> Result<(), Misfit> {
    if Identifier::parse(given).is_some() && organisations(given) {
        Ok(())
    } else {
        Err(Misfit::NotAnOrganisation(given.to_owned()))
    }
}

fn check_whole(number: Decimal) -> Result<(), Misfit> {
    number.to_integer().map(|_| ()).ok_or(Misfit::NotWhole)
}

fn check_not_negative(number: Decimal) -> Result<(), Misfit> {
    if number < Decimal::ZERO { Err(Misfit::Negative) } else { Ok(()) }
}

fn check_range(number: Decimal, least: Option<i64>, most: Option<i64>) -> Result<(), Misfit> {
    match (least.map(Decimal::from_integer), most.map(Decimal::from_integer)) {
        (Some(least), _) if number < least => Err(Misfit::Below(least)),
        (_, Some(most)) if number > most => Err(Misfit::Above(most)),
        _ => Ok(()),
    }
}
