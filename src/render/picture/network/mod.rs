//! Who hangs on whom, from left to right: first a column for each node, then an order within it in which few arrows cross, then a
//! place for each, after Sugiyama, Tagawa and Toda (1981). An arrow over more than one column has a lane of its own between the
//! nodes of those it passes, so it crosses no node.

mod columns;
mod order;
mod places;

use columns::Columns;
use places::Placed;

use super::drawing::{Drawing, Place, Shape, Side, Stroke};
use super::lettering::Lettering;
use super::{WIDTH, lettering, palette, symbol};
use crate::document::{Network, Node};

/// Between two columns, where the arrows turn.
const BETWEEN: f32 = 58.0;
const WIDEST: f32 = 170.0;
const PADDING: f32 = 5.0;
/// So much of the side of a node for each arrow.
const PORT: f32 = 9.0;
const MOST_LINES: usize = 3;
const SYMBOL: f32 = 34.0;

pub fn drawing(network: &Network) -> Drawing {
    let columns = Columns::of(network);
    let widths = Widths::of(columns.count);
    let boxes: Vec<Letters> = network.nodes.iter().map(|node| Letters::of(node, widths.node)).collect();
    let heights: Vec<f32> =
        boxes.iter().enumerate().map(|(node, letters)| letters.height(columns.ports(node))).collect();
    let layers = order::layers(&columns);
    let placed = places::placed(&columns, &layers, &heights);
    let mut drawing = Drawing { height: placed.height, shapes: Vec::new() };
    for link in 0..columns.links.len() {
        arrow(&mut drawing, &columns, &placed, &widths, link);
    }
    for (node, letters) in boxes.iter().enumerate() {
        let x = widths.left(columns.column[node]);
        let place = Place { x, y: placed.top[node], width: widths.node, height: heights[node] };
        letters.draw(&mut drawing, place);
    }
    drawing.legend(&network.sorts, SYMBOL, |drawing, sort, x, y| {
        let half = SYMBOL / 2.0;
        drawing.line((x - half, y), (x + half - 6.0, y), symbol::arrow(sort));
        symbol::head(drawing, (x + half, y), true);
    });
    drawing
}

struct Widths {
    node: f32,
    step: f32,
}

impl Widths {
    /// Room at the right edge for arrows that turn there.
    fn of(columns: usize) -> Widths {
        let usable = WIDTH - TURN - 4.0;
        let node = ((usable - (columns.saturating_sub(1)) as f32 * BETWEEN) / columns.max(1) as f32).min(WIDEST);
        let step = if columns > 1 { (usable - node) / (columns - 1) as f32 } else { 0.0 };
        Widths { node, step }
    }

    fn left(&self, column: usize) -> f32 {
        2.0 + column as f32 * self.step
    }

    fn right(&self, column: usize) -> f32 {
        self.left(column) + self.node
    }
}

/// What stands in a node.
struct Letters {
    label: Vec<String>,
    remark: Vec<String>,
    /// Of its label: bold where it stands out.
    lettering: Lettering,
}

impl Letters {
    fn of(node: &Node, width: f32) -> Letters {
        let room = width - 2.0 * PADDING;
        let lettering = Lettering { bold: node.remark.is_some(), ..Lettering::SMALL };
        let remark = node.remark.as_deref().unwrap_or_default();
        Letters {
            label: lettering::fitted(&node.label, lettering, room, MOST_LINES),
            remark: lettering::fitted(remark, Lettering::SMALL, room, 2),
            lettering,
        }
    }

    fn letters_height(&self) -> f32 {
        Lettering::SMALL.height(self.label.len().max(1) + self.remark.len())
    }

    fn height(&self, ports: usize) -> f32 {
        (self.letters_height() + 2.0 * PADDING).max(ports as f32 * PORT + 4.0)
    }

    fn draw(&self, drawing: &mut Drawing, place: Place) {
        let width = if self.lettering.bold { 2.5 } else { 1.0 };
        let border = Stroke { colour: palette::INK, width, dashes: None };
        let fill = if self.lettering.bold { palette::SHADE } else { palette::PAPER };
        drawing.shapes.push(Shape::Area { place, fill, border: Some(border), rounding: 4.0 });
        let top = place.y + (place.height - self.letters_height()) / 2.0;
        drawing.lines(place.x + PADDING, top, &self.label, self.lettering, Side::Right);
        let below = top + Lettering::SMALL.height(self.label.len());
        drawing.lines(place.x + PADDING, below, &self.remark, Lettering::SMALL, Side::Right);
    }
}

/// How far an arrow within a column swings out.
const TURN: f32 = 24.0;

/// Through its lanes, with its head at the node that is depended on.
fn arrow(drawing: &mut Drawing, columns: &Columns, placed: &Placed, widths: &Widths, link: usize) {
    let there = &columns.links[link];
    let stroke = symbol::arrow(there.sort);
    let (start, end) = placed.ports[link];
    let first = widths.right(columns.column[there.left]);
    if columns.column[there.left] == columns.column[there.right] {
        let (start, end) = if there.turned { (end, start) } else { (start, end) };
        let (from, to) = ((first, start), (first + HEAD, end));
        let out = first + TURN;
        drawing.shapes.push(Shape::Curve { from, through: vec![[(out, from.1), (out, to.1), to]], stroke });
        symbol::head(drawing, (first, end), false);
        return;
    }
    let mut points = vec![(first + if there.turned { HEAD } else { 0.0 }, start)];
    for (column, lane) in (columns.column[there.left] + 1..).zip(&there.lanes) {
        let y = placed.top[*lane] + order::LANE / 2.0;
        points.extend([(widths.left(column), y), (widths.right(column), y)]);
    }
    let last = widths.left(columns.column[there.right]);
    points.push((last - if there.turned { 0.0 } else { HEAD }, end));
    let through = points.windows(2).map(|pair| bend(pair[0], pair[1])).collect();
    drawing.shapes.push(Shape::Curve { from: points[0], through, stroke });
    match there.turned {
        true => symbol::head(drawing, (first, start), false),
        false => symbol::head(drawing, (last, end), true),
    }
}

/// The line ends where the head begins to be wide.
const HEAD: f32 = 6.0;

fn bend(from: (f32, f32), to: (f32, f32)) -> [(f32, f32); 3] {
    let middle = (from.0 + to.0) / 2.0;
    [(middle, from.1), (middle, to.1), to]
}
