use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::changed_things::{MOST_THINGS, changed_things, first_of};
use super::{Differences, hint, paragraph};
use crate::catalog::Catalog;
use crate::document::{Document, Table, text};
use crate::domain::Project;
use crate::expression::Facts;
use crate::notation;

/// The copies that were kept of a project, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Copies {
    pub project: Option<String>,
    pub copies: Vec<CopyReport>,
    #[serde(skip)]
    today: NaiveDate,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CopyReport {
    pub name: String,
    pub made: Option<NaiveDateTime>,
    /// The file that it is a copy of, when that is another one than is worked with.
    pub file: Option<PathBuf>,
    /// In what it differs from the project now, or what is in it where the project cannot be read. Nothing for a copy that cannot
    /// be read.
    pub differences: Option<Differences>,
    /// What was changed after it, by name.
    pub later: Vec<String>,
    #[serde(skip)]
    pub compared: bool,
}

/// A copy by its name, moment and file, and the project in it when it can be read.
pub type FoundCopy<'c> = (CopyReport, Option<&'c Project>);

impl Copies {
    /// The copies come newest first.
    pub fn new(catalog: &Catalog, found: Vec<FoundCopy>, now: Option<&Project>, today: NaiveDate) -> Copies {
        let known = now.into_iter().chain(found.iter().filter_map(|(_, project)| *project));
        let project = known.filter_map(|project| project.name.clone()).next();
        // What came after a copy is the next one of the same file.
        let mut next: BTreeMap<Option<PathBuf>, &Project> = now.map(|now| (None, now)).into_iter().collect();
        let mut copies = Vec::new();
        for (copy, project) in found {
            let facts = |project| Facts::new(project, catalog, today);
            let came_next = project.zip(next.get(&copy.file).copied());
            let later = came_next.map(|(copy, next)| changed_things(catalog, &facts(copy), &facts(next)));
            next.extend(project.map(|project| (copy.file.clone(), project)));
            let differences = project.map(|copy| Differences::between(now.unwrap_or(&Project::default()), copy));
            let (later, compared) = (later.unwrap_or_default(), now.is_some());
            copies.push(CopyReport { differences, later, compared, ..copy });
        }
        Copies { project, copies, today }
    }

    pub fn document(&self) -> Document {
        let row = |copy: &CopyReport| [&copy.name, &copy.when(), &copy.sentence()].map(text).to_vec();
        let table = Table::new(["Kopie", "Gemaakt", "Wat erin staat"], self.copies.iter().map(row));
        let first = self.copies.first().map_or("KOPIE", |copy| &copy.name);
        let project = self.project.as_deref().unwrap_or("het project");
        let kept = "Wat er nu staat, blijft als kopie bewaard als je iets terugzet.";
        let told = paragraph(format!("Zo zag {project} er eerder uit. {kept}"));
        let put_back = hint("Zet een kopie terug met: ", &format!("regio herstel {first}"), "");
        Document::new("Kopieën", self.today, vec![told, table.into(), put_back])
    }
}

impl CopyReport {
    /// The day and the time on which it was made.
    pub fn when(&self) -> String {
        let when = |made: NaiveDateTime| format!("{}, {}", notation::date(made.date()), made.format("%-H:%M"));
        self.made.map(when).unwrap_or_else(|| "onbekend".to_owned())
    }

    /// What is in it, what was changed after it, and where it comes from.
    pub fn sentence(&self) -> String {
        let later = first_of(&self.later, MOST_THINGS).map(|names| format!("; daarna gewijzigd: {names}"));
        let file = self.file.as_ref().map(|file| format!("; uit {}", file.display()));
        format!("{}{}{}", self.holds(), later.unwrap_or_default(), file.unwrap_or_default())
    }

    /// Whether it holds what the project holds now.
    pub fn is_now(&self) -> bool {
        self.compared && self.differences.is_some_and(|differences| differences.words().is_none())
    }

    fn holds(&self) -> String {
        let Some(differences) = self.differences else { return "niet te lezen".to_owned() };
        match (differences.words(), self.compared) {
            (Some(words), true) => format!("{words} anders dan nu"),
            (Some(words), false) => words,
            (None, true) => "hetzelfde als nu".to_owned(),
            (None, false) => "nog niets".to_owned(),
        }
    }
}
