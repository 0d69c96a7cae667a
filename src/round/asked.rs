use crate::catalog::Catalog;
use crate::domain::{Phase, Question, Scope};

/// The questions that one organisation answers by itself: those asked per organisation, and those that have a perspective,
/// on which its answer is a view. In the order of the questionnaires; of one phase, or of all.
pub fn asked_questions(catalog: &Catalog, phase: Option<Phase>) -> impl Iterator<Item = &Question> {
    let wanted = move |question: &&Question| phase.is_none_or(|phase| catalog.phase_of(&question.id) == Some(phase));
    catalog.questions().filter(|question| is_asked_of_each(question)).filter(wanted)
}

/// The questions of a phase that all answer together.
pub fn asked_together(catalog: &Catalog, phase: Phase) -> impl Iterator<Item = &Question> {
    let together = catalog.questions().filter(|question| question.scope == Scope::Together);
    together.filter(move |question| catalog.phase_of(&question.id) == Some(phase))
}

/// Whether each organisation answers it by itself.
pub(super) fn is_asked_of_each(question: &Question) -> bool {
    question.scope == Scope::PerOrganisation || question.perspective.is_some()
}
