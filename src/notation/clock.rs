use chrono::NaiveTime;

/// The times of day in a text, in the order in which they stand: `15.30 tot 17.30 uur`, `9:00-10:30`, `16 uur`, `14 tot 16 uur`.
pub fn read_clock(text: &str) -> Vec<NaiveTime> {
    let mut times = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let (hour, after) = number(&rest[start..]);
        let (minute, after_minute) = minute(after);
        let after = after_minute.unwrap_or(after);
        if minute.is_some() || names_an_hour(after) {
            times.extend(NaiveTime::from_hms_opt(hour, minute.unwrap_or(0), 0));
        }
        rest = after;
    }
    times
}

/// `9.30`, as a clock is written in Dutch.
pub fn clock(time: NaiveTime) -> String {
    time.format("%-H.%M").to_string()
}

/// The number at the start of a text, and what follows. A number that is no hour is no time either.
fn number(text: &str) -> (u32, &str) {
    let end = text.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(text.len());
    (text[..end].parse().unwrap_or(u32::MAX), &text[end..])
}

fn minute(after_hour: &str) -> (Option<u32>, Option<&str>) {
    let Some(digits) = after_hour.strip_prefix(['.', ':']) else { return (None, None) };
    match number(digits) {
        (minute, rest) if digits.len() - rest.len() == 2 && minute < 60 => (Some(minute), Some(rest)),
        _ => (None, None),
    }
}

/// What follows a bare number that is an hour.
fn names_an_hour(after: &str) -> bool {
    let after = after.trim_start();
    let word: String = after.chars().take_while(|sign| sign.is_alphabetic()).collect();
    matches!(word.as_str(), "uur" | "u" | "tot") || after.starts_with(['-', '–'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let read: Vec<String> = read_clock(text).into_iter().map(clock).collect();
        assert_eq!(read, expected, "{text}");
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        check("15.30 tot 17.30 uur, daarna soep", &["15.30", "17.30"]);
        check("9:00-10:30", &["9.00", "10.30"]);
        check("16 uur", &["16.00"]);
        check("14 tot 16 uur", &["14.00", "16.00"]);
        check("van 9 – 11u in zaal 3", &["9.00", "11.00"]);
        check("inloop vanaf 8.45u, start 9.00u", &["8.45", "9.00"]);
    }

    #[test]
    fn what_is_no_time_is_left_alone() {
        check("", &[]);
        check("half vier", &[]);
        check("16 december, in zaal 12", &[]);
        check("25.00 uur", &[]);
        check("12.5 kilometer", &[]);
        check("99999999999 uur", &[]);
        check("’s middags, na €20", &[]);
    }
}
