use chrono::NaiveDate;

use super::failure::{Failure, Result};
use crate::notation;

/// The date that was typed, or else today.
pub fn or_today(typed: Option<&str>, today: NaiveDate) -> Result<NaiveDate> {
    Ok(optional(typed, today)?.unwrap_or(today))
}

/// A date of the command line, as people type it.
pub fn optional(typed: Option<&str>, today: NaiveDate) -> Result<Option<NaiveDate>> {
    let read = |typed: &str| {
        notation::read_date(typed, today).map_err(|error| Failure::wrong_use(error.message()).tip(error.tip()))
    };
    typed.map(read).transpose()
}

/// Refuses a day that is yet to come, of what has to have been.
pub fn has_been(date: NaiveDate, today: NaiveDate, tip: &str) -> Result<()> {
    if date <= today {
        return Ok(());
    }
    Err(Failure::new(format!("{} is nog niet geweest", notation::date(date))).tip(tip))
}

/// What to say of something that happened on a day that is yet to come.
pub fn to_come(date: NaiveDate, today: NaiveDate) -> Option<String> {
    (date > today).then(|| notation::is_to_come(date))
}
