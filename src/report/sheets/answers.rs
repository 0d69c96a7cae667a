use super::super::{in_edition, label};
use super::project_sheet;
use crate::catalog::Catalog;
use crate::document::{ColumnKind, Datum, Sheet, SheetColumn};
use crate::domain::{
    Answer, Edition, FullId, Identifier, Kind, LapsedAnswer, Phase, Project, Question, Scope, State, Value, Variant,
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
    let table = Rows { catalog, whole, facts };
    let mut rows: Vec<Vec<Datum>> = catalog.questions().flat_map(|question| table.of(question)).collect();
    rows.extend(table.strangers());
    rows.extend(shown.lapsed.iter().map(|lapsed| table.lapsed(lapsed)));
    let told: Vec<&FullId> = shown.everything_said().map(|(question, _, _)| question).collect();
    let label = label::strictest(facts, told).title();
    let title = "Overzicht van alle antwoorden".to_owned();
    project_sheet(("Antwoorden", title), &shown, label, facts.today, COLUMNS, rows)
}

struct Rows<'r> {
    catalog: &'r Catalog,
    /// All that is known, to tell an open question from an answer that the edition may not show.
    whole: &'r Project,
    facts: &'r Facts<'r>,
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
        rows.extend(variants.map(|variant| self.variant(question, variant)));
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

    fn variant(&self, question: &Question, variant: &Variant) -> Vec<Datum> {
        let sort = format!("ander antwoord: {}", variant.standing.title());
        self.row(question, Some(&variant.organisation), &sort, Some(&variant.answer))
    }

    fn row(&self, question: &Question, owner: Option<&Identifier>, sort: &str, answer: Option<&Answer>) -> Vec<Datum> {
        let organisation = owner.and_then(|owner| self.facts.project.organisation(owner.as_str()));
        let value = answer.and_then(Answer::value);
        let label = answer.and_then(|answer| answer.tlp).or(question.tlp).unwrap_or(self.facts.project.tlp);
        let row = Row {
            phase: self.catalog.phase_of(&question.id),
            section: self.catalog.section_of(&question.id).map(|section| section.title.clone()),
            label: Some(question.label.clone()),
            ask: Some(fill(&question.ask, self.facts, organisation)),
            owner: owner.map(|owner| self.name(owner)),
            perspective: question.perspective.map(|perspective| perspective.title()),
            sort: sort.to_owned(),
            words: value.map(|value| self.words(&question.kind, value)),
            typed: value.map(|value| (&question.kind, value)),
            hidden: answer.is_none() && self.whole.answer(&question.id, owner).and_then(Answer::value).is_some(),
            tlp: value.map(|_| label.title()),
            id: question.id.to_string(),
        };
        row.cells(answer)
    }

    /// Answers to questions that no questionnaire here knows.
    fn strangers(&self) -> Vec<Vec<Datum>> {
        let said = self.facts.project.everything_said();
        let unknown = said.filter(|(id, _, _)| self.catalog.question(id).is_none());
        let row = |(id, owner, answer): (&FullId, Option<&Identifier>, &Answer)| {
            let row = Row {
                owner: owner.map(|owner| self.name(owner)),
                sort: "vraag die regio niet kent".to_owned(),
                words: answer.value().map(|value| self.words(&Kind::LongText, value)),
                tlp: answer.value().map(|_| answer.tlp.unwrap_or(self.facts.project.tlp).title()),
                id: id.to_string(),
                ..Row::default()
            };
            row.cells(Some(answer))
        };
        unknown.map(row).collect()
    }

    fn lapsed(&self, lapsed: &LapsedAnswer) -> Vec<Datum> {
        let state = lapsed.value.clone().map_or(State::Open, State::Given);
        let answer = Answer { state, given: lapsed.given, by: lapsed.by.clone(), ..Answer::open() };
        let row = Row {
            ask: Some(lapsed.ask.clone()),
            owner: lapsed.organisation.as_ref().map(|owner| self.name(owner)),
            sort: format!("vervallen: {}", lapsed.why),
            words: lapsed.value.as_ref().map(|value| self.words(&Kind::LongText, value)),
            tlp: lapsed.value.as_ref().map(|_| self.facts.project.tlp.title()),
            id: lapsed.question.to_string(),
            ..Row::default()
        };
        row.cells(Some(&answer))
    }

    fn words(&self, kind: &Kind, value: &Value) -> String {
        Words::new(self.facts).value(kind, value)
    }

    fn name(&self, owner: &Identifier) -> String {
        Words::new(self.facts).organisation(owner.as_str())
    }
}

/// What a row says before it is cut into cells.
#[derive(Default)]
struct Row<'r> {
    phase: Option<Phase>,
    section: Option<String>,
    label: Option<String>,
    ask: Option<String>,
    owner: Option<String>,
    perspective: Option<&'static str>,
    sort: String,
    words: Option<String>,
    /// The value with its kind, for what can be counted with.
    typed: Option<(&'r Kind, &'r Value)>,
    /// There is an answer, and the edition may not show it.
    hidden: bool,
    tlp: Option<&'static str>,
    id: String,
}

impl Row<'_> {
    fn cells(self, answer: Option<&Answer>) -> Vec<Datum> {
        let (number, euros, date) = typed(self.typed);
        vec![
            Datum::from(self.label),
            Datum::from(self.owner),
            Datum::from(self.words),
            number,
            euros,
            date,
            Datum::from(if self.hidden {
                "niet voor deze lezers"
            } else {
                notation::state(answer.map_or(&State::Open, |answer| &answer.state))
            }),
            Datum::from(self.sort),
            Datum::from(answer.and_then(|answer| answer.by.clone())),
            Datum::from(answer.and_then(|answer| answer.given).map(|given| given.date_naive())),
            Datum::from(answer.and_then(|answer| answer.source.clone())),
            Datum::from(answer.and_then(|answer| answer.note.clone())),
            Datum::from(self.tlp),
            Datum::from(self.ask),
            Datum::from(self.perspective),
            Datum::from(self.phase.map(Phase::title)),
            Datum::from(self.section),
            Datum::from(self.id),
        ]
    }
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
