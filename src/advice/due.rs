use chrono::{Days, NaiveDate};
use serde::{Serialize, Serializer};

use crate::domain::{ActionRecord, Anchor, DueRule, Phase};
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

    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.date().is_some_and(|date| date < today)
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
    match anchor.and_then(|anchor| shifted(anchor, rule.days)) {
        Some(date) if date < facts.project.created => Due::Soon,
        Some(date) => Due::On(date),
        None => waiting(rule, facts),
    }
}

fn waiting(rule: &DueRule, facts: &Facts) -> Due {
    match &rule.anchor {
        Anchor::PhaseBegin => Due::Never,
        Anchor::Answer(question) => {
            let label = facts.question(question).map(|question| question.label.clone());
            Due::Waits { on: label.unwrap_or_else(|| question.to_string()), days: rule.days }
        }
    }
}

fn shifted(date: NaiveDate, days: i32) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs().into());
    if days < 0 { date.checked_sub_days(count) } else { date.checked_add_days(count) }
}
