use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime};

use crate::document::{Calendar, Entry, Presence, When};
use crate::notation;

/// The rule of the European Union since 1996, for programs that do not know the zone by its name.
const TIME_ZONE: &str = "BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE";

/// iCalendar (RFC 5545), for every calendar program. Things of a day are events and no tasks: most calendars do not show tasks.
pub fn ics(calendar: &Calendar) -> Vec<u8> {
    let mut lines = Lines::default();
    lines.own("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//regio//regio//NL\nCALSCALE:GREGORIAN");
    lines.text("X-WR-CALNAME", &calendar.name);
    lines.own(TIME_ZONE);
    calendar.entries.iter().for_each(|entry| event(&mut lines, entry));
    lines.own("END:VCALENDAR");
    lines.0.into_bytes()
}

fn event(lines: &mut Lines, entry: &Entry) {
    lines.own("BEGIN:VEVENT");
    lines.text("UID", &entry.uid);
    lines.line(&format!("DTSTAMP:{}", moment(entry.changed)));
    lines.line(&format!("LAST-MODIFIED:{}", moment(entry.changed)));
    lines.line(&format!("SEQUENCE:{}", entry.sequence));
    when(lines, entry.when);
    lines.text("SUMMARY", &entry.title);
    if let Some(place) = &entry.place {
        lines.text("LOCATION", place);
    }
    lines.text("DESCRIPTION", &format!("{}\n{}", entry.label, entry.description));
    lines.own(if entry.label == "TLP:CLEAR" { "CLASS:PUBLIC" } else { "CLASS:PRIVATE" });
    match entry.presence {
        Presence::Meeting => {
            lines.own("TRANSP:OPAQUE\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-P1D");
            lines.text("DESCRIPTION", &entry.title);
            lines.own("END:VALARM");
        }
        Presence::Reminder => lines.own("TRANSP:TRANSPARENT"),
        Presence::Cancelled => lines.own("TRANSP:TRANSPARENT\nSTATUS:CANCELLED"),
    }
    lines.own("END:VEVENT");
}

