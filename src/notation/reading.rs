use chrono::{Datelike, NaiveDate};

use super::date::{date, weekday};

/// Why something that was typed cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadingError {
    NotADate {
        typed: String,
    },
    /// The day is not in the calendar: 31 February.
    NoSuchDay {
        typed: String,
    },
    /// A year of two digits: the date that was probably meant.
    ShortYear {
        typed: String,
        meant: NaiveDate,
    },
    /// The month before the day, as Americans do: the date that was probably meant.
    MonthFirst {
        typed: String,
        meant: NaiveDate,
    },
    /// A date that passed lately or the same one next year; the coming Friday or the one of next week.
    TwoDates {
        typed: String,
        one: NaiveDate,
        other: NaiveDate,
    },
    /// The date falls on another day of the week than was typed with it.
    OtherWeekday {
        date: NaiveDate,
    },
    NotANumber {
        typed: String,
    },
    NotHours {
        typed: String,
    },
    /// Hours go by quarters: the nearest two.
    NotInQuarters {
        typed: String,
        below: String,
        above: String,
    },
    NotAnAmount {
        typed: String,
    },
    /// `1.250` or `1,25`: the two amounts that may be meant.
    Ambiguous {
        typed: String,
        one: String,
        other: String,
    },
    TooLarge {
        typed: String,
    },
    Negative {
        typed: String,
    },
    NotYesNo {
        typed: String,
    },
}

impl ReadingError {
    pub fn message(&self) -> String {
        match self {
            ReadingError::NotADate { typed } => format!("'{typed}' is geen datum"),
            ReadingError::NoSuchDay { typed } => format!("de dag '{typed}' bestaat niet"),
            ReadingError::ShortYear { typed, .. } => format!("het jaar in '{typed}' is niet duidelijk"),
            ReadingError::MonthFirst { typed, .. } => format!("in '{typed}' staat de maand voor de dag"),
            ReadingError::TwoDates { typed, .. } => format!("'{typed}' kan twee dagen zijn"),
            ReadingError::OtherWeekday { date: day } => format!("{} is een {}", date(*day), weekday(*day)),
            ReadingError::NotANumber { typed } => format!("'{typed}' is geen heel getal"),
            ReadingError::NotHours { typed } => format!("'{typed}' is geen aantal uren"),
            ReadingError::NotInQuarters { typed, .. } => format!("'{typed}' is geen heel aantal kwartieren"),
            ReadingError::NotAnAmount { typed } => format!("'{typed}' is geen bedrag"),
            ReadingError::Ambiguous { typed, .. } => format!("'{typed}' kan twee bedragen zijn"),
            ReadingError::TooLarge { typed } => format!("'{typed}' is te groot"),
            ReadingError::Negative { typed } => format!("'{typed}' is minder dan nul"),
            ReadingError::NotYesNo { typed } => format!("'{typed}' is geen ja of nee"),
        }
    }

    pub fn tip(&self) -> String {
        match self {
            ReadingError::NotADate { .. } => "typ bijvoorbeeld 31-12-2026, of: over 3 weken".to_owned(),
            ReadingError::NoSuchDay { .. } => "kijk op de kalender en typ de dag opnieuw".to_owned(),
            ReadingError::ShortYear { meant, .. } => {
                format!("bedoel je {}? Typ het jaar met vier cijfers", date(*meant))
            }
            ReadingError::MonthFirst { meant, .. } => {
                format!("bedoel je {}? Typ dan {}", date(*meant), in_digits(*meant))
            }
            ReadingError::TwoDates { one, other, .. } => {
                let (first, second) = (date(*one), date(*other));
                format!("bedoel je {first} of {second}? Typ de datum met het jaar, zoals {}", in_digits(*one))
            }
            ReadingError::OtherWeekday { date } => {
                format!("kijk op de kalender; klopt de datum, typ dan {}", in_digits(*date))
            }
            ReadingError::NotANumber { .. } => "typ bijvoorbeeld 12 of 1.250".to_owned(),
            ReadingError::NotHours { .. } => "typ bijvoorbeeld 4, 2,5 of 1u30".to_owned(),
            ReadingError::NotInQuarters { below, above, .. } => format!("typ {below} of {above}"),
            ReadingError::NotAnAmount { .. } => "typ bijvoorbeeld 1.250 of 1.250,50; geen geld is 0".to_owned(),
            ReadingError::Ambiguous { one, other, .. } => format!("bedoel je {one} of {other}?"),
            ReadingError::TooLarge { .. } => "kijk of er een cijfer te veel staat".to_owned(),
            ReadingError::Negative { .. } => "typ 0 of meer".to_owned(),
            ReadingError::NotYesNo { .. } => "typ ja of nee; weet je het nog niet, typ dan :weetniet".to_owned(),
        }
    }
}

/// `24-11-2026`
fn in_digits(day: NaiveDate) -> String {
    format!("{}-{}-{}", day.day(), day.month(), day.year())
}

/// What was typed, short enough to repeat.
pub(super) fn echo(typed: &str) -> String {
    const LONGEST: usize = 40;
    match typed.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &typed[..end]),
        None => typed.to_owned(),
    }
}
