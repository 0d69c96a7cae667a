use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::present;
use super::super::workplace::Workplace;
use super::status;
use crate::cli::arguments::Settings;
use crate::report::welcome;

/// `regio` alone: where this project stands, or how to begin one.
pub fn run(settings: &Settings) -> Result<Exit, Failure> {
    let workplace = Workplace::new(settings)?;
    if workplace.project_path()?.is_none() {
        return present::document(settings, &welcome(workplace.today));
    }
    status::run(settings, &status::Arguments {})
}
