use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use toml::Spanned;
use toml::de::DeValue;
use toml::value::{Date, Datetime, Offset, Time};

use super::fault::Span;
use super::table::Table;
use crate::domain::Decimal;

/// A value of a file with its place.
#[derive(Clone, Copy, Debug)]
pub struct Node<'t>(pub(super) &'t Spanned<DeValue<'t>>);

/// Something that was read, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    pub value: T,
    pub span: Span,
}

impl<'t> Node<'t> {
    pub fn span(self) -> Span {
        self.0.span()
    }

    /// What stands here, in Dutch.
    pub fn kind(self) -> &'static str {
        match self.0.get_ref() {
            DeValue::String(_) => "tekst",
            DeValue::Integer(_) => "een geheel getal",
            DeValue::Float(_) => "een getal met decimalen",
            DeValue::Boolean(_) => "true of false",
            DeValue::Datetime(Datetime { date: Some(_), time: None, .. }) => "een datum",
            DeValue::Datetime(Datetime { date: None, .. }) => "een tijd",
            DeValue::Datetime(_) => "een datum met een tijd",
            DeValue::Array(_) => "een rij",
            DeValue::Table(_) => "een tabel",
        }
    }

    pub fn text(self) -> Option<&'t str> {
        self.0.get_ref().as_str()
    }

    pub fn flag(self) -> Option<bool> {
        self.0.get_ref().as_bool()
    }

    /// A whole number that fits in 64 bits.
    pub fn integer(self) -> Option<i64> {
        let integer = self.0.get_ref().as_integer()?;
        i64::from_str_radix(integer.as_str(), integer.radix()).ok()
    }

    /// A number with at most two decimals.
    pub fn number(self) -> Option<Decimal> {
        match self.0.get_ref() {
            DeValue::Integer(_) => self.integer()?.checked_mul(100).map(Decimal::from_hundredths),
            DeValue::Float(float) => Decimal::parse(float.as_str().trim_start_matches('+')),
            _ => None,
        }
    }

    pub fn is_number(self) -> bool {
        matches!(self.0.get_ref(), DeValue::Integer(_) | DeValue::Float(_))
    }

    /// A date without time.
    pub fn date(self) -> Option<NaiveDate> {
        match self.0.get_ref() {
            DeValue::Datetime(Datetime { date: Some(date), time: None, offset: None }) => to_date(date),
            _ => None,
        }
    }

    /// A date with time and time zone.
    pub fn moment(self) -> Option<DateTime<FixedOffset>> {
        match self.0.get_ref() {
            DeValue::Datetime(Datetime { date: Some(date), time: Some(time), offset: Some(offset) }) => {
                to_date(date)?.and_time(to_time(time)?).and_local_timezone(to_offset(offset)?).single()
            }
            _ => None,
        }
    }

    /// The items of a list.
    pub fn items(self) -> Option<Vec<Node<'t>>> {
        self.0.get_ref().as_array().map(|items| items.iter().map(Node).collect())
    }

    pub fn table(self) -> Option<Table<'t>> {
        self.0.get_ref().as_table().map(|entries| Table { entries, span: Some(self.span()) })
    }
}

fn to_date(date: &Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}

fn to_time(time: &Time) -> Option<NaiveTime> {
    let (second, nanosecond) = (time.second.unwrap_or(0), time.nanosecond.unwrap_or(0));
    NaiveTime::from_hms_nano_opt(time.hour.into(), time.minute.into(), second.into(), nanosecond)
}

fn to_offset(offset: &Offset) -> Option<FixedOffset> {
    match offset {
        Offset::Z => FixedOffset::east_opt(0),
        Offset::Custom { minutes } => FixedOffset::east_opt(i32::from(*minutes) * 60),
    }
}
