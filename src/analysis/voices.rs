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
    let said: Vec<Option<&Answer>> = asked_now(catalog, facts, organisation).map(|(_, said)| said).collect();
    let answered = said.iter().filter(|said| Facts::settles(**said)).count();
    let unknown = said.iter().flatten().filter(|answer| answer.state == State::Unknown).count();
    let open = said.len() - answered - unknown;
    Voice { organisation: organisation.into(), asked: said.len(), answered, unknown, open }
}

/// A question, with the answer where there is one.
type Asked<'c> = (&'c Question, Option<&'c Answer>);

/// The questions that count as asked of an organisation, with what it said: the condition holds, and the phase was begun or it answered.
pub fn asked_now<'c>(catalog: &'c Catalog, facts: &Facts<'c>, one: &Organisation) -> impl Iterator<Item = Asked<'c>> {
    asked_questions(catalog, None, one.place).filter_map(move |question| {
        let said = facts.project.said_by(&question.id, &one.id);
        let is_heard = said.is_some_and(|answer| answer.state != State::Open);
        let is_at_hand = is_heard || catalog.is_begun(&question.id, facts.project);
        (is_at_hand && facts.is_asked(question, Some(one))).then_some((question, said))
    })
}
