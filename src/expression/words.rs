use std::collections::HashMap;

use super::facts::Facts;
use super::template::fill;
use crate::domain::{Answer, Formula, Kind, Piece, Project, Question, State, Template, Value};
use crate::notation;

/// How values, answers, organisations and questions are said; it knows the organisations by id.
pub struct Words<'f> {
    facts: &'f Facts<'f>,
    names: HashMap<&'f str, String>,
}

impl<'f> Words<'f> {
    pub fn new(facts: &'f Facts<'f>) -> Words<'f> {
        let organisations = facts.project.organisations.iter();
        Words { facts, names: organisations.map(|one| (one.id.as_str(), one.known_as())).collect() }
    }

    /// A value, as the people at the table know it.
    pub fn value(&self, kind: &Kind, value: &Value) -> String {
        notation::answer(kind, value, &|id| self.known(id))
    }

    /// What was said to a question, also when it was no value.
    pub fn state(&self, kind: &Kind, state: &State) -> String {
        notation::said(kind, state, &|id| self.known(id))
    }

    /// The name of an organisation; of one that the register does not know, its id.
    pub fn organisation(&self, id: &str) -> String {
        self.known(id).unwrap_or_else(|| id.to_owned())
    }

    /// One thing that was said.
    pub fn of(&self, kind: &Kind, value: &Value) -> String {
        match value {
            Value::Record(_) => self.value(kind, &Value::List(vec![value.clone()])),
            value => self.value(kind, value),
        }
    }

    /// A whole answer, also when it is no value. Options are parted like the lines of a list: many have an "en" of their own.
    pub fn said(&self, kind: &Kind, answer: &Answer) -> String {
        match (kind, answer.value()) {
            (Kind::Choices { .. }, Some(Value::List(items))) => {
                items.iter().map(|item| self.of(kind, item)).collect::<Vec<_>>().join("; ")
            }
            _ => self.state(kind, &answer.state),
        }
    }

    fn known(&self, id: &str) -> Option<String> {
        self.names.get(id).cloned()
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

/// The name of a collaboration, also when it has none yet.
pub fn project_name(project: &Project) -> String {
    project.name.clone().unwrap_or_else(|| "Samenwerking zonder naam".to_owned())
}
