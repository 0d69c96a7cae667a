use crate::catalog::Catalog;
use crate::document::{Block, Inline};
use crate::domain::{Answer, Kind, LapsedAnswer, Organisation, Place, Question, Scope, State};
use crate::expression::{Facts, Words};
use crate::notation;

use super::heading;

/// What becomes of a question that shows no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unanswered {
    /// It is a spot to fill in.
    Open,
    /// It is not there: for these readers it may have an answer all the same.
    LeftOut,
}

/// Every question of the phases that were begun or in which something was said, with all that was said to it, and the open
/// ones as spots to fill in. Answers that lapsed or that no questionnaire knows stand at the end: a full print leaves nothing
/// out.
pub fn blocks(catalog: &Catalog, facts: &Facts, unanswered: Unanswered) -> Vec<Block> {
    let mut blocks = Vec::new();
    for questionnaire in catalog.questionnaires() {
        let said = questionnaire.questions().any(|question| said_anything(question, facts));
        if !facts.project.begun.contains_key(&questionnaire.phase) && !said {
            continue;
        }
        if !said && unanswered == Unanswered::LeftOut {
            continue;
        }
        blocks.push(heading(1, questionnaire.title.clone()));
        for section in &questionnaire.sections {
            let questions = section.questions.iter().flat_map(|question| question_blocks(question, facts, unanswered));
            let questions: Vec<Block> = questions.collect();
            if !questions.is_empty() {
                blocks.push(heading(2, section.title.clone()));
                blocks.extend(questions);
            }
        }
    }
    blocks.extend(strangers(catalog, facts));
    blocks
}

type Pair = (Vec<Inline>, Vec<Inline>);

/// A question, and below it all that was said to it.
fn question_blocks(question: &Question, facts: &Facts, unanswered: Unanswered) -> Vec<Block> {
    let pairs = match question.scope {
        Scope::Together => together(question, facts, unanswered),
        Scope::PerOrganisation => [each(question, facts, unanswered), others(question, facts, unanswered)].concat(),
    };
    if pairs.is_empty() {
        return Vec::new();
    }
    let ask = Block::Paragraph(vec![Inline::Strong(Words::new(facts).ask(question))]);
    match (question.scope, pairs.as_slice()) {
        // An answer that nobody else's stands beside needs no name before it.
        (Scope::Together, [(_, line)]) if is_joint_alone(question, facts) => {
            vec![ask, Block::Paragraph(line.clone())]
        }
        _ => vec![ask, Block::Definitions(pairs)],
    }
}

fn is_joint_alone(question: &Question, facts: &Facts) -> bool {
    let said_besides = facts.project.variants.iter().any(|variant| variant.question == question.id);
    !said_besides && !facts.project.views.contains_key(&question.id)
}

/// The joint answer, the view of each organisation on it, and what was said besides.
fn together(question: &Question, facts: &Facts, unanswered: Unanswered) -> Vec<Pair> {
    let answer = facts.project.answer(&question.id, None);
    let asked = unanswered == Unanswered::Open && facts.is_asked(question, None);
    let joint = (asked || said(answer)).then(|| (strong("Samen"), line(question, None, answer, facts, unanswered)));
    let views = facts.project.views.get(&question.id).into_iter().flatten();
    let views = views.map(|(owner, view)| {
        (strong(name(owner.as_str(), facts)), line(question, None, Some(view), facts, unanswered))
    });
    joint.into_iter().chain(views).chain(others(question, facts, unanswered)).collect()
}

/// What each organisation answered, or has still to answer.
fn each(question: &Question, facts: &Facts, unanswered: Unanswered) -> Vec<Pair> {
    let asked = |organisation: &Organisation| {
        organisation.place == Place::Kopgroep && facts.is_asked(question, Some(organisation))
    };
    let asked = |organisation: &&Organisation| {
        let answer = facts.project.answer(&question.id, Some(&organisation.id));
        said(answer) || unanswered == Unanswered::Open && asked(organisation)
    };
    let organisations = facts.project.organisations.iter().filter(asked);
    let answer = |organisation: &Organisation| facts.project.answer(&question.id, Some(&organisation.id));
    organisations.map(|one| (strong(&one.name), line(question, Some(one), answer(one), facts, unanswered))).collect()
}

