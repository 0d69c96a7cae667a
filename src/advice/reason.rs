use crate::domain::{Answer, Formula, FullId, Organisation, OrganisationKind, Place, Scope};
use crate::expression::{Facts, Words};
use crate::notation;

/// One fact that a step or signal follows from, in words.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Reason {
    pub label: String,
    pub answer: String,
    /// The full id of the question, when it is an answer.
    pub question: Option<String>,
}

/// So many organisations are named in one reason.
const MOST_NAMES: usize = 4;
/// So much of a text is repeated in a reason, in characters.
const LONGEST: usize = 120;

/// The facts that a condition rests on, each once, in the order in which they stand in it.
pub(super) fn reasons(condition: &Formula, facts: &Facts) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Vec::new();
    condition.walk(&mut |formula| {
        if let Some(reason) = reason(formula, facts)
            && !reasons.contains(&reason)
        {
            reasons.push(reason);
        }
    });
    reasons
}

fn reason(formula: &Formula, facts: &Facts) -> Option<Reason> {
    let counted = |count| notation::counted(count, "organisatie", "organisaties");
    let fact = |label: &str, answer: String| Some(Reason { label: label.to_owned(), answer, question: None });
    match formula {
        Formula::Answer(id) => answer_reason(id, facts),
        Formula::Organisations(Some(Place::Kopgroep)) => fact("Kopgroep", counted(facts.kopgroep().count())),
        Formula::Organisations(_) => fact("Register", counted(facts.project.organisations.len())),
        Formula::KindsMissing | Formula::KindsPresent => {
            let is_held = |kind: &&OrganisationKind| facts.kopgroep().any(|one| one.kind == Some(**kind));
            let held = notation::enumeration(OrganisationKind::ALL.iter().filter(is_held).map(|kind| kind.title()));
            fact("Soorten in de kopgroep", if held.is_empty() { "nog niet ingevuld".to_owned() } else { held })
        }
        Formula::Phase => fact("Fase", facts.project.phase().title().to_owned()),
        Formula::SuccessCount => fact("Successen", facts.project.successes().count().to_string()),
        Formula::DecisionCount => fact("Besluiten", facts.project.decisions.len().to_string()),
        _ => None,
    }
}

fn answer_reason(id: &FullId, facts: &Facts) -> Option<Reason> {
    let question = facts.question(id)?;
    let words = Words::new(facts);
    let answer = match question.scope {
        Scope::Together => {
            let answer = facts.answer(id, None).map(|answer| words.state(&question.kind, &answer.state));
            answer.unwrap_or_else(|| "nog open".to_owned())
        }
        Scope::Each(_) => {
            let answers = facts.answers_of_each(id);
            let said = |(organisation, answer): &(&Organisation, Option<&Answer>)| {
                let value = answer.and_then(Answer::value)?;
                Some(format!("{}: {}", organisation.name, words.value(&question.kind, value)))
            };
            let given: Vec<String> = answers.iter().filter_map(said).collect();
            match given.len() {
                0 => "nog van niemand".to_owned(),
                many if many > MOST_NAMES => format!("{many} van {} organisaties antwoordden", answers.len()),
                _ => given.join("; "),
            }
        }
    };
    let (label, answer) = (question.label.clone(), notation::shortened(&answer, LONGEST));
    Some(Reason { label, answer, question: Some(id.to_string()) })
}
