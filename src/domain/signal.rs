use super::formula::{Formula, Template};
use super::identifier::{FullId, Identifier};
use super::origin::Origin;
use super::vocabulary::vocabulary;

/// An insight that follows from the answers.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Signal {
    pub id: FullId,
    pub section: Identifier,
    pub level: Level,
    pub when: Formula,
    pub text: Template,
    pub advice: Template,
    /// The steps that go first while it holds.
    pub lifts: Vec<FullId>,
    pub points: Vec<String>,
    pub origin: Origin,
}

vocabulary! {
    Level {
        Good = "goed", "goed";
        Attention = "let-op", "let op";
        Risk = "risico", "risico";
    }
}
