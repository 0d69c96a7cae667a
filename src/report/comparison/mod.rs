//! What the organisations said, laid side by side: the data, and the document that a trekker puts on a projector.

mod details;
pub(in crate::report) mod document;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Head, label};
use crate::domain::{Organisation, Perspective, Place, Tlp};
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

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
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
    let none = |one: &Organisation| {
        let (id, name) = (one.id.to_string(), one.name.clone());
        OrganisationCount { id, name, ..OrganisationCount::default() }
    };
    let kopgroep = facts.project.in_place(Place::Kopgroep);
    let mut counts: BTreeMap<&str, OrganisationCount> = kopgroep.map(|one| (one.id.as_str(), none(one))).collect();
    for side in compared.sides() {
        let voices = [(&side.voices, 1, 0), (&side.not_applicable, 1, 0), (&side.unknown, 0, 1)];
        let spoken = voices.into_iter().flat_map(|(voices, settled, unknown)| {
            voices.iter().filter_map(move |voice| Some((voice.organisation?, settled, unknown)))
        });
        let silent = side.silent.iter().map(|organisation| (*organisation, 0, 0));
        for (organisation, settled, unknown) in spoken.chain(silent) {
            if let Some(count) = counts.get_mut(organisation.id.as_str()) {
                count.settled += settled;
                count.unknown += unknown;
                count.asked += 1;
            }
        }
    }
    let mut counts: Vec<OrganisationCount> = counts.into_values().filter(|count| count.asked > 0).collect();
    counts.sort_by_key(|count| (std::cmp::Reverse(count.asked - count.settled), count.name.to_lowercase()));
    counts
}
