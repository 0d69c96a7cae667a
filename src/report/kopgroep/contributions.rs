use super::{KopgroepReport, OPEN, figures, naming, table};
use crate::analysis::{Balance, Measure, Outcome, Party};
use crate::document::{Block, without_bare};
use crate::domain::{Decimal, State};
use crate::notation;
use crate::report::{heading, paragraph};

/// What each brings, and whether it is enough.
pub(super) fn blocks(report: &KopgroepReport) -> Vec<Block> {
    let mut blocks = vec![heading(1, "Uren, geld en spullen")];
    for balance in balances(report) {
        blocks.push(paragraph(told(balance)));
        blocks.extend(figures::balance(balance));
    }
    blocks.extend(contribution_table(report));
    without_bare(blocks)
}

fn balances(report: &KopgroepReport) -> impl Iterator<Item = &Balance> {
    report.hours.iter().chain(&report.amount)
}

/// What the measure of a balance is called.
pub fn title(balance: &Balance) -> &'static str {
    match balance.measure {
        Measure::Hours => "Uren",
        Measure::Amount => "Geld",
    }
}

/// `40 uur per maand nodig, 32 uur toegezegd: 8 uur te weinig.`
pub fn balance_words(balance: &Balance) -> String {
    let pledged = balance.counted(balance.pledged);
    let needed = balance.needed.map(|needed| balance.counted_in_period(needed)).unwrap_or_default();
    let compared = match &balance.outcome {
        Outcome::NeedOpen => {
            let pledged = balance.counted_in_period(balance.pledged);
            return format!("{pledged} toegezegd. Hoeveel er nodig is, is nog niet bekend.");
        }
        Outcome::OtherUnit { needed, pledged } => {
            return format!(
                "Nodig staat in '{needed}' en toegezegd in '{pledged}'. Die twee zijn zo niet naast elkaar te leggen."
            );
        }
        Outcome::Short { gap } => format!("{} te weinig", balance.counted(*gap)),
        Outcome::Enough { surplus } if *surplus == Decimal::ZERO => "in orde".to_owned(),
        Outcome::Enough { surplus } => format!("{} over", balance.counted(*surplus)),
    };
    format!("{needed} nodig, {pledged} toegezegd: {compared}.")
}

/// The balance, and who has not named a number.
fn told(balance: &Balance) -> String {
    let balanced = balance_words(balance);
    let open = match balance.measure {
        Measure::Hours => naming("Nog geen uren van", &balance.open),
        Measure::Amount => naming("Nog geen bedrag van", &balance.open),
    };
    match (open, &balance.outcome) {
        (None, _) => balanced,
        (Some(open), Outcome::Short { .. }) => format!("{balanced} {open} Het tekort kan dus nog kleiner worden."),
        (Some(open), _) => format!("{balanced} {open}"),
    }
}

/// What is not asked of anybody has no column.
fn contribution_table(report: &KopgroepReport) -> Option<Block> {
    let asked: Vec<&Balance> = balances(report).filter(|one| !one.pledges.is_empty() || !one.open.is_empty()).collect();
    let in_kind = (!report.in_kind.is_empty()).then_some(&report.in_kind);
    let titles = asked.iter().map(|balance| balance.in_period(title(balance)));
    let titles: Vec<String> = titles.chain(in_kind.map(|_| "In natura".to_owned())).collect();
    let row = |party: &Party| {
        let pledges = asked.iter().map(|balance| pledged(balance, party));
        let things = in_kind.map(|all| all.iter().find(|one| one.organisation == *party));
        let things = things.map(|one| one.map(|one| one.what.clone()).unwrap_or_default());
        std::iter::once(party.name.clone()).chain(pledges).chain(things).collect()
    };
    let columns = std::iter::once("Organisatie").chain(titles.iter().map(String::as_str));
    (!titles.is_empty()).then(|| table(columns, report.composition.members.iter().map(row)).into())
}

fn pledged(balance: &Balance, party: &Party) -> String {
    match balance.pledges.iter().find(|pledge| pledge.organisation == *party) {
        Some(pledge) => balance.counted(pledge.count),
        None if balance.open.contains(party) => OPEN.to_owned(),
        None => notation::state(&State::NotApplicable).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(needed: Option<i64>, pledged: i64, outcome: Outcome, expected: &str) {
        let balance = Balance {
            measure: Measure::Hours,
            unit: Some("uur per maand".to_owned()),
            needed: needed.map(Decimal::from_integer),
            pledged: Decimal::from_integer(pledged),
            pledges: Vec::new(),
            open: Vec::new(),
            outcome,
        };
        assert_eq!(balance_words(&balance), expected);
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
            measure: Measure::Amount,
            unit: Some("per jaar".to_owned()),
            needed: Some(Decimal::ZERO),
            pledged: Decimal::ZERO,
            pledges: Vec::new(),
            open: Vec::new(),
            outcome: Outcome::Enough { surplus: Decimal::ZERO },
        };
        assert_eq!(balance_words(&balance), "€ 0 per jaar nodig, € 0 toegezegd: in orde.");
    }
}
