use super::super::Successes;
use super::{Column, sheet};
use crate::document::{ColumnKind, Datum, Sheet};
use crate::domain::Success;

impl Successes {
    /// A row a success, newest first.
    pub fn sheet(&self) -> Sheet {
        let columns: [Column<&Success>; 3] = [
            ("Dag", ColumnKind::Date, |success| Datum::Date(success.date)),
            ("Succes", ColumnKind::Text, |success| Datum::from(success.text.as_str())),
            ("Door", ColumnKind::Word, |success| Datum::from(success.by.clone())),
        ];
        sheet(&self.head, "Successen", &columns, &self.successes)
    }
}
