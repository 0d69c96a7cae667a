use chrono::NaiveDate;

use super::answer::Answer;
use super::depth::Depth;
use super::formula::{Formula, Template};
use super::identifier::FullId;
use super::kind::Kind;
use super::meaning::Meaning;
use super::moment::Moment;
use super::organisation::Place;
use super::origin::Origin;
use super::period::Period;
use super::perspective::Perspective;
use super::tlp::Tlp;
use super::vocabulary::vocabulary;
use super::working_day::last_working_day;

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
    /// The questions for whose answers it is given: it holds for the words that stood there then and for no others.
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

    /// The day from which on an answer wants another look, when it has a value that grows old.
    pub fn grows_old(&self, answer: &Answer) -> Option<NaiveDate> {
        let given = answer.value().and(answer.given)?.date_naive();
        let counted = self.review_after?.after(given)?;
        Some(last_working_day(given, counted).unwrap_or(counted))
    }

    /// Whether the question came to mean something else after this was answered.
    pub fn was_revised_since(&self, answer: &Answer) -> bool {
        answer.value().is_some() && answer.revision.is_some_and(|revision| revision < self.revision)
    }
}

/// Whom a question asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Scope {
    /// All together, once.
    Together,
    /// Each organisation of a circle by itself.
    Each(Circle),
}

vocabulary! {
    /// Those whom a question asks one by one.
    Circle {
        Kopgroep = "kopgroep", "van elke organisatie van de kopgroep";
        TakingPart = "deelnemers", "van elke organisatie die meedoet";
    }
}

impl Scope {
    pub fn is_each(self) -> bool {
        self != Scope::Together
    }

    /// Whether an organisation in this place answers it by itself.
    pub fn asks(self, place: Place) -> bool {
        match self {
            Scope::Together => false,
            Scope::Each(Circle::Kopgroep) => place == Place::Kopgroep,
            Scope::Each(Circle::TakingPart) => place >= Place::Participant,
        }
    }
}
