use chrono::NaiveDate;
use serde::Serialize;

use super::{Head, nothing_yet};
use crate::document::{Block, Definition, Document, Inline, text};
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

    pub fn document(&self) -> Document {
        let blocks = match self.successes.is_empty() {
            true => nothing_yet(
                "Er zijn nog geen successen genoteerd. Ook een kleine stap telt.",
                "Noteer er een met ",
                "regio succes nieuw \"Zes bedrijven deelden hun noodnummers\"",
            ),
            false => vec![self.list()],
        };
        self.head.document("Successen", blocks)
    }

    pub(super) fn list(&self) -> Block {
        Block::Definitions(self.successes.iter().map(definition).collect())
    }
}

fn definition(success: &Success) -> Definition {
    let by = notation::in_brackets(&success.by);
    (vec![Inline::Strong(notation::date(success.date))], text(format!("{}{by}", success.text)))
}
