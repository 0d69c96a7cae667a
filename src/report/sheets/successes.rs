use super::super::Successes;
use crate::document::{ColumnKind, Datum, Sheet, SheetColumn};
use crate::domain::{Project, Success};

const COLUMNS: &[SheetColumn] = &[
    SheetColumn::new("Dag", ColumnKind::Date),
    SheetColumn::new("Succes", ColumnKind::Text),
    SheetColumn::new("Door", ColumnKind::Word),
];

impl Successes {
    /// A row a success, newest first.
    pub fn sheet(&self, project: &Project) -> Sheet {
        let row = |success: &Success| {
            vec![Datum::Date(success.date), Datum::from(success.text.as_str()), Datum::from(success.by.clone())]
        };
        let rows = self.successes.iter().map(row).collect();
        self.head.sheet(("Successen", "Successen".to_owned()), project, COLUMNS, rows)
    }
}
