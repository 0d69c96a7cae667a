use super::super::Decisions;
use super::super::decisions::DecisionReport;
use super::{Column, sheet};
use crate::document::{ColumnKind, Datum, Sheet};
use crate::notation;

impl Decisions {
    /// A row a decision, newest first.
    pub fn sheet(&self) -> Sheet {
        let columns: [Column<&DecisionReport>; 7] = [
            ("Dag", ColumnKind::Date, |report| Datum::Date(report.decision.date)),
            ("Besluit", ColumnKind::Text, |report| Datum::from(report.decision.text.as_str())),
            ("Door", ColumnKind::Word, |report| Datum::from(report.decision.by.clone())),
            ("Waarom", ColumnKind::Text, |report| Datum::from(report.decision.why.clone())),
            ("Vervangt", ColumnKind::Word, |report| Datum::from(report.decision.replaces.clone())),
            ("Vervangen door", ColumnKind::Word, |report| Datum::from(notation::joined(&report.replaced_by, ", "))),
            ("Id", ColumnKind::Word, |report| Datum::from(report.decision.id.as_str())),
        ];
        sheet(&self.head, "Besluiten", &columns, &self.decisions)
    }
}
