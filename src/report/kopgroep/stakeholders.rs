use super::{figures, names, table};
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
    for quadrant in Quadrant::ALL {
        let members: Vec<&Stakeholder> = stakeholders.in_quadrant(quadrant).collect();
        if !members.is_empty() {
            blocks.push(quadrant_table(&quadrant_words(quadrant), &members));
        }
    }
    if !stakeholders.unplaced.is_empty() {
        let unplaced = names(stakeholders.unplaced.iter().map(|one| &one.organisation));
        blocks.push(paragraph(format!("Invloed of belang is nog niet bekend van: {unplaced}.")));
    }
    let missing: Vec<&Stakeholder> = stakeholders.missing().collect();
    if !missing.is_empty() {
        let missing = names(missing.iter().map(|one| &one.organisation));
        blocks.push(paragraph(format!("Veel invloed en veel belang, en nog niet aan tafel: {missing}.")));
    }
    blocks
}

fn quadrant_table(caption: &str, members: &[&Stakeholder]) -> Block {
    let level = |level: Option<i64>| level.map(|level| level.to_string()).unwrap_or_default();
    let row = |one: &&Stakeholder| {
        vec![
            one.organisation.name.clone(),
            level(one.influence),
            level(one.interest),
            seat_words(one.seat).to_owned(),
            one.known_by.clone().unwrap_or_default(),
        ]
    };
    let columns = ["Organisatie", "Invloed", "Belang", "Plaats", "Wie haar kent"];
    table(columns, members.iter().map(row)).captioned(caption).counting(&["Invloed", "Belang"]).into()
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
pub(super) const SEATS: [Seat; 4] = [Seat::AtTheTable, Seat::Beside, Seat::Asked, Seat::Away];

pub(super) fn seat_words(seat: Seat) -> &'static str {
    match seat {
        Seat::AtTheTable => "aan tafel",
        Seat::Beside => "partner",
        Seat::Asked => "kandidaat",
        Seat::Away => "nog niet aan tafel",
    }
}
