use super::drawing::{Drawing, Place, Side, Stroke};
use super::lettering::Lettering;
use super::{WIDTH, lettering, palette, symbol};
use crate::document::{Grid, Mark, Measure};

/// Where the numbers of the levels stand.
const EDGE: f32 = 26.0;
const SYMBOL: f32 = 12.0;
const PADDING: f32 = 5.0;
const LEAST_HEIGHT: f32 = 54.0;
const MOST_LINES: usize = 3;
/// What does not fit in a cell is counted; the words beside the picture name it.
const MOST_IN_A_CELL: usize = 7;

/// A row for each level upward, a column for each level across. A row is as high as what stands in it.
pub fn drawing(grid: &Grid) -> Drawing {
    let mut drawing = Drawing::default();
    let (columns, rows) = (grid.across.levels.max(1), grid.up.levels.max(1));
    let column = (WIDTH - EDGE) / columns as f32;
    let title = format!("{}: hoe hoger, hoe meer", grid.up.title);
    drawing.words((0.0, 0.0), &title, Lettering::STRONG, Side::Right, WIDTH - 4.0);
    let mut top = Lettering::STRONG.line_height() + 6.0;
    let quarter_height = Lettering::SMALL.line_height() + 6.0;
    let first = top;
    let mut middle = top;
    for level in (1..=rows).rev() {
        // The words of a quarter stand at the top of its highest row.
        let starts = level == rows || level + 1 == grid.up.much_from;
        let head = if starts { quarter_height } else { 0.0 };
        let cells: Vec<Vec<Entry>> = (1..=columns).map(|across| entries(grid, across, level, column)).collect();
        let tallest = cells.iter().map(|cell| height(cell)).fold(0.0, f32::max);
        let row = (tallest + 2.0 * PADDING).max(LEAST_HEIGHT) + head;
        shade(&mut drawing, grid, level, Place { x: EDGE, y: top, width: column, height: row });
        if starts {
            quarters(&mut drawing, grid, level >= grid.up.much_from, top + 3.0, column);
        }
        drawing.lines(EDGE - 8.0, top + head + PADDING, &[level.to_string()], Lettering::SMALL, Side::Left);
        for (index, cell) in cells.iter().enumerate() {
            entries_at(&mut drawing, cell, EDGE + index as f32 * column + PADDING, top + head + PADDING);
        }
        top += row;
        if level == grid.up.much_from {
            middle = top;
        }
    }
    rules(&mut drawing, grid, (first, middle, top), column);
    for level in 1..=columns {
        let x = EDGE + (level as f32 - 0.5) * column;
        drawing.lines(x, top + 4.0, &[level.to_string()], Lettering::SMALL, Side::Middle);
    }
    top += Lettering::SMALL.line_height() + 6.0;
    let title = format!("{}: hoe verder naar rechts, hoe meer", grid.across.title);
    drawing.words((WIDTH - 2.0, top), &title, Lettering::STRONG, Side::Left, WIDTH - 4.0);
    drawing.height = top + Lettering::STRONG.line_height();
    drawing.legend(&grid.sorts, SYMBOL, symbol::mark);
    drawing
}

/// One thing in a cell: its sort and its lines.
struct Entry {
    sort: Option<usize>,
    lines: Vec<String>,
}

fn entries(grid: &Grid, across: usize, up: usize, column: f32) -> Vec<Entry> {
    let there: Vec<&Mark> = grid.marks.iter().filter(|mark| (mark.across, mark.up) == (across, up)).collect();
    let room = column - 2.0 * PADDING - SYMBOL - 3.0;
    let entry = |mark: &&Mark| Entry {
        sort: Some(mark.sort),
        lines: lettering::fitted(&mark.label, Lettering::SMALL, room, MOST_LINES),
    };
    let shown = if there.len() > MOST_IN_A_CELL { MOST_IN_A_CELL - 1 } else { there.len() };
    let mut entries: Vec<Entry> = there.iter().take(shown).map(entry).collect();
    if shown < there.len() {
        let more = format!("en nog {}", there.len() - shown);
        entries.push(Entry { sort: None, lines: lettering::fitted(&more, Lettering::SMALL, room, MOST_LINES) });
    }
    entries
}

fn height(entries: &[Entry]) -> f32 {
    let lines = entries.iter().map(|entry| Lettering::SMALL.height(entry.lines.len().max(1)) + 3.0);
    lines.sum()
}

fn entries_at(drawing: &mut Drawing, entries: &[Entry], x: f32, mut top: f32) {
    for entry in entries {
        if let Some(sort) = entry.sort {
            symbol::mark(drawing, sort, x + SYMBOL / 2.0, top + 7.0);
        }
        drawing.lines(x + SYMBOL + 3.0, top, &entry.lines, Lettering::SMALL, Side::Right);
        top += Lettering::SMALL.height(entry.lines.len().max(1)) + 3.0;
    }
}

/// Much of both is what one looks at first.
fn shade(drawing: &mut Drawing, grid: &Grid, level: usize, first: Place) {
    for across in 1..=grid.across.levels.max(1) {
        let much = level >= grid.up.much_from && across >= grid.across.much_from;
        let fill = if much { palette::SHADE } else { palette::PAPER };
        let place = Place { x: first.x + (across - 1) as f32 * first.width, ..first };
        drawing.area(place, fill, Some(Stroke::thin(palette::FAINT)));
    }
}

fn quarters(drawing: &mut Drawing, grid: &Grid, much: bool, top: f32, column: f32) {
    let [left, right] = if much { [0, 1] } else { [2, 3] };
    let split = left_columns(&grid.across) as f32 * column;
    let sides = [(left, EDGE, split), (right, EDGE + split, WIDTH - EDGE - split)];
    for (quarter, x, width) in sides {
        if width > 0.0 {
            let room = width - 2.0 * PADDING;
            drawing.words((x + PADDING, top), &grid.quarters[quarter], Lettering::QUIET, Side::Right, room);
        }
    }
}

/// How many columns there are of little.
fn left_columns(measure: &Measure) -> usize {
    measure.much_from.saturating_sub(1).min(measure.levels.max(1))
}

/// The lines around it, and between much and little.
fn rules(drawing: &mut Drawing, grid: &Grid, (first, middle, last): (f32, f32, f32), column: f32) {
    let around = Place { x: EDGE, y: first, width: WIDTH - EDGE - 1.0, height: last - first };
    drawing.area(around, "none", Some(Stroke::thick(palette::INK)));
    let between = Stroke::thick(palette::INK).dashed(Stroke::LONG_DASHES);
    let across = EDGE + left_columns(&grid.across) as f32 * column;
    drawing.line((across, first), (across, last), between);
    drawing.line((EDGE, middle), (WIDTH - 1.0, middle), between);
}
