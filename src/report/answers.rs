use super::said::{SaidAs, Utterance, utterances};
use super::since::{SINCE, since};
use super::{heading, section};
use crate::catalog::Catalog;
use crate::document::{Block, Definition, Inline, Line, text};
use crate::domain::{Edition, Identifier, Kind, Question, Section, Value};
use crate::expression::{Facts, Words};
use crate::notation;

/// Every question of the phases that were begun or in which something was said, with all that was said to it, and the open
/// ones as spots to fill in. Answers that lapsed or that no questionnaire knows stand at the end: a full print leaves nothing
/// out. What is open is for the kopgroep alone; for others an answer that they may not see would look like an open one.
pub fn blocks(catalog: &Catalog, facts: &Facts, edition: Edition) -> Vec<Block> {
    let print = Print { catalog, facts, words: Words::new(facts), shows_open: edition == Edition::Kopgroep };
    let mut blocks = Vec::new();
    for questionnaire in catalog.questionnaires() {
        let said = questionnaire
            .questions()
            .any(|question| utterances(question, facts.project).iter().any(Utterance::is_said));
        if said || print.shows_open && facts.project.begun.contains_key(&questionnaire.phase) {
            blocks.push(heading(1, &questionnaire.title));
            blocks.extend(questionnaire.sections.iter().flat_map(|section| print.section(section)));
        }
    }
    blocks.extend(print.strangers());
    blocks
}

/// Prints what was said.
struct Print<'p> {
    catalog: &'p Catalog,
    facts: &'p Facts<'p>,
    words: Words<'p>,
    /// What is open is a spot to fill in.
    shows_open: bool,
}

impl Print<'_> {
    fn section(&self, section: &Section) -> Vec<Block> {
        let questions = section.questions.iter().flat_map(|question| self.question(question));
        std::iter::once(heading(2, &section.title)).chain(questions).collect()
    }

    /// A question, and below it all that was said to it.
    fn question(&self, question: &Question) -> Vec<Block> {
        let project = self.facts.project;
        let may_come = |one: &Utterance| self.shows_open && self.facts.asks(question, one.organisation(project));
        let mut shown = utterances(question, project);
        shown.retain(|one| one.has_place(|| may_come(one)));
        let said = match shown.as_slice() {
            [] => return Vec::new(),
            // An answer that nobody else's stands beside needs no name before it.
            [only] if only.owner.is_none() => Block::Paragraph(self.line(question, only)),
            each => Block::Definitions(each.iter().map(|one| self.definition(question, one)).collect()),
        };
        let ask = Block::Paragraph(vec![Inline::Strong(self.words.ask(question))]);
        let since = since(self.catalog, self.facts, question).into_iter();
        let since = since.map(|fact| Block::Paragraph(vec![Inline::Emphasis(format!("{SINCE} {fact}"))]));
        [ask, said].into_iter().chain(since).collect()
    }

    fn definition(&self, question: &Question, one: &Utterance) -> Definition {
        let name = one.owner.map_or_else(|| "Samen".to_owned(), |owner| self.name(owner));
        let term = match one.said_as {
            SaidAs::Answer | SaidAs::View => name,
            SaidAs::Variant(standing) => format!("{name} ({})", standing.title()),
        };
        (text(term), self.line(question, one))
    }

    fn line(&self, question: &Question, one: &Utterance) -> Line {
        let Some(answer) = one.answer.filter(|_| one.is_said()) else {
            return vec![Inline::Blank(question.label.clone())];
        };
        let mut words = text(self.words.said(&question.kind, answer));
        let stamp = [notation::stamp(&answer.by, answer.given), answer.source.clone()];
        let stamp = notation::joined(stamp.into_iter().flatten(), ", ");
        words.extend(stamp.map(|stamp| Inline::Emphasis(format!(" ({stamp})"))));
        let owner = one.organisation(self.facts.project).filter(|_| question.scope.is_each());
        // An edition for others holds no answer that does not count, and cannot tell by what it holds.
        if self.shows_open && !self.facts.is_asked(question, owner) {
            words.push(Inline::Strong(" Telt nu niet mee: deze vraag wordt niet meer gesteld.".to_owned()));
        }
        words.extend(answer.note.iter().map(|note| Inline::Text(format!(" Opmerking: {note}"))));
        words
    }

    /// Answers that lapsed, and answers to questions that no questionnaire here knows.
    fn strangers(&self) -> Vec<Block> {
        let titled = |title: String, owner: Option<&Identifier>| {
            text(format!("{title}{}", notation::in_brackets(&owner.map(|owner| self.name(owner)))))
        };
        let said = |value: Option<&Value>| value.map(|it| self.words.value(&Kind::LongText, it)).unwrap_or_default();
        let lapsed = self.facts.project.lapsed.iter().map(|lapsed| {
            let mut words = text(format!("{} ", said(lapsed.value.as_ref())));
            // Who said what has lapsed, when, and why it no longer fits.
            let why = notation::stamp(&lapsed.by, lapsed.given).into_iter().chain([lapsed.why.clone()]);
            words.extend(notation::joined(why, ", ").map(|why| Inline::Emphasis(format!("({why})"))));
            words.extend(lapsed.note.iter().map(|note| Inline::Text(format!(" Opmerking: {note}"))));
            (titled(lapsed.ask.clone(), lapsed.organisation.as_ref()), words)
        });
        let unknown = self.facts.project.everything_said();
        let unknown = unknown.filter(|(id, _, said)| self.catalog.question(id).is_none() && said.value().is_some());
        let unknown = unknown.map(|(id, owner, answer)| (titled(id.to_string(), owner), text(said(answer.value()))));
        section("Wat niet meer past", Block::Definitions, lapsed.chain(unknown))
    }

    fn name(&self, owner: &Identifier) -> String {
        self.words.organisation(owner.as_str())
    }
}
