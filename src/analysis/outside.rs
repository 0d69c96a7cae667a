use super::balance::{Measure, Pledge};
use super::said;
use crate::catalog::Catalog;
use crate::domain::{Decimal, Kind, Meaning, Value};
use crate::expression::Facts;

/// What an organisation outside the kopgroep contributes.
pub(super) struct Outside {
    pub pledge: Pledge,
    /// An amount of which nobody said that it comes every year.
    pub comes_once: bool,
    pub is_certain: bool,
}

/// The fields are found by what they hold: the first organisation, the first hours, the first amount; the first yes or no says whether
/// the amount comes every year, the second whether it is certain.
pub(super) fn outside(catalog: &Catalog, facts: &Facts, measure: Measure) -> Vec<Outside> {
    const GROUP: Meaning = Meaning::ContributionOutside;
    let [organisation] = said::fields(catalog, GROUP, |kind| matches!(kind, Kind::Organisation { .. }));
    let [counted] = match measure {
        Measure::Hours => said::fields(catalog, GROUP, |kind| matches!(kind, Kind::Hours { .. })),
        Measure::Amount => said::fields(catalog, GROUP, |kind| matches!(kind, Kind::Amount { .. })),
    };
    let [yearly, certain] = said::fields(catalog, GROUP, |kind| matches!(kind, Kind::YesNo));
    let read = |record| {
        let says_yes = |field| said::in_field(record, field) == Some(&Value::Flag(true));
        let organisation = said::in_field(record, organisation)?.as_text()?;
        let count = said::in_field(record, counted)?.as_number().filter(|count| *count > Decimal::ZERO)?;
        Some(Outside {
            pledge: Pledge { organisation: facts.project.organisation(organisation)?.into(), count },
            comes_once: measure == Measure::Amount && !says_yes(yearly),
            is_certain: says_yes(certain),
        })
    };
    said::records(catalog, facts, GROUP).into_iter().filter_map(read).collect()
}
