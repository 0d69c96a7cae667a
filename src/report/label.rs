use super::Head;
use crate::domain::{Answer, Answers, FullId, Tlp};
use crate::expression::Facts;

/// The head of a report that repeats the answers to these questions.
pub(super) fn head<'q>(facts: &Facts, questions: impl IntoIterator<Item = &'q FullId>) -> Head {
    Head::new(facts.project, strictest(facts, questions), facts.today)
}

/// The strictest label of what a report holds: that of the project, or of an answer that it repeats. An answer has the label
/// that was given to it, or else that of its question.
pub(super) fn strictest<'q>(facts: &Facts, questions: impl IntoIterator<Item = &'q FullId>) -> Tlp {
    let labels = questions.into_iter().filter_map(|id| label_of(facts, id));
    labels.fold(facts.project.tlp, Tlp::max)
}

fn label_of(facts: &Facts, id: &FullId) -> Option<Tlp> {
    let asked = facts.question(id).and_then(|question| question.tlp);
    let of = |answer: &Answer| answer.value().and(answer.tlp.or(asked));
    let answers = facts.project.answers.get(id).and_then(|answers| match answers {
        Answers::Together(answer) => of(answer),
        Answers::PerOrganisation(each) => each.values().filter_map(of).max(),
    });
    let views = facts.project.views.get(id).and_then(|views| views.values().filter_map(of).max());
    let variants = facts.project.variants.iter().filter(|variant| variant.question == *id);
    answers.max(views).max(variants.filter_map(|variant| of(&variant.answer)).max())
}
