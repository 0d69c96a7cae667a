use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::{Differences, hint, paragraph};
use crate::document::{Block, Document, Table, text};
use crate::domain::Project;
use crate::notation;

/// The copies that were kept of a project, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Copies {
    pub copies: Vec<CopyReport>,
    #[serde(skip)]
    today: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CopyReport {
    pub name: String,
    pub made: Option<NaiveDateTime>,
    /// In what it differs from the project now, or what is in it where the project cannot be read. Nothing for a copy that cannot
    /// be read.
    pub differences: Option<Differences>,
    #[serde(skip)]
    compared: bool,
}

impl Copies {
    pub fn new(copies: Vec<CopyReport>, today: NaiveDate) -> Copies {
        Copies { copies, today }
    }

    pub fn document(&self) -> Document {
        let row = |copy: &CopyReport| [&copy.name, &copy.when(), &copy.sentence()].map(text).to_vec();
        let table = Table::new(["Kopie", "Gemaakt", "Wat erin staat"], self.copies.iter().map(row));
        let first = self.copies.first().map_or("KOPIE", |copy| &copy.name);
        let blocks = vec![
            paragraph(
                "Zo zag het project er eerder uit. Wat er nu staat, blijft als kopie bewaard als je iets terugzet.",
            ),
            Block::Table(table),
            hint("Zet een kopie terug met: ", &format!("regio herstel {first}"), ""),
        ];
        Document::new("Kopieën", self.today, blocks)
    }
}

impl CopyReport {
    pub fn new(name: String, made: Option<NaiveDateTime>, copy: Option<&Project>, now: Option<&Project>) -> CopyReport {
        let differences = copy.map(|copy| Differences::between(now.unwrap_or(&Project::default()), copy));
        CopyReport { name, made, differences, compared: now.is_some() }
    }

    /// The day and the time on which it was made.
    pub fn when(&self) -> String {
        let when = |made: NaiveDateTime| format!("{}, {}", notation::date(made.date()), made.format("%-H:%M"));
        self.made.map(when).unwrap_or_else(|| "onbekend".to_owned())
    }

    pub fn sentence(&self) -> String {
        let Some(differences) = self.differences else { return "niet te lezen".to_owned() };
        match (differences.words(), self.compared) {
            (Some(words), true) => format!("{words} anders dan nu"),
            (Some(words), false) => words,
            (None, true) => "hetzelfde als nu".to_owned(),
            (None, false) => "nog niets".to_owned(),
        }
    }
}
