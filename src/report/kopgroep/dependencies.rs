use super::{KopgroepReport, figures, names, or_open, table};
use crate::analysis::{Dependency, Hanging, Node, Party};
use crate::document::{Block, text};
use crate::report::{heading, paragraph};

/// Who depends on whom, and where much hangs on one.
pub fn blocks(report: &KopgroepReport) -> Vec<Block> {
    let Some(dependencies) = &report.dependencies else { return Vec::new() };
    let hanging = dependencies.hanging.iter().map(hanging_words);
    let circles = dependencies.circles.iter().map(|circle| circle_words(circle));
    let mut blocks = vec![heading(1, "Afhankelijkheden")];
    blocks.extend(figures::dependencies(dependencies));
    blocks.push(Block::Bullets(hanging.chain(circles).map(text).collect()));
    let columns = ["Wie", "Van wie", "Waarin", "Soort", "Kan zonder"];
    blocks.push(table(columns, dependencies.each.iter().map(row)).into());
    blocks.push(each_organisation(&dependencies.organisations));
    if !dependencies.shared_systems.is_empty() {
        blocks.push(paragraph(
            "Systemen die bij veel organisaties hetzelfde zijn. Valt er een uit, dan merken zij het samen:",
        ));
        blocks.push(Block::Bullets(dependencies.shared_systems.iter().map(text).collect()));
    }
    blocks
}

fn row(one: &Dependency) -> Vec<String> {
    let on = one.on.as_ref().map(|party| party.name.clone());
    let said = [&on, &one.what, &one.kind, &one.without].map(or_open);
    std::iter::once(one.who.name.clone()).chain(said).collect()
}

/// Who hangs on whom and who on them, also through others.
fn each_organisation(nodes: &[Node]) -> Block {
    let cell = |direct: &[Party], through: &[Party]| match (direct.is_empty(), through.is_empty()) {
        (_, true) => names(direct),
        (true, false) => format!("via een ander: {}", names(through)),
        (false, false) => format!("{}; via een ander ook: {}", names(direct), names(through)),
    };
    let row = |node: &Node| {
        let depends_on = cell(&node.depends_on, &node.depends_on_through_others);
        let needed_by = cell(&node.needed_by, &node.needed_by_through_others);
        vec![node.organisation.name.clone(), depends_on, needed_by]
    };
    let columns = ["Organisatie", "Hangt af van", "Is nodig voor"];
    table(columns, nodes.iter().map(row)).captioned("Per organisatie").into()
}

fn hanging_words(hanging: &Hanging) -> String {
    let Hanging { organisation, dependents, others } = hanging;
    let count = if dependents == others { format!("alle {others}") } else { format!("{dependents} van de {others}") };
    format!("Van {} hangen {count} andere organisaties af, direct of via een ander.", organisation.name)
}

fn circle_words(circle: &[Party]) -> String {
    format!("{} hangen in een kring van elkaar af. Valt er een stil, dan raakt dat ze allemaal.", names(circle))
}
