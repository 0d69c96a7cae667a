use super::super::History;
use super::super::history::ChangeReport;
use super::{Column, sheet};
use crate::document::{ColumnKind, Datum, Sheet};

impl History {
    /// A row a change, newest first.
    pub fn sheet(&self) -> Sheet {
        let columns: [Column<&ChangeReport>; 9] = [
            ("Dag", ColumnKind::Date, |change| Datum::Date(change.at.date_naive())),
            ("Tijd", ColumnKind::Word, |change| Datum::from(change.at.format("%H:%M").to_string())),
            ("Door", ColumnKind::Word, |change| Datum::from(change.by.clone())),
            ("Onderwerp", ColumnKind::Text, |change| Datum::from(change.label.as_str())),
            ("Organisatie", ColumnKind::Word, |change| Datum::from(change.organisation.clone())),
            ("Was", ColumnKind::Text, |change| Datum::from(change.from.clone())),
            ("Werd", ColumnKind::Text, |change| Datum::from(change.to.clone())),
            ("Waarom", ColumnKind::Text, |change| Datum::from(change.why.clone())),
            ("Id", ColumnKind::Word, |change| Datum::from(change.subject.as_str())),
        ];
        sheet(&self.head, "Geschiedenis", &columns, &self.changes)
    }
}
