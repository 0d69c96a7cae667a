use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::included::work;
use super::{records, ring, schedule, timeline};
use crate::catalog::Catalog;
use crate::document::{Block, CheckItem, CheckState, Inline, Line, Row, Table, Weight, text, without_empty};
use crate::domain::{
    Edition, Formula, FormulaKind, FullId, Identifier, Meaning, Measure, Organisation, Piece, ProjectFact, Question,
    Scope, Template, Value,
};
use crate::expression::{Facts, Filled, Missing, Words, pieces};
use crate::notation;
use crate::wording::{Content, Part};

/// Writes the parts of a document for one edition.
pub(super) struct Writer<'w> {
    pub catalog: &'w Catalog,
    /// All that is known, to tell an open question from an answer that this edition may not show.
    pub whole: &'w Facts<'w>,
    /// What the edition may show.
    pub facts: &'w Facts<'w>,
    pub edition: Edition,
    /// The questions that the document asks its readers to talk about.
    pub asks: &'w [FullId],
    /// The day from which on it looks back.
    pub since: Option<NaiveDate>,
}

impl Writer<'_> {
    /// What stands in a part. A heading with nothing below it is left out, unless nothing was meant to stand there.
    pub fn part(&self, part: &Part) -> Vec<Block> {
        if !part.when.as_ref().is_none_or(|when| self.holds(when)) {
            return Vec::new();
        }
        let mut blocks: Vec<Block> = Vec::new();
        let mut below = 0;
        for content in &part.contents {
            let Some(written) = self.content(content) else { return Vec::new() };
            let written = without_empty(written);
            // The end of a page is nothing to read.
            let is_read = !content.is_heading() && *content != Content::PageBreak;
            below += if is_read { written.len() } else { 0 };
            blocks.extend(written);
        }
        let headings = part.contents.iter().filter(|content| content.is_heading()).count();
        match (below, &part.otherwise) {
            (0, Some(otherwise)) => blocks.push(Block::Paragraph(self.line(otherwise, None))),
            (0, None) if headings > 0 && headings < part.contents.len() => blocks.clear(),
            _ => {}
        }
        // Lines to write on stand below what they are for.
        let is_form = part.contents.iter().any(|content| matches!(content, Content::Lines(_)));
        if is_form { vec![Block::Together(blocks)] } else { blocks }
    }

    /// Whether a condition holds for what the edition shows, and for all that is known: what it leaves out is not absent.
    pub fn holds(&self, condition: &Formula) -> bool {
        self.facts.holds(condition) && self.whole.holds(condition)
    }

    /// Whether a question is one that the document speaks of: one of those it asks, or any where it asks none.
    pub fn speaks_of(&self, question: &FullId) -> bool {
        self.asks.is_empty() || self.asks.contains(question)
    }

    /// The same, or of its subject as it is seen from another side.
    pub fn speaks_of_subject(&self, question: &Question) -> bool {
        let is_side = |other: &Question| other.subject.is_some() && other.subject == question.subject;
        let mut asks = self.asks.iter().filter_map(|id| self.catalog.question(id));
        self.speaks_of(&question.id) || asks.any(is_side)
    }

    /// Whether a day is one on which the document looks back.
    pub fn looks_back_to(&self, day: NaiveDate) -> bool {
        self.since.is_none_or(|since| day >= since)
    }

    /// Nothing at all when it is not for these readers.
    fn content(&self, content: &Content) -> Option<Vec<Block>> {
        Some(match content {
            Content::Heading(title) => vec![Block::Heading { level: 1, text: self.line(title, None) }],
            Content::Subheading(title) => vec![Block::Heading { level: 2, text: self.line(title, None) }],
            Content::Text(texts) => texts.iter().map(|text| Block::Paragraph(self.paragraph(text))).collect(),
            Content::Items(items) => vec![Block::Bullets(self.lines(items))],
            Content::Ticks(items) => vec![Block::Checklist(self.lines(items).into_iter().map(tick).collect())],
            Content::Terms(terms) => {
                let pairs = terms.iter().map(|(term, said)| (text(term), self.line(said, None)));
                vec![Block::Definitions(pairs.collect())]
            }
            Content::Beside(things) => {
                let row = things.iter().map(|(_, said)| self.line(said, None)).collect();
                vec![Table::new(things.iter().map(|(title, _)| title), [row]).into()]
            }
            Content::Notice { word, text, spoken } => {
                let weight = if *spoken { Weight::Spoken } else { Weight::Attention };
                vec![Block::Notice { weight, word: word.clone(), text: self.line(text, None), advice: None }]
            }
            Content::Each(columns) => vec![self.each(columns)],
            Content::Records(records) => records::blocks(records, self),
            Content::Timeline(timeline) => timeline::figure(timeline, self).into_iter().collect(),
            Content::Ring(ring) => vec![ring::block(ring, self)],
            Content::Questions(ids) => vec![Block::Bullets(ids.iter().filter_map(|id| self.question(id)).collect())],
            Content::Schedule(schedule) => schedule::blocks(schedule, self),
            Content::Lines(count) => vec![Block::WritingLines(vec![String::new(); *count])],
            Content::PageBreak => vec![Block::PageBreak],
            Content::Included(included) => return work(*included).shown(self),
        })
    }

    /// A paragraph that ends with an answer ends with its full stop.
    fn paragraph(&self, paragraph: &Template) -> Line {
        let mut filled = pieces(paragraph, self.facts, None);
        let sentence = match filled.last() {
            Some(Filled::Answer(answer)) => Some(notation::sentence(answer)),
            Some(Filled::Answers(answers)) if !answers.is_empty() => Some(notation::sentence(&row(answers))),
            _ => None,
        };
        if let (Some(last), Some(sentence)) = (filled.last_mut(), sentence) {
            *last = Filled::Answer(sentence);
        }
        self.inlines(&filled, None)
    }

    /// A row of answers by itself becomes a line for each.
    pub fn lines(&self, items: &[Template]) -> Vec<Line> {
        let line = |item: &Template| match pieces(item, self.facts, None).as_slice() {
            [Filled::Answers(answers)] => answers.iter().map(text).collect(),
            filled => vec![self.inlines(filled, None)],
        };
        items.iter().flat_map(line).collect()
    }

    pub fn line(&self, template: &Template, organisation: Option<&Organisation>) -> Line {
        self.inlines(&pieces(template, self.facts, organisation), organisation)
    }

    pub fn inlines(&self, filled: &[Filled], organisation: Option<&Organisation>) -> Line {
        let inline = |piece: &Filled| match piece {
            Filled::Words(words) | Filled::Answer(words) => Inline::Text(words.clone()),
            Filled::Answers(answers) if answers.is_empty() => Inline::Text("niemand".to_owned()),
            Filled::Answers(answers) => Inline::Text(row(answers)),
            Filled::Open(missing) => self.spot(missing, organisation),
        };
        filled.iter().map(inline).collect()
    }

    /// An open spot, or the place of what is known and not for these readers. Of what waits for a yes nobody has to know that it is
    /// known: until then it is open.
    fn spot(&self, missing: &Missing, organisation: Option<&Organisation>) -> Inline {
        let is_hidden = match missing {
            Missing::Answer(id) => self.is_hidden(id, organisation) && !self.awaits_consent(id),
            Missing::Fact(ProjectFact::Trekker) => self.whole.project.trekker.is_some(),
            Missing::Field { .. } | Missing::Fact(_) | Missing::Other => false,
        };
        let question = match missing {
            Missing::Answer(id) => self.catalog.question(id).map(|question| question.label.as_str()),
            Missing::Field { question, field } => {
                let fields = self.catalog.question(question).map(|question| question.kind.fields()).unwrap_or_default();
                fields.iter().find(|known| known.id == *field).map(|known| known.label.as_str())
            }
            Missing::Fact(fact) => Some(fact.title()),
            Missing::Other => Some("nog invullen"),
        };
        let question = question.unwrap_or_default();
        if is_hidden { Inline::Withheld(notation::capital(question)) } else { Inline::Blank(question.to_owned()) }
    }

    /// Whether there is an answer that the edition may not show, of this organisation where each has one of its own.
    pub fn is_hidden(&self, id: &FullId, organisation: Option<&Organisation>) -> bool {
        let own = self.catalog.question(id).is_some_and(|question| question.scope.is_each());
        let owner = organisation.filter(|_| own).map(|organisation| &organisation.id);
        let answered = |facts: &Facts| {
            let of = |found: Option<&Identifier>| owner.is_none() || found == owner;
            let mut said = facts.project.everything_said();
            said.any(|(question, found, answer)| question == id && of(found) && answer.value().is_some())
        };
        answered(self.whole) && !answered(self.facts)
    }

    /// Whether somebody has yet to say that the answer may leave the kopgroep.
    fn awaits_consent(&self, id: &FullId) -> bool {
        self.catalog.question(id).is_some_and(|question| !self.whole.has_consent(question))
    }

    /// Of these, the questions with an answer that waits for a yes, by their labels.
    pub fn awaiting_consent(&self, of: impl Iterator<Item = FullId>) -> BTreeSet<String> {
        let awaiting = of.filter(|id| self.awaits_consent(id) && self.is_hidden(id, None) && !self.goes_unnamed(id));
        awaiting.filter_map(|id| Some(self.catalog.question(&id)?.label.clone())).collect()
    }

    /// Who said yes to a story and not to its name has decided on both.
    fn goes_unnamed(&self, id: &FullId) -> bool {
        let is = |means, id: &FullId| self.catalog.meaning(means).is_some_and(|question| question.id == *id);
        let story = self.catalog.meaning(Meaning::IncidentExample);
        is(Meaning::IncidentOrganisation, id) && story.is_some_and(|story| self.whole.has_consent(story))
    }

    /// An open spot for the answer to a question.
    pub fn open(&self, id: &FullId) -> Block {
        Block::Paragraph(vec![self.spot(&Missing::Answer(id.clone()), None)])
    }

    /// A row for each organisation of the kopgroep.
    fn each(&self, columns: &[(String, Template)]) -> Block {
        let row = |one: &Organisation| -> Row { columns.iter().map(|(_, said)| self.cell(said, one)).collect() };
        let amounts = columns.iter().filter(|(_, said)| is_amount(said)).map(|(title, _)| title.as_str());
        let table = Table::new(columns.iter().map(|(title, _)| title), self.facts.kopgroep().map(row));
        self.of_kopgroep(table.led_by(1).counting(&amounts.collect::<Vec<_>>()).into())
    }

    /// Who gives no hours or no money brings something else: a zero before everyone's eyes says nothing.
    fn cell(&self, said: &Template, organisation: &Organisation) -> Line {
        let value = |formula| self.facts.value(formula, Some(organisation));
        match said.pieces.as_slice() {
            [Piece::Value(formula, _)] if is_amount(said) && value(formula) == Some(Value::integer(0)) => text("–"),
            _ => self.line(said, Some(organisation)),
        }
    }

    /// What tells of each organisation of the kopgroep, or the open spot that is in its place.
    pub fn of_kopgroep(&self, block: Block) -> Block {
        match self.catalog.meaning(Meaning::KopgroepMembers) {
            Some(question) if block.is_empty() => self.open(&question.id),
            _ => block,
        }
    }

    /// Whether its condition holds now, for anyone it is asked of, and as far as the readers may know.
    fn can_be_asked(&self, question: &Question) -> bool {
        [self.facts, self.whole].into_iter().all(|facts| match question.scope {
            Scope::Each(_) if facts.kopgroep().next().is_some() => !facts.answers_of_each(&question.id).is_empty(),
            _ => facts.is_asked(question, None),
        })
    }

    /// A question to talk about, with what was said so far.
    fn question(&self, id: &FullId) -> Option<Line> {
        let question = self.catalog.question(id).filter(|question| self.can_be_asked(question))?;
        let words = Words::new(self.facts);
        let mut line = text(words.ask(question));
        let so_far = match question.scope {
            Scope::Together => {
                let answer = self.facts.answer(id, None).filter(|answer| answer.value().is_some());
                let said = answer.map(|answer| notation::sentence(&words.said(&question.kind, answer)));
                said.map(|said| format!(" Nu staat er: {said}"))
            }
            Scope::Each(_) => {
                let answers = self.facts.answers_of_each(id);
                match given(self.facts, id) {
                    0 => None,
                    // Who may not read an answer would take it for one that is still to come.
                    shown if shown != given(self.whole, id) => None,
                    every if every == answers.len() => Some(" Iedereen heeft al geantwoord.".to_owned()),
                    1 => Some(format!(" 1 van de {} heeft al geantwoord.", answers.len())),
                    some => Some(format!(" {some} van de {} hebben al geantwoord.", answers.len())),
                }
            }
        };
        line.extend(so_far.map(Inline::Emphasis));
        Some(line)
    }
}

/// Whether it is hours or money and nothing else.
fn is_amount(said: &Template) -> bool {
    matches!(said.pieces.as_slice(), [Piece::Value(_, FormulaKind::Number(Measure::Hours | Measure::Euros))])
}

/// How many organisations of the kopgroep have answered.
fn given(facts: &Facts, id: &FullId) -> usize {
    facts.answers_of_each(id).iter().filter(|(_, answer)| Facts::settles(*answer)).count()
}

/// Names are joined as people say them; answers that are sentences of their own are parted.
fn row(answers: &[String]) -> String {
    const WORDS_OF_A_NAME: usize = 4;
    let is_long = |answer: &String| answer.split_whitespace().count() > WORDS_OF_A_NAME;
    if answers.iter().any(is_long) { answers.join("; ") } else { notation::enumeration(answers) }
}

fn tick(title: Line) -> CheckItem {
    CheckItem { state: CheckState::Open, title, id: None, particulars: Vec::new() }
}
