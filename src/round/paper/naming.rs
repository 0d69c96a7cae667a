//! How questions, organisations and slips are named to the one who types.

use super::code::Code;
use super::codebook::Meant;
use crate::domain::{Answer, Project};
use crate::interview::Refusal;
use crate::ledger::Ledger;
use crate::notation;

/// What a code stands for, in words.
pub(super) fn meant(meant: &Meant, ledger: &Ledger) -> String {
    match meant {
        Meant::Question(id) => {
            ledger.question(id).map_or_else(|| id.to_string(), |question| format!("{} ({id})", question.label))
        }
        Meant::Organisation(id) => {
            let known = ledger.project().organisation(id.as_str());
            known.map_or_else(|| id.to_string(), |organisation| format!("werkblad van {}", organisation.name))
        }
        Meant::Together => "werkblad van de kopgroep samen".to_owned(),
    }
}

/// What to say of a code that does not exist, with the ones that were perhaps meant.
pub(super) fn unknown_code(typed: &str, near: &[(Code, Meant)], ledger: &Ledger) -> Refusal {
    let typed = notation::shortened(typed.trim(), 20);
    let fault = format!("de code '{typed}' bestaat niet");
    if near.is_empty() {
        return Refusal::new(fault, "een code heeft vijf tekens, zoals T66-3Y; kijk nog eens op het werkblad");
    }
    Refusal::new(fault, did_you_mean(near, ledger))
}

/// `bedoel je T66-3Y (Gewenste rol)?`
pub(super) fn did_you_mean(near: &[(Code, Meant)], ledger: &Ledger) -> String {
    let label = |meant: &Meant| match meant {
        Meant::Question(id) => ledger.question(id).map_or_else(|| id.to_string(), |question| question.label.clone()),
        other => self::meant(other, ledger),
    };
    let names: Vec<String> = near.iter().map(|(code, meant)| format!("{code} ({})", label(meant))).collect();
    format!("bedoel je {}?", names.join(" of "))
}

/// ` (Fatima, 12 november 2026)`
pub(super) fn stamp(answer: &Answer) -> String {
    notation::in_brackets(&notation::stamp(&answer.by, answer.given))
}

/// The name of the register of which only a part was typed.
pub(super) fn longer_name<'p>(part: &str, project: &'p Project) -> Option<&'p str> {
    let part = part.to_lowercase();
    project.organisations.iter().map(|one| one.name.as_str()).find(|name| name.to_lowercase().contains(&part))
}

/// The name of the register that was probably meant. In eight letters one may be wrong.
pub(super) fn nearest_organisation<'p>(name: &str, project: &'p Project) -> Option<&'p str> {
    const LETTERS_A_SLIP: usize = 8;
    let typed = name.to_lowercase();
    let distance = |known: &str| strsim::osa_distance(&typed, &known.to_lowercase());
    let near = |known: &&str| distance(known) * LETTERS_A_SLIP <= typed.chars().count();
    project.organisations.iter().map(|one| one.name.as_str()).filter(near).min_by_key(|known| distance(known))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::Place;

    #[test]
    fn a_name_is_known_by_a_part_or_with_a_slip() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar");
        let mut project = Project::new("p".to_owned(), today);
        crate::ledger::testing::register(&mut project, "Gemeente Zuidwold", Place::Kopgroep);
        let name = Some("Gemeente Zuidwold");
        assert_eq!((longer_name("ZUIDW", &project), longer_name("noord", &project)), (name, None));
        for (typed, near) in [("gemeente zuidwold", name), ("gemente zuitwold", name), ("gemente zuitwolt", None)] {
            assert_eq!(nearest_organisation(typed, &project), near, "{typed}");
        }
    }
}
