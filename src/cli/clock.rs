#![expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]

use std::env;

use chrono::{DateTime, FixedOffset, Local, NaiveDate, Timelike};

use super::failure::Failure;

/// The moment now, in whole seconds, in the time zone of this machine. `REGIO_VANDAAG` (2026-11-24) sets the day, for
/// tests; the time is then noon.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    fixed: Option<DateTime<FixedOffset>>,
}

impl Clock {
    pub fn new() -> Result<Clock, Failure> {
        let Some(given) = env::var_os("REGIO_VANDAAG") else { return Ok(Clock { fixed: None }) };
        let fixed = given.to_str().and_then(noon);
        let failure =
            || Failure::wrong_use("REGIO_VANDAAG is geen datum").tip("schrijf hem als 2026-11-24, of haal hem weg");
        Ok(Clock { fixed: Some(fixed.ok_or_else(failure)?) })
    }

    pub fn now(self) -> DateTime<FixedOffset> {
        self.fixed.unwrap_or_else(|| {
            let now = Local::now().fixed_offset();
            now.with_nanosecond(0).unwrap_or(now)
        })
    }

    pub fn today(self) -> NaiveDate {
        self.now().date_naive()
    }
}

fn noon(day: &str) -> Option<DateTime<FixedOffset>> {
    let noon = day.parse::<NaiveDate>().ok()?.and_hms_opt(12, 0, 0)?;
    noon.and_local_timezone(FixedOffset::east_opt(3_600)?).single()
}
