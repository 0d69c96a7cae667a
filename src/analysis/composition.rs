use serde::Serialize;

use super::party::Party;
use super::said;
use crate::catalog::Catalog;
use crate::domain::{Bound, Decimal, Meaning, Organisation, OrganisationKind, Place};
use crate::expression::Facts;

/// Who is on board: how many, and of which of the guide's eight kinds of candidate (point V1.5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Composition {
    pub members: Vec<Party>,
    pub size: Size,
    /// The thresholds of the questionnaire: enough to begin, and at the most.
    pub enough: Option<i64>,
    pub most: Option<i64>,
    pub kinds: Vec<CandidateKind>,
    /// Who is on board and of another kind than the eight.
    pub of_other_kinds: Vec<Party>,
    /// Who is in the kopgroep or was asked, and of what kind is not filled in: perhaps a kind that seems to lack.
    pub without_kind: Vec<Party>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Size {
    Empty,
    Small,
    Right,
    Large,
    /// The questionnaires name no thresholds.
    Unjudged,
}

/// One of the eight kinds, with who is on board and who was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CandidateKind {
    pub kind: OrganisationKind,
    pub on_board: Vec<Party>,
    pub asked: Vec<Party>,
}

impl CandidateKind {
    pub fn is_missing(&self) -> bool {
        self.on_board.is_empty() && self.asked.is_empty()
    }
}

impl Composition {
    /// The kinds of which nobody is on board or asked, as far as is known.
    pub fn missing(&self) -> impl Iterator<Item = OrganisationKind> {
        self.kinds.iter().filter(|kind| kind.is_missing()).map(|kind| kind.kind)
    }
}

pub fn composition(catalog: &Catalog, facts: &Facts) -> Composition {
    let members: Vec<&Organisation> = facts.kopgroep().collect();
    let asked = asked(catalog, facts);
    let of_kind = |all: &[&Organisation], kind: OrganisationKind| -> Vec<Party> {
        all.iter().filter(|one| one.kind == Some(kind)).map(|one| Party::from(*one)).collect()
    };
    let kinds = OrganisationKind::candidates().iter().map(|kind| CandidateKind {
        kind: *kind,
        on_board: of_kind(&members, *kind),
        asked: of_kind(&asked, *kind),
    });
    let is_other = |kind: OrganisationKind| !OrganisationKind::candidates().contains(&kind);
    let bound = |bound: Bound| catalog.bound(bound).and_then(Decimal::to_integer);
    let (enough, most) = (bound(Bound::KopgroepEnough), bound(Bound::KopgroepMost));
    Composition {
        size: size(members.len(), enough, most),
        enough,
        most,
        kinds: kinds.collect(),
        of_other_kinds: members.iter().filter(|one| one.kind.is_some_and(is_other)).map(|one| (*one).into()).collect(),
        without_kind: members.iter().chain(&asked).filter(|one| one.kind.is_none()).map(|one| (*one).into()).collect(),
        members: members.into_iter().map(Party::from).collect(),
    }
}

/// Who was asked and is not on board: a candidate by the register or by the answer.
fn asked<'p>(catalog: &Catalog, facts: &Facts<'p>) -> Vec<&'p Organisation> {
    let named = said::together(catalog, facts, Meaning::CandidateAsked);
    let is_named = |organisation: &Organisation| named.is_some_and(|value| value.names(organisation.id.as_str()));
    let organisations =
        facts.project.organisations.iter().filter(|one| one.place != Place::Kopgroep && !one.has_left());
    organisations.filter(|one| one.place == Place::Candidate || is_named(one)).collect()
}

fn size(count: usize, enough: Option<i64>, most: Option<i64>) -> Size {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    match (enough, most) {
        _ if count == 0 => Size::Empty,
        (Some(enough), _) if count < enough => Size::Small,
        (_, Some(most)) if count > most => Size::Large,
        (None, None) => Size::Unjudged,
        _ => Size::Right,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(count: usize, enough: Option<i64>, most: Option<i64>, expected: Size) {
        assert_eq!(size(count, enough, most), expected, "{count} of {enough:?} to {most:?}");
    }

    #[test]
    fn the_size_is_weighed_against_the_thresholds_of_the_questionnaire() {
        check(0, Some(3), Some(8), Size::Empty);
        check(2, Some(3), Some(8), Size::Small);
        check(3, Some(3), Some(8), Size::Right);
        check(8, Some(3), Some(8), Size::Right);
        check(9, Some(3), Some(8), Size::Large);
        check(9, None, None, Size::Unjudged);
        check(2, None, Some(8), Size::Right);
    }
}
