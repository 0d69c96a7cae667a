//! What the organisations said, laid side by side: the data, and the document that a trekker puts on a projector.

mod details;
pub(in crate::report) mod document;

#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::HashMap;

use serde::Serialize;

use super::{Head, label};
use crate::domain::{Identifier, Organisation, Perspective, Place, Tlp};
use crate::expression::Facts;
use crate::round::comparison::{Agenda, Choice, Comparison as Compared, Group, Heard, Side, agenda};

/// The answers of the organisations, compared.
#[derive(Clone, Debug, Serialize)]
pub struct Comparison<'c, 'a> {
    #[serde(flatten)]
    pub head: Head,
    /// The one subject or question that was asked for.
    pub chosen: Option<String>,
    /// What all or most who spoke say.
    pub agreed: Vec<Agreed<'c, 'a>>,
    #[serde(flatten)]
    pub agenda: Agenda<'c, 'a>,
    #[serde(flatten)]
    pub compared: &'c Compared<'a>,
    /// How many of its questions each organisation of the kopgroep answered.
    pub organisations: Vec<OrganisationCount>,
    /// One question was named, and what was set aside is shown with it.
    #[serde(skip)]
    shows_set_aside: bool,
}

/// One thing that all or most who spoke say.
#[derive(Clone, Debug, Serialize)]
pub struct Agreed<'c, 'a> {
    #[serde(flatten)]
    pub heard: Heard<'a>,
    #[serde(flatten)]
    pub group: &'c Group<'a>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OrganisationCount {
    pub id: String,
    pub name: String,
    /// Answered, or said not to apply.
    pub settled: usize,
    /// Said to be not known yet.
    pub unknown: usize,
    pub asked: usize,
}

impl<'c, 'a> Comparison<'c, 'a> {
    /// All that was laid side by side, or what was chosen of it, with the name by which it was chosen.
    pub fn new(compared: &'c Compared<'a>, facts: &Facts, choice: Option<(&str, &Choice)>) -> Comparison<'c, 'a> {
        Comparison {
            head: Head::new(facts.project, strictest(compared, facts), facts.today),
            chosen: choice.map(|(name, _)| name.to_owned()),
            agreed: all_agreed(compared),
            agenda: agenda(compared),
            compared,
            organisations: counts(compared, facts),
            shows_set_aside: choice.is_some_and(|(_, choice)| choice.one_question),
        }
    }
}

/// The strictest label of what is repeated, also of those who have no answer: that too was said.
fn strictest(compared: &Compared, facts: &Facts) -> Tlp {
    let answered = label::strictest(facts, compared.sides().map(|side| &side.question.id));
    let unanswered = compared.sides().flat_map(|side| {
        let voices = side.unknown.iter().chain(&side.not_applicable).chain(&side.only_note);
        voices.map(|voice| facts.label(Some(side.question), voice.answer))
    });
    unanswered.fold(answered, Tlp::max)
}

/// What you want together goes first, and what organisations say of themselves goes last.
pub(in crate::report) fn all_agreed<'c, 'a>(compared: &'c Compared<'a>) -> Vec<Agreed<'c, 'a>> {
    let mut sides: Vec<&Side> = compared.sides().collect();
    sides.sort_by_key(|side| match side.question.perspective {
        Some(Perspective::Together) => 0,
        Some(Perspective::Others) => 1,
        Some(Perspective::Own) => 2,
        None => 3,
    });
    sides.into_iter().flat_map(|side| side.agreed().map(|group| Agreed { heard: side.heard(), group })).collect()
}

impl Agreed<'_, '_> {
    /// A sector or a level is what an organisation is: it is no wish to agree on.
    pub fn is_about_itself(&self) -> bool {
        self.heard.question.scope.is_each() && self.heard.question.perspective.is_none()
    }
}

/// The organisations of the kopgroep, those with the most still to say first.
fn counts(compared: &Compared, facts: &Facts) -> Vec<OrganisationCount> {
    // How often each settled its question, did not know, and was silent.
    let mut heard: HashMap<&Identifier, [usize; 3]> = HashMap::new();
    for side in compared.sides() {
        let settled = side.voices.iter().chain(&side.not_applicable).filter_map(|voice| voice.organisation);
        let unknown = side.unknown.iter().filter_map(|voice| voice.organisation);
        settled.for_each(|one| heard.entry(&one.id).or_default()[0] += 1);
        unknown.for_each(|one| heard.entry(&one.id).or_default()[1] += 1);
        side.silent.iter().for_each(|one| heard.entry(&one.id).or_default()[2] += 1);
    }
    let count = |one: &Organisation| {
        let [settled, unknown, silent] = *heard.get(&one.id)?;
        let (id, name, asked) = (one.id.to_string(), one.name.clone(), settled + unknown + silent);
        Some(OrganisationCount { id, name, settled, unknown, asked })
    };
    let mut counts: Vec<OrganisationCount> = facts.project.in_place(Place::Kopgroep).filter_map(count).collect();
    counts.sort_by_key(|one| (Reverse(one.asked - one.settled), one.name.to_lowercase(), one.id.clone()));
    counts
}
