use std::fmt;

use crate::domain::{FullId, Identifier};

use super::value::ValueFault;

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
