use chrono::NaiveTime;

use super::count::read_count;

/// From when to when something lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    pub from: NaiveTime,
    /// Nothing when only the beginning was said.
    pub to: Option<NaiveTime>,
}

/// `9.30`, as a clock is written in Dutch.
pub fn clock(time: NaiveTime) -> String {
    time.format("%-H.%M").to_string()
}

/// Reads the times in a line as people write it: `15.00 tot 16.30 uur, daarna soep`, `19:30-21:00`, `half acht 's avonds`.
///
/// Nothing when it can be read in two ways: `half acht` is morning to some and evening to others, and two spans of time are
/// two meetings. A time that is wrong on a calendar is worse than none.
pub fn read_times(typed: &str) -> Option<Times> {
    let words = words(typed);
    let (spans, singles) = times(&words);
    match (spans.as_slice(), singles.as_slice()) {
        ([(from, to)], _) => span(*from, *to),
        ([], [single]) => {
            let [from] = single.readings(single.part)[..] else { return None };
            Some(Times { from: time_of(from)?, to: None })
        }
        _ => None,
    }
}

/// The end tells the part of the day for both: `van half acht tot negen uur 's avonds`. Together two times can be clear where
/// each could be two: `half tien tot twaalf` ends at noon.
fn span(from: Said, to: Said) -> Option<Times> {
    let (from, to) = (from.readings(from.part.or(to.part)), to.readings(to.part));
    let ends = |from: &u32| to.iter().filter(move |to| from < to).map(|to| (*from, *to)).collect::<Vec<_>>();
    let mut spans: Vec<(u32, u32)> = from.iter().flat_map(ends).collect();
    if spans.len() > 1 {
        spans.retain(|(from, to)| to - from <= NOON);
    }
    let [(from, to)] = spans[..] else { return None };
    Some(Times { from: time_of(from)?, to: Some(time_of(to)?) })
}

fn time_of(minutes: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0)
}

/// A time as it was said.
#[derive(Clone, Copy, Debug)]
struct Said {
    minutes: u32,
    part: Option<Part>,
    form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `15.30`: the clock of twenty-four hours.
    Digits,
    /// `9 uur`: a whole hour.
    Hour,
    /// `9`: a time only next to another one.
    Bare,
    /// `half acht`: the clock of twelve hours.
    Words,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Morning,
    Afternoon,
    Evening,
}

const NOON: u32 = 12 * 60;
const MIDNIGHT: u32 = 24 * 60;
/// Earlier than this nobody meets; `3.00 uur` is a slip for 15.00 uur.
const EARLIEST: u32 = 7 * 60;
/// `8 uur` may be the evening; from nine on people say so.
const EARLIEST_WHOLE_HOUR: u32 = 9 * 60;

impl Said {
    /// The minutes of the day that it can mean.
    fn readings(self, part: Option<Part>) -> Vec<u32> {
        let clocks = match (part, self.form) {
            (Some(part), _) => return part.of(self.minutes).into_iter().collect(),
            (None, Form::Words) => vec![self.minutes, self.minutes + NOON],
            (None, Form::Digits) => vec![self.minutes],
            (None, Form::Hour | Form::Bare) if self.minutes >= EARLIEST_WHOLE_HOUR => vec![self.minutes],
            (None, Form::Hour | Form::Bare) => Vec::new(),
        };
        clocks.into_iter().filter(|minutes| (EARLIEST..MIDNIGHT).contains(minutes)).collect()
    }
}

impl Part {
    fn parse(word: &str) -> Option<Part> {
        match word.trim_start_matches('\'') {
            "sochtends" | "smorgens" => Some(Part::Morning),
            "smiddags" => Some(Part::Afternoon),
            "savonds" => Some(Part::Evening),
            _ => None,
        }
    }

    /// The minute of the day that a clock of twelve or twenty-four hours shows in this part of it.
    fn of(self, minutes: u32) -> Option<u32> {
        let (from, to) = match self {
            Part::Morning => (5 * 60, 13 * 60),
            Part::Afternoon => (NOON, 19 * 60),
            Part::Evening => (17 * 60, MIDNIGHT),
        };
        [minutes, minutes + NOON].into_iter().find(|minutes| (from..to).contains(minutes))
    }
}

/// Words in small letters, with signs by themselves and `'s avonds` as one word.
fn words(typed: &str) -> Vec<String> {
    let mut text = typed.to_lowercase().replace(['’', '‘', '`'], "'").replace(['–', '—'], "-");
    for part in ["ochtends", "morgens", "middags", "avonds"] {
        text = text.replace(&format!("'s {part}"), &format!("s{part}"));
    }
    for sign in ['-', ',', ';', '(', ')', '/'] {
        text = text.replace(sign, &format!(" {sign} "));
    }
    text.split_whitespace().map(|word| word.trim_end_matches('.').to_owned()).collect()
}

