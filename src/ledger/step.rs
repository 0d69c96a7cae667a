use chrono::NaiveDate;

use super::known_name::find_organisation;
use super::ledger::{Ledger, LedgerError};
use super::meeting::minute;
use super::short_code::short_code;
use crate::domain::{ActionRecord, Identifier, Organisation, OwnAction, Phase, StepId, Subject};
use crate::notation;

/// What a person says about a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    Done { on: NaiveDate, note: Option<String> },
    Dropped { on: NaiveDate, note: Option<String> },
    Reopened { on: NaiveDate },
    Owner(Option<String>),
    Due(Option<NaiveDate>),
}

/// A step of one's own, as it is made.
pub struct NewStep {
    pub title: String,
    pub phase: Option<Phase>,
    pub owner: Option<String>,
    pub due: Option<NaiveDate>,
    /// A number that was drawn, for its id.
    pub drawn: u64,
}

const LONGEST_ID: usize = 40;

impl Mark {
    fn put(self, record: &mut ActionRecord, comes_back: bool) {
        match self {
            Mark::Done { on, note } => {
                (record.done, record.dropped) = (Some(on), None);
                record.note = note.or(record.note.take());
                // The day was that of this round, also when it was taken before.
                record.due = record.due.filter(|_| !comes_back);
            }
            Mark::Dropped { on, note } => {
                (record.done, record.dropped) = (None, Some(on));
                record.note = note.or(record.note.take());
            }
            Mark::Reopened { on } => {
                (record.done, record.dropped, record.reopened) = (None, None, Some(on));
                record.due = record.due.filter(|due| *due >= on);
            }
            Mark::Owner(owner) => record.owner = owner,
            Mark::Due(due) => record.due = due,
        }
    }
}

impl Ledger<'_> {
    /// Marks a step. What it was and what it became goes into the history in the words of who marks it.
    pub fn mark(&mut self, step: &StepId, mark: Mark, was: &str, became: &str) -> Result<(), LedgerError> {
        if let Mark::Owner(Some(owner)) = &mark {
            self.check_doer(owner)?;
        }
        let id = step.to_string();
        let comes_back = self.catalog.actions().any(|action| action.id.to_string() == id && action.every.is_some());
        self.remembering(Subject::Action(id), (Some(was.to_owned()), Some(became.to_owned())), |project| match step {
            StepId::Advised(id) => mark.put(project.actions.entry(id.clone()).or_default(), comes_back),
            StepId::Own(id) => {
                let own = project.own_actions.iter_mut().find(|own| own.id == *id);
                mark.put(&mut own.expect("a step of one's own is marked by the id it has").record, comes_back);
            }
        })
    }

    /// The id under which the new step stands on the checklist.
    pub fn add_step(&mut self, new: NewStep) -> Result<Identifier, LedgerError> {
        let NewStep { title, phase, owner, due, drawn } = new;
        owner.iter().try_for_each(|owner| self.check_doer(owner))?;
        let id = self.id_for_step(&title, drawn);
        let record = ActionRecord { owner, due, ..ActionRecord::default() };
        let own = OwnAction { id: id.clone(), title, phase, created: self.today, record };
        let became = (None, Some("open".to_owned()));
        let meeting = self.meeting;
        self.remembering(Subject::Action(id.to_string()), became, |project| {
            minute(project, meeting, |meeting| meeting.steps.push(own.clone()));
            project.own_actions.push(own);
        })?;
        Ok(id)
    }

    /// Refuses who can do nothing: nobody, and who left.
    pub fn check_doer(&self, name: &str) -> Result<(), LedgerError> {
        let organisations = &self.project().organisations;
        let is_here = organisations.iter().any(|one| !one.has_left() && one.answers_to(name));
        let went_along = organisations.iter().any(|one| one.has_left() && one.answers_to(name));
        let left = find_organisation(self.project(), name).is_some_and(Organisation::has_left);
        if left || (went_along && !is_here) {
            return Err(LedgerError::Departed(name.to_owned()));
        }
        if notation::names_nobody(name) { Err(LedgerError::NamesNobody(name.to_owned())) } else { Ok(()) }
    }

    /// An id that no other step has: its title, and a code.
    fn id_for_step(&self, title: &str, drawn: u64) -> Identifier {
        let plain = Identifier::from_name(title).or_else(|| Identifier::parse("stap"));
        let plain = plain.expect("a plain word is an identifier");
        let short: String = plain.as_str().chars().take(LONGEST_ID).collect();
        let named = |code: &str| Identifier::parse(&format!("{}-{code}", short.trim_end_matches('-')));
        let taken = |code: &str| {
            let id = named(code);
            self.project().own_actions.iter().any(|own| Some(&own.id) == id.as_ref())
                || self.catalog.actions().any(|action| Some(&action.id.local) == id.as_ref())
        };
        named(&short_code(drawn, taken)).expect("an identifier with a short code behind it is one")
    }
}
