use super::super::Checklist;
use super::lines;
use crate::advice::{Step, StepState};
use crate::document::{ColumnKind, Datum, Sheet, SheetColumn};
use crate::domain::{Phase, Project};

const COLUMNS: &[SheetColumn] = &[
    SheetColumn::new("Klaar", ColumnKind::Tick),
    SheetColumn::new("Stap", ColumnKind::Text),
    SheetColumn::new("Fase", ColumnKind::Word),
    SheetColumn::new("Stand", ColumnKind::Word),
    SheetColumn::new("Wie", ColumnKind::Word),
    SheetColumn::new("Voor", ColumnKind::Date),
    SheetColumn::new("Als de dag niet vaststaat", ColumnKind::Word),
    SheetColumn::new("Klaar of vervallen op", ColumnKind::Date),
    SheetColumn::new("Waarom", ColumnKind::Text),
    SheetColumn::new("Volgt uit", ColumnKind::Text),
    SheetColumn::new("Notitie", ColumnKind::Text),
    SheetColumn::new("Id", ColumnKind::Word),
];

impl Checklist {
    /// A row a step, those that matter most first.
    pub fn sheet(&self, project: &Project) -> Sheet {
        let steps = [&self.first, &self.then, &self.done, &self.lapsed, &self.not_applicable];
        let rows = steps.into_iter().flatten().map(row).collect();
        self.head.sheet(("Stappen", self.title()), project, COLUMNS, rows)
    }
}

fn row(step: &Step) -> Vec<Datum> {
    let reasons = step.reasons.iter().map(|reason| format!("{}: {}", reason.label, reason.answer));
    vec![
        Datum::Tick(step.state.is_done()),
        Datum::from(step.title.as_str()),
        Datum::from(step.phase.map(Phase::title)),
        Datum::from(state(step)),
        Datum::from(step.owner.as_str()),
        Datum::from(step.due.date()),
        Datum::from(step.due_words.clone().filter(|_| step.due.date().is_none())),
        Datum::from(step.settled),
        Datum::from(step.why.clone()),
        lines(reasons),
        Datum::from(step.note.clone()),
        Datum::from(step.id.to_string()),
    ]
}

fn state(step: &Step) -> &'static str {
    match step.state {
        StepState::Open if step.late => "open, te laat",
        StepState::DoneByHand(_) if step.reason_gone => "klaar, nu niet meer nodig",
        StepState::Dropped(_) => "laten vervallen",
        StepState::Lapsed => "vervallen: de reden is er niet meer",
        StepState::NotApplicable => "nu niet van toepassing",
        other => other.title(),
    }
}
