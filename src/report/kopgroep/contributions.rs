use super::{KopgroepReport, OPEN, figures, naming, table};
use crate::analysis::{Balance, Measure, Outcome, Party, Pledge};
use crate::document::{Block, without_bare};
use crate::domain::{Decimal, Meaning, State};
use crate::notation;
use crate::report::{heading, paragraph};

/// What it has a place for, open or not.
pub const TELLS: &[Meaning] = &[Meaning::OrganisationHours, Meaning::OrganisationAmount];

/// What each brings, and whether it is enough.
pub fn blocks(report: &KopgroepReport) -> Vec<Block> {
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

/// `40 uur per maand nodig, 32 uur toegezegd: 8 uur te weinig.`
pub fn balance_words(balance: &Balance) -> String {
    let pledged = balance.counted(balance.pledged);
    let needed = balance.needed.map(|needed| balance.counted_in_period(needed)).unwrap_or_default();
    match &balance.outcome {
        Outcome::NeedOpen => {
            let pledged = match balance.pledged {
                Decimal::ZERO => "Er is nog niets".to_owned(),
                some => balance.counted_in_period(some),
            };
            format!("{pledged} toegezegd. Hoeveel er nodig is, is nog niet bekend.")
        }
        Outcome::OtherUnit { needed, pledged } => format!(
            "Nodig staat in '{needed}' en toegezegd in '{pledged}'. Die twee zijn zo niet naast elkaar te leggen."
        ),
        // Nobody said so: it is no zero.
        Outcome::Short { .. } if balance.pledges.is_empty() && balance.outside.is_empty() => {
            format!("{needed} nodig. Er is nog niets toegezegd.")
        }
        _ => {
            let compared = outcome_words(balance, "in orde").unwrap_or_default();
            format!("{needed} nodig, {pledged} toegezegd: {compared}.")
        }
    }
}

/// `8 uur te weinig`; nothing where what is pledged cannot be laid beside what is needed.
pub fn outcome_words(balance: &Balance, just_enough: &str) -> Option<String> {
    match balance.outcome {
        Outcome::Short { gap } => Some(format!("{} te weinig", balance.counted(gap))),
        Outcome::Enough { surplus: Decimal::ZERO } => Some(just_enough.to_owned()),
        Outcome::Enough { surplus } => Some(format!("{} over", balance.counted(surplus))),
        Outcome::NeedOpen | Outcome::OtherUnit { .. } => None,
    }
}

/// The balance, what of it comes from outside the kopgroep, and who has not named a number.
fn told(balance: &Balance) -> String {
    let open = match balance.measure {
        Measure::Hours => naming("Nog geen uren van", &balance.open),
        Measure::Amount => naming("Nog geen bedrag van", &balance.open),
    };
    let is_begun = !balance.pledges.is_empty() || !balance.outside.is_empty();
    let may_shrink = open.is_some() && is_begun && matches!(balance.outcome, Outcome::Short { .. });
    let shrinks = may_shrink.then(|| "Het tekort kan dus nog kleiner worden.".to_owned());
    let outside = pledges_in_words(balance, &balance.outside);
    let outside = outside.map(|from| format!("Daarvan komt van buiten de kopgroep: {from}."));
    let uncertain = pledges_in_words(balance, &balance.uncertain);
    let uncertain = uncertain.map(|from| format!("Nog niet zeker, dus niet meegeteld: {from}."));
    let noted = notation::in_brackets(&balance.noted.map(|day| format!("genoteerd op {}", notation::date(day))));
    let once = (balance.once > Decimal::ZERO).then(|| balance.counted(balance.once));
    let once = once.map(|once| format!("Eenmalig is {once}{noted}: na een jaar telt dat niet meer mee."));
    let past = pledges_in_words(balance, &balance.past);
    let past = past.map(|from| format!("Eenmalig en langer dan een jaar geleden{noted}, dus niet meegeteld: {from}."));
    let parts = [Some(balance_words(balance)), outside, once, past, uncertain, open, shrinks];
    parts.into_iter().flatten().collect::<Vec<String>>().join(" ")
}

/// `€ 15.000 van Gemeente Waterkant en € 2.500 van de bank`
fn pledges_in_words(balance: &Balance, pledges: &[Pledge]) -> Option<String> {
    let each = pledges.iter().map(|one| format!("{} van {}", balance.counted(one.count), one.organisation.name));
    (!pledges.is_empty()).then(|| notation::enumeration(each))
}

/// What is not asked of anybody has no column.
fn contribution_table(report: &KopgroepReport) -> Option<Block> {
    let asked: Vec<&Balance> = balances(report).filter(|one| !one.pledges.is_empty() || !one.open.is_empty()).collect();
    let in_kind = (!report.in_kind.is_empty()).then_some(&report.in_kind);
    let amounts: Vec<String> = asked.iter().map(|one| one.in_period(one.measure.title())).collect();
    let amounts: Vec<&str> = amounts.iter().map(String::as_str).collect();
    let row = |party: &Party| {
        let pledges = asked.iter().map(|balance| pledged(balance, party));
        let things = in_kind.map(|all| all.iter().find(|one| one.organisation == *party));
        let things = things.map(|one| one.map(|one| one.what.clone()).unwrap_or_default());
        std::iter::once(party.name.clone()).chain(pledges).chain(things).collect()
    };
    let columns = std::iter::once("Organisatie").chain(amounts.iter().copied()).chain(in_kind.map(|_| "In natura"));
    let table = table(columns, report.composition.members.iter().map(row)).counting(&amounts);
    (table.columns.len() > 1).then(|| table.into())
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

    fn pledge(name: &str, count: i64) -> Pledge {
        Pledge {
            organisation: Party { id: name.to_lowercase(), name: name.to_owned() },
            count: Decimal::from_integer(count),
        }
    }

    #[track_caller]
    fn check(needed: Option<i64>, pledged: i64, outcome: Outcome, expected: &str) {
        let balance = Balance {
            measure: Measure::Hours,
            unit: Some("uur per maand".to_owned()),
            needed: needed.map(Decimal::from_integer),
            pledged: Decimal::from_integer(pledged),
            pledges: (pledged > 0).then(|| pledge("Gemeente", pledged)).into_iter().collect(),
            outside: Vec::new(),
            once: Decimal::ZERO,
            noted: None,
            past: Vec::new(),
            uncertain: Vec::new(),
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
        check(Some(4), 0, Outcome::Short { gap: decimal(4) }, "4 uur per maand nodig. Er is nog niets toegezegd.");
        check(None, 0, Outcome::NeedOpen, "Er is nog niets toegezegd. Hoeveel er nodig is, is nog niet bekend.");
        check(None, 6, Outcome::NeedOpen, "6 uur per maand toegezegd. Hoeveel er nodig is, is nog niet bekend.");
    }

    #[test]
    fn what_comes_from_outside_is_told_apart() {
        let balance = Balance {
            measure: Measure::Amount,
            unit: Some("per jaar".to_owned()),
            needed: Some(Decimal::from_integer(52_500)),
            pledged: Decimal::from_integer(50_000),
            pledges: vec![pledge("Gemeente", 15_000)],
            outside: vec![pledge("Provincie", 25_000), pledge("Veiling", 10_000)],
            once: Decimal::from_integer(10_000),
            noted: chrono::NaiveDate::from_ymd_opt(2027, 3, 3),
            past: vec![pledge("Waterschap", 5_000)],
            uncertain: vec![pledge("Bank", 2_500)],
            open: Vec::new(),
            outcome: Outcome::Short { gap: Decimal::from_integer(2_500) },
        };
        assert_eq!(
            told(&balance),
            "€ 52.500 per jaar nodig, € 50.000 toegezegd: € 2.500 te weinig. Daarvan komt van buiten de kopgroep: \
             € 25.000 van Provincie en € 10.000 van Veiling. Eenmalig is € 10.000 (genoteerd op 3 maart 2027): na een \
             jaar telt dat niet meer mee. Eenmalig en langer dan een jaar geleden (genoteerd op 3 maart 2027), dus niet \
             meegeteld: € 5.000 van Waterschap. Nog niet zeker, dus niet meegeteld: € 2.500 van Bank."
        );
    }

    #[test]
    fn nothing_needed_and_nothing_pledged_is_in_order() {
        let balance = Balance {
            measure: Measure::Amount,
            unit: Some("per jaar".to_owned()),
            needed: Some(Decimal::ZERO),
            pledged: Decimal::ZERO,
            pledges: Vec::new(),
            outside: Vec::new(),
            once: Decimal::ZERO,
            noted: None,
            past: Vec::new(),
            uncertain: Vec::new(),
            open: Vec::new(),
            outcome: Outcome::Enough { surplus: Decimal::ZERO },
        };
        assert_eq!(balance_words(&balance), "€ 0 per jaar nodig, € 0 toegezegd: in orde.");
    }
}
