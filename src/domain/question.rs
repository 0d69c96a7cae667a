use super::depth::Depth;
use super::formula::{Formula, Template};
use super::identifier::FullId;
use super::kind::Kind;
use super::meaning::Meaning;
use super::moment::Moment;
use super::origin::Origin;
use super::period::Period;
use super::perspective::Perspective;
use super::tlp::Tlp;

/// One question of a questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Question {
    pub id: FullId,
    /// Stamped on every answer; goes up when the question comes to mean something else.
    pub revision: u32,
    /// A short noun for overviews.
    pub label: String,
    pub ask: Template,
    pub kind: Kind,
    pub help: String,
    pub why: String,
    pub example: Option<String>,
    pub perspective: Option<Perspective>,
    pub subject: Option<String>,
    pub scope: Scope,
    pub when: Option<Formula>,
    /// Part of `regio init`.
    pub intake: bool,
    pub depth: Depth,
    pub moment: Moment,
    pub tlp: Option<Tlp>,
    /// Until this holds, the answer stays with the kopgroep, whatever its label.
    pub consent: Option<Formula>,
    /// The answers that it was given for, as they stood: when one of them is of a later day or hour, this one holds no more.
    pub holds_for: Vec<FullId>,
    pub review_after: Option<Period>,
    pub means: Option<Meaning>,
    pub points: Vec<String>,
    pub origin: Origin,
}

impl Question {
    /// Where it comes from, in short.
    pub fn mark(&self) -> String {
        self.origin.mark(&self.points)
    }
}

/// Whether a question is asked once or to every organisation of the kopgroep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Scope {
    Together,
    PerOrganisation,
}
