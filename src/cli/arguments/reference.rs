use std::fmt;

use super::value::ValueFault;
use crate::catalog::Catalog;
use crate::cli::{Failure, Result};
use crate::domain::{FullId, Identifier, Question};
use crate::interview::{Picked, pick};
use crate::source::nearest;

/// A question or step as a person names it: in full, by the last part alone, or by words of its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    Full(FullId),
    Local(Identifier),
    Words(String),
}

/// A title is not longer than this, in bytes.
const LONGEST: usize = 300;

/// Of more than so many a person does not choose from one line.
const MOST_NAMED: usize = 5;

impl Reference {
    /// Reads `verkennen.aanleiding`, `aanleiding`, or words; capitals and underscores are forgiven in an id.
    pub fn parse(given: &str) -> Result<Reference, ValueFault> {
        let plain = given.trim().to_lowercase().replace('_', "-");
        let full = FullId::parse(&plain).map(Reference::Full);
        let is_words = given.chars().any(char::is_alphabetic) && !given.chars().any(char::is_control);
        let words = || (is_words && given.len() <= LONGEST).then(|| Reference::Words(given.trim().to_owned()));
        let tip = "noem een woord eruit, de code van een stap (K7M), of een id als verkennen.aanleiding";
        let found = full.or_else(|| Identifier::parse(&plain).map(Reference::Local)).or_else(words);
        found.ok_or_else(|| ValueFault::new("wijst niets aan", tip))
    }

    /// The question that is meant.
    pub fn question(&self, catalog: &Catalog) -> Result<FullId> {
        let questions: Vec<&Question> = catalog.questions().collect();
        if let Reference::Full(earlier) = self
            && let Some(now) = catalog.renamed(earlier)
        {
            return Ok(now);
        }
        let is_meant = |question: &&Question| match self {
            Reference::Full(wanted) => *wanted == question.id,
            Reference::Local(wanted) => *wanted == question.id.local,
            Reference::Words(_) => false,
        };
        let found = self.meant(&questions, is_meant, |question| &question.label);
        let named = |question: &&Question| match self {
            Reference::Full(_) => question.id.to_string(),
            _ => question.id.local.to_string(),
        };
        let known = || questions.iter().map(named).collect();
        let see = "bekijk alle vragen met hun id: regio vragenlijst toon verkennen";
        Ok(self.only("vraag", &found, |question| question.id.to_string(), known, see)?.id.clone())
    }

    /// The things that are meant: by id, or else by their words, as in a list.
    pub fn meant<'t, T>(
        &'t self,
        things: &'t [T],
        has_id: impl Fn(&T) -> bool,
        words: impl Fn(&'t T) -> &'t str,
    ) -> Vec<&'t T> {
        let by_id: Vec<&T> = things.iter().filter(|thing| has_id(thing)).collect();
        let typed = match self {
            Reference::Full(_) => return by_id,
            Reference::Local(id) => id.as_str(),
            Reference::Words(words) => words,
        };
        if !by_id.is_empty() {
            return by_id;
        }
        match pick(things.iter().map(words), typed) {
            Picked::One(place) => vec![&things[place]],
            Picked::Several(places) => places.into_iter().map(|place| &things[place]).collect(),
            Picked::Nothing | Picked::Unknown => Vec::new(),
        }
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
    ) -> Result<&'f T> {
        match found {
            [one] => Ok(one),
            [] => {
                let (given, known) = (self.to_string(), known());
                let near = nearest(&given, known.iter().map(String::as_str));
                Err(Failure::new(format!("er is geen {what} '{self}'")).near_or(near, see))
            }
            several => {
                let failure = Failure::new(format!("'{self}' kan meer dan één {what} zijn"));
                if several.len() > MOST_NAMED {
                    return Err(failure.tip(format!("er zijn er {}: typ meer woorden, of {see}", several.len())));
                }
                let names: Vec<String> = several.iter().map(|one| name(one)).collect();
                Err(failure.tip(format!("kies uit: {}", names.join(", "))))
            }
        }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reference::Full(id) => id.fmt(formatter),
            Reference::Local(id) => id.fmt(formatter),
            Reference::Words(words) => formatter.write_str(words),
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
        check("12", None);
        check("Waarom juist nu?", Some("Waarom juist nu?"));
    }
}
