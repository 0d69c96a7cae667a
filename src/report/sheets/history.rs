use super::super::History;
use super::super::history::ChangeReport;
use crate::document::{ColumnKind, Datum, Sheet, SheetColumn};
use crate::domain::Project;

const COLUMNS: &[SheetColumn] = &[
    SheetColumn::new("Dag", ColumnKind::Date),
    SheetColumn::new("Tijd", ColumnKind::Word),
    SheetColumn::new("Door", ColumnKind::Word),
    SheetColumn::new("Onderwerp", ColumnKind::Text),
    SheetColumn::new("Organisatie", ColumnKind::Word),
    SheetColumn::new("Was", ColumnKind::Text),
    SheetColumn::new("Werd", ColumnKind::Text),
    SheetColumn::new("Waarom", ColumnKind::Text),
    SheetColumn::new("Id", ColumnKind::Word),
];

impl History {
    /// A row a change, newest first.
    pub fn sheet(&self, project: &Project) -> Sheet {
        let rows = self.changes.iter().map(row).collect();
        let name = ("Geschiedenis", "Geschiedenis".to_owned());
        self.head.sheet(name, project, COLUMNS, rows)
    }
}

fn row(change: &ChangeReport) -> Vec<Datum> {
    vec![
        Datum::Date(change.at.date_naive()),
        Datum::from(change.at.format("%H:%M").to_string()),
        Datum::from(change.by.clone()),
        Datum::from(change.label.as_str()),
        Datum::from(change.organisation.clone()),
        Datum::from(change.from.clone()),
        Datum::from(change.to.clone()),
        Datum::from(change.why.clone()),
        Datum::from(change.id()),
    ]
}
