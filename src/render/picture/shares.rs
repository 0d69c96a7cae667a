use super::bars::{LEFT, RIGHT, bar, row};
use super::drawing::{Drawing, Stroke};
use super::lettering::Lettering;
use super::palette;
use crate::document::Shares;

/// A bar for each whole, all as long, full as far as there is something of it.
pub fn drawing(shares: &Shares) -> Drawing {
    let mut drawing = Drawing::default();
    let mut top = 4.0;
    for share in &shares.rows {
        let height = row(&mut drawing, &share.label, &share.words, top, Lettering::PLAIN);
        drawing.area(bar(LEFT, RIGHT, top), palette::PAPER, Some(Stroke::thin(palette::INK)));
        if share.part > 0 {
            let filled = share.part.min(share.whole) as f32 / share.whole.max(1) as f32;
            let full = bar(LEFT, LEFT + (RIGHT - LEFT) * filled, top);
            drawing.area(full, palette::MARK, Some(Stroke::thin(palette::INK)));
        }
        top += height;
    }
    drawing.height = top;
    drawing
}
