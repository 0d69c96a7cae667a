#![expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]

use std::env;

use chrono::{DateTime, FixedOffset, Local, NaiveDate, NaiveTime, Timelike};

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
        let day = given.to_str().and_then(|day| day.parse::<NaiveDate>().ok());
        let noon = NaiveTime::from_hms_opt(12, 0, 0);
        let zone = FixedOffset::east_opt(3_600);
        let fixed = day
            .zip(noon)
            .zip(zone)
            .and_then(|((day, noon), zone)| day.and_time(noon).and_local_timezone(zone).single());
        match fixed {
            Some(moment) => Ok(Clock { fixed: Some(moment) }),
            None => {
                Err(Failure::wrong_use("REGIO_VANDAAG is geen datum")
                    .tip("schrijf hem als 2026-11-24, of haal hem weg"))
            }
        }
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
