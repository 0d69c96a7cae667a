use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::count::read_count;
use super::date::{MONTHS, WEEKDAYS};
use super::reading::{ReadingError, ReadingFault};
use crate::domain::Period;

/// A day and month that passed at most so many days ago may well mean the one that passed.
const JUST_PASSED: i64 = 60;

/// Reads a date as people type it: `31-12-2026`, `31 december`, `volgende week dinsdag`, `over 3 weken`. A date without a
/// year is the first one from today on; when it passed only lately it is asked back, and so is every other date that can
/// be read in two ways.
pub fn read_date(typed: &str, today: NaiveDate) -> Result<NaiveDate, ReadingError> {
    let words = typed.trim().to_lowercase();
    let words: Vec<&str> = words.split_whitespace().collect();
    if let ["volgende", day] = words.as_slice()
        && let Some(day) = weekday(day)
    {
        return next_weekday(day, typed, today);
    }
    if let ["volgende", period @ ("week" | "maand")] = words.as_slice() {
        return Err(whole_period(period, today).ok_or_else(|| not_a_date(typed))?.of(typed));
    }
    if let Some(date) = relative_date(&words, today) {
        return Ok(date);
    }
    let with_weekday = words.split_first().filter(|(_, rest)| !rest.is_empty());
    let Some((day, rest)) = with_weekday.and_then(|(day, rest)| Some((weekday(day)?, rest))) else {
        return numbered_date(&words, typed, today);
    };
    let date = numbered_date(rest, typed, today)?;
    if date.weekday() == day { Ok(date) } else { Err(ReadingFault::OtherWeekday(date).of(typed)) }
}

/// Whether it counts from the day on which it was written, so that only who wrote it knows which day it is.
pub fn is_relative_date(typed: &str) -> bool {
    let words = typed.trim().to_lowercase();
    let words: Vec<&str> = words.split_whitespace().collect();
    words.first() == Some(&"volgende") || relative_date(&words, NaiveDate::default()).is_some()
}

fn not_a_date(typed: &str) -> ReadingError {
    ReadingFault::NotADate.of(typed)
}

fn relative_date(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let in_days = |days: u64| today.checked_add_days(Days::new(days));
    match words {
        ["vandaag"] => Some(today),
        ["gisteren"] => today.checked_sub_days(Days::new(1)),
        ["eergisteren"] => today.checked_sub_days(Days::new(2)),
        ["morgen"] => in_days(1),
        ["overmorgen"] => in_days(2),
        ["volgende", "week", day] | [day, "volgende", "week"] => in_next_week(weekday(day)?, today),
        ["over", distance @ ..] => period(distance)?.after(today),
        [distance @ .., "geleden"] => period(distance)?.before(today),
        [day] | ["aanstaande" | "komende", day] => coming(weekday(day)?, today),
        _ => None,
    }
}

