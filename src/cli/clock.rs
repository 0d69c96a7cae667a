#![expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]

use std::env;
use std::time::SystemTime;

use chrono::{DateTime, FixedOffset, Local, NaiveDate, Timelike};

use super::failure::{Failure, Result};

/// The moment now, in whole seconds, in the time zone of this machine. `REGIO_VANDAAG` (2026-11-24) sets the day, for
/// tests; the time is then noon.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    fixed: Option<DateTime<FixedOffset>>,
}

impl Clock {
    pub fn new() -> Result<Clock> {
        let Some(given) = env::var_os("REGIO_VANDAAG") else { return Ok(Clock { fixed: None }) };
        let fixed = given.to_str().and_then(noon);
        let failure =
            || Failure::wrong_use("REGIO_VANDAAG is geen datum").tip("schrijf hem als 2026-11-24, of haal hem weg");
        Ok(Clock { fixed: Some(fixed.ok_or_else(failure)?) })
    }

    pub fn now(self) -> DateTime<FixedOffset> {
        self.fixed.unwrap_or_else(|| moment(SystemTime::now()))
    }

    pub fn today(self) -> NaiveDate {
        self.now().date_naive()
    }
}

/// What chrono itself offers for now ends the program when a clock stands before 1970.
fn moment(system: SystemTime) -> DateTime<FixedOffset> {
    let now = DateTime::<Local>::from(system).fixed_offset();
    now.with_nanosecond(0).unwrap_or(now)
}

fn noon(day: &str) -> Option<DateTime<FixedOffset>> {
    let noon = day.parse::<NaiveDate>().ok()?.and_hms_opt(12, 0, 0)?;
    noon.and_local_timezone(FixedOffset::east_opt(3_600)?).single()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use chrono::Datelike;

    use super::*;

    #[test]
    fn a_clock_may_stand_before_1970_and_far_ahead() {
        let days = |count: u64| Duration::from_secs(count * 86_400);
        assert_eq!(moment(SystemTime::UNIX_EPOCH - days(30)).year(), 1969);
        assert_eq!(moment(SystemTime::UNIX_EPOCH + days(3_000_000)).year(), 10_183);
    }
}
