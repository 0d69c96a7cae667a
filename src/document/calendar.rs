use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

/// Things with a date, for somebody's calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    pub name: String,
    pub entries: Vec<Entry>,
}

/// One thing on a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Stays the same when the date changes, so that a calendar knows it again.
    pub uid: String,
    /// How often it has changed: a calendar keeps the highest.
    pub sequence: usize,
    /// When it was said last.
    pub changed: DateTime<FixedOffset>,
    pub title: String,
    pub day: NaiveDate,
    /// From when to when, in the time of the Netherlands; nothing for a whole day.
    pub hours: Option<(NaiveTime, NaiveTime)>,
    pub place: Option<String>,
    pub description: String,
    pub presence: Presence,
    /// The TLP label, as FIRST writes it.
    pub label: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// One has to be there: it takes up time, and an alarm goes a day before.
    Meeting,
    /// A day to know of.
    Reminder,
    /// It does not go on: a calendar that holds it takes it off.
    Cancelled,
}
