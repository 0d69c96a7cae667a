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

use chrono::NaiveDate;

use super::project_name;
use crate::document::{Datum, Sheet, SheetColumn};
use crate::domain::Project;

/// A sheet about one project, with its label.
fn project_sheet(
    (name, title): (&'static str, String),
    project: &Project,
    label: &'static str,
    date: NaiveDate,
    columns: &[SheetColumn],
    rows: Vec<Vec<Datum>>,
) -> Sheet {
    let region = project.region.as_ref().map(|region| format!(", {region}")).unwrap_or_default();
    let subtitle = Some(format!("{}{region}", project_name(project)));
    Sheet { name, title, subtitle, date, label, columns: columns.to_vec(), rows }
}

/// Things of one sort in one cell, a line each.
fn lines(items: impl IntoIterator<Item = String>) -> Datum {
    Datum::from(items.into_iter().collect::<Vec<_>>().join("\n"))
}
