//! The reports as tables of data, for a spreadsheet.

mod answers;
mod checklist;
mod decisions;
mod history;
mod organisations;
mod successes;

#[cfg(test)]
mod tests;

pub use answers::answers_sheet;

use crate::document::Datum;

/// Things of one sort in one cell, a line each.
fn lines(items: impl IntoIterator<Item = String>) -> Datum {
    Datum::from(items.into_iter().collect::<Vec<_>>().join("\n"))
}