fn when(lines: &mut Lines, when: When) {
    match when {
        When::Day(day) => {
            lines.line(&format!("DTSTART;VALUE=DATE:{}", day.format("%Y%m%d")));
            // The end is the first day that is no longer part of it.
            if let Some(next) = day.checked_add_days(Days::new(1)) {
                lines.line(&format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")));
            }
        }
        When::Hours { day, from, to } => {
            lines.line(&format!("DTSTART;TZID=Europe/Amsterdam:{}", local(day, from)));
            lines.line(&format!("DTEND;TZID=Europe/Amsterdam:{}", local(day, to)));
        }
    }
}

fn local(day: NaiveDate, time: NaiveTime) -> String {
    format!("{}T{}", day.format("%Y%m%d"), time.format("%H%M%S"))
}

fn moment(at: DateTime<FixedOffset>) -> String {
    at.to_utc().format("%Y%m%dT%H%M%SZ").to_string()
}

/// Lines that end as the standard wants and are no longer than it allows.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// Lines of our own, short enough as they are.
    fn own(&mut self, lines: &str) {
        lines.lines().for_each(|line| self.line(line));
    }

    /// A property with a text of somebody else in it, which can neither end the property nor begin another.
    fn text(&mut self, name: &str, text: &str) {
        self.line(&format!("{name}:{}", escaped(text)));
    }

    fn line(&mut self, line: &str) {
        /// In octets, without the end of the line.
        const LONGEST: usize = 75;
        let mut room = LONGEST;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

fn escaped(text: &str) -> String {
    notation::printed(text).replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry(title: &str) -> Entry {
        let day = NaiveDate::from_ymd_opt(2026, 12, 15).expect("a day of the calendar");
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).expect("a time of the day");
        Entry {
            uid: "abc.verkennen.startbijeenkomst".to_owned(),
            sequence: 2,
            changed: DateTime::parse_from_rfc3339("2026-11-05T16:41:00+01:00").expect("a moment"),
            title: title.to_owned(),
            when: When::Hours { day, from: time(15, 0), to: time(16, 30) },
            place: Some("Kantine; Kade 12, Zuidwâld".to_owned()),
            description: "Neem mee:\nje antwoorden".to_owned(),
            presence: Presence::Meeting,
            label: "TLP:AMBER",
        }
    }

    fn rendered(entries: Vec<Entry>) -> String {
        let calendar = Calendar { name: "Samen Sterk".to_owned(), entries };
        String::from_utf8(ics(&calendar)).expect("it is UTF-8")
    }

    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    #[test]
    fn a_meeting_has_a_time_a_place_and_an_alarm() {
        let text = rendered(vec![entry("Startbijeenkomst")]);
        let event = &text[text.find("BEGIN:VEVENT").expect("there is one")..];
        insta::assert_snapshot!(event.replace("\r\n", "\n"), @r"
        BEGIN:VEVENT
        UID:abc.verkennen.startbijeenkomst
        DTSTAMP:20261105T154100Z
        LAST-MODIFIED:20261105T154100Z
        SEQUENCE:2
        DTSTART;TZID=Europe/Amsterdam:20261215T150000
        DTEND;TZID=Europe/Amsterdam:20261215T163000
        SUMMARY:Startbijeenkomst
        LOCATION:Kantine\; Kade 12\, Zuidwâld
        DESCRIPTION:TLP:AMBER\nNeem mee:\nje antwoorden
        CLASS:PRIVATE
        TRANSP:OPAQUE
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-P1D
        DESCRIPTION:Startbijeenkomst
        END:VALARM
        END:VEVENT
        END:VCALENDAR
        ");
    }

    #[test]
    fn a_day_ends_where_the_next_begins_and_rings_no_bell() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 31).expect("a day of the calendar");
        let reminder = Entry { when: When::Day(day), presence: Presence::Reminder, place: None, ..entry("Tekenen") };
        let text = rendered(vec![reminder]);
        assert!(text.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"), "{text}");
        assert!(!text.contains("VALARM") && text.contains("TRANSP:TRANSPARENT"), "{text}");
    }

    #[test]
    fn what_does_not_go_on_is_taken_off_and_rings_no_bell() {
        let text = rendered(vec![Entry { presence: Presence::Cancelled, ..entry("Startbijeenkomst") }]);
        assert!(text.contains("\r\nSTATUS:CANCELLED\r\n") && !text.contains("VALARM"), "{text}");
        assert!(!rendered(vec![entry("Startbijeenkomst")]).contains("STATUS"));
    }

    proptest! {
        #[test]
        fn no_text_adds_a_line_or_gets_lost(title in any::<String>(), place in any::<String>()) {
            let text = rendered(vec![Entry { place: Some(place.clone()), ..entry(&title) }]);
            for line in text.split_terminator("\r\n") {
                prop_assert!(line.len() <= 75, "{} octets", line.len());
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let whole = unfolded(&text);
            let plain = unfolded(&rendered(vec![entry("x")]));
            prop_assert_eq!(whole.matches("\r\n").count(), plain.matches("\r\n").count());
            let summary = whole.lines().find_map(|line| line.strip_prefix("SUMMARY:")).expect("there is one");
            prop_assert_eq!(unescaped(summary), notation::printed(&title).into_owned());
            let location = whole.lines().find_map(|line| line.strip_prefix("LOCATION:")).expect("there is one");
            prop_assert_eq!(unescaped(location), notation::printed(&place).into_owned());
        }
    }

    fn unescaped(text: &str) -> String {
        let (mut plain, mut letters) = (String::new(), text.chars());
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => plain.push(letters.next().map_or('\\', |next| if next == 'n' { '\n' } else { next })),
                other => plain.push(other),
            }
        }
        plain
    }
}
