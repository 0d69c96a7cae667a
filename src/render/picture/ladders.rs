use super::drawing::{Drawing, Place, Side, Stroke};
use super::lettering::Lettering;
use super::{WIDTH, lettering, palette};
use crate::document::{Ladders, Rung};

const NAMES: f32 = 190.0;
const GAP: f32 = 14.0;
const STEP_HEIGHT: f32 = 14.0;
const WIDEST_STEP: f32 = 26.0;
/// More steps than this are not drawn one by one.
const MOST_STEPS: usize = 10;

/// A row for each, with a row of steps for every ladder: full up to where it stands.
pub fn drawing(ladders: &Ladders) -> Drawing {
    let mut drawing = Drawing::default();
    let column = (WIDTH - NAMES) / ladders.titles.len().max(1) as f32;
    let x = |index: usize| NAMES + index as f32 * column;
    let titles: Vec<Vec<String>> =
        ladders.titles.iter().map(|title| lettering::fitted(title, Lettering::STRONG, column - GAP, 3)).collect();
    for (index, lines) in titles.iter().enumerate() {
        drawing.lines(x(index), 0.0, lines, Lettering::STRONG, Side::Right);
    }
    let mut top = Lettering::STRONG.height(titles.iter().map(Vec::len).max().unwrap_or(0)) + 6.0;
    for (name, rungs) in &ladders.rows {
        drawing.line((0.0, top), (WIDTH, top), Stroke::thin(palette::FAINT));
        let lines = lettering::fitted(name, Lettering::PLAIN, NAMES - GAP, 2);
        drawing.lines(0.0, top + 6.0, &lines, Lettering::PLAIN, Side::Right);
        for (index, rung) in rungs.iter().enumerate().take(ladders.titles.len()) {
            self::rung(&mut drawing, rung, x(index), top + 6.0, column - GAP);
        }
        top += Lettering::PLAIN.height(lines.len().max(1)).max(STEP_HEIGHT) + 14.0;
    }
    drawing.line((0.0, top), (WIDTH, top), Stroke::thin(palette::FAINT));
    drawing.height = top + 2.0;
    drawing
}

fn rung(drawing: &mut Drawing, rung: &Rung, x: f32, top: f32, room: f32) {
    match rung {
        Rung::Step { step, of } if *of <= MOST_STEPS => steps(drawing, *step, *of, x, top, room),
        Rung::Step { step, of } => words(drawing, &format!("{step} van {of}"), x, top, room),
        Rung::Off(why) => words(drawing, why, x, top, room),
    }
}

/// A number behind the steps says the same as the full ones do.
fn steps(drawing: &mut Drawing, step: usize, of: usize, x: f32, top: f32, room: f32) {
    let counted = lettering::fitted(&format!("{step}/{of}"), Lettering::SMALL, room, 1);
    let behind = counted.first().map_or(0.0, |words| lettering::width(words, Lettering::SMALL)) + 8.0;
    let width = ((room - behind) / of.max(1) as f32).min(WIDEST_STEP);
    for index in 0..of {
        let place = Place { x: x + index as f32 * width, y: top + 1.0, width: width - 3.0, height: STEP_HEIGHT };
        let fill = if index < step { palette::MARK } else { palette::PAPER };
        drawing.area(place, fill, Some(Stroke::thin(palette::INK)));
    }
    drawing.lines(x + of as f32 * width + 4.0, top + 1.0, &counted, Lettering::SMALL, Side::Right);
}

fn words(drawing: &mut Drawing, words: &str, x: f32, top: f32, room: f32) {
    let lines = lettering::fitted(words, Lettering::SMALL, room - 12.0, 1);
    let width = lines.first().map_or(0.0, |line| lettering::width(line, Lettering::SMALL)) + 12.0;
    let place = Place { x, y: top, width, height: 17.0 };
    drawing.area(place, palette::PAPER, Some(Stroke::thin(palette::LINE).dashed(Stroke::LONG_DASHES)));
    drawing.lines(x + 6.0, top + 1.0, &lines, Lettering::SMALL, Side::Right);
}
