//! The reports as tables of data, for a spreadsheet.

mod answers;
mod checklist;
mod decisions;
mod events;
mod history;
mod organisations;

#[cfg(test)]
mod tests;

pub use answers::answers_sheet;

use super::Head;
use crate::document::{ColumnKind, Datum, Sheet, SheetColumn};

/// A column of a sheet of things: its title, what stands in it, and where that comes from.
type Column<T> = (&'static str, ColumnKind, fn(&T) -> Datum);

/// A row for each thing. What the tab is called, is its title where it has no longer one.
fn sheet<T>(head: &Head, name: &'static str, columns: &[Column<T>], things: impl IntoIterator<Item = T>) -> Sheet {
    let row = |thing: T| columns.iter().map(|(_, _, cell)| cell(&thing)).collect();
    Sheet {
        name,
        title: name.to_owned(),
        subtitle: Some(head.subtitle()),
        date: head.date,
        label: head.tlp.title(),
        columns: columns.iter().map(|(title, kind, _)| SheetColumn { title, kind: *kind }).collect(),
        rows: things.into_iter().map(row).collect(),
    }
}
