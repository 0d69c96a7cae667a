use chrono::NaiveDate;

use super::{date, enumeration, month};
use crate::domain::{DatedFact, Source};

/// A fact from after the guide, with how sure it is, who told it, and when somebody looked.
pub fn dated_fact(fact: &DatedFact, today: NaiveDate) -> String {
    let sources = enumeration(fact.sources.iter().map(source));
    let stale = if fact.check_before < today { " Dit kan verouderd zijn." } else { "" };
    let DatedFact { text, certainty, seen, .. } = fact;
    format!("{text} ({}; {sources}; nagekeken op {}){stale}", certainty.title(), date(*seen))
}

fn source(source: &Source) -> String {
    match source.published {
        Some(published) => format!("{}, {}", source.who, month(published)),
        None => source.who.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Certainty, Identifier};

    #[track_caller]
    fn check(today: &str, expected: &str) {
        let day = |text: &str| text.parse::<NaiveDate>().expect("is a day");
        let source = |who: &str, published: Option<&str>| Source {
            title: None,
            who: who.to_owned(),
            published: published.map(day),
            url: None,
        };
        let fact = DatedFact {
            id: Identifier::parse("proef").expect("is an id"),
            text: "Het is veranderd.".to_owned(),
            certainty: Certainty::Likely,
            seen: day("2026-11-29"),
            check_before: day("2027-05-01"),
            shows_at: Vec::new(),
            question: None,
            asked_as: Vec::new(),
            sources: vec![source("De Krant", Some("2023-06-01")), source("Het Blad", None)],
        };
        assert_eq!(dated_fact(&fact, day(today)), expected);
    }

    #[test]
    fn a_fact_bears_its_sources_and_grows_stale() {
        let fresh =
            "Het is veranderd. (waarschijnlijk; De Krant, juni 2023 en Het Blad; nagekeken op 29 november 2026)";
        check("2027-05-01", fresh);
        check("2027-05-02", &format!("{fresh} Dit kan verouderd zijn."));
    }
}