/// The spans of time, and the times that stand by themselves.
fn times(words: &[String]) -> (Vec<(Said, Said)>, Vec<Said>) {
    let (mut spans, mut singles) = (Vec::new(), Vec::new());
    let mut rest = words;
    while !rest.is_empty() {
        if let Some((span, behind)) = span_at(rest) {
            spans.push(span);
            rest = behind;
        } else if let Some((said, behind)) = time_at(rest).filter(|(said, _)| said.form != Form::Bare) {
            singles.push(said);
            rest = behind;
        } else {
            rest = &rest[1..];
        }
    }
    (spans, singles)
}

fn span_at(words: &[String]) -> Option<((Said, Said), &[String])> {
    let (mut from, rest) = time_at(words)?;
    let (between, rest) = one_of(&["tot", "-", "en"], rest)?;
    let rest = one_of(&["ongeveer", "circa", "ca", "uiterlijk"], rest).map_or(rest, |(_, rest)| rest);
    let (mut to, rest) = time_at(rest)?;
    // `3 en 4 personen` and `15-17 december` are no times; `15-17 uur` and `half tien tot twaalf` are.
    if to.form == Form::Bare && from.form == Form::Words {
        to.form = Form::Words;
    }
    if to.form == Form::Bare || between == "en" && from.form == Form::Bare && to.form != Form::Hour {
        return None;
    }
    if from.form == Form::Bare && (to.form != Form::Words || from.minutes < EARLIEST_WHOLE_HOUR) {
        from.form = to.form;
    }
    if matches!((from.form, to.form), (Form::Hour, Form::Digits) | (Form::Digits, Form::Hour)) {
        (from.form, to.form) = (Form::Digits, Form::Digits);
    }
    Some(((from, to), rest))
}

/// One of these words, where it stands in front, and what stands behind it.
fn one_of<'w>(wanted: &[&str], words: &'w [String]) -> Option<(&'w str, &'w [String])> {
    let (first, rest) = words.split_first()?;
    wanted.contains(&first.as_str()).then_some((first, rest))
}

fn time_at(words: &[String]) -> Option<(Said, &[String])> {
    let (said, rest) = digits_at(words).or_else(|| spoken_at(words))?;
    let (part, rest) = match rest.split_first() {
        Some((word, behind)) if Part::parse(word).is_some() => (Part::parse(word), behind),
        _ => (None, rest),
    };
    Some((Said { part, ..said }, rest))
}

/// `15.30`, `15:30 uur`, `15u30`, `15u`, `15 uur`, `15`.
fn digits_at(words: &[String]) -> Option<(Said, &[String])> {
    let (first, rest) = words.split_first()?;
    let without_unit = ["uur", "u"].iter().find_map(|unit| first.strip_suffix(unit));
    let unit_behind = one_of(&["uur", "u", "h"], rest).filter(|_| without_unit.is_none());
    let said_unit = without_unit.is_some() || unit_behind.is_some();
    let rest = unit_behind.map_or(rest, |(_, rest)| rest);
    let clock = without_unit.unwrap_or(first);
    let (hours, minutes) = match clock.split_once(['.', ':', 'u', 'h']) {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, Some(number_below(minutes, 60)?)),
        Some(_) => return None,
        None => (clock, None),
    };
    let hours = number_below(hours, 24)?;
    let form = match (minutes, said_unit) {
        (Some(_), _) => Form::Digits,
        (None, true) => Form::Hour,
        (None, false) => Form::Bare,
    };
    Some((Said { minutes: hours * 60 + minutes.unwrap_or(0), part: None, form }, rest))
}

fn number_below(digits: &str, limit: u32) -> Option<u32> {
    let is_number = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|number| is_number && *number < limit)
}

/// `acht uur`, `half acht`, `kwart over zeven`, `tien voor half acht`.
fn spoken_at(words: &[String]) -> Option<(Said, &[String])> {
    let words_of: Vec<&str> = words.iter().take(4).map(String::as_str).collect();
    let (minutes, used) = match words_of.as_slice() {
        [shift, side @ ("voor" | "over"), "half", hour, ..] => (shifted(shift, side, half(hour)?)?, 4),
        [shift, side @ ("voor" | "over"), hour, ..] if named(hour).is_some() => {
            (shifted(shift, side, named(hour)?)?, 3)
        }
        ["half", hour, ..] => (half(hour)?, 2),
        [hour, "uur", ..] => (named(hour)?, 2),
        [hour, ..] => return Some((Said { minutes: named(hour)?, part: None, form: Form::Bare }, &words[1..])),
        [] => return None,
    };
    let rest = &words[used..];
    let rest = one_of(&["uur"], rest).map_or(rest, |(_, rest)| rest);
    Some((Said { minutes, part: None, form: Form::Words }, rest))
}

fn named(hour: &str) -> Option<u32> {
    Some(read_count(hour)? * 60)
}

