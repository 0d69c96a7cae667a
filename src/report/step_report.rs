use chrono::NaiveDate;
use serde::Serialize;

use crate::advice::{Due, Reason, Step, StepState};
use crate::document::{CheckItem, CheckState, text};
use crate::domain::Origin;
use crate::notation;

/// One step as data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StepReport {
    pub id: String,
    pub phase: Option<&'static str>,
    pub title: String,
    pub how: Option<String>,
    pub why: Option<String>,
    pub reasons: Vec<Reason>,
    pub owner: String,
    pub due: Option<NaiveDate>,
    /// Before when, in words.
    pub due_words: Option<String>,
    pub late: bool,
    pub state: &'static str,
    /// The day on which a person ticked it or let it lapse.
    pub settled: Option<NaiveDate>,
    pub reason_gone: bool,
    pub note: Option<String>,
    pub weight: u32,
    pub origin: Option<&'static str>,
    pub points: Vec<String>,
}

impl StepReport {
    pub fn new(step: &Step, today: NaiveDate) -> StepReport {
        StepReport {
            id: step.id.to_string(),
            phase: step.phase.map(|phase| phase.word()),
            title: step.title.clone(),
            how: step.how.clone(),
            why: step.why.clone(),
            reasons: step.reasons.clone(),
            owner: step.owner.clone(),
            due: step.due.date(),
            due_words: due_words(&step.due, step.state, today),
            late: step.state == StepState::Open && step.due.is_late(today),
            state: step.state.word(),
            settled: match step.state {
                StepState::DoneByHand(date) | StepState::Dropped(date) => Some(date),
                _ => None,
            },
            reason_gone: step.reason_gone,
            note: step.note.clone(),
            weight: step.weight,
            origin: step.origin.as_ref().map(Origin::word),
            points: step.points.clone(),
        }
    }

    pub fn is_done(&self) -> bool {
        self.check_state() == CheckState::Done
    }

    fn check_state(&self) -> CheckState {
        match self.state {
            "open" => CheckState::Open,
            "done" | "done-by-itself" => CheckState::Done,
            _ => CheckState::Lapsed,
        }
    }

    /// The short name with which a person calls the step.
    fn short_id(&self) -> &str {
        self.id.rsplit_once('.').map_or(&self.id, |(_, local)| local)
    }

    /// The step to hand out, with all that helps to take it.
    pub fn in_full(&self) -> CheckItem {
        let mut particulars = Vec::new();
        particulars.extend(self.how.iter().map(|how| ("Hoe".to_owned(), text(how))));
        particulars.extend(self.why_and_from());
        particulars.extend(self.who_and_when());
        self.item(particulars)
    }

    /// The step in a longer list: why, who and before when.
    pub fn in_short(&self) -> CheckItem {
        let mut particulars = Vec::new();
        particulars.extend(self.why.iter().map(|why| ("Waarom".to_owned(), text(why))));
        particulars.extend(self.who_and_when());
        self.item(particulars)
    }

    /// A step that asks nothing more: what became of it.
    pub fn settled(&self) -> CheckItem {
        let on = |word: &str| self.settled.map(|date| format!("{word} op {}", notation::date(date)));
        let became = match self.state {
            "done" => on("afgevinkt"),
            "done-by-itself" => Some("vanzelf klaar, volgt uit de antwoorden".to_owned()),
            "dropped" => on("laten vervallen"),
            "lapsed" => Some("de reden is er niet meer".to_owned()),
            _ => Some("nu niet van toepassing".to_owned()),
        };
        let gone = self.reason_gone.then(|| " (nu niet meer nodig)".to_owned());
        let became = became.map(|became| became + &gone.unwrap_or_default());
        let mut particulars: Vec<_> = became.into_iter().map(|became| ("Stand".to_owned(), text(became))).collect();
        particulars.extend(self.from());
        particulars.extend(self.note.iter().map(|note| ("Notitie".to_owned(), text(note))));
        self.item(particulars)
    }

    /// The step in a list of all that became of the steps.
    pub fn in_trail(&self) -> CheckItem {
        match self.state {
            "open" => self.in_short(),
            _ => {
                let mut item = self.settled();
                item.particulars.push(("Wie".to_owned(), text(&self.owner)));
                item
            }
        }
    }

    fn item(&self, particulars: Vec<(String, Vec<crate::document::Inline>)>) -> CheckItem {
        CheckItem {
            state: self.check_state(),
            title: text(&self.title),
            id: Some(self.short_id().to_owned()),
            particulars,
        }
    }

    fn why_and_from(&self) -> Vec<(String, Vec<crate::document::Inline>)> {
        let why = self.why.iter().map(|why| ("Waarom".to_owned(), text(why)));
        why.chain(self.from()).collect()
    }

    fn from(&self) -> Option<(String, Vec<crate::document::Inline>)> {
        let answers: Vec<String> =
            self.reasons.iter().map(|reason| format!("{}: {}", reason.label, reason.answer)).collect();
        (!answers.is_empty()).then(|| ("Volgt uit".to_owned(), text(answers.join("; "))))
    }

    fn who_and_when(&self) -> Vec<(String, Vec<crate::document::Inline>)> {
        let mut particulars = vec![("Wie".to_owned(), text(&self.owner))];
        particulars.extend(self.due_words.iter().map(|due| ("Voor".to_owned(), text(due))));
        particulars.extend(self.note.iter().map(|note| ("Notitie".to_owned(), text(note))));
        particulars
    }
}

fn due_words(due: &Due, state: StepState, today: NaiveDate) -> Option<String> {
    match due {
        Due::On(date) if state == StepState::Open && *date < today => Some(format!(
            "{}: dat is al geweest ({})",
            notation::date_with_weekday(*date),
            notation::relative(*date, today)
        )),
        Due::On(date) => Some(format!("{} ({})", notation::date_with_weekday(*date), notation::relative(*date, today))),
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
