use std::collections::BTreeSet;

use super::Head;
use crate::domain::{FullId, Tlp};
use crate::expression::Facts;

/// The head of a report that repeats the answers to these questions.
pub(super) fn head<'q>(facts: &Facts, questions: impl IntoIterator<Item = &'q FullId>) -> Head {
    Head::new(facts.project, strictest(facts, questions), facts.today)
}

/// The strictest label of what a report holds: that of the project, or of an answer that it repeats.
pub(super) fn strictest<'q>(facts: &Facts, questions: impl IntoIterator<Item = &'q FullId>) -> Tlp {
    let repeated: BTreeSet<&FullId> = questions.into_iter().collect();
    let lapsed = facts.project.lapsed.iter().map(|lapsed| (&lapsed.question, lapsed.answer()));
    let said = facts.project.everything_said().map(|(id, _, answer)| (id, answer.clone())).chain(lapsed);
    let said = said.filter(|(id, answer)| repeated.contains(id) && answer.value().is_some());
    said.map(|(id, answer)| facts.label(facts.question(id), &answer)).fold(facts.project.tlp, Tlp::max)
}