/// A week or a month is no day: which one, only the person knows.
fn whole_period(period: &str, today: NaiveDate) -> Option<ReadingFault> {
    match period {
        "week" => Some(ReadingFault::WholeWeek(in_next_week(Weekday::Mon, today)?)),
        _ => Some(ReadingFault::WholeMonth(today.with_day(1)?.checked_add_months(Months::new(1))?)),
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    let index = WEEKDAYS.iter().position(|day| *day == word || (word.len() == 2 && day.starts_with(word)))?;
    Weekday::try_from(u8::try_from(index).ok()?).ok()
}

/// The first such day after today.
fn coming(day: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    let ahead = u64::from(day.days_since(today.weekday()));
    today.checked_add_days(Days::new(if ahead == 0 { 7 } else { ahead }))
}

fn in_next_week(day: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    let days = 7 + u64::from(day.num_days_from_monday());
    today.checked_add_days(Days::new(days))?.checked_sub_days(Days::new(today.weekday().num_days_from_monday().into()))
}

/// `volgende vrijdag` is the coming Friday to some, and the Friday of next week to others.
fn next_weekday(day: Weekday, typed: &str, today: NaiveDate) -> Result<NaiveDate, ReadingError> {
    match (coming(day, today), in_next_week(day, today)) {
        (Some(one), Some(other)) if one == other => Ok(one),
        (Some(one), Some(other)) => Err(ReadingFault::TwoDates(one, other).of(typed)),
        _ => Err(not_a_date(typed)),
    }
}

/// `3 weken`, `een maand`, `een half jaar`.
fn period(words: &[&str]) -> Option<Period> {
    match words {
        ["een", "half", "jaar"] => Some(Period::Months(6)),
        ["anderhalf", "jaar"] => Some(Period::Months(18)),
        [count, unit] => Period::parse(&format!("{} {unit}", in_digits(count))),
        _ => None,
    }
}

fn in_digits(count: &str) -> String {
    read_count(count).map_or_else(|| count.to_owned(), |count| count.to_string())
}

/// Day, month and perhaps year, with `-`, `/`, `.` or spaces between them; or the year first.
fn numbered_date(words: &[&str], typed: &str, today: NaiveDate) -> Result<NaiveDate, ReadingError> {
    let joined = words.join(" ");
    let parts: Vec<&str> = joined.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 && all_digits(year) => make(day, month, year, typed),
        [day, month, year] if year.len() == 4 => make(day, month, year, typed),
        [day, month, year] if year.len() == 2 && all_digits(year) => {
            let meant = make(day, month, &format!("20{year}"), typed)?;
            Err(ReadingFault::ShortYear(meant).of(typed))
        }
        [day, month] => without_year(day, month, typed, today),
        _ => Err(not_a_date(typed)),
    }
}

fn without_year(day: &str, month: &str, typed: &str, today: NaiveDate) -> Result<NaiveDate, ReadingError> {
    let this_year = today.year();
    let on = |year: i32| make(day, month, &year.to_string(), typed);
    // Two 29 Februaries lie at most eight years apart.
    let coming = (this_year..=this_year + 8).filter_map(|year| on(year).ok()).find(|date| *date >= today);
    let passed = (this_year - 1..=this_year).rev().filter_map(|year| on(year).ok()).find(|date| *date < today);
    let lately = |date: &NaiveDate| today.signed_duration_since(*date).num_days() <= JUST_PASSED;
    match (passed.filter(lately), coming) {
        (Some(one), Some(other)) if other != today => Err(ReadingFault::TwoDates(one, other).of(typed)),
        (_, Some(date)) => Ok(date),
        (_, None) => on(this_year),
    }
}

fn make(day: &str, month: &str, year: &str, typed: &str) -> Result<NaiveDate, ReadingError> {
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_digit()));
    let month = number(month).or_else(|| month_by_name(month));
    let (Some(day), Some(month), Some(year)) = (number(day), month, number(year)) else {
        return Err(not_a_date(typed));
    };
    let year = i32::try_from(year).ok().filter(|year| (1900..=2200).contains(year)).ok_or_else(|| not_a_date(typed))?;
    let swapped = || NaiveDate::from_ymd_opt(year, day, month).filter(|_| month > 12);
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| match swapped() {
        Some(meant) => ReadingFault::MonthFirst(meant).of(typed),
        None => ReadingFault::NoSuchDay.of(typed),
    })
}

