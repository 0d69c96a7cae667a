use crate::catalog::Catalog;
use crate::domain::{Perspective, Phase, Question, Scope};

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

/// How one organisation answers what all answer together, on the page and on paper.
pub fn own_view(question: &Question) -> Option<&'static str> {
    match question.perspective? {
        _ if question.scope == Scope::PerOrganisation => None,
        Perspective::Own => None,
        Perspective::Together => {
            Some("Dit beantwoorden jullie later samen. Hier schrijf je wat jouw organisatie ervan vindt.")
        }
        Perspective::Others => {
            Some("Deze vraag gaat over de anderen. Schrijf wat jouw organisatie van hen ziet of weet.")
        }
    }
}
