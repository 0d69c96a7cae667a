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
        let ids: Vec<&FullId> = catalog.questions().map(|question| &question.id).collect();
        let found: Vec<&FullId> = ids.iter().copied().filter(|id| self.means(id)).collect();
        let known = || match self {
            Reference::Full(_) => ids.iter().map(|id| id.to_string()).collect(),
            Reference::Local(_) => ids.iter().map(|id| id.local.to_string()).collect(),
        };
        let see = "bekijk alle vragen met hun id: regio vragenlijst toon verkennen";
        self.only("vraag", &found, FullId::to_string, known, see).cloned()
    }

    /// The one thing that was found. What kind of thing it is, how it is named, what else is known and how to see all of that is
    /// told when there is none, or more than one.
    pub fn only<'f, T>(
        &self,
        what: &str,
        found: &[&'f T],
        name: impl Fn(&T) -> String,
        known: impl FnOnce() -> Vec<String>,
        see: &str,
    ) -> Result<&'f T, Failure> {
        match found {
            [one] => Ok(one),
            [] => {
                let (given, known) = (self.to_string(), known());
                let near = nearest(&given, known.iter().map(String::as_str));
                Err(Failure::new(format!("er is geen {what} '{self}'")).near_or(near, see))
            }
            several => {
                let names: Vec<String> = several.iter().map(|one| name(one)).collect();
                let failure = Failure::new(format!("'{self}' kan meer dan één {what} zijn"));
                Err(failure.tip(format!("kies uit: {}", names.join(", "))))
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
