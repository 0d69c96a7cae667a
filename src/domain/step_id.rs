use std::fmt;

use serde::{Serialize, Serializer};

use super::identifier::{FullId, Identifier};

/// The step that something is said about: one that a questionnaire advises, or one of the user's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepId {
    Advised(FullId),
    Own(Identifier),
}

impl StepId {
    /// The short name with which a person calls the step.
    pub fn local(&self) -> &Identifier {
        match self {
            StepId::Advised(id) => &id.local,
            StepId::Own(id) => id,
        }
    }
}

impl Serialize for StepId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for StepId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StepId::Advised(id) => id.fmt(formatter),
            StepId::Own(id) => id.fmt(formatter),
        }
    }
}
