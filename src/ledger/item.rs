use crate::domain::{FullId, Identifier, Subject};

/// One thing to ask: a question, and of a question asked per organisation, the organisation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item {
    pub question: FullId,
    pub organisation: Option<Identifier>,
}

impl Item {
    pub fn together(question: &FullId) -> Item {
        Item { question: question.clone(), organisation: None }
    }

    /// A name that no other item has: `verkennen.uren`, `verkennen.uren/gemeente-zuid`.
    pub fn name(&self) -> String {
        let organisation = self.organisation.iter().map(|organisation| format!("/{organisation}"));
        [self.question.to_string()].into_iter().chain(organisation).collect()
    }

    /// What the history calls it.
    pub fn subject(&self) -> Subject {
        Subject::Answer { question: self.question.clone(), organisation: self.organisation.clone() }
    }

    pub fn of(question: &FullId, organisation: &Identifier) -> Item {
        Item { question: question.clone(), organisation: Some(organisation.clone()) }
    }
}
