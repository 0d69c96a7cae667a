use super::drawing::{Drawing, Place, Shape, Side, Stroke};
use super::lettering::Lettering;
use super::{WIDTH, lettering, palette};
use crate::document::Ring;

/// Letters that can be read on a notice board.
const AROUND: Lettering = Lettering { size: 15.0, ..Lettering::PLAIN };
const MIDDLE: Lettering = Lettering { size: 17.0, colour: palette::PAPER, ..Lettering::STRONG };
/// How wide the middle is, and what stands beside it.
const HUB: f32 = 150.0;
const CARD: f32 = 205.0;
const PADDING: f32 = 9.0;
const GAP: f32 = 12.0;
/// Nothing is cut off: what would need more is no picture.
const LINES: usize = 12;

/// What all have in common in the middle, with the things to the left and to the right of it, each tied to it.
pub fn drawing(ring: &Ring) -> Drawing {
    let middle = lettering::fitted(&ring.middle, MIDDLE, HUB - 2.0 * PADDING, LINES);
    let cards: Vec<Vec<String>> =
        ring.around.iter().map(|words| lettering::fitted(words, AROUND, CARD - 2.0 * PADDING, LINES)).collect();
    let (left, right) = cards.split_at(cards.len().div_ceil(2));
    let hub = height(&middle, MIDDLE) + 2.0 * PADDING;
    let all = column_height(left).max(column_height(right)).max(hub) + 4.0;
    let mut drawing = Drawing { height: all, shapes: Vec::new() };
    let place = Place { x: (WIDTH - HUB) / 2.0, y: (all - hub) / 2.0, width: HUB, height: hub };
    column(&mut drawing, left, 2.0, place);
    column(&mut drawing, right, WIDTH - CARD - 2.0, place);
    drawing.shapes.push(Shape::Area { place, fill: palette::MARK, border: None, rounding: 12.0 });
    drawing.lines(WIDTH / 2.0, place.y + PADDING, &middle, MIDDLE, Side::Middle);
    drawing
}

fn height(lines: &[String], lettering: Lettering) -> f32 {
    lettering.height(lines.len().max(1))
}

fn card_height(lines: &[String]) -> f32 {
    height(lines, AROUND) + 2.0 * PADDING
}

fn column_height(cards: &[Vec<String>]) -> f32 {
    cards.iter().map(|lines| card_height(lines) + GAP).sum::<f32>() - GAP
}

/// Cards below each other, as high as the middle is, each with a line to it that runs below both.
fn column(drawing: &mut Drawing, cards: &[Vec<String>], x: f32, hub: Place) {
    let centre = hub.y + hub.height / 2.0;
    let mut top = (drawing.height - column_height(cards)) / 2.0;
    for lines in cards {
        let place = Place { x, y: top, width: CARD, height: card_height(lines) };
        let inner = if x < hub.x { x + CARD } else { x };
        let edge = if x < hub.x { hub.x } else { hub.x + hub.width };
        let (from, to) = ((edge, centre), (inner, top + place.height / 2.0));
        let bend = (edge + inner) / 2.0;
        let through = vec![[(bend, from.1), (bend, to.1), to]];
        drawing.shapes.push(Shape::Curve { from, through, stroke: Stroke::thick(palette::INK) });
        let border = Some(Stroke::thick(palette::INK));
        drawing.shapes.push(Shape::Area { place, fill: palette::PAPER, border, rounding: 6.0 });
        drawing.lines(x + PADDING, top + PADDING, lines, AROUND, Side::Right);
        top += place.height + GAP;
    }
}
