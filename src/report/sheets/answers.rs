use super::super::said::{SaidAs, Utterance, utterances};
use super::super::{in_edition, label};
use super::{Column, sheet};
use crate::catalog::Catalog;
use crate::document::{ColumnKind, Datum, Sheet};
use crate::domain::{
    Answer, Edition, FullId, Identifier, Kind, LapsedAnswer, Perspective, Phase, Project, Question, Tlp, Value,
};
use crate::expression::{Facts, Words, fill};
use crate::notation;

/// A row for everything that was said as far as an edition may show it, and for every question that is asked and open.
pub fn answers_sheet(catalog: &Catalog, facts: &Facts, edition: Edition) -> Sheet {
    let shown = in_edition(facts, edition);
    let whole = facts.project;
    let facts = &Facts::new(&shown, catalog, facts.today).in_edition(edition);
    let known = Rows { catalog, whole, facts, words: Words::new(facts) };
    let rows = catalog.questions().flat_map(|question| known.to(question)).chain(known.strangers());
    let rows = rows.chain(shown.lapsed.iter().map(|lapsed| known.lapsed(lapsed)));
    let columns: [Column<Row>; 18] = [
        ("Onderwerp", ColumnKind::Word, |row| Datum::from(row.question.map(|question| question.label.as_str()))),
        ("Organisatie", ColumnKind::Word, |row| Datum::from(row.owner.clone())),
        ("Antwoord", ColumnKind::Text, |row| Datum::from(row.words.clone())),
        ("Getal", ColumnKind::Number, |row| row.number(|kind| !matches!(kind, Kind::Amount { .. }), Datum::Number)),
        ("Bedrag", ColumnKind::Euros, |row| row.number(|kind| matches!(kind, Kind::Amount { .. }), Datum::Euros)),
        ("Datum", ColumnKind::Date, |row| Datum::from(row.question.and(row.answer.value()).and_then(Value::as_date))),
        ("Stand", ColumnKind::Word, |row| Datum::from(row.stand)),
        ("Soort antwoord", ColumnKind::Word, |row| Datum::from(row.sort.as_str())),
        ("Door", ColumnKind::Word, |row| Datum::from(row.answer.by.clone())),
        ("Gegeven op", ColumnKind::Date, |row| Datum::from(row.answer.given.map(|given| given.date_naive()))),
        ("Bron", ColumnKind::Word, |row| Datum::from(row.answer.source.clone())),
        ("Opmerking", ColumnKind::Text, |row| Datum::from(row.answer.note.clone())),
        ("TLP", ColumnKind::Word, |row| Datum::from(row.answer.value().map(|_| row.label.title()))),
        ("Vraag", ColumnKind::Text, |row| Datum::from(row.ask.clone())),
        ("Kijk van", ColumnKind::Word, |row| {
            Datum::from(row.question.and_then(|question| question.perspective).map(Perspective::title))
        }),
        ("Fase", ColumnKind::Word, |row| Datum::from(row.phase.map(Phase::title))),
        ("Onderdeel", ColumnKind::Word, |row| Datum::from(row.section)),
        ("Id", ColumnKind::Word, |row| Datum::from(row.id.to_string())),
    ];
    let lapsed = shown.lapsed.iter().map(|lapsed| &lapsed.question);
    let told = shown.everything_said().map(|(question, _, _)| question).chain(lapsed);
    let title = "Overzicht van alle antwoorden".to_owned();
    Sheet { title, ..sheet(&label::head(facts, told), "Antwoorden", &columns, rows) }
}

/// What a row tells, before it is cut into cells.
struct Row<'r> {
    id: &'r FullId,
    /// Nothing when no questionnaire here knows it.
    question: Option<&'r Question>,
    phase: Option<Phase>,
    section: Option<&'r str>,
    ask: Option<String>,
    owner: Option<String>,
    /// What sort of word it is: an answer, a view, another answer, one that lapsed.
    sort: String,
    answer: Answer,
    words: Option<String>,
    stand: &'static str,
    label: Tlp,
}

impl Row<'_> {
    fn number(&self, is_of: fn(&Kind) -> bool, datum: fn(i64) -> Datum) -> Datum {
        let number = self.answer.value().and_then(Value::as_number);
        let number = number.filter(|_| self.question.is_some_and(|question| is_of(&question.kind)));
        number.map_or(Datum::Empty, |number| datum(number.hundredths()))
    }
}

/// What is known, of which the rows are made.
struct Rows<'m> {
    catalog: &'m Catalog,
    /// All that is known, to tell an open question from an answer that the edition may not show.
    whole: &'m Project,
    facts: &'m Facts<'m>,
    words: Words<'m>,
}

impl<'m> Rows<'m> {
    /// What sort of word it is, is still to be said.
    fn row(&self, question: Option<&'m Question>, said: (&'m FullId, Option<&Identifier>, Answer)) -> Row<'m> {
        let (id, owner, answer) = said;
        let kind = question.map_or(&Kind::LongText, |question| &question.kind);
        let organisation = owner.and_then(|owner| self.facts.project.organisation(owner.as_str()));
        Row {
            id,
            question,
            phase: question.and(self.catalog.phase_of(id)),
            section: question.and(self.catalog.section_of(id)).map(|section| section.title.as_str()),
            ask: question.map(|question| fill(&question.ask, self.facts, organisation)),
            owner: owner.map(|owner| self.words.organisation(owner.as_str())),
            sort: String::new(),
            words: answer.value().map(|value| self.words.value(kind, value)),
            stand: notation::state(&answer.state),
            label: self.facts.label(question, &answer),
            answer,
        }
    }

    /// What was said to a question, and what is open of it.
    fn to(&self, question: &'m Question) -> Vec<Row<'m>> {
        let project = self.facts.project;
        let is_begun = self.catalog.is_begun(&question.id, project);
        let is_open = |one: &Utterance| is_begun && self.facts.asks(question, one.organisation(project));
        let shown = utterances(question, project).into_iter().filter(|one| one.has_place(|| is_open(one)));
        shown.map(|one| self.uttered(question, one)).collect()
    }

    fn uttered(&self, question: &'m Question, one: Utterance<'m>) -> Row<'m> {
        let sort = match one.said_as {
            SaidAs::Answer => "antwoord".to_owned(),
            SaidAs::View => "eigen kijk".to_owned(),
            SaidAs::Variant(standing) => format!("ander antwoord: {}", standing.title()),
        };
        let answer = one.answer.cloned().unwrap_or_else(Answer::open);
        let row = Row { sort, ..self.row(Some(question), (&question.id, one.owner, answer)) };
        let is_hidden = || self.whole.answer(&question.id, one.owner).and_then(Answer::value).is_some();
        match one.answer {
            None if is_hidden() => Row { stand: "niet voor deze lezers", ..row },
            _ => row,
        }
    }

    /// Answers to questions that no questionnaire here knows.
    fn strangers(&self) -> impl Iterator<Item = Row<'m>> {
        let unknown = self.facts.project.everything_said().filter(|(id, _, _)| self.catalog.question(id).is_none());
        let row = |(id, owner, answer): (_, _, &Answer)| self.row(None, (id, owner, answer.clone()));
        unknown.map(move |one| Row { sort: "vraag die regio niet kent".to_owned(), ..row(one) })
    }

    fn lapsed(&self, lapsed: &'m LapsedAnswer) -> Row<'m> {
        let sort = format!("vervallen: {}", lapsed.why);
        let row = self.row(None, (&lapsed.question, lapsed.organisation.as_ref(), lapsed.answer()));
        Row { sort, ask: Some(lapsed.ask.clone()), ..row }
    }
}
