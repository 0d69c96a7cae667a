use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::domain::{Answer, Organisation, Place, Question, Scope};
use crate::expression::Words;

/// What one organisation said to one question, or all together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice<'a> {
    /// Nothing for what was said together.
    pub organisation: Option<&'a Organisation>,
    pub answer: &'a Answer,
    pub words: String,
    /// Of those whom the question asks; whoever speaks beside them is heard and named.
    pub counts: bool,
}

impl<'a> Voice<'a> {
    pub(super) fn new(by: Option<&'a Organisation>, answer: &'a Answer, question: &Question, words: &Words) -> Self {
        let counts = by.is_some_and(|one| counts(question, one));
        Voice { organisation: by, answer, words: words.said(&question.kind, answer), counts }
    }

    pub fn name(&self) -> String {
        self.organisation.map_or_else(|| "Samen".to_owned(), marked)
    }
}

impl Serialize for Voice<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut voice = serializer.serialize_struct("Voice", 6)?;
        voice.serialize_field("organisation", &self.organisation.map(|one| &one.id))?;
        voice.serialize_field("name", &self.name())?;
        voice.serialize_field("words", &self.words)?;
        voice.serialize_field("note", &self.answer.note)?;
        voice.serialize_field("by", &self.answer.by)?;
        voice.serialize_field("given", &self.answer.given)?;
        voice.end()
    }
}

/// On what all answer together, the views of the kopgroep count.
pub(super) fn counts(question: &Question, organisation: &Organisation) -> bool {
    match question.scope {
        Scope::Together => organisation.place == Place::Kopgroep,
        each => each.asks(organisation.place),
    }
}

/// The name of an organisation, marked when it speaks from beside the kopgroep.
pub fn marked(organisation: &Organisation) -> String {
    match organisation.place {
        Place::Kopgroep => organisation.name.clone(),
        place => format!("{} ({})", organisation.name, place.word()),
    }
}

/// The marked names of organisations, in their order.
pub fn names(organisations: &[&Organisation]) -> Vec<String> {
    organisations.iter().map(|one| marked(one)).collect()
}

pub(super) fn as_name<S: Serializer>(organisation: &Organisation, serializer: S) -> Result<S::Ok, S::Error> {
    marked(organisation).serialize(serializer)
}

pub(super) fn as_names<S: Serializer>(organisations: &[&Organisation], serializer: S) -> Result<S::Ok, S::Error> {
    names(organisations).serialize(serializer)
}
