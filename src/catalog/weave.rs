//! The question of a dated fact is a question of a part like any other: it stands behind the first question that shows the fact.

use crate::domain::{DatedFact, Questionnaire, Renamed};

pub(super) fn weave(questionnaires: &mut [Questionnaire], fact: &DatedFact) {
    let Some(asked) = &fact.question else { return };
    let Some(questionnaire) = questionnaires.iter_mut().find(|one| one.id == asked.id.questionnaire) else { return };
    // A questionnaire of one's own may ask it already, or lack what the fact is about.
    let Some(first) = fact.shows_at.iter().find(|id| questionnaire.questions().any(|one| one.id == **id)) else {
        return;
    };
    if questionnaire.questions().any(|question| question.id == asked.id) {
        return;
    }
    let since = questionnaire.version;
    let earlier = fact.asked_as.iter().map(|from| Renamed { from: from.clone(), to: asked.id.local.clone(), since });
    questionnaire.earlier.renamed.extend(earlier);
    for section in &mut questionnaire.sections {
        let place = section.questions.iter().position(|question| question.id == *first);
        if let Some(place) = place {
            section.questions.insert(place + 1, asked.clone());
        }
    }
}

/// Takes the question out again.
pub(super) fn unweave(questionnaires: &mut [Questionnaire], fact: &DatedFact) {
    let Some(asked) = &fact.question else { return };
    for questionnaire in questionnaires.iter_mut().filter(|one| one.id == asked.id.questionnaire) {
        questionnaire.earlier.renamed.retain(|renamed| renamed.to != asked.id.local);
        questionnaire.sections.iter_mut().for_each(|section| section.questions.retain(|one| one != asked));
    }
}
