use super::{names, naming, table};
use crate::analysis::{Group, Spread};
use crate::document::Block;
use crate::notation;
use crate::report::{heading, paragraph};

/// How the kopgroep spreads over sectors, and how far each is.
pub(super) fn blocks(spreads: &[&Option<Spread>]) -> Vec<Block> {
    let told = spreads.iter().copied().flatten().flat_map(one);
    std::iter::once(heading(1, "Sectoren en niveaus")).chain(told).collect()
}

fn one(spread: &Spread) -> Vec<Block> {
    let row = |group: &Group| vec![group.words.clone(), group.members.len().to_string(), names(&group.members)];
    let columns = [spread.label.as_str(), "Aantal", "Wie"];
    let mut blocks = vec![table(columns, spread.groups.iter().map(row)).counting(&["Aantal"]).into()];
    let distance = spread.distance.and_then(|distance| usize::try_from(distance).ok()).filter(|distance| *distance > 0);
    blocks.extend(distance.map(|distance| {
        let steps = notation::counted(distance, "trede", "treden");
        let verb = if distance == 1 { "zit" } else { "zitten" };
        paragraph(format!("Tussen de laagste en de hoogste {verb} {steps}."))
    }));
    blocks.extend(naming(&format!("{} nog niet bekend van", spread.label), &spread.open).map(paragraph));
    blocks
}
