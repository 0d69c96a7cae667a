use chrono::{DateTime, FixedOffset, Timelike};

use super::count::joined;
use super::date::date;

/// `23 november 2026, 20:15`, in the time zone in which it was noted.
pub fn moment(moment: DateTime<FixedOffset>) -> String {
    format!("{}, {}:{:02}", date(moment.date_naive()), moment.hour(), moment.minute())
}

/// `Fatima, 12 november 2026`: who said something and when, as far as that is known.
pub fn stamp(by: &Option<String>, given: Option<DateTime<FixedOffset>>) -> Option<String> {
    let day = given.map(|given| date(given.date_naive()));
    joined([by.clone(), day].into_iter().flatten(), ", ")
}
