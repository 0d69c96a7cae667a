use std::path::Path;

use chrono::NaiveDate;

use super::super::failure::Ended;
use super::super::workplace::{Workplace, outline};
use super::super::{files, present};
use crate::domain::Project;
use crate::project_file::ProjectFile;

/// The project that `regio init --voorbeeld` makes: an invented region, half-way.
const EXAMPLE: &str = include_str!("../../../examples/halverwege/regio.toml");

/// `regio init --voorbeeld`: a filled project, moved to today so that its dates make sense.
pub fn run(workplace: &Workplace, path: &Path) -> Ended {
    let catalog = workplace.catalog()?;
    let (file, read) = ProjectFile::open("voorbeeld", EXAMPLE.as_bytes(), outline(catalog))?;
    let days = workplace.today.signed_duration_since(last_day(&read.project)).num_days();
    // In whole weeks: a working day stays one, and nobody meets on a Sunday.
    let mut project = read.project.moved_by(days - days.rem_euclid(7));
    project.id = files::random_id()?;
    workplace.open_new(path, project, Some(file))?.ledger(workplace).begin()?;
    present::message(&format!("Het voorbeeld staat in {}.", path.display()))?;
    // The program looks for a project in the folder where one stands.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let go = folder.map(|folder| format!("Ga naar die map en kijk rond: cd {} en dan: regio", folder.display()));
    present::message(&go.unwrap_or_else(|| "Kijk rond met: regio".to_owned()))
}

/// The day on which the example was last worked on: its newest answer.
fn last_day(project: &Project) -> NaiveDate {
    let newest = project.everything_said().filter_map(|(_, _, answer)| answer.given).max();
    newest.map_or(project.created, |moment| moment.date_naive())
}
