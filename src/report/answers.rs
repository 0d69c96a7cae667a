use crate::catalog::Catalog;
use crate::document::{Block, Inline, text};
use crate::domain::{
    Answer, Edition, Identifier, Kind, LapsedAnswer, Organisation, Place, Question, Scope, State, Value,
};
use crate::expression::{Facts, Words};
use crate::notation;

use super::{heading, section};

/// Every question of the phases that were begun or in which something was said, with all that was said to it, and the open
/// ones as spots to fill in. Answers that lapsed or that no questionnaire knows stand at the end: a full print leaves nothing
/// out. What is open is for the kopgroep alone; for others an answer that they may not see would look like an open one.
pub fn blocks(catalog: &Catalog, facts: &Facts, edition: Edition) -> Vec<Block> {
    let print = Print { facts, words: Words::new(facts), shows_open: edition == Edition::Kopgroep };
    let mut blocks = Vec::new();
    for questionnaire in catalog.questionnaires() {
        let said = questionnaire.questions().any(|question| print.said_anything(question));
        let begun = facts.project.begun.contains_key(&questionnaire.phase);
        if !(said || begun && print.shows_open) {
            continue;
        }
        blocks.push(heading(1, questionnaire.title.clone()));
        for section in &questionnaire.sections {
            let questions: Vec<Block> =
                section.questions.iter().flat_map(|question| print.question(question)).collect();
            if !questions.is_empty() {
                blocks.push(heading(2, section.title.clone()));
                blocks.extend(questions);
            }
        }
    }
    blocks.extend(print.strangers(catalog));
    blocks
}

type Pair = (Vec<Inline>, Vec<Inline>);

/// Prints what was said.
struct Print<'p> {
    facts: &'p Facts<'p>,
    words: Words<'p>,
    /// What is open is a spot to fill in.
    shows_open: bool,
}

impl Print<'_> {
    /// A question, and below it all that was said to it.
    fn question(&self, question: &Question) -> Vec<Block> {
        let pairs = match question.scope {
            Scope::Together => self.together(question),
            Scope::PerOrganisation => [self.each(question), self.others(question)].concat(),
        };
        if pairs.is_empty() {
            return Vec::new();
        }
        let ask = Block::Paragraph(vec![Inline::Strong(self.words.ask(question))]);
        match (question.scope, pairs.as_slice()) {
            // An answer that nobody else's stands beside needs no name before it.
            (Scope::Together, [(_, line)]) if self.is_joint_alone(question) => {
                vec![ask, Block::Paragraph(line.clone())]
            }
            _ => vec![ask, Block::Definitions(pairs)],
        }
    }

    fn is_joint_alone(&self, question: &Question) -> bool {
        let said_besides = self.facts.project.variants.iter().any(|variant| variant.question == question.id);
        !said_besides && !self.facts.project.views.contains_key(&question.id)
    }

    /// The joint answer, the view of each organisation on it, and what was said besides.
    fn together(&self, question: &Question) -> Vec<Pair> {
        let answer = self.facts.project.answer(&question.id, None);
        let asked = self.shows_open && self.facts.is_asked(question, None);
        let joint = (asked || said(answer)).then(|| (text("Samen"), self.line(question, None, answer)));
        let views = self.facts.project.views.get(&question.id).into_iter().flatten();
        let views = views.map(|(owner, view)| (text(self.name(owner)), self.line(question, None, Some(view))));
        joint.into_iter().chain(views).chain(self.others(question)).collect()
    }

    /// What each organisation answered, or has still to answer.
    fn each(&self, question: &Question) -> Vec<Pair> {
        let answer = |one: &Organisation| self.facts.project.answer(&question.id, Some(&one.id));
        let is_open = |one: &Organisation| {
            self.shows_open && one.place == Place::Kopgroep && self.facts.is_asked(question, Some(one))
        };
        let organisations = self.facts.project.organisations.iter();
        let shown = organisations.filter(|one| said(answer(one)) || is_open(one));
        shown.map(|one| (text(&one.name), self.line(question, Some(one), answer(one)))).collect()
    }

    /// What an organisation said besides.
    fn others(&self, question: &Question) -> Vec<Pair> {
        let of = self.facts.project.variants.iter().filter(|variant| variant.question == question.id);
        of.map(|variant| {
            let term = format!("{} ({})", self.name(&variant.organisation), variant.standing.title());
            let owner = self.facts.project.organisation(variant.organisation.as_str());
            let owner = owner.filter(|_| question.scope == Scope::PerOrganisation);
            (text(term), self.line(question, owner, Some(&variant.answer)))
        })
        .collect()
    }

    fn line(&self, question: &Question, owner: Option<&Organisation>, answer: Option<&Answer>) -> Vec<Inline> {
        let Some(answer) = answer.filter(|answer| said(Some(answer))) else {
            return vec![Inline::Blank(question.label.clone())];
        };
        let mut words = text(self.words.said(&question.kind, answer));
        words.extend(stamp(answer).map(|stamp| Inline::Emphasis(format!(" ({stamp})"))));
        // An edition for others holds no answer that does not count, and cannot tell by what it holds.
        if self.shows_open && !self.facts.is_asked(question, owner) {
            words.push(Inline::Strong(" Telt nu niet mee: deze vraag wordt niet meer gesteld.".to_owned()));
        }
        words.extend(answer.note.iter().map(|note| Inline::Text(format!(" Opmerking: {note}"))));
        words
    }

    /// Answers that lapsed, and answers to questions that no questionnaire here knows.
    fn strangers(&self, catalog: &Catalog) -> Vec<Block> {
        let of = |owner: Option<&Identifier>| owner.map(|owner| format!(" ({})", self.name(owner))).unwrap_or_default();
        let said =
            |value: Option<&Value>| value.map(|value| self.words.value(&Kind::LongText, value)).unwrap_or_default();
        let lapsed = self.facts.project.lapsed.iter().map(|lapsed| {
            let mut words = text(format!("{} ", said(lapsed.value.as_ref())));
            words.push(Inline::Emphasis(format!("({})", lapsed_words(lapsed))));
            (text(format!("{}{}", lapsed.ask, of(lapsed.organisation.as_ref()))), words)
        });
        let everything = self.facts.project.everything_said();
        let unknown = everything.filter(|(id, _, answer)| catalog.question(id).is_none() && answer.value().is_some());
        let unknown =
            unknown.map(|(id, owner, answer)| (text(format!("{id}{}", of(owner))), text(said(answer.value()))));
        section("Wat niet meer past", Block::Definitions, lapsed.chain(unknown))
    }

    fn said_anything(&self, question: &Question) -> bool {
        self.facts.project.everything_said().any(|(id, _, answer)| *id == question.id && said(Some(answer)))
    }

    fn name(&self, owner: &Identifier) -> String {
        self.words.organisation(owner.as_str())
    }
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

fn said(answer: Option<&Answer>) -> bool {
    answer.is_some_and(|answer| answer.state != State::Open || answer.note.is_some())
}
