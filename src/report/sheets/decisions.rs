use super::super::Decisions;
use super::super::decisions::DecisionReport;
use crate::document::{ColumnKind, Datum, Sheet, SheetColumn};
use crate::domain::Project;

const COLUMNS: &[SheetColumn] = &[
    SheetColumn::new("Dag", ColumnKind::Date),
    SheetColumn::new("Besluit", ColumnKind::Text),
    SheetColumn::new("Door", ColumnKind::Word),
    SheetColumn::new("Waarom", ColumnKind::Text),
    SheetColumn::new("Vervangt", ColumnKind::Word),
    SheetColumn::new("Vervangen door", ColumnKind::Word),
    SheetColumn::new("Id", ColumnKind::Word),
];

impl Decisions {
    /// A row a decision, newest first.
    pub fn sheet(&self, project: &Project) -> Sheet {
        let rows = self.decisions.iter().map(row).collect();
        self.head.sheet(("Besluiten", "Besluiten".to_owned()), project, COLUMNS, rows)
    }
}

fn row(report: &DecisionReport) -> Vec<Datum> {
    let decision = &report.decision;
    vec![
        Datum::Date(decision.date),
        Datum::from(decision.text.as_str()),
        Datum::from(decision.by.clone()),
        Datum::from(decision.why.clone()),
        Datum::from(decision.replaces.clone()),
        Datum::from(report.replaced_by.clone()),
        Datum::from(decision.id.as_str()),
    ]
}