/// What an organisation said besides.
fn others(question: &Question, facts: &Facts, unanswered: Unanswered) -> Vec<Pair> {
    let of = facts.project.variants.iter().filter(|variant| variant.question == question.id);
    of.map(|variant| {
        let term = format!("{} ({})", name(variant.organisation.as_str(), facts), variant.standing.title());
        let owner = facts.project.organisation(variant.organisation.as_str());
        let owner = owner.filter(|_| question.scope == Scope::PerOrganisation);
        (strong(term), line(question, owner, Some(&variant.answer), facts, unanswered))
    })
    .collect()
}

fn line(
    question: &Question,
    organisation: Option<&Organisation>,
    answer: Option<&Answer>,
    facts: &Facts,
    unanswered: Unanswered,
) -> Vec<Inline> {
    let Some(answer) = answer.filter(|answer| answer.state != State::Open || answer.note.is_some()) else {
        return vec![Inline::Blank(question.label.clone())];
    };
    let mut words = vec![Inline::Text(Words::new(facts).said(&question.kind, answer))];
    words.extend(stamp(answer).map(|stamp| Inline::Emphasis(format!(" ({stamp})"))));
    // An edition for others holds no answer that does not count, and cannot tell by what it holds.
    if unanswered == Unanswered::Open && !facts.is_asked(question, organisation) {
        words.push(Inline::Strong(" Telt nu niet mee: deze vraag wordt niet meer gesteld.".to_owned()));
    }
    words.extend(answer.note.iter().map(|note| Inline::Text(format!(" Opmerking: {note}"))));
    words
}

/// Who said it, when, and where it came from.
fn stamp(answer: &Answer) -> Option<String> {
    let parts = [notation::stamp(&answer.by, answer.given), answer.source.clone()];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Who said what has lapsed, when, and why it no longer fits.
fn lapsed_words(lapsed: &LapsedAnswer) -> String {
    let stamp = notation::stamp(&lapsed.by, lapsed.given);
    stamp.into_iter().chain([lapsed.why.clone()]).collect::<Vec<_>>().join(", ")
}

/// Answers that lapsed, and answers to questions that no questionnaire here knows.
fn strangers(catalog: &Catalog, facts: &Facts) -> Vec<Block> {
    let words = Words::new(facts);
    let lapsed = facts.project.lapsed.iter().map(|lapsed| {
        let of = lapsed.organisation.as_ref().map(|owner| format!(" ({})", name(owner.as_str(), facts)));
        let said = lapsed.value.as_ref().map(|value| words.value(&Kind::LongText, value)).unwrap_or_default();
        (
            strong(format!("{}{}", lapsed.ask, of.unwrap_or_default())),
            vec![Inline::Text(format!("{said} ")), Inline::Emphasis(format!("({})", lapsed_words(lapsed)))],
        )
    });
    let unknown = facts
        .project
        .everything_said()
        .filter(|(id, _, answer)| catalog.question(id).is_none() && answer.value().is_some());
    let unknown = unknown.map(|(id, owner, answer)| {
        let of = owner.map(|owner| format!(" ({})", name(owner.as_str(), facts))).unwrap_or_default();
        let said = answer.value().map(|value| words.value(&Kind::LongText, value)).unwrap_or_default();
        (strong(format!("{id}{of}")), vec![Inline::Text(said)])
    });
    let pairs: Vec<Pair> = lapsed.chain(unknown).collect();
    if pairs.is_empty() {
        return Vec::new();
    }
    vec![heading(1, "Wat niet meer past"), Block::Definitions(pairs)]
}

fn said_anything(question: &Question, facts: &Facts) -> bool {
    facts.project.everything_said().any(|(id, _, answer)| *id == question.id && said(Some(answer)))
}

fn said(answer: Option<&Answer>) -> bool {
    answer.is_some_and(|answer| answer.state != State::Open || answer.note.is_some())
}

fn strong(words: impl Into<String>) -> Vec<Inline> {
    vec![Inline::Text(words.into())]
}

fn name(id: &str, facts: &Facts) -> String {
    Words::new(facts).organisation(id)
}
