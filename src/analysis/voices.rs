use serde::Serialize;

use super::party::Party;
use crate::catalog::Catalog;
use crate::domain::{Answer, Organisation, Question, State};
use crate::expression::Facts;
use crate::round::asked_questions;

/// How much one organisation of the kopgroep has said of what is asked of it by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Voice {
    pub organisation: Party,
    pub asked: usize,
    /// Answered, or said not to apply.
    pub answered: usize,
    /// Said not to be known yet.
    pub unknown: usize,
    pub open: usize,
}

impl Voice {
    /// Nothing was said, while something was asked.
    pub fn is_silent(&self) -> bool {
        self.asked > 0 && self.open == self.asked
    }
}

pub fn voices(catalog: &Catalog, facts: &Facts) -> Vec<Voice> {
    facts.kopgroep().map(|organisation| voice(catalog, facts, organisation)).collect()
}

fn voice(catalog: &Catalog, facts: &Facts, organisation: &Organisation) -> Voice {
    let mut voice = Voice { organisation: organisation.into(), asked: 0, answered: 0, unknown: 0, open: 0 };
    for question in
        asked_questions(catalog, None, organisation.place).filter(|one| is_asked_now(catalog, facts, one, organisation))
    {
        let said = facts.project.said_by(&question.id, &organisation.id);
        voice.asked += 1;
        match said {
            _ if Facts::settles(said) => voice.answered += 1,
            Some(Answer { state: State::Unknown, .. }) => voice.unknown += 1,
            _ => voice.open += 1,
        }
    }
    voice
}

/// Whether a question counts as asked of an organisation: its condition holds, and its phase was begun or it was answered.
pub fn is_asked_now(catalog: &Catalog, facts: &Facts, question: &Question, organisation: &Organisation) -> bool {
    let begun = catalog.is_begun(&question.id, facts.project);
    let said = facts.project.said_by(&question.id, &organisation.id);
    let heard = said.is_some_and(|answer| answer.state != State::Open);
    (begun || heard) && facts.is_asked(question, Some(organisation))
}
