use std::fmt;

use super::value::ValueFault;
use crate::catalog::Catalog;
use crate::cli::Failure;
use crate::domain::{FullId, Identifier};
use crate::source::nearest;

/// A question or step as a person names it: in full, or by the last part alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    Full(FullId),
    Local(Identifier),
}

impl Reference {
    /// Reads `verkennen.aanleiding` or `aanleiding`; capitals and underscores are forgiven.
    pub fn parse(given: &str) -> Result<Reference, ValueFault> {
        let plain = given.trim().to_lowercase().replace('_', "-");
        let full = FullId::parse(&plain).map(Reference::Full);
        full.or_else(|| Identifier::parse(&plain).map(Reference::Local)).ok_or_else(|| {
            ValueFault::new("is geen id", "een id heeft letters, cijfers en streepjes: verkennen.aanleiding")
        })
    }

    /// The question that is meant.
    pub fn question(&self, catalog: &Catalog) -> Result<FullId, Failure> {
        let ids = || catalog.questions().map(|question| &question.id);
        let found: Vec<&FullId> = ids().filter(|id| self.means(id)).collect();
        match found.as_slice() {
            [id] => Ok((*id).clone()),
            [] => {
                let (given, known) = (self.to_string(), ids().map(FullId::to_string).collect::<Vec<_>>());
                let near = match self {
                    Reference::Full(_) => nearest(&given, known.iter().map(String::as_str)),
                    Reference::Local(_) => nearest(&given, ids().map(|id| id.local.as_str())),
                };
                let failure = Failure::new(format!("er is geen vraag '{self}'"));
                Err(match near {
                    Some(near) => failure.tip(format!("bedoel je '{near}'?")),
                    None => failure.tip("bekijk alle vragen met hun id: regio vragenlijst toon verkennen"),
                })
            }
            several => {
                let names: Vec<String> = several.iter().map(|id| id.to_string()).collect();
                Err(Failure::new(format!("'{self}' kan meer dan één vraag zijn"))
                    .tip(format!("kies uit: {}", names.join(", "))))
            }
        }
    }

    fn means(&self, id: &FullId) -> bool {
        match self {
            Reference::Full(wanted) => wanted == id,
            Reference::Local(wanted) => *wanted == id.local,
        }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reference::Full(id) => id.fmt(formatter),
            Reference::Local(id) => id.fmt(formatter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(given: &str, expected: Option<&str>) {
        assert_eq!(Reference::parse(given).ok().map(|reference| reference.to_string()).as_deref(), expected, "{given}");
    }

    #[test]
    fn a_full_name_or_its_last_part_is_read() {
        check("verkennen.aanleiding", Some("verkennen.aanleiding"));
        check("Eigen_Doel", Some("eigen-doel"));
        check("", None);
        check("a.b.c", None);
        check("Waarom juist nu?", None);
    }
}
