use chrono::{Datelike, NaiveDate};

pub(super) const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

pub(super) const WEEKDAYS: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

/// `24 november 2026`.
pub fn date(date: NaiveDate) -> String {
    format!("{} {}", date.day(), month(date))
}

/// `november 2026`.
pub fn month(date: NaiveDate) -> String {
    format!("{} {}", MONTHS[date.month0() as usize], date.year())
}

/// `dinsdag 24 november 2026`.
pub fn date_with_weekday(day: NaiveDate) -> String {
    format!("{} {}", weekday(day), date(day))
}

/// What to say of a day in the past where one to come is meant.
pub fn has_been(day: NaiveDate) -> String {
    format!("Let op: {} is al geweest.", date(day))
}

/// What to say of a day to come where one that has been is meant.
pub fn is_to_come(day: NaiveDate) -> String {
    format!("Let op: {} moet nog komen.", date(day))
}

/// `eerste kwartaal van 2027`.
pub fn quarter(day: NaiveDate) -> String {
    const ORDINALS: [&str; 4] = ["eerste", "tweede", "derde", "vierde"];
    format!("{} kwartaal van {}", ORDINALS[day.month0() as usize / 3], day.year())
}

pub(super) fn weekday(day: NaiveDate) -> &'static str {
    WEEKDAYS[day.weekday().num_days_from_monday() as usize]
}

/// How far a date lies from today, roughly, as people say it: `morgen`, `over 3 weken`, `12 dagen geleden`.
pub fn relative(date: NaiveDate, today: NaiveDate) -> String {
    let days = date.signed_duration_since(today).num_days();
    match days {
        0 => "vandaag".to_owned(),
        1 => "morgen".to_owned(),
        2 => "overmorgen".to_owned(),
        -1 => "gisteren".to_owned(),
        -2 => "eergisteren".to_owned(),
        days if days > 0 => format!("over {}", distance(days)),
        days => format!("{} geleden", distance(-days)),
    }
}

fn distance(days: i64) -> String {
    match days {
        7 => "een week".to_owned(),
        0..14 => format!("{days} dagen"),
        14..60 => format!("{} weken", (days + 3) / 7),
        60..730 => format!("{} maanden", (days + 15) / 30),
        _ => format!("{} jaar", (days + 182) / 365),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("the tests write dates as 2026-11-24")
    }

    #[track_caller]
    fn check_relative(when: &str, expected: &str) {
        assert_eq!(relative(day(when), day("2026-11-24")), expected);
    }

    #[test]
    fn dates_are_written_out() {
        assert_eq!(date(day("2026-03-01")), "1 maart 2026");
        assert_eq!(date_with_weekday(day("2026-11-24")), "dinsdag 24 november 2026");
    }

    #[test]
    fn distances_are_rounded_as_people_do() {
        check_relative("2026-11-24", "vandaag");
        check_relative("2026-11-25", "morgen");
        check_relative("2026-12-01", "over een week");
        check_relative("2026-12-04", "over 10 dagen");
        check_relative("2026-12-15", "over 3 weken");
        check_relative("2027-05-24", "over 6 maanden");
        check_relative("2026-11-12", "12 dagen geleden");
        check_relative("2023-11-24", "3 jaar geleden");
    }
}
