use super::drawing::{Drawing, Place, Side};
use super::lettering::Lettering;
use super::{WIDTH, lettering};

const NAMES: f32 = 190.0;
const NUMBERS: f32 = 130.0;
const GAP: f32 = 12.0;
const BAR: f32 = 14.0;
/// Between these stand the bars.
pub const LEFT: f32 = NAMES;
pub const RIGHT: f32 = WIDTH - NUMBERS;

/// Its name before the bar and its number behind all bars. How high it is.
pub fn row(drawing: &mut Drawing, name: &str, number: &str, top: f32, lettering: Lettering) -> f32 {
    let lines = lettering::fitted(name, lettering, NAMES - GAP, 2);
    drawing.lines(0.0, top, &lines, lettering, Side::Right);
    drawing.words((RIGHT + GAP, top), number, lettering, Side::Right, NUMBERS - GAP);
    lettering.height(lines.len().max(1)) + 8.0
}

/// Never so narrow that it cannot be seen.
pub fn bar(from: f32, to: f32, top: f32) -> Place {
    Place { x: from.min(RIGHT - 1.5), y: top + 1.0, width: (to - from).max(1.5), height: BAR }
}
