use chrono::NaiveDate;
use serde::Serialize;

use super::heading;
use super::paragraph;
use super::project_document;
use super::with_command;
use crate::document::Block;
use crate::document::Document;
use crate::document::text;
use crate::domain::Place;
use crate::domain::Project;

/// The documents that can be made, with what each still misses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Documents {
    pub date: NaiveDate,
    pub documents: Vec<DocumentEntry>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentEntry {
    /// The word that is typed behind `regio document`.
    pub name: &'static str,
    pub about: &'static str,
    pub missing: Vec<&'static str>,
}

impl Documents {
    pub fn new(project: &Project, today: NaiveDate) -> Documents {
        let worksheets = DocumentEntry {
            name: "werkbladen",
            about: "De vragen van een fase op papier: een blad voor elke organisatie van de kopgroep, met een code bij \
                    elke vraag.",
            missing: missing_for_worksheets(project),
        };
        Documents { date: today, documents: vec![worksheets] }
    }

    pub fn document(&self, project: &Project) -> Document {
        let mut blocks = Vec::new();
        for entry in &self.documents {
            blocks.push(heading(1, crate::notation::capital(entry.name)));
            blocks.push(paragraph(entry.about));
            if !entry.missing.is_empty() {
                blocks.push(paragraph("Dit ontbreekt nog:"));
                blocks.push(Block::Bullets(entry.missing.iter().map(|missing| text(*missing)).collect()));
            }
            let command = format!("regio document {}", entry.name);
            blocks.push(Block::Paragraph(with_command("Maak het met: ", &command, "")));
        }
        project_document("Documenten".to_owned(), project, project.tlp.title(), self.date, blocks)
    }
}

fn missing_for_worksheets(project: &Project) -> Vec<&'static str> {
    let mut missing = Vec::new();
    if project.name.is_none() {
        missing.push("De samenwerking heeft nog geen naam.");
    }
    if project.in_place(Place::Kopgroep).next().is_none() {
        missing.push("Er zit nog niemand in de kopgroep. Je krijgt dan één blad voor iedereen samen.");
    }
    missing
}
