use chrono::NaiveTime;

use crate::document::{Calendar, Entry, Presence};
use crate::notation;

/// The zone in it is the rule of the European Union since 1996, for programs that do not know it by its name.
const CALENDAR: &str = include_str!("parts/calendar.ics");

/// iCalendar (RFC 5545), for every calendar program. Things of a day are events and no tasks: most calendars do not show tasks.
pub fn ics(calendar: &Calendar) -> Vec<u8> {
    let events: String = calendar.entries.iter().map(event).collect();
    let filled = notation::filled(CALENDAR, &[("name", escaped(&calendar.name)), ("events", events)]);
    // What an entry does not have leaves its line empty.
    filled.lines().filter(|line| !line.is_empty()).map(folded).collect::<String>().into_bytes()
}

fn event(entry: &Entry) -> String {
    let title = escaped(&entry.title);
    let presence = match entry.presence {
        Presence::Meeting => {
            "TRANSP:OPAQUE\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-P1D\nDESCRIPTION:".to_owned()
                + &title
                + "\nEND:VALARM"
        }
        Presence::Reminder => "TRANSP:TRANSPARENT".to_owned(),
        Presence::Cancelled => "TRANSP:TRANSPARENT\nSTATUS:CANCELLED".to_owned(),
    };
    let values = [
        ("uid", escaped(&entry.uid)),
        ("changed", entry.changed.to_utc().format("%Y%m%dT%H%M%SZ").to_string()),
        ("sequence", entry.sequence.to_string()),
        ("when", when(entry)),
        ("title", title),
        ("place", entry.place.iter().map(|place| format!("LOCATION:{}", escaped(place))).collect()),
        ("description", escaped(&format!("{}\n{}", entry.label, entry.description))),
        ("class", if entry.label == "TLP:CLEAR" { "PUBLIC" } else { "PRIVATE" }.to_owned()),
        ("presence", presence),
    ];
    notation::filled(include_str!("parts/event.ics"), &values)
}

fn when(Entry { day, hours, .. }: &Entry) -> String {
    match hours {
        None => {
            // The end is the first day that is no longer part of it.
            let end = day.succ_opt().map(|next| format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")));
            format!("DTSTART;VALUE=DATE:{}\n{}", day.format("%Y%m%d"), end.unwrap_or_default())
        }
        Some((from, to)) => {
            let at = |time: &NaiveTime| day.and_time(*time).format("%Y%m%dT%H%M%S");
            format!("DTSTART;TZID=Europe/Amsterdam:{}\nDTEND;TZID=Europe/Amsterdam:{}", at(from), at(to))
        }
    }
}

/// A line that ends as the standard wants, in pieces no longer than it allows.
fn folded(line: &str) -> String {
    /// In octets, without the end of the line.
    const LONGEST: usize = 75;
    let mut folded = String::with_capacity(line.len() + 2);
    let mut room = LONGEST;
    for letter in line.chars() {
        if letter.len_utf8() > room {
            folded.push_str("\r\n ");
            room = LONGEST - 1;
        }
        folded.push(letter);
        room -= letter.len_utf8();
    }
    folded + "\r\n"
}

/// A text of somebody else, which can neither end its property nor begin another.
fn escaped(text: &str) -> String {
    notation::printed(text).replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, NaiveDate, NaiveTime};
    use proptest::prelude::*;

    fn entry(title: &str) -> Entry {
        let day = NaiveDate::from_ymd_opt(2026, 12, 15).expect("a day of the calendar");
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).expect("a time of the day");
        Entry {
            uid: "abc.verkennen.startbijeenkomst".to_owned(),
            sequence: 2,
            changed: DateTime::parse_from_rfc3339("2026-11-05T16:41:00+01:00").expect("a moment"),
            title: title.to_owned(),
            day,
            hours: Some((time(15, 0), time(16, 30))),
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
        let reminder = Entry { day, hours: None, presence: Presence::Reminder, place: None, ..entry("Tekenen") };
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
