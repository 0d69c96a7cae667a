use std::collections::HashMap;

use crate::domain::{Answer, Formula, Kind, Organisation, Piece, Place, Question, Template, Value};
use crate::expression::{Facts, fill};
use crate::notation;

/// How answers and questions are said; it knows the organisations by id.
pub(in crate::report) struct Words<'f> {
    facts: &'f Facts<'f>,
    names: HashMap<&'f str, &'f str>,
}

impl<'f> Words<'f> {
    pub fn new(facts: &'f Facts<'f>) -> Words<'f> {
        let organisations = facts.project.organisations.iter();
        Words { facts, names: organisations.map(|one| (one.id.as_str(), one.name.as_str())).collect() }
    }

    /// One thing that was said.
    pub fn of(&self, kind: &Kind, value: &Value) -> String {
        match value {
            Value::Record(_) => notation::answer(kind, &Value::List(vec![value.clone()]), &|id| self.name(id)),
            value => notation::answer(kind, value, &|id| self.name(id)),
        }
    }

    /// A whole answer, also when it is no value. Options are parted like the lines of a list: many have an "en" of their own.
    pub fn said(&self, kind: &Kind, answer: &Answer) -> String {
        match (kind, answer.value()) {
            (Kind::Choices { .. }, Some(Value::List(items))) => {
                items.iter().map(|item| self.of(kind, item)).collect::<Vec<_>>().join("; ")
            }
            _ => notation::said(kind, &answer.state, &|id| self.name(id)),
        }
    }

    fn name(&self, id: &str) -> Option<String> {
        self.names.get(id).map(|name| (*name).to_owned())
    }

    /// The question as it is put on the table, to all organisations at once.
    pub fn ask(&self, question: &Question) -> String {
        let for_all = |piece: &Piece| match piece {
            Piece::Value(Formula::OrganisationName, _) => Piece::Words("elke organisatie".to_owned()),
            other => other.clone(),
        };
        let template = Template { pieces: question.ask.pieces.iter().map(for_all).collect() };
        notation::capital(&fill(&template, self.facts, None))
    }
}

/// The name of an organisation, marked when it speaks from beside the kopgroep.
pub(super) fn marked(organisation: &Organisation) -> String {
    match organisation.place {
        Place::Kopgroep => organisation.name.clone(),
        place => format!("{} ({})", organisation.name, place.word()),
    }
}
