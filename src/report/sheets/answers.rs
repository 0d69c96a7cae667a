use super::super::{in_edition, label};
use crate::catalog::Catalog;
use crate::document::{ColumnKind, Datum, Sheet, SheetColumn};
use crate::domain::{
    Answer, Edition, FullId, Identifier, Kind, LapsedAnswer, Perspective, Phase, Project, Question, Scope, State, Value,
};
use crate::expression::{Facts, Words, fill};
use crate::notation;

const COLUMNS: &[SheetColumn] = &[
    SheetColumn::new("Onderwerp", ColumnKind::Word),
    SheetColumn::new("Organisatie", ColumnKind::Word),
    SheetColumn::new("Antwoord", ColumnKind::Text),
    SheetColumn::new("Getal", ColumnKind::Number),
    SheetColumn::new("Bedrag", ColumnKind::Euros),
    SheetColumn::new("Datum", ColumnKind::Date),
    SheetColumn::new("Stand", ColumnKind::Word),
    SheetColumn::new("Soort antwoord", ColumnKind::Word),
    SheetColumn::new("Door", ColumnKind::Word),
    SheetColumn::new("Gegeven op", ColumnKind::Date),
    SheetColumn::new("Bron", ColumnKind::Word),
    SheetColumn::new("Opmerking", ColumnKind::Text),
    SheetColumn::new("TLP", ColumnKind::Word),
    SheetColumn::new("Vraag", ColumnKind::Text),
    SheetColumn::new("Kijk van", ColumnKind::Word),
    SheetColumn::new("Fase", ColumnKind::Word),
    SheetColumn::new("Onderdeel", ColumnKind::Word),
    SheetColumn::new("Id", ColumnKind::Word),
];

/// A row for everything that was said as far as an edition may show it, and for every question that is asked and open.
pub fn answers_sheet(catalog: &Catalog, facts: &Facts, edition: Edition) -> Sheet {
    let shown = in_edition(facts, edition);
    let whole = facts.project;
    let facts = &Facts::new(&shown, catalog, facts.today);
    let table = Rows { catalog, whole, facts, words: Words::new(facts) };
    let mut rows: Vec<Vec<Datum>> = catalog.questions().flat_map(|question| table.of(question)).collect();
    rows.extend(table.strangers());
    rows.extend(shown.lapsed.iter().map(|lapsed| table.lapsed(lapsed)));
    let told: Vec<&FullId> = shown.everything_said().map(|(question, _, _)| question).collect();
    let title = "Overzicht van alle antwoorden".to_owned();
    label::head(facts, told).sheet(("Antwoorden", title), &shown, COLUMNS, rows)
}

struct Rows<'r> {
    catalog: &'r Catalog,
    /// All that is known, to tell an open question from an answer that the edition may not show.
    whole: &'r Project,
    facts: &'r Facts<'r>,
    words: Words<'r>,
}

