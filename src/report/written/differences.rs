use super::writer::Writer;
use crate::document::{Block, Inline, text};
use crate::domain::FullId;
use crate::notation;
use crate::report::comparison::{PointReport, ViewReport};
use crate::report::{Comparison, paragraph};

/// More than these do not fit in one meeting.
const MOST: usize = 4;

/// Where the organisations differ, the farthest apart first: the question, and who says what. What each says of itself is no
/// difference to settle.
pub(super) fn blocks(writer: &Writer) -> Vec<Block> {
    let points = points(writer);
    let mut blocks: Vec<Block> = points.iter().take(MOST).map(point).collect();
    let more = points.len().saturating_sub(MOST);
    if more > 0 {
        let counted = notation::counted(more, "kleiner verschil", "kleinere verschillen");
        let verb = if more == 1 { "is" } else { "zijn" };
        blocks.push(paragraph(format!("Er {verb} nog {counted}. Die staan in de vergelijking.")));
    }
    blocks
}

/// The questions of which it repeats answers.
pub(super) fn questions(writer: &Writer) -> Vec<FullId> {
    points(writer).iter().take(MOST).map(|point| point.question.clone()).collect()
}

fn points(writer: &Writer) -> Vec<PointReport> {
    let agenda = Comparison::new(writer.catalog, writer.facts, None).agenda;
    agenda.into_iter().filter(|point| !point.about_itself).collect()
}

fn point(point: &PointReport) -> Block {
    let title = vec![Inline::Strong(point.ask.clone())];
    let mut views: Vec<Vec<Inline>> = point.views.iter().map(view).collect();
    views.extend(point.joint.iter().map(|joint| text(format!("Nu staat er samen: {}", notation::sentence(joint)))));
    Block::Together(vec![Block::Paragraph(title), Block::Bullets(views)])
}

fn view(view: &ViewReport) -> Vec<Inline> {
    let said = notation::single_line(&notation::sentence(&view.words));
    vec![Inline::Text(format!("{said} ")), Inline::Emphasis(notation::enumeration(&view.organisations))]
}
