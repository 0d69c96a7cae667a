use super::{KopgroepReport, figures, naming, table};
use crate::analysis::{Quadrant, Stakeholder, Stakeholders};
use crate::document::Block;
use crate::report::{heading, paragraph};

/// Who matters, by influence and interest, and who is missing at the table.
pub fn blocks(report: &KopgroepReport) -> Vec<Block> {
    let Some(stakeholders) = &report.stakeholders else { return Vec::new() };
    let mut blocks = vec![
        heading(1, "Stakeholders"),
        paragraph("Vanaf het midden van de schaal tellen invloed en belang als veel."),
    ];
    blocks.extend(figures::stakeholders(stakeholders));
    blocks.extend(Quadrant::ALL.iter().map(|quadrant| quadrant_table(*quadrant, stakeholders)));
    let unplaced = stakeholders.unplaced.iter().map(|one| &one.organisation);
    blocks.extend(naming("Invloed of belang is nog niet bekend van", unplaced).map(paragraph));
    let missing = stakeholders.missing().map(|one| &one.organisation);
    blocks.extend(naming("Veel invloed en veel belang, en nog niet aan tafel", missing).map(paragraph));
    blocks
}

fn quadrant_table(quadrant: Quadrant, stakeholders: &Stakeholders) -> Block {
    let level = |level: Option<i64>| level.map(|level| level.to_string()).unwrap_or_default();
    let row = |one: &Stakeholder| {
        let seat = one.seat.title().to_owned();
        let known_by = one.known_by.clone().unwrap_or_default();
        vec![one.organisation.name.clone(), level(one.influence), level(one.interest), seat, known_by]
    };
    let columns = ["Organisatie", "Invloed", "Belang", "Plaats", "Wie kent er iemand"];
    let table = table(columns, stakeholders.in_quadrant(quadrant).map(row));
    table.captioned(&quadrant_words(quadrant)).counting(&["Invloed", "Belang"]).into()
}

/// `Werk nauw samen (veel invloed, veel belang)`
pub fn quadrant_words(quadrant: Quadrant) -> String {
    let when = match quadrant {
        Quadrant::WorkTogether => "veel invloed, veel belang",
        Quadrant::KeepContent => "veel invloed, weinig belang",
        Quadrant::KeepInformed => "weinig invloed, veel belang",
        Quadrant::Follow => "weinig invloed, weinig belang",
    };
    format!("{} ({when})", quadrant.title())
}
