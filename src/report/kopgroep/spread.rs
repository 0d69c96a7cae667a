use super::{names, table};
use crate::analysis::{Group, Spread};
use crate::document::Block;
use crate::notation;
use crate::report::{heading, paragraph};

/// How the kopgroep spreads over sectors, and how far each is.
pub(super) fn blocks(sectors: Option<&Spread>, maturity: Option<&Spread>) -> Vec<Block> {
    let told: Vec<&Spread> = [sectors, maturity].into_iter().flatten().collect();
    if told.is_empty() {
        return Vec::new();
    }
    std::iter::once(heading(1, "Sectoren en niveaus")).chain(told.into_iter().flat_map(one)).collect()
}

fn one(spread: &Spread) -> Vec<Block> {
    let mut blocks = Vec::new();
    let row = |group: &Group| vec![group.words.clone(), group.members.len().to_string(), names(&group.members)];
    if !spread.groups.is_empty() {
        let columns = [spread.label.as_str(), "Aantal", "Wie"];
        blocks.push(table(columns, spread.groups.iter().map(row)).counting(&["Aantal"]).into());
    }
    let distance = spread.distance.filter(|distance| *distance > 0).and_then(|distance| usize::try_from(distance).ok());
    if let Some(distance) = distance {
        let steps = notation::counted(distance, "trede", "treden");
        let verb = if distance == 1 { "zit" } else { "zitten" };
        blocks.push(paragraph(format!("Tussen de laagste en de hoogste {verb} {steps}.")));
    }
    if !spread.open.is_empty() {
        blocks.push(paragraph(format!("{} nog niet bekend van: {}.", spread.label, names(&spread.open))));
    }
    blocks
}
