use super::writer::Writer;
use crate::document::Block;
use crate::domain::{FullId, Tlp};
use crate::report::comparison::document::agreed_lines;
use crate::report::comparison::{Agreed, all_agreed};
use crate::report::label;
use crate::round::comparison::{Comparison, compare};

/// What most organisations say alike: there a meeting begins.
pub(super) fn blocks(writer: &Writer) -> Vec<Block> {
    let compared = compare(writer.catalog, writer.facts);
    let agreed = agreed(&compared, writer);
    vec![Block::Bullets(agreed_lines(&agreed.iter().collect::<Vec<_>>()))]
}

/// The strictest label of the answers that it repeats.
pub(super) fn label(writer: &Writer) -> Tlp {
    let compared = compare(writer.catalog, writer.facts);
    let repeated: Vec<FullId> = agreed(&compared, writer).iter().map(|one| one.heard.question.id.clone()).collect();
    label::strictest(writer.facts, &repeated)
}

fn agreed<'c, 'a>(compared: &'c Comparison<'a>, writer: &Writer) -> Vec<Agreed<'c, 'a>> {
    let mut agreed = all_agreed(compared);
    agreed.retain(|one| !one.is_about_itself() && writer.speaks_of(&one.heard.question.id));
    agreed
}
