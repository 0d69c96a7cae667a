use super::drawing::{Drawing, Shape, Stroke};
use super::palette;

/// A mark for a sort of thing: full, half, open, dotted, and an open square on its point. Those behind them look like the last.
pub fn mark(drawing: &mut Drawing, sort: usize, x: f32, y: f32) {
    const RADIUS: f32 = 4.5;
    let border = Stroke { colour: palette::MARK, width: 1.5, dashes: None };
    let circle = |fill, border| Shape::Circle { x, y, radius: RADIUS, fill, border: Some(border) };
    match sort {
        0 => drawing.shapes.push(circle(palette::MARK, border)),
        1 => {
            drawing.shapes.push(circle(palette::PAPER, border));
            let corners =
                vec![(x - RADIUS, y), (x + RADIUS, y), (x + 3.2, y + 3.2), (x, y + RADIUS), (x - 3.2, y + 3.2)];
            drawing.shapes.push(Shape::Polygon { corners, fill: palette::MARK, border: None });
        }
        2 => drawing.shapes.push(circle(palette::PAPER, border)),
        3 => drawing.shapes.push(circle(palette::PAPER, border.dashed(Stroke::SHORT_DASHES))),
        _ => {
            let corners = vec![(x - RADIUS, y), (x, y - RADIUS), (x + RADIUS, y), (x, y + RADIUS)];
            drawing.shapes.push(Shape::Polygon { corners, fill: palette::PAPER, border: Some(border) });
        }
    }
}

/// The line of an arrow of a sort: thick, thin, dashed and dotted.
pub fn arrow(sort: usize) -> Stroke {
    match sort {
        0 => Stroke { colour: palette::INK, width: 2.4, dashes: None },
        1 => Stroke { colour: palette::INK, width: 1.2, dashes: None },
        2 => Stroke { colour: palette::INK, width: 1.2, dashes: Some(Stroke::LONG_DASHES) },
        _ => Stroke { colour: palette::QUIET, width: 1.2, dashes: Some(Stroke::SHORT_DASHES) },
    }
}

/// The head of an arrow that points to the right or, mirrored, to the left.
pub fn head(drawing: &mut Drawing, tip: (f32, f32), to_the_right: bool) {
    let back = if to_the_right { -7.0 } else { 7.0 };
    let corners = vec![tip, (tip.0 + back, tip.1 - 3.5), (tip.0 + back, tip.1 + 3.5)];
    drawing.shapes.push(Shape::Polygon { corners, fill: palette::INK, border: None });
}
