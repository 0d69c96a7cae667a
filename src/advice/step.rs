use chrono::NaiveDate;

use super::due::Due;
use super::reason::Reason;
use crate::domain::{FullId, Identifier, Origin, Owner, Phase};

/// One step of a checklist: advised by a questionnaire, or the user's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub id: StepId,
    pub phase: Option<Phase>,
    pub title: String,
    pub how: Option<String>,
    /// The advice that it rests on.
    pub why: Option<String>,
    /// The answers that it follows from.
    pub reasons: Vec<Reason>,
    /// Who takes it, in words.
    pub owner: String,
    /// Who takes it by the questionnaire's rule; nothing when a person was named.
    pub owner_rule: Option<Owner>,
    pub due: Due,
    pub state: StepState,
    /// A person ticked it, and since then its reason has gone.
    pub reason_gone: bool,
    pub note: Option<String>,
    pub weight: u32,
    /// The questions whose answers it repeats, in its reasons and its texts.
    pub questions: Vec<FullId>,
    pub origin: Option<Origin>,
    pub points: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepId {
    Advised(FullId),
    Own(Identifier),
}

impl StepId {
    /// The short name with which a person calls the step.
    pub fn local(&self) -> &Identifier {
        match self {
            StepId::Advised(id) => &id.local,
            StepId::Own(id) => id,
        }
    }
}

impl std::fmt::Display for StepId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            StepId::Advised(id) => id.fmt(formatter),
            StepId::Own(id) => id.fmt(formatter),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Open,
    DoneByHand(NaiveDate),
    DoneByItself,
    NotApplicable,
    /// Someone had said something about it, and its reason has gone.
    Lapsed,
    /// A person let it lapse.
    Dropped(NaiveDate),
}

impl StepState {
    pub const fn word(self) -> &'static str {
        match self {
            StepState::Open => "open",
            StepState::DoneByHand(_) => "done",
            StepState::DoneByItself => "done-by-itself",
            StepState::NotApplicable => "not-applicable",
            StepState::Lapsed => "lapsed",
            StepState::Dropped(_) => "dropped",
        }
    }

    pub const fn is_done(self) -> bool {
        matches!(self, StepState::DoneByHand(_) | StepState::DoneByItself)
    }
}
