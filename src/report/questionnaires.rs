use chrono::NaiveDate;
use serde::Serialize;

use super::with_command;
use crate::catalog::Catalog;
use crate::document::{Block, Column, Document, Inline, Layout, Table, text};

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
    pub phase: &'static str,
    pub title: String,
    pub questions: usize,
    pub actions: usize,
    pub signals: usize,
}

impl Questionnaires {
    pub fn new(catalog: &Catalog, today: NaiveDate) -> Questionnaires {
        let summary = |questionnaire: &crate::domain::Questionnaire| QuestionnaireSummary {
            id: questionnaire.id.to_string(),
            version: questionnaire.version.to_string(),
            phase: questionnaire.phase.word(),
            title: questionnaire.title.clone(),
            questions: questionnaire.questions().count(),
            actions: questionnaire.actions.len(),
            signals: questionnaire.signals.len(),
        };
        Questionnaires { date: today, questionnaires: catalog.questionnaires().iter().map(summary).collect() }
    }

    pub fn document(&self) -> Document {
        let column = |(title, numeric): (&str, bool)| Column { title: title.to_owned(), numeric };
        let columns = [
            ("Vragenlijst", false),
            ("Versie", false),
            ("Fase", false),
            ("Vragen", true),
            ("Stappen", true),
            ("Signalen", true),
        ];
        let row = |one: &QuestionnaireSummary| {
            vec![
                vec![Inline::Code(one.id.clone())],
                text(&one.version),
                text(one.phase),
                text(one.questions.to_string()),
                text(one.actions.to_string()),
                text(one.signals.to_string()),
            ]
        };
        let table = Table {
            caption: None,
            columns: columns.into_iter().map(column).collect(),
            rows: self.questionnaires.iter().map(row).collect(),
        };
        let hint = with_command("Lees er een helemaal met ", "regio vragenlijst toon verkennen", ".");
        Document {
            title: "Vragenlijsten".to_owned(),
            subtitle: None,
            date: self.date,
            label: None,
            layout: Layout::Page,
            blocks: vec![Block::Table(table), Block::Paragraph(hint)],
        }
    }
}
