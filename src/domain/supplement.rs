use chrono::NaiveDate;

use super::identifier::{FullId, Identifier};
use super::question::Question;
use super::vocabulary::vocabulary;

/// A file with what changed since the guide.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Supplement {
    pub id: Identifier,
    pub facts: Vec<DatedFact>,
}

/// Something that changed since the guide, with its sources and a day after which it may be stale.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DatedFact {
    pub id: Identifier,
    pub text: String,
    pub certainty: Certainty,
    /// When somebody last looked whether it holds.
    pub seen: NaiveDate,
    pub check_before: NaiveDate,
    /// The questions and steps under which it stands.
    pub shows_at: Vec<FullId>,
    /// What the fact asks, behind the first question under which it stands.
    pub question: Option<Question>,
    /// The ids that this question had in earlier files.
    pub asked_as: Vec<Identifier>,
    pub sources: Vec<Source>,
}

impl DatedFact {
    /// Whether it stands under this question or step.
    pub fn is_about(&self, id: &FullId) -> bool {
        self.shows_at.contains(id) || self.question.as_ref().is_some_and(|question| question.id == *id)
    }
}

/// Where a fact was found.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Source {
    pub title: Option<String>,
    pub who: String,
    pub published: Option<NaiveDate>,
    pub url: Option<String>,
}

vocabulary! {
    Certainty {
        Certain = "zeker", "zeker";
        Likely = "waarschijnlijk", "waarschijnlijk";
        Uncertain = "onzeker", "onzeker";
    }
}
