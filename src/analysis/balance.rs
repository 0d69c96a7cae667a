use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::outside::{Outside, outside};
use super::party::Party;
use super::said;
use crate::catalog::Catalog;
use crate::domain::{Decimal, Kind, Meaning, Question, State, Value, vocabulary};
use crate::expression::Facts;
use crate::notation;

/// What is pledged against what the plans need, in one unit: hours per month, or euros per year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Balance {
    #[serde(skip)]
    pub measure: Measure,
    /// The unit of the pledges, as the question names it.
    pub unit: Option<String>,
    #[serde(serialize_with = "plain")]
    pub needed: Option<Decimal>,
    #[serde(serialize_with = "plain")]
    pub pledged: Decimal,
    /// Of the kopgroep.
    pub pledges: Vec<Pledge>,
    /// What is certain from outside the kopgroep: it counts as pledged.
    pub outside: Vec<Pledge>,
    /// How much of that comes once, and so counts this year only.
    #[serde(serialize_with = "plain")]
    pub once: Decimal,
    /// The day on which what comes from outside was noted.
    #[serde(skip)]
    pub noted: Option<NaiveDate>,
    /// What comes once and was noted more than a year ago: it does not count any more.
    pub past: Vec<Pledge>,
    /// What was spoken of outside the kopgroep and is not certain yet: it does not count.
    pub uncertain: Vec<Pledge>,
    /// Who was asked and has not named a number.
    pub open: Vec<Party>,
    pub outcome: Outcome,
}

vocabulary! {
    /// What is counted.
    Measure {
        Hours = "hours", "Uren";
        Amount = "amount", "Geld";
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pledge {
    pub organisation: Party,
    #[serde(serialize_with = "plain")]
    pub count: Decimal,
}

/// How the balance comes out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Outcome {
    /// Nobody has said what is needed.
    NeedOpen,
    /// Needed and pledged are in different units, so they are not laid side by side.
    OtherUnit { needed: String, pledged: String },
    Enough {
        #[serde(serialize_with = "plain")]
        surplus: Decimal,
    },
    /// There is a gap; when not everyone has named a number, it may close.
    Short {
        #[serde(serialize_with = "plain")]
        gap: Decimal,
    },
}

/// What an organisation brings besides hours and money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InKind {
    pub organisation: Party,
    pub what: String,
}

/// Numbers go out as they stand in the files: exact, without a float in between.
fn plain<S: Serializer>(number: &(impl Copy + Into<Option<Decimal>>), serializer: S) -> Result<S::Ok, S::Error> {
    (*number).into().map(|number| number.to_string()).serialize(serializer)
}

impl Balance {
    /// So much of what is counted, in words: `40 uur`, `€ 1.250`.
    pub fn counted(&self, count: Decimal) -> String {
        match self.measure {
            Measure::Hours => notation::hours(count),
            Measure::Amount => notation::amount(count),
        }
    }

    /// The same with its period: `40 uur per maand`, `€ 1.250 per jaar`.
    pub fn counted_in_period(&self, count: Decimal) -> String {
        self.in_period(&self.counted(count))
    }

    /// `Uren per maand`
    pub fn in_period(&self, words: &str) -> String {
        let period = self.unit.iter().map(|unit| format!(" {}", unit.strip_prefix("uur ").unwrap_or(unit)));
        std::iter::once(words.to_owned()).chain(period).collect()
    }
}

pub fn in_kind(catalog: &Catalog, facts: &Facts) -> Vec<InKind> {
    let brings = |organisation| {
        let (question, value) = said::by(catalog, facts, Meaning::OrganisationInKind, organisation)?;
        Some(InKind { organisation: organisation.into(), what: said::in_words(question, value, facts) })
    };
    facts.kopgroep().filter_map(brings).collect()
}

/// Nothing when it is not yet time to speak of it.
pub fn balance(catalog: &Catalog, facts: &Facts, measure: Measure) -> Option<Balance> {
    let (needed, pledged) = match measure {
        Measure::Hours => (Meaning::FinanceNeededHours, Meaning::OrganisationHours),
        Measure::Amount => (Meaning::FinanceNeededAmount, Meaning::OrganisationAmount),
    };
    if !said::is_at_hand(catalog, facts, needed) && !said::is_at_hand(catalog, facts, pledged) {
        return None;
    }
    let (needed_in, unit) = (unit(catalog.meaning(needed)), unit(catalog.meaning(pledged)));
    let needed = said::together(catalog, facts, needed).and_then(Value::as_number);
    let (mut pledges, mut open) = (Vec::new(), Vec::new());
    for (organisation, answer) in said::of_each(catalog, facts, pledged) {
        match answer.and_then(|answer| answer.value()?.as_number()) {
            Some(count) => pledges.push(Pledge { organisation: organisation.into(), count }),
            None if answer.is_some_and(|answer| answer.state == State::NotApplicable) => {}
            None => open.push(organisation.into()),
        }
    }
    let noted = said::noted(catalog, facts, Meaning::ContributionOutside);
    let is_fresh = noted.is_none_or(|answer| answer.is_of_last_year(facts.today));
    let noted = noted.and_then(|answer| Some(answer.given?.date_naive()));
    type Parted = (Vec<Outside>, Vec<Outside>);
    let is_past = |one: &Outside| one.comes_once && !is_fresh;
    let (past, promised): Parted = outside(catalog, facts, measure).into_iter().partition(is_past);
    let (certain, uncertain): Parted = promised.into_iter().partition(|one| one.is_certain);
    let once = sum(certain.iter().filter(|one| one.comes_once).map(|one| one.pledge.count));
    let pledges_of = |all: Vec<Outside>| -> Vec<Pledge> { all.into_iter().map(|one| one.pledge).collect() };
    let [outside, uncertain, past] = [certain, uncertain, past].map(pledges_of);
    let pledged = sum(pledges.iter().chain(&outside).map(|pledge| pledge.count));
    let outcome = outcome(needed, pledged, [needed_in, unit.clone()]);
    Some(Balance { measure, unit, needed, pledged, pledges, outside, once, noted, past, uncertain, open, outcome })
}

