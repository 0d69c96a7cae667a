use chrono::{Datelike, NaiveDate};

use super::date::{date, date_with_weekday, month, weekday};

/// Why something that was typed cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingError {
    /// What was typed, short enough to repeat.
    typed: String,
    fault: ReadingFault,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadingFault {
    NotADate,
    /// The day is not in the calendar: 31 February.
    NoSuchDay,
    /// A year of two digits: the date that was probably meant.
    ShortYear(NaiveDate),
    /// The month before the day, as Americans do: the date that was probably meant.
    MonthFirst(NaiveDate),
    /// A date that passed lately or the same one next year; the coming Friday or the one of next week.
    TwoDates(NaiveDate, NaiveDate),
    /// The date falls on another day of the week than was typed with it.
    OtherWeekday(NaiveDate),
    /// A week, by its Monday.
    WholeWeek(NaiveDate),
    /// A month, by its first day.
    WholeMonth(NaiveDate),
    NotANumber,
    NotHours,
    /// Hours go by quarters: the nearest two.
    NotInQuarters(String, String),
    NotAnAmount,
    /// `1.250` or `1,25`: the two amounts that may be meant.
    Ambiguous(String, String),
    TooLarge,
    Negative,
    NotYesNo,
}

impl ReadingFault {
    /// The fault of something that was typed.
    pub(super) fn of(self, typed: &str) -> ReadingError {
        const LONGEST: usize = 40;
        let typed = typed.trim();
        let typed = match typed.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", &typed[..end]),
            None => typed.to_owned(),
        };
        ReadingError { typed, fault: self }
    }
}

impl ReadingError {
    pub fn message(&self) -> String {
        let ReadingError { typed, fault } = self;
        match fault {
            ReadingFault::NotADate => format!("'{typed}' is geen datum"),
            ReadingFault::NoSuchDay => format!("de dag '{typed}' bestaat niet"),
            ReadingFault::ShortYear(_) => format!("het jaar in '{typed}' is niet duidelijk"),
            ReadingFault::MonthFirst(_) => format!("in '{typed}' staat de maand voor de dag"),
            ReadingFault::TwoDates(..) => format!("'{typed}' kan twee dagen zijn"),
            ReadingFault::OtherWeekday(day) => format!("{} is een {}", date(*day), weekday(*day)),
            ReadingFault::WholeWeek(_) | ReadingFault::WholeMonth(_) => format!("'{typed}' is nog geen dag"),
            ReadingFault::NotANumber => format!("'{typed}' is geen heel getal"),
            ReadingFault::NotHours => format!("'{typed}' is geen aantal uren"),
            ReadingFault::NotInQuarters(..) => format!("'{typed}' is geen heel aantal kwartieren"),
            ReadingFault::NotAnAmount => format!("'{typed}' is geen bedrag"),
            ReadingFault::Ambiguous(..) => format!("'{typed}' kan twee bedragen zijn"),
            ReadingFault::TooLarge => format!("'{typed}' is te groot"),
            ReadingFault::Negative => format!("'{typed}' is minder dan nul"),
            ReadingFault::NotYesNo => format!("'{typed}' is geen ja of nee"),
        }
    }

    /// The days that may be meant.
    pub fn days(&self) -> Vec<NaiveDate> {
        match &self.fault {
            ReadingFault::ShortYear(day) | ReadingFault::MonthFirst(day) | ReadingFault::OtherWeekday(day) => {
                vec![*day]
            }
            ReadingFault::TwoDates(one, other) => vec![*one, *other],
            ReadingFault::WholeWeek(monday) => monday.iter_days().take(5).collect(),
            _ => Vec::new(),
        }
    }

    pub fn tip(&self) -> String {
        match &self.fault {
            ReadingFault::NotADate => "typ bijvoorbeeld 31-12-2026, of: over 3 weken".to_owned(),
            ReadingFault::NoSuchDay => "kijk op de kalender en typ de dag opnieuw".to_owned(),
            ReadingFault::NotANumber => "typ bijvoorbeeld 12 of 1.250".to_owned(),
            ReadingFault::NotHours => "typ bijvoorbeeld 4, 2,5 of 1u30".to_owned(),
            ReadingFault::NotAnAmount => "typ bijvoorbeeld 1.250 of 1.250,50; geen geld is 0".to_owned(),
            ReadingFault::TooLarge => "kijk of er een cijfer te veel staat".to_owned(),
            ReadingFault::Negative => "typ 0 of meer".to_owned(),
            ReadingFault::NotYesNo => "typ ja of nee; weet je het nog niet, typ dan :weetniet".to_owned(),
            ReadingFault::ShortYear(meant) => format!("bedoel je {}? Typ het jaar met vier cijfers", date(*meant)),
            ReadingFault::MonthFirst(meant) => format!("bedoel je {}? Typ dan {}", date(*meant), in_digits(*meant)),
            ReadingFault::TwoDates(one, other) => {
                let (first, second) = (date(*one), date(*other));
                format!("bedoel je {first} of {second}? Typ de datum met het jaar, zoals {}", in_digits(*one))
            }
            ReadingFault::OtherWeekday(day) => {
                format!("kijk op de kalender; klopt de datum, typ dan {}", in_digits(*day))
            }
            ReadingFault::WholeWeek(_) => {
                let days: Vec<String> = self.days().into_iter().map(date_with_weekday).collect();
                format!("welke dag? {}; typ bijvoorbeeld: volgende week dinsdag", days.join(", "))
            }
            ReadingFault::WholeMonth(first) => {
                format!("welke dag? Typ ook de dag van {}, zoals {}", month(*first), in_digits(*first))
            }
            ReadingFault::NotInQuarters(below, above) => format!("typ {below} of {above}"),
            ReadingFault::Ambiguous(one, other) => format!("bedoel je {one} of {other}?"),
        }
    }
}

/// `24-11-2026`
fn in_digits(day: NaiveDate) -> String {
    format!("{}-{}-{}", day.day(), day.month(), day.year())
}
