use std::collections::BTreeSet;

use super::Head;
use crate::domain::{Answer, FullId, Question, Tlp};
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
    said.map(|(id, _, answer)| of(facts, facts.question(id), answer)).fold(facts.project.tlp, Tlp::max)
}

/// The label that was given to an answer, or else that of its question, or else that of the project.
pub(super) fn of(facts: &Facts, question: Option<&Question>, answer: &Answer) -> Tlp {
    answer.tlp.or(question.and_then(|question| question.tlp)).unwrap_or(facts.project.tlp)
}
