use super::{figures, naming, table};
use crate::analysis::{Quadrant, Seat, Stakeholder, Stakeholders};
use crate::document::Block;
use crate::report::{heading, paragraph};

/// Who matters, by influence and interest, and who is missing at the table.
pub(super) fn blocks(stakeholders: &Stakeholders) -> Vec<Block> {
    let mut blocks = vec![
        heading(1, "Stakeholders"),
        paragraph("Vanaf het midden van de schaal tellen invloed en belang als veel."),
    ];
    blocks.extend(figures::stakeholders(stakeholders));
    blocks.extend(Quadrant::ALL.map(|quadrant| quadrant_table(quadrant, stakeholders)));
    let unplaced = stakeholders.unplaced.iter().map(|one| &one.organisation);
    blocks.extend(naming("Invloed of belang is nog niet bekend van", unplaced).map(paragraph));
    let missing = stakeholders.missing().map(|one| &one.organisation);
    blocks.extend(naming("Veel invloed en veel belang, en nog niet aan tafel", missing).map(paragraph));
    blocks
}

fn quadrant_table(quadrant: Quadrant, stakeholders: &Stakeholders) -> Block {
    let level = |level: Option<i64>| level.map(|level| level.to_string()).unwrap_or_default();
    let row = |one: &Stakeholder| {
        let seat = seat_words(one.seat).to_owned();
        let known_by = one.known_by.clone().unwrap_or_default();
        vec![one.organisation.name.clone(), level(one.influence), level(one.interest), seat, known_by]
    };
    let columns = ["Organisatie", "Invloed", "Belang", "Plaats", "Wie haar kent"];
    let table = table(columns, stakeholders.in_quadrant(quadrant).map(row));
    table.captioned(&quadrant_words(quadrant)).counting(&["Invloed", "Belang"]).into()
}

/// `Werk nauw samen (veel invloed, veel belang)`
pub fn quadrant_words(quadrant: Quadrant) -> String {
    let (what, when) = what_to_do(quadrant);
    format!("{what} ({when})")
}

/// What to do, and when.
pub(super) fn what_to_do(quadrant: Quadrant) -> (&'static str, &'static str) {
    match quadrant {
        Quadrant::WorkTogether => ("Werk nauw samen", "veel invloed, veel belang"),
        Quadrant::KeepContent => ("Houd tevreden", "veel invloed, weinig belang"),
        Quadrant::KeepInformed => ("Houd op de hoogte", "weinig invloed, veel belang"),
        Quadrant::Follow => ("Volg op afstand", "weinig invloed, weinig belang"),
    }
}

/// In the order of how near they are.
pub(super) const SEATS: [Seat; 5] = [Seat::AtTheTable, Seat::InTheNetwork, Seat::Beside, Seat::Asked, Seat::Away];

pub(super) fn seat_words(seat: Seat) -> &'static str {
    match seat {
        Seat::AtTheTable => "aan tafel",
        Seat::InTheNetwork => "deelnemer",
        Seat::Beside => "partner",
        Seat::Asked => "kandidaat",
        Seat::Away => "nog niet aan tafel",
    }
}
