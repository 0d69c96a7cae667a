use super::bars::{LEFT, RIGHT, bar, row};
use super::drawing::{Drawing, Side, Stroke};
use super::lettering::Lettering;
use super::{WIDTH, lettering, palette};
use crate::document::{Quantity, Waterfall};

/// A bar for each part that begins where the one above it ends, and one for them together, against a line for what is needed.
pub fn drawing(waterfall: &Waterfall) -> Drawing {
    let mut drawing = Drawing::default();
    let needed = waterfall.needed.as_ref().map_or(0, |needed| needed.hundredths);
    let total = waterfall.total.1.hundredths;
    let most = needed.max(total).max(1) as f32;
    let x = |hundredths: i64| LEFT + (RIGHT - LEFT) * (hundredths.max(0) as f32 / most).min(1.0);
    let mut top = Lettering::SMALL.line_height() + 8.0;
    let first = top;
    let mut before = 0;
    for (name, quantity) in &waterfall.parts {
        let after = before + quantity.hundredths.max(0);
        let height = row(&mut drawing, name, &quantity.words, top, Lettering::PLAIN);
        drawing.area(bar(x(before), x(after), top), palette::MARK, Some(Stroke::thin(palette::INK)));
        (before, top) = (after, top + height);
    }
    drawing.line((0.0, top), (WIDTH, top), Stroke::thin(palette::LINE));
    top += 4.0;
    let (name, quantity) = &waterfall.total;
    let height = row(&mut drawing, name, &quantity.words, top, Lettering::STRONG);
    if needed > total {
        let open = Stroke::thin(palette::INK).dashed(Stroke::LONG_DASHES);
        drawing.area(bar(x(total), x(needed), top), palette::PAPER, Some(open));
    }
    drawing.area(bar(x(0), x(total), top), palette::INK, Some(Stroke::thin(palette::INK)));
    top += height;
    if let Some(needed) = &waterfall.needed {
        line_of_need(&mut drawing, needed, x(needed.hundredths), first, top);
    }
    if let Some(outcome) = &waterfall.outcome {
        let lines = lettering::fitted(outcome, Lettering::STRONG, WIDTH - LEFT, 2);
        drawing.lines(LEFT, top + 2.0, &lines, Lettering::STRONG, Side::Right);
        top += Lettering::STRONG.height(lines.len());
    }
    drawing.height = top + 4.0;
    drawing
}

fn line_of_need(drawing: &mut Drawing, needed: &Quantity, x: f32, top: f32, bottom: f32) {
    drawing.line((x, top - 4.0), (x, bottom), Stroke::thick(palette::INK).dashed(Stroke::LONG_DASHES));
    let words = lettering::fitted(&format!("nodig: {}", needed.words), Lettering::SMALL, WIDTH / 2.0, 1).concat();
    let half = lettering::width(&words, Lettering::SMALL) / 2.0;
    drawing.lines(x.clamp(half, WIDTH - half), 0.0, &[words], Lettering::SMALL, Side::Middle);
}
