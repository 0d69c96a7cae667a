use super::identifier::{FullId, Identifier};

/// One thing to ask: a question, and of a question asked per organisation, the organisation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item {
    pub question: FullId,
    pub organisation: Option<Identifier>,
}

impl Item {
    pub fn new(question: &FullId, organisation: Option<&Identifier>) -> Item {
        Item { question: question.clone(), organisation: organisation.cloned() }
    }

    pub fn together(question: &FullId) -> Item {
        Item::new(question, None)
    }

    pub fn of(question: &FullId, organisation: &Identifier) -> Item {
        Item::new(question, Some(organisation))
    }

    /// Whether it is what this organisation, or all together, is asked by this question.
    pub fn is(&self, question: &FullId, organisation: Option<&Identifier>) -> bool {
        self.question == *question && self.organisation.as_ref() == organisation
    }

    /// A name that no other item has: `verkennen.uren`, `verkennen.uren/gemeente-zuid`.
    pub fn name(&self) -> String {
        let organisation = self.organisation.iter().map(|organisation| format!("/{organisation}"));
        [self.question.to_string()].into_iter().chain(organisation).collect()
    }
}
