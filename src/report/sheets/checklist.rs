use super::super::Checklist;
use super::{Column, sheet};
use crate::advice::{Step, StepState};
use crate::document::{ColumnKind, Datum, Sheet};
use crate::domain::Phase;

impl Checklist<'_> {
    /// A row a step, those that matter most first.
    pub fn sheet(&self) -> Sheet {
        let columns: [Column<&Step>; 13] = [
            ("Klaar", ColumnKind::Tick, |step| Datum::Tick(step.state.is_done())),
            ("Code", ColumnKind::Word, |step| Datum::from(step.id.code())),
            ("Stap", ColumnKind::Text, |step| Datum::from(step.title.as_str())),
            ("Fase", ColumnKind::Word, |step| Datum::from(step.phase.map(Phase::title))),
            ("Stand", ColumnKind::Word, |step| Datum::from(state(step))),
            ("Wie", ColumnKind::Word, |step| Datum::from(step.owner.as_str())),
            ("Voor", ColumnKind::Date, |step| Datum::from(step.due.date())),
            ("Als de dag niet vaststaat", ColumnKind::Word, |step| {
                Datum::from(step.due_words.clone().filter(|_| step.due.date().is_none()))
            }),
            ("Klaar of vervallen op", ColumnKind::Date, |step| Datum::from(step.settled)),
            ("Waarom", ColumnKind::Text, |step| Datum::from(step.why.clone())),
            ("Volgt uit", ColumnKind::Text, |step| Datum::from(step.reasons_in_words().join("\n"))),
            ("Notitie", ColumnKind::Text, |step| Datum::from(step.note.clone())),
            ("Id", ColumnKind::Word, |step| Datum::from(step.id.to_string())),
        ];
        let steps = [&self.first, &self.then, &self.left_lying, &self.done, &self.lapsed, &self.not_applicable];
        Sheet { title: self.title(), ..sheet(&self.head, "Stappen", &columns, steps.into_iter().flatten()) }
    }
}

fn state(step: &Step) -> &'static str {
    match step.state {
        StepState::Open if step.late => "open, te laat",
        StepState::DoneByHand if step.reason_gone => "klaar, nu niet meer nodig",
        StepState::Dropped => "laten vervallen",
        StepState::Lapsed => "vervallen: de reden is er niet meer",
        StepState::NotApplicable => "nu niet van toepassing",
        other => other.title(),
    }
}
