use serde::Serialize;

use crate::domain::Organisation;

/// An organisation as an overview names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Party {
    pub id: String,
    pub name: String,
}

impl From<&Organisation> for Party {
    fn from(organisation: &Organisation) -> Party {
        Party { id: organisation.id.to_string(), name: organisation.known_as() }
    }
}
