use chrono::NaiveDate;
use serde::Serialize;

use super::head::as_label;
use super::since::since;
use super::{Head, kind_word, label, worksheet_page};
use crate::catalog::Catalog;
use crate::document::{Block, Document, Layout};
use crate::domain::{Answer, Formula, FullId, Kind, Organisation, Phase, Question, Tlp};
use crate::expression::{Facts, Words, fill, in_words};
use crate::round::{
    AskedPart, Code, Codebook, EarlierAnswers, WayBack, asked_of, asked_parts, asked_words, is_beforehand,
    is_for_table, options, own_view,
};

/// Which sheets are made.
#[derive(Clone, Debug)]
pub struct WorksheetChoice<'c> {
    pub phase: Phase,
    /// One sheet each; none makes the one sheet of the kopgroep together.
    pub organisations: Vec<&'c Organisation>,
    pub earlier: EarlierAnswers,
}

/// The questions of a phase on paper, a sheet for each who answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Worksheets {
    #[serde(flatten)]
    pub head: Head,
    pub phase: Phase,
    /// To whom a sheet goes back, with where that person can be reached.
    pub trekker: Option<String>,
    pub reached_at: Option<String>,
    /// Until when it may come back.
    pub answer_by: Option<NaiveDate>,
    pub sheets: Vec<Worksheet>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Worksheet {
    /// The id of the organisation; nothing on the sheet of the kopgroep together.
    pub organisation: Option<String>,
    pub name: String,
    pub code: Code,
    #[serde(serialize_with = "as_label")]
    pub tlp: Tlp,
    pub sections: Vec<WorksheetSection>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WorksheetSection {
    pub title: String,
    /// Whether who has little time has had what matters most.
    pub is_extra: bool,
    pub questions: Vec<WorksheetQuestion>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WorksheetQuestion {
    pub code: Code,
    pub id: String,
    /// Whether another question has the same code, so that the id must stand beside it.
    pub shared_code: bool,
    pub label: String,
    pub ask: String,
    pub help: String,
    /// Where it comes from, in short.
    pub mark: String,
    /// How one organisation answers what all answer together.
    pub view: Option<&'static str>,
    /// The label that the answer gets, where the question has one of its own.
    #[serde(serialize_with = "as_label")]
    pub tlp: Option<Tlp>,
    /// What must hold for the question to be asked, where that may still change: it stands behind `Alleen als`.
    pub only_if: Option<String>,
    #[serde(rename = "type", serialize_with = "kind_word")]
    pub(super) kind: Kind,
    /// The words behind the numbers 1, 2, 3 …
    pub options: Vec<String>,
    /// What changed since the guide.
    pub since: Vec<String>,
    pub earlier: Option<String>,
}

impl Worksheets {
    pub fn new(catalog: &Catalog, facts: &Facts, choice: &WorksheetChoice) -> Worksheets {
        let book = Codebook::new(catalog, facts.project);
        let sheet = |organisation: Option<&Organisation>| {
            let questions = asked_of(catalog, choice.phase, organisation);
            Maker { catalog, facts, earlier: choice.earlier, book: &book, organisation, questions }.sheet()
        };
        let sheets: Vec<Worksheet> = match choice.organisations.as_slice() {
            [] => vec![sheet(None)],
            organisations => organisations.iter().map(|organisation| sheet(Some(organisation))).collect(),
        };
        let label = sheets.iter().map(|sheet| sheet.tlp).max();
        let (phase, way_back) = (choice.phase, WayBack::new(catalog, facts));
        let head = Head::new(facts.project, label.unwrap_or(facts.project.tlp), facts.today);
        let (reached_at, answer_by) = (way_back.reached_at(), way_back.until);
        Worksheets { head, phase, trekker: way_back.trekker, reached_at, answer_by, sheets }
    }

    pub fn document(&self) -> Document {
        // What is in the title stands on every page: whose sheet it is, and its code.
        let title = |sheet: &Worksheet| format!("Werkblad van {} ({})", sheet.name, sheet.code);
        let document = match self.sheets.as_slice() {
            [sheet] => self.head.document(title(sheet), worksheet_page::blocks(sheet, self, 1)),
            sheets => {
                let blocks = sheets.iter().flat_map(|sheet| {
                    std::iter::once(Block::Sheet(title(sheet))).chain(worksheet_page::blocks(sheet, self, 2))
                });
                self.head.document(format!("Werkbladen: {}", self.phase.title()), blocks.collect())
            }
        };
        Document { layout: Layout::Forms, ..document }
    }
}

/// Makes one sheet.
struct Maker<'m> {
    catalog: &'m Catalog,
    facts: &'m Facts<'m>,
    earlier: EarlierAnswers,
    book: &'m Codebook<'m>,
    organisation: Option<&'m Organisation>,
    /// The questions that stand on the sheet.
    questions: Vec<&'m Question>,
}

impl Maker<'_> {
    /// Of all that may be asked, only what may still come is printed.
    fn sheet(mut self) -> Worksheet {
        self.questions = self.questions.iter().copied().filter(|question| self.is_printed(question)).collect();
        let comes_first = if self.organisation.is_some() { is_beforehand } else { is_for_table };
        let parts = asked_parts(self.catalog, &self.questions, comes_first);
        let section = |AskedPart { section, questions, is_extra }| {
            let questions = questions.into_iter().map(|question| self.question(question)).collect();
            WorksheetSection { title: section.title.clone(), is_extra, questions }
        };
        Worksheet {
            organisation: self.organisation.map(|organisation| organisation.id.to_string()),
            name: self.organisation.map_or_else(|| "de kopgroep samen".to_owned(), |one| one.name.clone()),
            code: self.organisation.map_or_else(Code::of_all_together, |one| Code::of_organisation(&one.id)),
            tlp: self.label(),
            sections: parts.into_iter().map(section).collect(),
        }
    }

    /// Whether it is asked now, or may still be by what is written on this sheet or is not answered yet.
    fn is_printed(&self, question: &Question) -> bool {
        let may_come = |when: &Formula| self.is_open_end(when) && self.condition(when).is_some();
        self.facts.is_asked(question, self.organisation) || question.when.as_ref().is_some_and(may_come)
    }

    fn is_on_sheet(&self, id: &FullId) -> bool {
        self.questions.iter().any(|question| question.id == *id)
    }

    fn is_open_end(&self, when: &Formula) -> bool {
        let answer = |id: &FullId| self.facts.project.answer(id, None).or_else(|| self.said(id));
        when.questions().iter().any(|id| self.is_on_sheet(id) || !Facts::settles(answer(id)))
    }

    /// A question on the sheet is found by its code; another is known by its label.
    fn condition(&self, when: &Formula) -> Option<String> {
        let name = |question: &Question| match self.is_on_sheet(&question.id) {
            true => format!("vraag {}", Code::of_question(&question.id)),
            false => format!("'{}'", question.label),
        };
        in_words(when, self.catalog, &name)
    }

    fn said(&self, id: &FullId) -> Option<&Answer> {
        self.facts.project.said(id, self.organisation.map(|organisation| &organisation.id))
    }

    fn question(&self, question: &Question) -> WorksheetQuestion {
        let code = Code::of_question(&question.id);
        let when = question.when.as_ref().filter(|when| self.is_open_end(when));
        WorksheetQuestion {
            code,
            id: question.id.to_string(),
            shared_code: self.book.is_shared(code),
            label: question.label.clone(),
            ask: match self.organisation {
                Some(organisation) => asked_words(question, self.facts, organisation),
                None => fill(&question.ask, self.facts, None),
            },
            help: first_sentence(&question.help).to_owned(),
            mark: question.mark(),
            view: self.organisation.and_then(|_| own_view(question)),
            tlp: question.tlp,
            only_if: when.and_then(|when| self.condition(when)),
            options: options(&question.kind),
            since: since(self.catalog, self.facts, question),
            earlier: self.earlier(question),
            kind: question.kind.clone(),
        }
    }

    fn earlier(&self, question: &Question) -> Option<String> {
        let answer = self.said(&question.id).filter(|_| self.earlier == EarlierAnswers::Included)?;
        answer.state.is_said().then(|| Words::new(self.facts).state(&question.kind, &answer.state))
    }

    /// What is written on the sheet gets the label of its question, so the sheet has the strictest of them.
    fn label(&self) -> Tlp {
        let filled_in: Vec<FullId> = self.questions.iter().flat_map(|question| question.ask.questions()).collect();
        let asked = self.questions.iter().filter_map(|question| question.tlp);
        let shown = self.earlier == EarlierAnswers::Included;
        let repeated = self.questions.iter().filter_map(|question| self.said(&question.id)?.tlp);
        let labels = asked.chain(repeated.filter(|_| shown));
        labels.fold(label::strictest(self.facts, &filled_in), Tlp::max)
    }
}

/// One line of help is enough on paper.
fn first_sentence(text: &str) -> &str {
    let ends = ['.', '?', '!'].iter().filter_map(|sign| text.find(&format!("{sign} ")));
    ends.min().map_or(text, |end| &text[..=end])
}
