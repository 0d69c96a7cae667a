use std::cmp::Ordering;

use serde::Serialize;

use super::comparison::Comparison;
use super::group::Group;
use super::heard::Heard;
use super::side::{Side, rounded};

/// A difference about what you want together, or about others, is there to be settled; one about yourselves less so.
const OF_ITSELF: f64 = 0.5;

/// What there is to talk about: differences first, then what few said anything about.
#[derive(Clone, Debug, Serialize)]
pub struct Agenda<'c, 'a> {
    /// The farthest apart, by the most organisations, first; after these what organisations say of themselves.
    #[serde(rename = "agenda")]
    pub points: Vec<AgendaPoint<'c, 'a>>,
    /// Asked, and answered by nobody, not even by all together.
    pub unheard: Vec<Heard<'a>>,
    /// Answered by fewer than half of those who are asked.
    pub little_heard: Vec<Heard<'a>>,
}

/// One question to put on the table.
#[derive(Clone, Debug, Serialize)]
pub struct AgendaPoint<'c, 'a> {
    #[serde(flatten)]
    pub side: &'c Side<'a>,
    /// A question without a subject, which each organisation answers for itself: something to know of each other.
    pub about_itself: bool,
    /// From 0 to 1: how far apart, times the part of the kopgroep that spoke; what an organisation wants itself differs by
    /// nature, and weighs half.
    #[serde(serialize_with = "rounded")]
    pub weight: f64,
    /// A rule of thumb: from five minutes for a little difference up to twenty.
    pub minutes: u32,
}

impl<'a> AgendaPoint<'_, 'a> {
    /// What organisations say to it.
    pub fn views(&self) -> Vec<&Group<'a>> {
        self.side.groups.iter().filter(|group| !group.wordings.is_empty()).collect()
    }

    /// What stands there already for all together.
    pub fn joint(&self) -> Option<&str> {
        self.side.joint.as_ref().filter(|_| self.side.is_settled_together()).map(|joint| joint.words.as_str())
    }
}

/// The points in the order in which they deserve time. Ties stand in the order of the questionnaires.
pub fn agenda<'c, 'a>(comparison: &'c Comparison<'a>) -> Agenda<'c, 'a> {
    let sides = || comparison.subjects.iter().flat_map(|subject| &subject.sides);
    let mut points: Vec<AgendaPoint> = sides().filter_map(|side| point(side, comparison.kopgroep)).collect();
    points.sort_by(|one, other| {
        let by_weight = other.weight.partial_cmp(&one.weight).unwrap_or(Ordering::Equal);
        one.about_itself.cmp(&other.about_itself).then(by_weight)
    });
    let little = |heard: &Heard| heard.speakers > 0 && heard.speakers * 2 < heard.asked;
    let unheard = |side: &&Side| side.asked > 0 && side.speakers == 0 && !side.is_settled_together();
    Agenda {
        points,
        unheard: sides().filter(unheard).map(Side::heard).collect(),
        little_heard: sides().map(Side::heard).filter(little).collect(),
    }
}

fn point<'c, 'a>(side: &'c Side<'a>, kopgroep: usize) -> Option<AgendaPoint<'c, 'a>> {
    let spoke = side.speakers as f64 / kopgroep.max(1) as f64;
    let own = side.question.scope.is_each();
    let weight = side.divergence * spoke * if own { OF_ITSELF } else { 1.0 };
    let about_itself = own && side.question.perspective.is_none();
    (weight > 0.0).then_some(AgendaPoint { side, about_itself, weight, minutes: minutes(weight) })
}

fn minutes(weight: f64) -> u32 {
    match weight {
        weight if weight >= 0.6 => 20,
        weight if weight >= 0.35 => 15,
        weight if weight >= 0.15 => 10,
        _ => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_greater_difference_gets_more_minutes() {
        let weights = [0.01, 0.14, 0.15, 0.34, 0.35, 0.59, 0.6, 1.0];
        assert_eq!(weights.map(minutes), [5, 5, 10, 10, 15, 15, 20, 20]);
    }
}
