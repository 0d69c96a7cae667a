use super::{KopgroepReport, OPEN, figures, names, table};
use crate::analysis::{Balance, Outcome, Party};
use crate::document::Block;
use crate::domain::{Decimal, State};
use crate::notation;
use crate::report::{heading, paragraph};

/// How a number of a balance is written.
pub type Written = fn(Decimal) -> String;

/// What each brings, and whether it is enough.
pub(super) fn blocks(report: &KopgroepReport) -> Vec<Block> {
    if report.hours.is_none() && report.amount.is_none() && report.in_kind.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading(1, "Uren, geld en spullen")];
    if let Some(hours) = &report.hours {
        blocks.push(paragraph(told(hours, notation::hours, "Nog geen uren van")));
        blocks.extend(figures::balance("Uren: toegezegd naast nodig", hours, notation::hours));
    }
    if let Some(amount) = &report.amount {
        blocks.push(paragraph(told(amount, notation::amount, "Nog geen bedrag van")));
        blocks.extend(figures::balance("Geld: toegezegd naast nodig", amount, notation::amount));
    }
    blocks.extend(contribution_table(report));
    blocks
}

/// `40 uur per maand nodig, 32 uur toegezegd: 8 uur te weinig.`
pub fn balance_words(balance: &Balance, written: Written) -> String {
    let pledged = written(balance.pledged);
    let needed = balance.needed.map(|needed| counted_in(balance, needed, written)).unwrap_or_default();
    match &balance.outcome {
        Outcome::NeedOpen => {
            let pledged = counted_in(balance, balance.pledged, written);
            format!("{pledged} toegezegd. Hoeveel er nodig is, is nog niet bekend.")
        }
        Outcome::OtherUnit { needed, pledged } => format!(
            "Nodig staat in '{needed}' en toegezegd in '{pledged}'. Die twee zijn zo niet naast elkaar te leggen."
        ),
        Outcome::Short { gap } => format!("{needed} nodig, {pledged} toegezegd: {} te weinig.", written(*gap)),
        Outcome::Enough { surplus } if *surplus == Decimal::ZERO => {
            format!("{needed} nodig, {pledged} toegezegd: in orde.")
        }
        Outcome::Enough { surplus } => format!("{needed} nodig, {pledged} toegezegd: {} over.", written(*surplus)),
    }
}

/// With its period: `40 uur per maand`, `€ 1.250 per jaar`.
pub fn counted_in(balance: &Balance, count: Decimal, written: Written) -> String {
    let words = written(count);
    match &balance.unit {
        Some(unit) => format!("{words} {}", unit.strip_prefix("uur ").unwrap_or(unit)),
        None => words,
    }
}

/// The balance, and who has not named a number.
fn told(balance: &Balance, written: Written, open: &str) -> String {
    let balanced = balance_words(balance, written);
    let but = match balance.outcome {
        Outcome::Short { .. } => " Het tekort kan dus nog kleiner worden.",
        _ => "",
    };
    match balance.open.len() {
        0 => balanced,
        _ => format!("{balanced} {open}: {}.{but}", names(&balance.open)),
    }
}

/// What is not asked of anybody has no column.
fn contribution_table(report: &KopgroepReport) -> Option<Block> {
    let members = &report.composition.members;
    let mut columns = vec![("Organisatie".to_owned(), members.iter().map(|party| party.name.clone()).collect())];
    let balances =
        [("Uren", &report.hours, notation::hours as Written), ("Geld", &report.amount, notation::amount as Written)];
    for (word, balance, written) in balances {
        if let Some(balance) = balance.as_ref().filter(|one| !one.pledges.is_empty() || !one.open.is_empty()) {
            let cells: Vec<String> = members.iter().map(|party| pledged(balance, party, written)).collect();
            columns.push((titled(word, balance), cells));
        }
    }
    if !report.in_kind.is_empty() {
        columns.push(("In natura".to_owned(), members.iter().map(|party| in_kind(report, party)).collect()));
    }
    let rows = (0..members.len()).map(|row| columns.iter().map(|(_, cells)| cells[row].clone()).collect());
    (columns.len() > 1).then(|| table(columns.iter().map(|(title, _)| title), rows).into())
}

fn pledged(balance: &Balance, party: &Party, written: Written) -> String {
    match balance.pledges.iter().find(|pledge| pledge.organisation == *party) {
        Some(pledge) => written(pledge.count),
        None if balance.open.contains(party) => OPEN.to_owned(),
        None => notation::state(&State::NotApplicable).to_owned(),
    }
}

/// With its period: `Uren per maand`.
fn titled(word: &str, balance: &Balance) -> String {
    match &balance.unit {
        Some(unit) => format!("{word} {}", unit.strip_prefix("uur ").unwrap_or(unit)),
        None => word.to_owned(),
    }
}

fn in_kind(report: &KopgroepReport, party: &Party) -> String {
    let said = report.in_kind.iter().find(|one| one.organisation == *party);
    said.map(|one| one.what.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(needed: Option<i64>, pledged: i64, outcome: Outcome, expected: &str) {
        let balance = Balance {
            unit: Some("uur per maand".to_owned()),
            needed: needed.map(Decimal::from_integer),
            pledged: Decimal::from_integer(pledged),
            pledges: Vec::new(),
            open: Vec::new(),
            outcome,
        };
        assert_eq!(balance_words(&balance, notation::hours), expected);
    }

    #[test]
    fn the_balance_is_said_in_one_sentence() {
        let decimal = Decimal::from_integer;
        check(
            Some(40),
            32,
            Outcome::Short { gap: decimal(8) },
            "40 uur per maand nodig, 32 uur toegezegd: 8 uur te weinig.",
        );
        check(
            Some(4),
            6,
            Outcome::Enough { surplus: decimal(2) },
            "4 uur per maand nodig, 6 uur toegezegd: 2 uur over.",
        );
        check(None, 6, Outcome::NeedOpen, "6 uur per maand toegezegd. Hoeveel er nodig is, is nog niet bekend.");
    }

    #[test]
    fn nothing_needed_and_nothing_pledged_is_in_order() {
        let balance = Balance {
            unit: Some("per jaar".to_owned()),
            needed: Some(Decimal::ZERO),
            pledged: Decimal::ZERO,
            pledges: Vec::new(),
            open: Vec::new(),
            outcome: Outcome::Enough { surplus: Decimal::ZERO },
        };
        assert_eq!(balance_words(&balance, notation::amount), "€ 0 per jaar nodig, € 0 toegezegd: in orde.");
    }
}
