use super::writer::Writer;
use crate::document::{Block, Inline, Line, text};
use crate::domain::Tlp;
use crate::notation;
use crate::report::{label, paragraph};
use crate::round::comparison::{AgendaPoint, Comparison, Group, agenda, compare, names};

/// More than these do not fit in one meeting.
pub(in crate::report) const MOST: usize = 4;

/// Where the organisations differ, the farthest apart first: the question, and who says what.
pub(super) fn blocks(writer: &Writer) -> Vec<Block> {
    let compared = compare(writer.catalog, writer.facts);
    let points = points_of(&compared, writer);
    let mut blocks: Vec<Block> = points.iter().take(MOST).map(point).collect();
    let more = points.len().saturating_sub(MOST);
    if more > 0 {
        let counted = notation::counted(more, "kleiner verschil", "kleinere verschillen");
        let verb = if more == 1 { "is" } else { "zijn" };
        blocks.push(paragraph(format!("Er {verb} nog {counted}: zie de vergelijking.")));
    }
    blocks
}

/// The strictest label of the answers that it repeats.
pub(super) fn label(writer: &Writer) -> Tlp {
    let compared = compare(writer.catalog, writer.facts);
    label::strictest(writer.facts, points_of(&compared, writer).iter().take(MOST).map(|point| &point.side.question.id))
}

/// Those of the questions that the document speaks of, from whatever side.
fn points_of<'c, 'a>(compared: &'c Comparison<'a>, writer: &Writer) -> Vec<AgendaPoint<'c, 'a>> {
    let mut points = points(compared);
    points.retain(|point| writer.speaks_of_subject(point.side.question));
    points
}

/// What each says of itself is no difference to settle.
pub(in crate::report) fn points<'c, 'a>(compared: &'c Comparison<'a>) -> Vec<AgendaPoint<'c, 'a>> {
    let mut points = agenda(compared).points;
    points.retain(|point| !point.about_itself);
    points
}

fn point(point: &AgendaPoint) -> Block {
    let title = vec![Inline::Strong(point.side.ask.clone())];
    let mut views: Vec<Line> = point.views().into_iter().map(view).collect();
    views.extend(point.joint().map(|joint| text(format!("Nu staat er samen: {}", notation::sentence(joint)))));
    Block::Together(vec![Block::Paragraph(title), Block::Bullets(views)])
}

fn view(view: &Group) -> Line {
    let said = notation::on_one_line(&notation::sentence(&view.words));
    vec![Inline::Text(format!("{said} ")), Inline::Emphasis(notation::enumeration(names(&view.organisations)))]
}
