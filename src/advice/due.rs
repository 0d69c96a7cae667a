use chrono::{NaiveDate, TimeDelta};
use serde::{Serialize, Serializer};

use crate::domain::{ActionRecord, Anchor, DueRule, Phase, last_working_day};
use crate::expression::Facts;
use crate::notation;

/// Before when a step is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    On(NaiveDate),
    /// The date counted back lies before the project began: as soon as possible.
    Soon,
    /// It hangs on a date that is not known yet: the label of the question that asks it.
    Waits {
        on: String,
        days: i32,
    },
    Never,
}

impl Due {
    pub fn date(&self) -> Option<NaiveDate> {
        match self {
            Due::On(date) => Some(*date),
            Due::Soon | Due::Waits { .. } | Due::Never => None,
        }
    }

    /// How many days ago the day was; nothing or less for one that is to come.
    pub fn days_late(&self, today: NaiveDate) -> i64 {
        self.date().map_or(0, |date| today.signed_duration_since(date).num_days())
    }

    /// Before when, in words. A day that went by is only told of a step that is open.
    pub fn words(&self, open: bool, today: NaiveDate) -> Option<String> {
        match self {
            Due::On(date) => {
                let (day, relative) = (notation::date_with_weekday(*date), notation::relative(*date, today));
                Some(match open && *date < today {
                    true => format!("{day}: dat is al geweest ({relative})"),
                    false => format!("{day} ({relative})"),
                })
            }
            Due::Soon => Some("zo snel mogelijk".to_owned()),
            Due::Waits { on, days } => {
                let count = notation::counted(days.unsigned_abs() as usize, "dag", "dagen");
                let side = match days {
                    0 => "op de dag zelf".to_owned(),
                    days if *days < 0 => format!("{count} ervoor"),
                    _ => format!("{count} erna"),
                };
                Some(format!("nog geen datum; telt vanaf '{on}', {side}"))
            }
            Due::Never => None,
        }
    }
}

impl Serialize for Due {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.date().serialize(serializer)
    }
}

/// What a person said goes before what is counted from an anchor.
pub(super) fn due(rule: Option<&DueRule>, record: Option<&ActionRecord>, phase: Phase, facts: &Facts) -> Due {
    if let Some(date) = record.and_then(|record| record.due) {
        return Due::On(date);
    }
    let Some(rule) = rule else { return Due::Never };
    let anchor = match &rule.anchor {
        Anchor::PhaseBegin => facts.project.begun.get(&phase).copied(),
        Anchor::Answer(question) => facts.answer(question, None).and_then(|answer| answer.value()?.as_date()),
    };
    match anchor.and_then(|anchor| Some((anchor, shifted(anchor, rule.days)?))) {
        Some((_, date)) if record.and_then(|record| record.reopened).is_some_and(|day| date < day) => Due::Never,
        Some((_, date)) if date < facts.project.created => Due::Soon,
        Some((anchor, date)) => Due::On(workable(anchor, date, facts.project.created)),
        None => match &rule.anchor {
            Anchor::PhaseBegin => Due::Never,
            Anchor::Answer(question) => {
                let label = facts.question(question).map(|question| question.label.clone());
                Due::Waits { on: label.unwrap_or_else(|| question.to_string()), days: rule.days }
            }
        },
    }
}

fn shifted(date: NaiveDate, days: i32) -> Option<NaiveDate> {
    date.checked_add_signed(TimeDelta::days(days.into()))
}

/// The working day on or before what was counted, where there is one since the project and the anchor. The day of the
/// anchor itself is what a person said.
fn workable(anchor: NaiveDate, counted: NaiveDate, created: NaiveDate) -> NaiveDate {
    let since = if counted < anchor { created } else { created.max(anchor) };
    if counted == anchor { counted } else { last_working_day(since, counted).unwrap_or(counted) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(number: i32) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(number).expect("a day of the calendar")
    }

    #[track_caller]
    fn check(anchor: &str, days: i32, created: &str, expected: &str) {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day of the calendar");
        let counted = shifted(day(anchor), days).expect("a day of the calendar");
        assert_eq!(workable(day(anchor), counted, day(created)), day(expected));
    }

    #[test]
    fn what_is_counted_falls_on_a_working_day() {
        check("2027-01-15", -21, "2026-11-24", "2026-12-24");
        check("2027-01-15", 2, "2026-11-24", "2027-01-15");
        // A day that a person said stays.
        check("2027-01-17", 0, "2026-11-24", "2027-01-17");
        // Nobody works between the two: the day before would lie before the anchor, or before the project.
        check("2027-01-16", 1, "2026-11-24", "2027-01-17");
        check("2027-01-31", -14, "2027-01-16", "2027-01-17");
    }

    proptest! {
        #[test]
        fn it_never_leaves_what_it_lies_between(anchor in 739_000..760_000, days in -60..60, project in 0..60) {
            let (anchor, counted, created) = (day(anchor), day(anchor + days), day(anchor + days - project));
            let found = workable(anchor, counted, created);
            prop_assert!(created <= found && found <= counted);
            prop_assert!(days < 0 || anchor <= found);
        }
    }
}
