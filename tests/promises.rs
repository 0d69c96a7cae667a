//! What a question promises of its answer is kept: a document that it names tells the answer, a step that it names rests on it.
#![allow(clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

use regio::domain::{Action, Anchor, Edition, FullId, Project, Question, Signal, State, Tlp, Value};

use crate::desk::{CATALOG, SHIPPED, made};
use crate::witness::Witness;

/// What a reader calls a document, and its name.
const DOCUMENTS: &[(&str, &str)] = &[
    ("agenda", "agenda"),
    ("financiering", "financiering"),
    ("flyer", "flyer"),
    ("intentieverklaring", "intentieverklaring"),
    ("jaarkalender", "jaarkalender"),
    ("oefenscenario", "scenario"),
    ("overdrachtsblad", "overdracht"),
    ("pitch", "pitch"),
    ("presentatie", "presentatie"),
    ("roadmap", "roadmap"),
    ("rolverdeling", "rolverdeling"),
    ("uitnodiging", "uitnodiging"),
];

/// A sentence with one of these says where the answer turns up.
const TURNS_UP: &[&str] = &["komt", "komen", "staat", "staan", "wordt", "worden", "kan mee"];

/// The sentences of the reason that say where the answer turns up, in words.
fn promises(question: &Question) -> Vec<Vec<String>> {
    let sentences = question.why.split(['.', '!', '?']).map(str::to_lowercase);
    let promising = sentences
        .filter(|sentence| TURNS_UP.iter().any(|sign| format!(" {} ", sentence.trim()).contains(&format!(" {sign} "))));
    let words = |sentence: String| sentence.split(|sign: char| !sign.is_alphanumeric()).map(str::to_owned).collect();
    promising.map(words).collect()
}

/// Whether the document says something else once the answer is another, or is taken away.
fn tells(document: &str, question: &FullId) -> bool {
    let wording = SHIPPED.iter().find(|wording| wording.id.as_str() == document).expect("the document is there");
    let told = Witness::new(Tlp::Clear, Some(Tlp::Clear)).project;
    let text = |project: &Project| format!("{:?}", made(wording, project, Edition::Kopgroep));
    let mut untold = told.clone();
    let mut answers = untold.answers.remove(question).expect("every question is answered");
    let without = text(&untold);
    // A document may say of an open question what it says of its first option.
    if let Some(last) = CATALOG.question(question).and_then(|question| question.kind.options().last()) {
        answers
            .each_mut()
            .into_iter()
            .for_each(|(_, answer)| answer.state = State::Given(Value::text(last.id.as_str())));
        untold.answers.insert(question.clone(), answers);
    }
    text(&told) != without || text(&told) != text(&untold)
}

fn rests_on(action: &Action, question: &FullId) -> bool {
    let conditions = [&action.when, &action.done_when, &action.lapses_when].into_iter().flatten();
    let texts = [&action.title, &action.how, &action.why];
    let counted = action.due.as_ref().map(|due| &due.anchor);
    conditions.flat_map(|condition| condition.questions()).any(|id| id == *question)
        || texts.iter().any(|text| text.questions().contains(question))
        || matches!(counted, Some(Anchor::Answer(id)) if id == question)
}

fn warns_of(signal: &Signal, question: &FullId) -> bool {
    signal.when.questions().contains(question)
}

#[test]
fn a_document_that_a_question_names_tells_its_answer() {
    let (mut kept, mut broken) = (0, Vec::new());
    for question in CATALOG.questions() {
        for promise in promises(question) {
            for (_, document) in DOCUMENTS.iter().filter(|(word, _)| promise.iter().any(|said| said == word)) {
                kept += 1;
                if !tells(document, &question.id) {
                    broken.push(format!("{}: {document}: {}", question.id, question.why));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
    assert!(kept > 15, "only {kept}");
}

#[test]
fn a_step_that_a_question_names_rests_on_its_answer() {
    let mut kept = 0;
    for question in CATALOG.questions() {
        if promises(question).iter().flatten().any(|word| word == "stap" || word == "stappen") {
            let rests = CATALOG.actions().any(|action| rests_on(action, &question.id));
            assert!(rests, "{}: no step rests on it: {}", question.id, question.why);
            kept += 1;
        }
    }
    assert!(kept > 5, "only {kept}");
}

#[test]
fn a_question_that_warns_has_its_signal() {
    let signals: Vec<&Signal> = CATALOG.questionnaires().iter().flat_map(|one| &one.signals).collect();
    for question in CATALOG.questions().filter(|question| question.why.contains("waarschuwt")) {
        assert!(signals.iter().any(|signal| warns_of(signal, &question.id)), "{}: {}", question.id, question.why);
    }
}

#[test]
fn a_document_that_says_nothing_of_an_answer_is_caught() {
    let place = FullId::parse("verkennen.startbijeenkomst-plaats").unwrap();
    assert!(tells("uitnodiging", &place) && !tells("flyer", &place));
}
