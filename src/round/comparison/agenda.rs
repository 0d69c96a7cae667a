use std::cmp::Ordering;

use super::comparison::Comparison;
use super::side::Side;
use crate::domain::Perspective;

/// What there is to talk about: differences first, then what few said anything about.
#[derive(Clone, Debug)]
pub struct Agenda<'c, 'a> {
    /// The farthest apart, by the most organisations, first.
    pub points: Vec<AgendaPoint<'c, 'a>>,
    /// Asked, and answered by nobody.
    pub unheard: Vec<&'c Side<'a>>,
    /// Answered by fewer than half of those who are asked.
    pub little_heard: Vec<&'c Side<'a>>,
}

/// One question to put on the table.
#[derive(Clone, Debug)]
pub struct AgendaPoint<'c, 'a> {
    pub side: &'c Side<'a>,
    /// From 0 to 1: how far apart, times the part of the kopgroep that spoke, times how much the side asks to be settled.
    pub weight: f64,
    /// A rule of thumb: from five minutes for a little difference up to twenty.
    pub minutes: u32,
}

/// The points in the order in which they deserve time. Ties stand in the order of the questionnaires.
pub fn agenda<'c, 'a>(comparison: &'c Comparison<'a>) -> Agenda<'c, 'a> {
    let sides = || comparison.subjects.iter().flat_map(|subject| &subject.sides);
    let mut points: Vec<AgendaPoint> = sides().filter_map(|side| point(side, comparison.kopgroep)).collect();
    points.sort_by(|one, other| other.weight.partial_cmp(&one.weight).unwrap_or(Ordering::Equal));
    let little = |side: &&Side| side.speakers() > 0 && side.speakers() * 2 < side.asked;
    Agenda {
        points,
        unheard: sides().filter(|side| side.asked > 0 && side.speakers() == 0).collect(),
        little_heard: sides().filter(little).collect(),
    }
}

fn point<'c, 'a>(side: &'c Side<'a>, kopgroep: usize) -> Option<AgendaPoint<'c, 'a>> {
    let spoke = side.speakers() as f64 / kopgroep.max(1) as f64;
    let weight = side.divergence() * spoke * to_settle(side.question.perspective);
    (weight > 0.0).then_some(AgendaPoint { side, weight, minutes: minutes(weight) })
}

/// A difference about what you want together, or about others, is there to be settled. What an organisation says of itself
/// differs by nature: good to know, and it weighs half; a question without a subject asks for facts, and weighs a quarter.
fn to_settle(perspective: Option<Perspective>) -> f64 {
    match perspective {
        Some(Perspective::Together | Perspective::Others) => 1.0,
        Some(Perspective::Own) => 0.5,
        None => 0.25,
    }
}

fn minutes(weight: f64) -> u32 {
    match weight {
        weight if weight >= 0.6 => 20,
        weight if weight >= 0.35 => 15,
        weight if weight >= 0.15 => 10,
        _ => 5,
    }
}
