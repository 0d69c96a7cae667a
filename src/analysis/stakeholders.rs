use serde::Serialize;

use super::party::Party;
use super::said::{self, Record};
use crate::catalog::Catalog;
use crate::domain::{Field, Kind, Meaning, Organisation, Place, Value, vocabulary};
use crate::expression::Facts;

/// Who matters, in four quadrants of influence and interest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stakeholders {
    pub placed: Vec<Stakeholder>,
    /// Named, and its influence or interest not said.
    pub unplaced: Vec<Stakeholder>,
    pub influence: Extent,
    pub interest: Extent,
}

/// How far a scale goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Extent {
    pub levels: usize,
    /// From this level on it is much.
    pub much_from: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stakeholder {
    pub organisation: Party,
    pub influence: Option<i64>,
    pub interest: Option<i64>,
    pub quadrant: Option<Quadrant>,
    pub seat: Seat,
    /// Who of the kopgroep knows somebody there.
    pub known_by: Option<String>,
}

vocabulary! {
    /// What to do.
    Quadrant {
        /// Much influence, much interest.
        WorkTogether = "work-together", "Werk nauw samen";
        /// Much influence, little interest.
        KeepContent = "keep-content", "Houd tevreden";
        /// Little influence, much interest.
        KeepInformed = "keep-informed", "Houd op de hoogte";
        /// Little of both.
        Follow = "follow", "Volg op afstand";
    }
}

impl Quadrant {
    fn of(much_influence: bool, much_interest: bool) -> Quadrant {
        match (much_influence, much_interest) {
            (true, true) => Quadrant::WorkTogether,
            (true, false) => Quadrant::KeepContent,
            (false, true) => Quadrant::KeepInformed,
            (false, false) => Quadrant::Follow,
        }
    }
}

vocabulary! {
    /// Where a stakeholder sits, seen from the table: the nearest first.
    Seat {
        AtTheTable = "at-the-table", "aan tafel";
        /// A participant of the network, who does not steer.
        InTheNetwork = "in-the-network", "deelnemer";
        /// A partner: involved, not in the kopgroep.
        Beside = "beside", "partner";
        Asked = "asked", "kandidaat";
        Away = "away", "nog niet aan tafel";
    }
}

impl Stakeholders {
    pub fn in_quadrant(&self, quadrant: Quadrant) -> impl Iterator<Item = &Stakeholder> {
        self.placed.iter().filter(move |one| one.quadrant == Some(quadrant))
    }

    /// Who has much influence and much interest and is not involved yet.
    pub fn missing(&self) -> impl Iterator<Item = &Stakeholder> {
        self.in_quadrant(Quadrant::WorkTogether).filter(|one| matches!(one.seat, Seat::Asked | Seat::Away))
    }
}

/// Nothing when none was named. The fields are found by what they hold: the first organisation (or else the first field)
/// names it, the first scale is its influence, the second its interest, the second organisation knows somebody there.
pub fn stakeholders(catalog: &Catalog, facts: &Facts) -> Option<Stakeholders> {
    const GROUP: Meaning = Meaning::Stakeholder;
    let [first] = said::fields(catalog, GROUP, |_| true);
    let [naming, known_by] = said::fields(catalog, GROUP, |kind| matches!(kind, Kind::Organisation { .. }));
    let [influence, interest] = said::fields(catalog, GROUP, |kind| matches!(kind, Kind::Scale { .. }));
    let records = said::records(catalog, facts, GROUP).into_iter();
    let read = |record| -> Option<Stakeholder> {
        let named = said::in_field(record, naming.or(first))?.as_text()?;
        let known = facts.project.organisation(named);
        if known.is_some_and(Organisation::has_left) {
            return None;
        }
        let unknown = || Party { id: named.to_owned(), name: named.to_owned() };
        let known_by = said::in_field(record, known_by).and_then(Value::as_text);
        let quadrant = much(record, influence).zip(much(record, interest));
        Some(Stakeholder {
            organisation: known.map_or_else(unknown, Party::from),
            influence: level(record, influence),
            interest: level(record, interest),
            quadrant: quadrant.map(|(influence, interest)| Quadrant::of(influence, interest)),
            seat: seat(known.map(|organisation| organisation.place)),
            known_by: known_by.map(|id| said::name(facts, id).unwrap_or_else(|| id.to_owned())),
        })
    };
    let (mut placed, unplaced): (Vec<_>, Vec<_>) = records.filter_map(read).partition(|one| one.quadrant.is_some());
    placed.sort_by_key(|one| (one.quadrant, std::cmp::Reverse((one.influence, one.interest))));
    let (influence, interest) = (extent(influence), extent(interest));
    (!placed.is_empty() || !unplaced.is_empty()).then_some(Stakeholders { placed, unplaced, influence, interest })
}

fn seat(place: Option<Place>) -> Seat {
    match place {
        Some(Place::Kopgroep) => Seat::AtTheTable,
        Some(Place::Participant) => Seat::InTheNetwork,
        Some(Place::Partner) => Seat::Beside,
        Some(Place::Candidate) => Seat::Asked,
        Some(Place::Stakeholder | Place::Departed) | None => Seat::Away,
    }
}

fn level(record: &Record, field: Option<&Field>) -> Option<i64> {
    said::in_field(record, field)?.as_number()?.to_integer()
}

fn extent(field: Option<&Field>) -> Extent {
    let levels = match field.map(|field| &field.kind) {
        Some(Kind::Scale { levels }) => levels.len(),
        _ => 0,
    };
    Extent { levels, much_from: much_from(levels) }
}

fn much(record: &Record, field: Option<&Field>) -> Option<bool> {
    let level = usize::try_from(level(record, field)?).unwrap_or(0);
    Some(level >= extent(field).much_from)
}

/// From the middle of the scale on it is much: better one organisation too many in sight than one overlooked.
fn much_from(levels: usize) -> usize {
    levels / 2 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(levels: usize, expected: usize) {
        assert_eq!(much_from(levels), expected, "of {levels} levels");
        assert_eq!((1..=levels).find(|level| 2 * level > levels), Some(expected), "the middle of {levels} levels");
    }

    #[test]
    fn the_middle_of_the_scale_is_much() {
        check(2, 2);
        check(3, 2);
        check(4, 3);
        check(5, 3);
        check(7, 4);
    }

    #[test]
    fn each_pair_has_a_quadrant_of_its_own() {
        let all = [(true, true), (true, false), (false, true), (false, false)];
        assert_eq!(all.map(|(influence, interest)| Quadrant::of(influence, interest)), Quadrant::ALL);
    }
}
