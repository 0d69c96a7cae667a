use crate::catalog::Catalog;
use crate::document::Block;
use crate::document::CheckItem;
use crate::document::CheckState;
use crate::document::Column;
use crate::document::Document;
use crate::document::Inline;
use crate::document::Row;
use crate::document::Table;
use crate::document::text;
use crate::domain::Edition;
use crate::domain::FullId;
use crate::domain::Identifier;
use crate::domain::Organisation;
use crate::domain::Project;
use crate::domain::ProjectFact;
use crate::domain::Template;
use crate::domain::Tlp;
use crate::domain::Value;
use crate::expression::Facts;
use crate::expression::Filled;
use crate::expression::Missing;
use crate::expression::pieces;
use crate::notation;
use crate::wording::Content;
use crate::wording::Included;
use crate::wording::Wording;

use super::Dates;
use super::Decisions;
use super::Successes;
use super::answers;
use super::in_edition;
use super::label;
use super::project_document;

/// A document written from its text and the answers. What was not answered is an open spot with the question behind it;
/// nothing is made up.
pub fn written(wording: &Wording, catalog: &Catalog, facts: &Facts, edition: Edition) -> Document {
    let shown = in_edition(facts.project, catalog, edition);
    let shown = Facts::new(&shown, catalog, facts.today);
    let writer = Writer { catalog, whole: facts, facts: &shown, edition };
    let parts = wording.parts.iter().filter(|part| part.when.as_ref().is_none_or(|when| shown.holds(when)));
    let blocks = parts.clone().flat_map(|part| writer.blocks(&part.content)).collect();
    let repeated = wording.templates().flat_map(Template::questions).collect::<Vec<_>>();
    let label = label::strictest(&shown, repeated.iter().chain(&records(wording)));
    let included = parts.filter_map(|part| writer.label_of(&part.content));
    let label = included.fold(label, Tlp::max).title();
    let title: String = writer.line(&wording.title, None).iter().map(words).collect();
    project_document(title, shown.project, label, facts.today, blocks)
}

/// The questions that a document would like answered and that are open, by their labels, each once.
pub fn open_spots(wording: &Wording, catalog: &Catalog, facts: &Facts) -> Vec<String> {
    let parts = wording.parts.iter().filter(|part| part.when.as_ref().is_none_or(|when| facts.holds(when)));
    let filled = parts.flat_map(|part| part.content.templates()).flat_map(|text| pieces(text, facts, None));
    let mut open: Vec<String> = Vec::new();
    for piece in filled {
        let label = match piece {
            Filled::Open(Missing::Answer(id)) => catalog.question(&id).map(|question| question.label.clone()),
            Filled::Open(Missing::Fact(fact)) => Some(notation::capital(fact.title())),
            _ => None,
        };
        open.extend(label.filter(|label| !open.contains(label)));
    }
    open
}

fn records(wording: &Wording) -> Vec<FullId> {
    let of = |content: &Content| match content {
        Content::Records(id) => Some(id.clone()),
        _ => None,
    };
    wording.parts.iter().filter_map(|part| of(&part.content)).collect()
}

fn words(inline: &Inline) -> String {
    match inline {
        Inline::Text(text) | Inline::Strong(text) | Inline::Emphasis(text) | Inline::Code(text) => text.clone(),
        Inline::Blank(_) | Inline::Box => "…".to_owned(),
    }
}

struct Writer<'w> {
    catalog: &'w Catalog,
    /// All that is known, to tell an open question from an answer that this edition may not show.
    whole: &'w Facts<'w>,
    /// What the edition may show.
    facts: &'w Facts<'w>,
    edition: Edition,
}

