use serde::Serialize;

use super::head::as_label;
use super::{Head, kind_word, label, worksheet_page};
use crate::catalog::Catalog;
use crate::document::{Block, Document};
use crate::domain::{Answer, Formula, FullId, Kind, Organisation, Phase, Question, Section, State, Tlp};
use crate::expression::{Facts, Words, fill, in_words};
use crate::round::{Code, Codebook, EarlierAnswers, asked_questions, asked_together, asked_words, options};

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
    /// What must hold for the question to be asked, where that may still change: it stands behind `Alleen als`.
    pub only_if: Option<String>,
    #[serde(rename = "type", serialize_with = "kind_word")]
    pub(super) kind: Kind,
    /// The words behind the numbers 1, 2, 3 …
    pub options: Vec<String>,
    pub earlier: Option<String>,
}

impl Worksheets {
    pub fn new(catalog: &Catalog, facts: &Facts, choice: &WorksheetChoice) -> Worksheets {
        let maker = Maker { catalog, facts, choice, book: Codebook::new(catalog, facts.project) };
        let sheets = match choice.organisations.as_slice() {
            [] => vec![maker.sheet(None)],
            organisations => organisations.iter().map(|organisation| maker.sheet(Some(organisation))).collect(),
        };
        let label = sheets.iter().map(|sheet| sheet.tlp).max();
        Worksheets {
            head: Head::new(facts.project, label.unwrap_or(facts.project.tlp), facts.today),
            phase: choice.phase,
            sheets,
        }
    }

    pub fn document(&self) -> Document {
        let mut blocks = Vec::new();
        for (index, sheet) in self.sheets.iter().enumerate() {
            if index > 0 {
                blocks.push(Block::PageBreak);
            }
            worksheet_page::add(sheet, self, &mut blocks);
        }
        self.head.document(format!("Werkbladen: {}", self.phase.title()), blocks)
    }
}

struct Maker<'m> {
    catalog: &'m Catalog,
    facts: &'m Facts<'m>,
    choice: &'m WorksheetChoice<'m>,
    book: Codebook<'m>,
}

impl Maker<'_> {
    fn sheet(&self, organisation: Option<&Organisation>) -> Worksheet {
        let questions: Vec<&Question> = match organisation {
            Some(_) => asked_questions(self.catalog, Some(self.choice.phase)).collect(),
            None => asked_together(self.catalog, self.choice.phase).collect(),
        };
        let printed: Vec<&Question> =
            questions.iter().copied().filter(|question| self.is_printed(question, &questions, organisation)).collect();
        let sections = self
            .catalog
            .questionnaires()
            .iter()
            .flat_map(|questionnaire| &questionnaire.sections)
            .filter_map(|section| self.section(section, &printed, organisation))
            .collect();
        Worksheet {
            organisation: organisation.map(|organisation| organisation.id.to_string()),
            name: organisation.map_or_else(|| "de kopgroep samen".to_owned(), |one| one.name.clone()),
            code: organisation.map_or_else(Code::of_all_together, |one| Code::of_organisation(&one.id)),
            tlp: self.label(&printed, organisation),
            sections,
        }
    }

    fn section(
        &self,
        section: &Section,
        printed: &[&Question],
        organisation: Option<&Organisation>,
    ) -> Option<WorksheetSection> {
        let is_here = |question: &&&Question| section.questions.iter().any(|one| one.id == question.id);
        let questions: Vec<WorksheetQuestion> =
            printed.iter().filter(is_here).map(|question| self.question(question, printed, organisation)).collect();
        (!questions.is_empty()).then(|| WorksheetSection { title: section.title.clone(), questions })
    }

    /// Whether it is asked now, or may still be by what is written on this sheet or is not answered yet.
    fn is_printed(&self, question: &Question, sheet: &[&Question], organisation: Option<&Organisation>) -> bool {
        let may_come =
            |when: &Formula| self.is_open_end(when, sheet, organisation) && self.condition(when, sheet).is_some();
        self.facts.is_asked(question, organisation) || question.when.as_ref().is_some_and(may_come)
    }

    fn is_open_end(&self, when: &Formula, sheet: &[&Question], organisation: Option<&Organisation>) -> bool {
        let is_open = |id: &FullId| {
            let on_sheet = sheet.iter().any(|question| question.id == *id);
            let answer = self.facts.project.answer(id, None).or_else(|| self.said(id, organisation));
            on_sheet || !Facts::settles(answer)
        };
        when.questions().iter().any(is_open)
    }

    /// A question on the sheet is found by its code; another is known by its label.
    fn condition(&self, when: &Formula, sheet: &[&Question]) -> Option<String> {
        let name = |question: &Question| match sheet.iter().any(|one| one.id == question.id) {
            true => format!("vraag {}", Code::of_question(&question.id)),
            false => format!("'{}'", question.label),
        };
        in_words(when, self.catalog, &name)
    }

    fn said(&self, id: &FullId, organisation: Option<&Organisation>) -> Option<&Answer> {
        match organisation {
            Some(organisation) => self.facts.project.said_by(id, &organisation.id),
            None => self.facts.project.answer(id, None),
        }
    }

    fn question(
        &self,
        question: &Question,
        sheet: &[&Question],
        organisation: Option<&Organisation>,
    ) -> WorksheetQuestion {
        let code = Code::of_question(&question.id);
        let when = question.when.as_ref().filter(|when| self.is_open_end(when, sheet, organisation));
        WorksheetQuestion {
            code,
            id: question.id.to_string(),
            shared_code: self.book.is_shared(code),
            label: question.label.clone(),
            ask: match organisation {
                Some(organisation) => asked_words(question, self.facts, organisation),
                None => fill(&question.ask, self.facts, None),
            },
            help: first_sentence(&question.help).to_owned(),
            only_if: when.and_then(|when| self.condition(when, sheet)),
            options: options(&question.kind),
            earlier: self.earlier(question, organisation),
            kind: question.kind.clone(),
        }
    }

    fn earlier(&self, question: &Question, organisation: Option<&Organisation>) -> Option<String> {
        if self.choice.earlier == EarlierAnswers::LeftOut {
            return None;
        }
        let answer = self.said(&question.id, organisation)?;
        let said = matches!(answer.state, State::Given(_) | State::Unknown | State::NotApplicable);
        said.then(|| Words::new(self.facts).state(&question.kind, &answer.state))
    }

    /// What is written on the sheet gets the label of its question, so the sheet has the strictest of them.
    fn label(&self, printed: &[&Question], organisation: Option<&Organisation>) -> Tlp {
        let filled_in = printed.iter().flat_map(|question| question.ask.questions()).collect::<Vec<_>>();
        let asked = printed.iter().filter_map(|question| question.tlp);
        let shown = self.choice.earlier == EarlierAnswers::Included;
        let repeated = printed.iter().filter_map(|question| self.said(&question.id, organisation)?.tlp);
        let labels = asked.chain(repeated.filter(|_| shown));
        labels.fold(label::strictest(self.facts, &filled_in), Tlp::max)
    }
}

/// One line of help is enough on paper.
fn first_sentence(text: &str) -> &str {
    let ends = ['.', '?', '!'].iter().filter_map(|sign| text.find(&format!("{sign} ")));
    ends.min().map_or(text, |end| &text[..=end])
}
