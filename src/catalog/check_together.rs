use std::collections::BTreeMap;

use super::draft::Draft;
use crate::domain::{FullId, Kind, Meaning, Question, Scope};
use crate::source::{Fault, did_you_mean, quoted};

/// The questions of `regio init` that a person answers in three minutes.
const MOST_INTAKE: usize = 7;

/// What can be judged only when every questionnaire has been read: the faults of each draft.
pub(super) fn check_together(drafts: &[Draft]) -> Vec<Vec<Fault>> {
    let mut faults: Vec<Vec<Fault>> = drafts.iter().map(|_| Vec::new()).collect();
    let questions: BTreeMap<&FullId, &Question> = drafts
        .iter()
        .flat_map(|draft| draft.questionnaire.questions())
        .map(|question| (&question.id, question))
        .collect();
    let mut meanings: BTreeMap<Meaning, &FullId> = BTreeMap::new();
    for (draft, faults) in drafts.iter().zip(&mut faults) {
        check_anchors(draft, &questions, faults);
        check_meanings(draft, &mut meanings, faults);
    }
    let intake = questions.values().filter(|question| question.intake).count();
    if intake > MOST_INTAKE
        && let Some((draft, faults)) = drafts.iter().zip(&mut faults).next()
    {
        let message = format!("{intake} vragen horen bij 'regio init': hooguit {MOST_INTAKE} kan");
        faults.push(
            Fault::at(draft.id_span.clone(), message).tip("haal 'intake = true' weg bij vragen die kunnen wachten"),
        );
    }
    faults
}

fn check_anchors(draft: &Draft, questions: &BTreeMap<&FullId, &Question>, faults: &mut Vec<Fault>) {
    for anchor in &draft.anchors {
        let span = anchor.span.clone();
        match questions.get(&anchor.value) {
            Some(question) if question.kind == Kind::Date && question.scope == Scope::Together => {}
            Some(_) => {
                let fault = Fault::at(span, format!("de vraag '{}' geeft geen datum", anchor.value));
                faults.push(fault.tip("een anker is een vraag van het type date, of \"begin\""));
            }
            None => {
                let dates: Vec<String> = questions
                    .values()
                    .filter(|question| question.kind == Kind::Date)
                    .map(|question| question.id.local.to_string())
                    .collect();
                let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
                let message = format!("er is geen vraag {}", quoted(&anchor.value.to_string()));
                faults.push(Fault::at(span, message).tip_if(did_you_mean(anchor.value.local.as_str(), &dates)));
            }
        }
    }
}

fn check_meanings<'d>(draft: &'d Draft, meanings: &mut BTreeMap<Meaning, &'d FullId>, faults: &mut Vec<Fault>) {
    let bound = draft.questionnaire.questions().filter_map(|question| Some((question.means?, &question.id)));
    for ((meaning, id), place) in bound.zip(&draft.meanings) {
        if let Some(other) = meanings.insert(meaning, id) {
            let message = format!("de betekenis '{}' is al van de vraag '{other}'", meaning.word());
            faults.push(Fault::at(place.span.clone(), message).tip("elke betekenis hoort bij één vraag"));
        }
    }
}
