use chrono::{Days, Months, NaiveDate};

/// A length of time as people say it: three weeks, six months, a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Period {
    Days(u32),
    Months(u32),
}

impl Period {
    /// Reads `10 dagen`, `3 weken`, `6 maanden`, `1 jaar`, up to a hundred years.
    pub fn parse(text: &str) -> Option<Period> {
        let (count, unit) = text.split_once(' ')?;
        let count: u32 = count.parse().ok().filter(|count| (1..=36_500).contains(count))?;
        match unit {
            "dag" | "dagen" => Some(Period::Days(count)),
            "week" | "weken" if count <= 5_200 => Some(Period::Days(count * 7)),
            "maand" | "maanden" if count <= 1_200 => Some(Period::Months(count)),
            "jaar" if count <= 100 => Some(Period::Months(count * 12)),
            _ => None,
        }
    }

    /// The same day of the month where months are counted, or the last one when there is no such day.
    pub fn after(self, date: NaiveDate) -> Option<NaiveDate> {
        match self {
            Period::Days(days) => date.checked_add_days(Days::new(days.into())),
            Period::Months(months) => date.checked_add_months(Months::new(months)),
        }
    }

    /// As long before a day as `after` lies behind it.
    pub fn before(self, date: NaiveDate) -> Option<NaiveDate> {
        match self {
            Period::Days(days) => date.checked_sub_days(Days::new(days.into())),
            Period::Months(months) => date.checked_sub_months(Months::new(months)),
        }
    }
}