impl Rows<'_> {
    fn of(&self, question: &Question) -> Vec<Vec<Datum>> {
        let project = self.facts.project;
        let mut rows = match question.scope {
            Scope::Together => self.answer(question, None).into_iter().collect(),
            Scope::PerOrganisation => {
                let each = project.organisations.iter().map(|organisation| &organisation.id);
                each.filter_map(|owner| self.answer(question, Some(owner))).collect::<Vec<_>>()
            }
        };
        let views = project.views.get(&question.id).into_iter().flatten();
        rows.extend(views.map(|(owner, view)| self.row(question, Some(owner), "eigen kijk", Some(view))));
        let variants = project.variants.iter().filter(|variant| variant.question == question.id);
        rows.extend(variants.map(|variant| {
            let sort = format!("ander antwoord: {}", variant.standing.title());
            self.row(question, Some(&variant.organisation), &sort, Some(&variant.answer))
        }));
        rows
    }

    /// The answer that holds, or an empty row where one is asked.
    fn answer(&self, question: &Question, owner: Option<&Identifier>) -> Option<Vec<Datum>> {
        let answer = self.facts.project.answer(&question.id, owner);
        let said = answer.is_some_and(|answer| answer.state != State::Open || answer.note.is_some());
        let row = || self.row(question, owner, "antwoord", answer);
        (said || self.is_open(question, owner)).then(row)
    }

    fn is_open(&self, question: &Question, owner: Option<&Identifier>) -> bool {
        let begun =
            self.catalog.phase_of(&question.id).is_some_and(|phase| self.facts.project.begun.contains_key(&phase));
        let organisation = match owner {
            Some(owner) => match self.facts.kopgroep().find(|organisation| organisation.id == *owner) {
                Some(organisation) => Some(organisation),
                None => return false,
            },
            None => None,
        };
        begun && self.facts.is_asked(question, organisation)
    }

    fn row(&self, question: &Question, owner: Option<&Identifier>, sort: &str, answer: Option<&Answer>) -> Vec<Datum> {
        let organisation = owner.and_then(|owner| self.facts.project.organisation(owner.as_str()));
        let ask = fill(&question.ask, self.facts, organisation);
        self.cells(Row { id: &question.id, question: Some(question), ask: Some(ask), owner, sort, answer })
    }

    /// Answers to questions that no questionnaire here knows.
    fn strangers(&self) -> Vec<Vec<Datum>> {
        let said = self.facts.project.everything_said();
        let unknown = said.filter(|(id, _, _)| self.catalog.question(id).is_none());
        let sort = "vraag die regio niet kent";
        let row = |(id, owner, answer)| Row { id, question: None, ask: None, owner, sort, answer: Some(answer) };
        unknown.map(|said| self.cells(row(said))).collect()
    }

    fn lapsed(&self, lapsed: &LapsedAnswer) -> Vec<Datum> {
        let state = lapsed.value.clone().map_or(State::Open, State::Given);
        let answer = Answer { state, given: lapsed.given, by: lapsed.by.clone(), ..Answer::open() };
        self.cells(Row {
            id: &lapsed.question,
            question: None,
            ask: Some(lapsed.ask.clone()),
            owner: lapsed.organisation.as_ref(),
            sort: &format!("vervallen: {}", lapsed.why),
            answer: Some(&answer),
        })
    }

    fn cells(&self, row: Row) -> Vec<Datum> {
        let Row { id, question, ask, owner, sort, answer } = row;
        let value = answer.and_then(Answer::value);
        let kind = question.map_or(&Kind::LongText, |question| &question.kind);
        let label = answer.and_then(|answer| answer.tlp).or(question.and_then(|question| question.tlp));
        let is_hidden = || answer.is_none() && self.whole.answer(id, owner).and_then(Answer::value).is_some();
        let stand = match answer {
            _ if is_hidden() => "niet voor deze lezers",
            Some(answer) => notation::state(&answer.state),
            None => notation::state(&State::Open),
        };
        let (number, euros, date) = typed(question.and(value.map(|value| (kind, value))));
        vec![
            Datum::from(question.map(|question| question.label.as_str())),
            Datum::from(owner.map(|owner| self.words.organisation(owner.as_str()))),
            Datum::from(value.map(|value| self.words.value(kind, value))),
            number,
            euros,
            date,
            Datum::from(stand),
            Datum::from(sort),
            Datum::from(answer.and_then(|answer| answer.by.clone())),
            Datum::from(answer.and_then(|answer| answer.given).map(|given| given.date_naive())),
            Datum::from(answer.and_then(|answer| answer.source.clone())),
            Datum::from(answer.and_then(|answer| answer.note.clone())),
            Datum::from(value.map(|_| label.unwrap_or(self.facts.project.tlp).title())),
            Datum::from(ask),
            Datum::from(question.and_then(|question| question.perspective).map(Perspective::title)),
            Datum::from(question.and_then(|_| self.catalog.phase_of(id)).map(Phase::title)),
            Datum::from(question.and_then(|_| self.catalog.section_of(id)).map(|section| section.title.as_str())),
            Datum::from(id.to_string()),
        ]
    }
}

/// What a row tells, before it is cut into cells.
struct Row<'r> {
    id: &'r FullId,
    /// Nothing when no questionnaire here knows it.
    question: Option<&'r Question>,
    ask: Option<String>,
    owner: Option<&'r Identifier>,
    /// What sort of word it is: an answer, a view, another answer, one that lapsed.
    sort: &'r str,
    answer: Option<&'r Answer>,
}

/// The value as a number, an amount or a date.
fn typed(value: Option<(&Kind, &Value)>) -> (Datum, Datum, Datum) {
    match value {
        Some((Kind::Amount { .. }, Value::Number(euros))) => {
            (Datum::Empty, Datum::Euros(euros.hundredths()), Datum::Empty)
        }
        Some((_, Value::Number(number))) => (Datum::Number(number.hundredths()), Datum::Empty, Datum::Empty),
        Some((_, Value::Date(date))) => (Datum::Empty, Datum::Empty, Datum::Date(*date)),
        _ => (Datum::Empty, Datum::Empty, Datum::Empty),
    }
}