impl Writer<'_> {
    fn blocks(&self, content: &Content) -> Vec<Block> {
        match content {
            Content::Heading(title) => vec![Block::Heading { level: 1, text: self.line(title, None) }],
            Content::Text(paragraphs) => {
                paragraphs.iter().map(|paragraph| Block::Paragraph(self.line(paragraph, None))).collect()
            }
            Content::Items(items) => vec![Block::Bullets(items.iter().flat_map(|item| self.items(item)).collect())],
            Content::Ticks(items) => {
                let lines = items.iter().flat_map(|item| self.items(item));
                vec![Block::Checklist(lines.map(tick).collect())]
            }
            Content::Terms(terms) => {
                let pair = |(term, said): &(String, Template)| (text(term), self.line(said, None));
                vec![Block::Definitions(terms.iter().map(pair).collect())]
            }
            Content::Each(columns) => vec![Block::Table(self.each(columns))],
            Content::Records(question) => vec![self.records(question)],
            Content::Lines(count) => vec![Block::WritingLines(vec![String::new(); *count])],
            Content::PageBreak => vec![Block::PageBreak],
            Content::Included(included) => self.included(*included),
        }
    }

    /// A row of answers by itself becomes an item for each.
    fn items(&self, item: &Template) -> Vec<Vec<Inline>> {
        match pieces(item, self.facts, None).as_slice() {
            [Filled::Answers(answers)] => answers.iter().map(text).collect(),
            filled => vec![self.inlines(filled)],
        }
    }

    fn line(&self, template: &Template, organisation: Option<&Organisation>) -> Vec<Inline> {
        self.inlines(&pieces(template, self.facts, organisation))
    }

    fn inlines(&self, filled: &[Filled]) -> Vec<Inline> {
        filled
            .iter()
            .map(|piece| match piece {
                Filled::Words(words) | Filled::Answer(words) => Inline::Text(words.clone()),
                Filled::Answers(answers) if answers.is_empty() => Inline::Text("niemand".to_owned()),
                Filled::Answers(answers) => Inline::Text(notation::enumeration(answers)),
                Filled::Open(missing) => Inline::Blank(self.behind(missing)),
            })
            .collect()
    }

    /// The question behind an open spot.
    fn behind(&self, missing: &Missing) -> String {
        match missing {
            Missing::Answer(id) => {
                let label = self.catalog.question(id).map(|question| question.label.clone()).unwrap_or_default();
                let said = self.whole.project.everything_said();
                let answered = said.into_iter().any(|(question, _, answer)| question == id && answer.value().is_some());
                if answered { format!("{label}: niet voor deze lezers") } else { label }
            }
            Missing::Fact(ProjectFact::Name) => "de naam van de samenwerking".to_owned(),
            Missing::Fact(fact) => fact.title().to_owned(),
            Missing::Other => "nog invullen".to_owned(),
        }
    }

    /// A row for each organisation of the kopgroep.
    fn each(&self, columns: &[(String, Template)]) -> Table {
        let row = |organisation: &Organisation| -> Row {
            columns.iter().map(|(_, said)| self.line(said, Some(organisation))).collect()
        };
        let rows = self.facts.kopgroep().map(row).collect();
        Table { caption: None, columns: columns.iter().map(|(title, _)| column(title)).collect(), rows }
    }

    /// The records of a group question, with the fields that are filled in anywhere.
    fn records(&self, id: &FullId) -> Block {
        let question = self.catalog.question(id);
        let label = question.map(|question| question.label.clone()).unwrap_or_default();
        let answer = self.facts.answer(id, None).and_then(|answer| answer.value());
        let (Some(question), Some(value)) = (question, answer) else {
            return Block::Paragraph(vec![Inline::Blank(self.behind(&Missing::Answer(id.clone())))]);
        };
        let records: Vec<&std::collections::BTreeMap<String, Value>> =
            value.items().iter().filter_map(Value::as_record).collect();
        let fields = question.kind.fields().iter().filter(|field| {
            let name: &Identifier = &field.id;
            records.iter().any(|record| record.contains_key(name.as_str()))
        });
        let fields: Vec<_> = fields.collect();
        let name = |id: &str| self.facts.project.organisation(id).map(|organisation| organisation.name.clone());
        let cell = |record: &std::collections::BTreeMap<String, Value>, field: &crate::domain::Field| {
            let said = record.get(field.id.as_str()).map(|value| notation::answer(&field.kind, value, &name));
            text(said.unwrap_or_default())
        };
        let rows = records.iter().map(|record| fields.iter().map(|field| cell(record, field)).collect()).collect();
        let columns = fields.iter().map(|field| column(&field.label)).collect();
        Block::Table(Table { caption: Some(label), columns, rows })
    }

    fn included(&self, included: Included) -> Vec<Block> {
        let project: &Project = self.facts.project;
        match included {
            Included::Decisions if project.decisions.is_empty() => Vec::new(),
            Included::Decisions => Decisions::new(project, self.facts.today).document(project).blocks,
            Included::Successes if project.successes.is_empty() => Vec::new(),
            Included::Successes => Successes::new(project, self.facts.today).document(project).blocks,
            Included::Answers => answers::blocks(self.catalog, self.facts),
            Included::Calendar => self.dates().blocks(),
            Included::Signatures => vec![Block::Table(self.signatures())],
        }
    }

    fn dates(&self) -> Dates {
        Dates::new(self.catalog, self.whole, self.edition)
    }

    /// The strictest label of the answers in what regio works out itself.
    fn label_of(&self, content: &Content) -> Option<Tlp> {
        match content {
            Content::Included(Included::Calendar) => Some(self.dates().tlp),
            Content::Included(Included::Answers) => {
                let said = self.facts.project.everything_said().map(|(question, _, _)| question);
                Some(label::strictest(self.facts, said))
            }
            _ => None,
        }
    }

    fn signatures(&self) -> Table {
        let columns = ["Organisatie", "Naam en functie", "Datum", "Handtekening"].map(column).to_vec();
        let blank = || vec![Inline::Blank(String::new())];
        let rows = self.facts.kopgroep().map(|organisation| vec![text(&organisation.name), blank(), blank(), blank()]);
        Table { caption: None, columns, rows: rows.collect() }
    }
}

fn column(title: impl AsRef<str>) -> Column {
    Column { title: title.as_ref().to_owned(), numeric: false }
}

fn tick(title: Vec<Inline>) -> CheckItem {
    CheckItem { state: CheckState::Open, title, id: None, particulars: Vec::new() }
}
