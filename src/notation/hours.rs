use super::count::counted;
use super::number::{number, ungrouped};
use super::reading::{ReadingError, ReadingFault};
use crate::domain::{Decimal, QUARTER};

/// `12 uur`, `2,5 uur`.
pub fn hours(hours: Decimal) -> String {
    format!("{} uur", number(hours))
}

/// `10 minuten`, `een uur`, `een uur en 20 minuten`, `2 uur en 5 minuten`.
pub fn minutes(minutes: u32) -> String {
    let (hours, rest) = (minutes / 60, counted((minutes % 60) as usize, "minuut", "minuten"));
    let whole = if hours == 1 { "een uur".to_owned() } else { format!("{hours} uur") };
    match (hours, minutes % 60) {
        (0, _) => rest,
        (_, 0) => whole,
        _ => format!("{whole} en {rest}"),
    }
}

/// Ten thousand hours, in hundredths: nobody has that many, in whatever way they are typed.
const MOST: i64 = 1_000_000;

/// Reads hours, in quarters: `12`, `2,5`, `2.5`, `2 uur`, `1u30`, `90 min`.
pub fn read_hours(typed: &str) -> Result<Decimal, ReadingError> {
    let text = typed.trim().to_lowercase();
    let refuse = || ReadingFault::NotHours.of(typed);
    let hundredths = hundredths(&text).filter(|found| *found < MOST).ok_or_else(refuse)?;
    if hundredths < 0 {
        return Err(ReadingFault::Negative.of(typed));
    }
    let quarter = QUARTER.hundredths();
    if hundredths % quarter != 0 {
        let below = Decimal::from_hundredths(hundredths - hundredths % quarter);
        let above = below.plus(QUARTER);
        return Err(ReadingFault::NotInQuarters(number(below), number(above)).of(typed));
    }
    Ok(Decimal::from_hundredths(hundredths))
}

fn hundredths(text: &str) -> Option<i64> {
    if let Some(known) = in_words(text) {
        return Some(known);
    }
    let (whole, rest) = ["uren", "uur", "u", ":"].iter().find_map(|mark| text.split_once(mark)).unwrap_or((text, ""));
    if whole.len() < text.len() && !rest.trim().is_empty() {
        let (hours, minutes) = (count(whole)?, count(without_minutes(rest.trim().trim_start_matches("en ")))?);
        return (minutes < 60).then_some(hours * 100 + minutes * 100 / 60);
    }
    match without_minutes(text) {
        minutes if minutes.len() < text.len() => Some(count(minutes)? * 100 / 60),
        _ => decimal(whole.trim()),
    }
}

fn in_words(text: &str) -> Option<i64> {
    match text.trim_start_matches("een ") {
        "kwartier" => Some(25),
        "half uur" | "halfuur" => Some(50),
        "drie kwartier" => Some(75),
        "anderhalf uur" => Some(150),
        _ => None,
    }
}

fn without_minutes(text: &str) -> &str {
    ["minuten", "min"].iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text)
}

fn count(text: &str) -> Option<i64> {
    let digits = text.trim();
    let all_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|count| all_digits && *count < 600_000)
}

fn decimal(plain: &str) -> Option<i64> {
    let (whole, fraction) = plain.split_once(',').unwrap_or((plain, "0"));
    let decimal = match ungrouped(whole) {
        Some(whole) => Decimal::parse(&format!("{whole}.{fraction}"))?,
        None => Decimal::parse(plain)?,
    };
    Some(decimal.hundredths())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(typed: &str, expected: Option<&str>) {
        assert_eq!(read_hours(typed).ok().map(hours).as_deref(), expected, "{typed}");
    }

    #[test]
    fn hours_are_read_as_people_type_them() {
        check("12", Some("12 uur"));
        check("2,5", Some("2,5 uur"));
        check("2.25 uur", Some("2,25 uur"));
        check("1u30", Some("1,5 uur"));
        check("9999 u 45", Some("9.999,75 uur"));
        check("10000 u 15", None);
        check("10000", None);
        check("1:15", Some("1,25 uur"));
        check("90 min", Some("1,5 uur"));
        check("2 uur", Some("2 uur"));
        check("1 uur en 15 minuten", Some("1,25 uur"));
        check("1 uur 30 min", Some("1,5 uur"));
        check("1u 45", Some("1,75 uur"));
        check("een half uur", Some("0,5 uur"));
        check("anderhalf uur", Some("1,5 uur"));
        check("1u75", None);
        check("1u+30", None);
        check("uur", None);
        check("2,3", None);
        check("-1", None);
        check("veel", None);
    }

    #[test]
    fn other_parts_than_quarters_are_asked_back() {
        assert_eq!(read_hours("2,3").map_err(|error| error.tip()), Err("typ 2,25 of 2,5".to_owned()));
    }

    #[test]
    fn a_length_of_time_is_said_in_hours_and_minutes() {
        for (length, expected) in [
            (1, "1 minuut"),
            (10, "10 minuten"),
            (60, "een uur"),
            (80, "een uur en 20 minuten"),
            (125, "2 uur en 5 minuten"),
        ] {
            assert_eq!(minutes(length), expected);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(quarters in 0_i64..30_000) {
            let decimal = Decimal::from_hundredths(quarters * 25);
            prop_assert_eq!(read_hours(&hours(decimal)), Ok(decimal));
        }

        #[test]
        fn nothing_that_is_typed_makes_it_panic(typed in any::<String>()) {
            let _ = read_hours(&typed);
        }
    }
}
