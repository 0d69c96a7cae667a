use chrono::NaiveDate;
use serde::Serialize;

use super::hint;
use crate::catalog::Catalog;
use crate::document::{Document, Inline, Table, text};
use crate::domain::{Phase, Questionnaire};

/// Which questionnaires there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Questionnaires {
    pub date: NaiveDate,
    pub questionnaires: Vec<QuestionnaireSummary>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuestionnaireSummary {
    pub id: String,
    pub version: String,
    pub phase: Phase,
    pub title: String,
    pub questions: usize,
    pub actions: usize,
    pub signals: usize,
}

impl Questionnaires {
    pub fn new(catalog: &Catalog, today: NaiveDate) -> Questionnaires {
        let summary = |questionnaire: &Questionnaire| QuestionnaireSummary {
            id: questionnaire.id.to_string(),
            version: questionnaire.version.to_string(),
            phase: questionnaire.phase,
            title: questionnaire.title.clone(),
            questions: questionnaire.questions().count(),
            actions: questionnaire.actions.len(),
            signals: questionnaire.signals.len(),
        };
        Questionnaires { date: today, questionnaires: catalog.questionnaires().iter().map(summary).collect() }
    }

    pub fn document(&self) -> Document {
        let columns = ["Vragenlijst", "Versie", "Fase", "Vragen", "Stappen", "Signalen"];
        let row = |one: &QuestionnaireSummary| {
            let counts = [one.questions, one.actions, one.signals].map(|count| text(count.to_string()));
            let names = [vec![Inline::Code(one.id.clone())], text(&one.version), text(one.phase.word())];
            names.into_iter().chain(counts).collect()
        };
        let table = Table::new(columns, self.questionnaires.iter().map(row)).counting(&columns[3..]);
        let hint = hint("Lees er een helemaal met ", "regio vragenlijst toon verkennen", ".");
        Document::new("Vragenlijsten", self.date, vec![table.into(), hint])
    }
}
