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
    let said =
        facts.project.everything_said().filter(|(id, _, answer)| repeated.contains(id) && answer.value().is_some());
    said.map(|(id, _, answer)| facts.label(facts.question(id), answer)).fold(facts.project.tlp, Tlp::max)
}
