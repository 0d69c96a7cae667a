use chrono::NaiveDate;

use super::failure::Failure;
use crate::notation;

/// A date of the command line, as people type it.
pub fn optional(typed: Option<&str>, today: NaiveDate) -> Result<Option<NaiveDate>, Failure> {
    let read = |typed: &str| {
        notation::read_date(typed, today).map_err(|error| Failure::wrong_use(error.message()).tip(error.tip()))
    };
    typed.map(read).transpose()
}
