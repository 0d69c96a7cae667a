use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Width};

use super::layout::{columns, single_line, words};
use crate::document::{Column, Inline, Table};

/// So many columns of the screen each column of a table asks for at least.
const NARROWEST_COLUMN: usize = 14;
/// The blank before and behind what stands in a cell.
const CELL_PADDING: usize = 2;

/// The lines of a table, without its caption; nothing where its columns have no room beside each other.
pub(super) fn lines(table: &Table, width: usize) -> Option<Vec<String>> {
    if table.columns.is_empty() || table.columns.len() * NARROWEST_COLUMN > width {
        return None;
    }
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
    drawn.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    drawn.set_header(table.columns.iter().map(|column| single_line(&column.title)));
    for row in &table.rows {
        drawn.add_row(row.iter().take(table.columns.len()).map(|cell| in_grid(cell)));
    }
    keep_words_whole(table, width, &mut drawn);
    for (index, _) in table.columns.iter().enumerate().filter(|(_, column)| column.numeric) {
        if let Some(column) = drawn.column_mut(index) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    Some(drawn.to_string().lines().map(|line| line.trim_end().to_owned()).collect())
}

/// No column becomes narrower than its longest word, where the page has room for that.
fn keep_words_whole(table: &Table, width: usize, drawn: &mut comfy_table::Table) {
    let longest = |text: &str| text.split_whitespace().map(columns).max().unwrap_or_default();
    let least = |index: usize, column: &Column| {
        let cells = table.rows.iter().filter_map(|row| row.get(index)).map(|cell| longest(&words(cell)));
        cells.chain([longest(&single_line(&column.title))]).max().unwrap_or_default() + CELL_PADDING
    };
    let least: Vec<usize> = table.columns.iter().enumerate().map(|(index, column)| least(index, column)).collect();
    if least.iter().sum::<usize>() + least.len() > width {
        return;
    }
    for (index, least) in least.into_iter().enumerate() {
        let least = Width::Fixed(u16::try_from(least).unwrap_or(u16::MAX));
        if let Some(column) = drawn.column_mut(index) {
            column.set_constraint(ColumnConstraint::LowerBoundary(least));
        }
    }
}

/// A cell of a table with lines. An empty one is room to write already.
fn in_grid(cell: &[Inline]) -> String {
    match cell {
        [Inline::Blank(question)] if question.is_empty() => String::new(),
        cell => words(cell),
    }
}