fn month_by_name(word: &str) -> Option<u32> {
    let full = |month: &str| month == word || (word.len() >= 3 && month.starts_with(word));
    let index = MONTHS.iter().position(|month| full(month)).or((word == "mrt").then_some(2))?;
    u32::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar")
    }

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        assert_eq!(read_date(typed, today()).map(|date| date.to_string()), Ok(expected.to_owned()), "{typed}");
    }

    #[track_caller]
    fn check_refused(typed: &str, message: &str) {
        assert_eq!(read_date(typed, today()).map_err(|error| error.message()), Err(message.to_owned()), "{typed}");
    }

    #[test]
    fn dates_are_read_as_people_type_them() {
        for typed in [
            "31-12-2026",
            "31/12/2026",
            "31.12.2026",
            "31 12 2026",
            "2026-12-31",
            "31 december 2026",
            "31 dec 2026",
            "donderdag 31 december 2026",
            " 31-12-2026 ",
        ] {
            check(typed, "2026-12-31");
        }
        check("1 maart", "2027-03-01");
        check("1 mrt", "2027-03-01");
        check("24 november", "2026-11-24");
        check("29 februari 2028", "2028-02-29");
        check("29 februari", "2028-02-29");
        check("di 24-11-2026", "2026-11-24");
    }

    #[test]
    fn dates_may_be_counted_from_today() {
        check("vandaag", "2026-11-24");
        check("Morgen", "2026-11-25");
        check("over 3 weken", "2026-12-15");
        check("over een maand", "2026-12-24");
        check("over vijf weken", "2026-12-29");
        check("over een half jaar", "2027-05-24");
        check("12 dagen geleden", "2026-11-12");
        check("volgende maandag", "2026-11-30");
        check("volgende week dinsdag", "2026-12-01");
        check("dinsdag", "2026-12-01");
        check("vrijdag", "2026-11-27");
        check("aanstaande vrijdag", "2026-11-27");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        check_refused("31-2-2027", "de dag '31-2-2027' bestaat niet");
        check_refused("1-2-27", "het jaar in '1-2-27' is niet duidelijk");
        check_refused("ergens in mei", "'ergens in mei' is geen datum");
        check_refused("", "'' is geen datum");
        check_refused("1-2-3-4", "'1-2-3-4' is geen datum");
        check_refused("1-1-0001", "'1-1-0001' is geen datum");
    }

    #[track_caller]
    fn check_asked_back(typed: &str, tip: &str) {
        assert_eq!(read_date(typed, today()).map_err(|error| error.tip()), Err(tip.to_owned()), "{typed}");
    }

    #[test]
    fn what_can_be_another_date_is_asked_back() {
        check_asked_back(
            "20 november",
            "bedoel je 20 november 2026 of 20 november 2027? Typ de datum met het jaar, zoals 20-11-2026",
        );
        check_asked_back(
            "volgende vrijdag",
            "bedoel je 27 november 2026 of 4 december 2026? Typ de datum met het jaar, zoals 27-11-2026",
        );
        check_asked_back(
            "volgende week",
            "welke dag? maandag 30 november 2026, dinsdag 1 december 2026, woensdag 2 december 2026, donderdag 3 december 2026, vrijdag 4 december 2026; typ bijvoorbeeld: volgende week dinsdag",
        );
        check_asked_back("Volgende maand", "welke dag? Typ ook de dag van december 2026, zoals 1-12-2026");
        check_refused("volgende week", "'volgende week' is nog geen dag");
        check_asked_back("11/24/2026", "bedoel je 24 november 2026? Typ dan 24-11-2026");
        check_asked_back("maandag 24 november 2026", "kijk op de kalender; klopt de datum, typ dan 24-11-2026");
        check_refused("maandag 24 november 2026", "24 november 2026 is een dinsdag");
    }

    proptest! {
        #[test]
        fn nothing_that_is_typed_makes_it_panic(typed in any::<String>()) {
            let _ = read_date(&typed, today());
        }

        #[test]
        fn no_words_of_a_date_make_it_panic(
            typed in "(over|volgende week|aanstaande|volgende)? ?[0-9]{0,6}[ ./-]?[0-9]{0,3}[ ./-]?[0-9]{0,5} ?(jaar|dagen geleden|vrijdag)?",
        ) {
            for today in [today(), NaiveDate::MIN, NaiveDate::MAX] {
                let _ = read_date(&typed, today);
            }
        }

        #[test]
        fn what_is_written_reads_back(days in 0_u64..60_000) {
            let date = NaiveDate::from_ymd_opt(2000, 1, 1).and_then(|first| first.checked_add_days(Days::new(days)));
            let date = date.expect("within the calendar");
            prop_assert_eq!(read_date(&super::super::date::date(date), today()), Ok(date));
            prop_assert_eq!(read_date(&super::super::date::date_with_weekday(date), today()), Ok(date));
        }
    }
}
