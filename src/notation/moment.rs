use chrono::{DateTime, FixedOffset, Timelike};

use super::date::date;

/// `23 november 2026, 20:15`, in the time zone in which it was noted.
pub fn moment(moment: DateTime<FixedOffset>) -> String {
    format!("{}, {}:{:02}", date(moment.date_naive()), moment.hour(), moment.minute())
}