fn unit(question: Option<&Question>) -> Option<String> {
    match &question?.kind {
        Kind::Hours { unit } | Kind::Amount { unit } | Kind::Number { unit, .. } => unit.clone(),
        _ => None,
    }
}

fn sum(counts: impl Iterator<Item = Decimal>) -> Decimal {
    counts.fold(Decimal::ZERO, Decimal::plus)
}

fn outcome(needed: Option<Decimal>, pledged: Decimal, [needed_in, pledged_in]: [Option<String>; 2]) -> Outcome {
    let Some(needed) = needed else { return Outcome::NeedOpen };
    // Nothing is nothing in every unit: a plan that needs no money asks nobody for it.
    if needed != Decimal::ZERO && needed_in != pledged_in {
        let words = |unit: Option<String>| unit.unwrap_or_else(|| "geen eenheid".to_owned());
        return Outcome::OtherUnit { needed: words(needed_in), pledged: words(pledged_in) };
    }
    if pledged < needed {
        Outcome::Short { gap: needed.minus(pledged) }
    } else {
        Outcome::Enough { surplus: pledged.minus(needed) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MONTH: Option<&str> = Some("uur per maand");

    #[track_caller]
    fn check(needed: Option<i64>, pledged: i64, units: (Option<&str>, Option<&str>), expected: &Outcome) {
        let unit = |unit: Option<&str>| unit.map(str::to_owned);
        let (needed, pledged) = (needed.map(Decimal::from_integer), Decimal::from_integer(pledged));
        assert_eq!(outcome(needed, pledged, [unit(units.0), unit(units.1)]), *expected);
    }

    #[test]
    fn pledged_is_laid_against_needed_in_the_same_unit() {
        let decimal = Decimal::from_integer;
        check(Some(40), 32, (MONTH, MONTH), &Outcome::Short { gap: decimal(8) });
        check(Some(40), 40, (MONTH, MONTH), &Outcome::Enough { surplus: Decimal::ZERO });
        check(Some(0), 0, (Some("per jaar"), Some("per jaar")), &Outcome::Enough { surplus: Decimal::ZERO });
        check(None, 32, (MONTH, MONTH), &Outcome::NeedOpen);
        let other = Outcome::OtherUnit { needed: "uur per jaar".to_owned(), pledged: "uur per maand".to_owned() };
        check(Some(40), 32, (Some("uur per jaar"), MONTH), &other);
        check(Some(0), 0, (None, MONTH), &Outcome::Enough { surplus: Decimal::ZERO });
    }

    proptest! {
        #[test]
        fn the_gap_or_surplus_is_exactly_the_difference(
            needed in 0_i64..1_000_000_000,
            pledges in prop::collection::vec(0_i64..100_000_000, 0..40),
        ) {
            let needed = Decimal::from_hundredths(needed);
            let pledged = sum(pledges.iter().copied().map(Decimal::from_hundredths));
            prop_assert_eq!(pledged.hundredths(), pledges.iter().sum::<i64>());
            match outcome(Some(needed), pledged, [None, None]) {
                Outcome::Short { gap } => {
                    prop_assert!(gap > Decimal::ZERO);
                    prop_assert_eq!(pledged.plus(gap), needed);
                }
                Outcome::Enough { surplus } => {
                    prop_assert!(surplus >= Decimal::ZERO);
                    prop_assert_eq!(needed.plus(surplus), pledged);
                }
                other => prop_assert!(false, "{other:?}"),
            }
        }

        #[test]
        fn the_order_of_pledges_does_not_matter(mut pledges in prop::collection::vec(0_i64..100_000_000, 0..40)) {
            let one = sum(pledges.iter().copied().map(Decimal::from_hundredths));
            pledges.reverse();
            prop_assert_eq!(one, sum(pledges.into_iter().map(Decimal::from_hundredths)));
        }
    }
}
