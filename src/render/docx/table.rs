use super::control;
use super::line::line;
use super::piece::{Paragraph, Piece, Row, Table as Grid};
use crate::document::{Column, Inline, Table};
use crate::notation;
use crate::render::widths::is_room_to_write;

/// The caption and the table below it. Nothing for a table without columns.
pub fn table(table: &Table, widths: Vec<usize>) -> Vec<Piece> {
    if table.columns.is_empty() {
        return Vec::new();
    }
    let caption = |words| Piece::Paragraph(Paragraph { keep_next: true, ..Paragraph::plain("Bijschrift", words) });
    let heads = Row { heads: true, cells: table.columns.iter().map(head).collect(), ..Row::default() };
    let rows = table.rows.iter().map(|cells| row(&table.columns, cells));
    let grid = Grid {
        caption: table.caption.as_deref().map(|caption| notation::shortened(caption, LONGEST_NAME)),
        widths,
        is_led: table.lead > 0,
        rows: std::iter::once(heads).chain(rows).collect(),
        lines: true,
        ..Grid::default()
    };
    table.caption.as_deref().map(caption).into_iter().chain([Piece::Table(grid)]).collect()
}

/// The name of a table for a screen reader: the caption in full stands above it.
const LONGEST_NAME: usize = 120;

fn head(column: &Column) -> Paragraph {
    Paragraph { keep_next: true, to_the_right: column.numeric, ..Paragraph::plain("Tabelkop", &column.title) }
}

/// As many cells as there are columns.
fn row(columns: &[Column], cells: &[Vec<Inline>]) -> Row {
    let cell = |(index, column): (usize, &Column)| {
        let words = cells.get(index).map(Vec::as_slice).unwrap_or_default();
        let words = Paragraph::new("Tabeltekst", |markup| match words {
            [only] if is_room_to_write(only) => control::open_cell(markup),
            words => words.iter().for_each(|run| match run {
                Inline::Blank(question) => control::open_spot(markup, question, control::ROOM_IN_CELL),
                run => line(markup, std::slice::from_ref(run)),
            }),
        });
        Paragraph { to_the_right: column.numeric, ..words }
    };
    Row {
        heads: false,
        tall: cells.iter().flatten().any(is_room_to_write),
        cells: columns.iter().enumerate().map(cell).collect(),
    }
}
