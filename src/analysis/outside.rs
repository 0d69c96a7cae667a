use super::party::Party;
use super::said;
use crate::catalog::Catalog;
use crate::domain::{Decimal, Field, Kind, Meaning, Value};
use crate::expression::Facts;

/// What an organisation outside the kopgroep contributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Outside {
    pub organisation: Party,
    pub hours: Option<Decimal>,
    pub amount: Option<Decimal>,
    /// Whether the amount comes every year. What was not said is not counted on.
    pub is_yearly: bool,
    pub is_certain: bool,
}

/// The fields are found by what they hold: the first organisation, the first hours, the first amount; the first yes or no says whether
/// the amount comes every year, the second whether it is certain.
pub(super) fn outside(catalog: &Catalog, facts: &Facts) -> Vec<Outside> {
    let fields =
        catalog.meaning(Meaning::ContributionOutside).map(|question| question.kind.fields()).unwrap_or_default();
    let nth = |wanted: fn(&Kind) -> bool, index: usize| fields.iter().filter(|field| wanted(&field.kind)).nth(index);
    let organisation = nth(|kind| matches!(kind, Kind::Organisation { .. }), 0);
    let hours = nth(|kind| matches!(kind, Kind::Hours { .. }), 0);
    let amount = nth(|kind| matches!(kind, Kind::Amount { .. }), 0);
    let [yearly, certain] = [0, 1].map(|index| nth(|kind| matches!(kind, Kind::YesNo), index));
    let records = said::records(catalog, facts, Meaning::ContributionOutside).into_iter();
    let each = records.filter_map(|record| {
        let number = |field: Option<&Field>| record.get(field?.id.as_str())?.as_number();
        let is_said = |field: Option<&Field>| {
            field.is_some_and(|field| record.get(field.id.as_str()) == Some(&Value::Flag(true)))
        };
        Some(Outside {
            organisation: facts.project.organisation(record.get(organisation?.id.as_str())?.as_text()?)?.into(),
            hours: number(hours),
            amount: number(amount),
            is_yearly: is_said(yearly),
            is_certain: is_said(certain),
        })
    });
    each.collect()
}