/// `half een` is half past twelve, and so is `half 1`.
fn half(hour: &str) -> Option<u32> {
    let minutes = named(hour).or_else(|| Some(number_below(hour, 13)? * 60)).filter(|minutes| *minutes > 0)?;
    Some(if minutes == 60 { NOON + 30 } else { minutes - 30 })
}

fn shifted(shift: &str, side: &str, minutes: u32) -> Option<u32> {
    let shift = match shift {
        "kwart" => 15,
        "vijf" => 5,
        "tien" => 10,
        _ => return None,
    };
    Some(if side == "over" { minutes + shift } else { minutes - shift })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let words = |time: NaiveTime| time.format("%H:%M").to_string();
        let read = read_times(typed).map(|times| match times.to {
            Some(to) => format!("{}-{}", words(times.from), words(to)),
            None => words(times.from),
        });
        assert_eq!(read.as_deref().unwrap_or("nothing"), expected, "{typed}");
    }

    #[test]
    fn spans_are_read_as_people_write_them() {
        check("15.00 tot 16.30 uur", "15:00-16:30");
        check("15.30 tot 17.30 uur, daarna soep", "15:30-17:30");
        check("Van 15:00 uur tot ongeveer 16:30 uur", "15:00-16:30");
        check("19:30-21:00", "19:30-21:00");
        check("19.30 – 21.00 uur", "19:30-21:00");
        check("15u30 tot 17u", "15:30-17:00");
        check("15-17 uur", "15:00-17:00");
        check("9 tot 11.30 uur", "09:00-11:30");
        check("8 tot 9.30 uur", "08:00-09:30");
        check("tussen 10 en 12 uur", "10:00-12:00");
        check("van half acht tot negen uur 's avonds", "19:30-21:00");
        check("half acht ’s avonds tot 21.00 uur", "19:30-21:00");
        check("inloop vanaf 14.30, start 15.00 tot 16.30", "15:00-16:30");
        check("12.00 tot 13.30 uur, met lunch", "12:00-13:30");
        check("half een 's middags tot kwart voor twee 's middags", "12:30-13:45");
        check("tien voor half negen tot tien uur 's ochtends", "08:20-10:00");
    }

    #[test]
    fn two_times_can_be_clear_where_each_could_be_two() {
        check("half tien tot twaalf", "09:30-12:00");
        check("9 tot half 12", "09:00-11:30");
        check("van negen tot twaalf uur", "09:00-12:00");
        check("half drie tot vier", "14:30-16:00");
        check("10.00 tot half vijf", "10:00-16:30");
        check("half 10 - 12 uur", "09:30-12:00");
    }

    #[test]
    fn a_beginning_alone_is_read() {
        check("15.00 uur", "15:00");
        check("om 10 uur", "10:00");
        check("kwart over drie 's middags", "15:15");
        check("half acht 's avonds.", "19:30");
    }

    #[test]
    fn what_can_be_two_times_is_not_read() {
        check("half acht", "nothing");
        check("acht uur", "nothing");
        check("8 uur", "nothing");
        check("3 tot 5 uur", "nothing");
        check("15.00 tot 16.30 en 19.00 tot 20.30", "nothing");
        check("15.00 of 16.00 uur", "nothing");
        check("half acht tot negen", "nothing");
        check("acht tot half tien", "nothing");
        check("19.00 tot 1.00 uur", "nothing");
        check("17.00 tot 15.00 uur", "nothing");
    }

    #[test]
    fn other_numbers_are_no_times() {
        check("", "nothing");
        check("in de middag", "nothing");
        check("15-17 december", "nothing");
        check("3 en 4 personen", "nothing");
        check("25.00 tot 26.00", "nothing");
        check("15.75 tot 16.80", "nothing");
        check("1500 tot 1630", "nothing");
        check("15.00, duurt 2 uur", "nothing");
        check("anderhalf uur", "nothing");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_left(typed in any::<String>()) {
            let _ = read_times(&typed);
        }

        #[test]
        fn times_of_the_day_come_back(from in 420_u32..1_380, lasts in 1_u32..60) {
            let words = |minutes: u32| format!("{}.{:02}", minutes / 60, minutes % 60);
            let read = read_times(&format!("{} tot {} uur", words(from), words(from + lasts)));
            let time = |minutes: u32| time_of(minutes).expect("within a day");
            prop_assert_eq!(read, Some(Times { from: time(from), to: Some(time(from + lasts)) }));
        }

        #[test]
        fn an_end_comes_after_its_beginning(typed in "(van )?[0-9]{1,2}([.:u][0-9]{2})?( uur)?( tot | ?- ?| en )[0-9]{1,2}([.:][0-9]{2})?( uur)?") {
            if let Some(Times { from, to: Some(to) }) = read_times(&typed) {
                prop_assert!(from < to);
            }
        }
    }
}
