use super::formula::{Formula, Template};
use super::identifier::{FullId, Identifier};
use super::origin::Origin;
use super::period::Period;
use super::vocabulary::vocabulary;

/// A next step that a questionnaire advises.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Action {
    pub id: FullId,
    pub section: Identifier,
    pub title: Template,
    pub how: Template,
    /// The advice that it rests on.
    pub why: Template,
    /// The step is wanted while this holds.
    pub when: Option<Formula>,
    /// The step is done as soon as this holds.
    pub done_when: Option<Formula>,
    /// The step is not wanted any more as soon as this holds.
    pub lapses_when: Option<Formula>,
    /// The step comes back so long after it was taken.
    pub every: Option<Period>,
    pub due: Option<DueRule>,
    pub owner: Owner,
    /// From 1 to 100: how heavily it weighs.
    pub weight: u32,
    pub points: Vec<String>,
    pub origin: Origin,
}

/// A date counted in days from an anchor.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DueRule {
    pub anchor: Anchor,
    pub days: i32,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Anchor {
    /// The day on which the phase was begun.
    PhaseBegin,
    /// The answer to a question that asks a date.
    Answer(FullId),
}

vocabulary! {
    /// Who takes a step, unless a person says otherwise.
    Owner {
        Trekker = "trekker", "trekker";
        Kopgroep = "kopgroep", "kopgroep";
        EachOrganisation = "organisatie", "elke organisatie";
    }
}
