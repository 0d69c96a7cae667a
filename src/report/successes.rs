use chrono::NaiveDate;
use serde::Serialize;

use super::{Head, paragraph, with_command};
use crate::document::{Block, Document, Inline, text};
use crate::domain::{Project, Success};
use crate::notation;

/// What went well, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Successes {
    #[serde(flatten)]
    pub head: Head,
    pub successes: Vec<Success>,
}

impl Successes {
    pub fn new(project: &Project, today: NaiveDate) -> Successes {
        let mut successes = project.successes.clone();
        successes.sort_by_key(|success| std::cmp::Reverse(success.date));
        Successes { head: Head::new(project, project.tlp, today), successes }
    }

    pub fn document(&self, project: &Project) -> Document {
        let mut blocks = Vec::new();
        if self.successes.is_empty() {
            blocks.push(paragraph("Er zijn nog geen successen genoteerd. Ook een kleine stap telt."));
            let command = "regio succes nieuw \"Zes bedrijven deelden hun noodnummers\"";
            blocks.push(Block::Paragraph(with_command("Noteer er een met ", command, ".")));
        } else {
            let line = |success: &Success| {
                let by = notation::in_brackets(&success.by);
                (vec![Inline::Strong(notation::date(success.date))], text(format!("{}{by}", success.text)))
            };
            blocks.push(Block::Definitions(self.successes.iter().map(line).collect()));
        }
        self.head.document("Successen", project, blocks)
    }
}
