use clap::Args;

use super::super::failure::Ended;
use super::super::present;
use super::super::workplace::Workplace;
use crate::report::Status;

#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[command(about = "Toon hoe ver je bent en wat opvalt")]
pub struct Arguments {}

/// `regio status`: progress, signals and the first next steps.
pub fn run(workplace: &Workplace, _: &Arguments) -> Ended {
    let open = workplace.read_project()?;
    let status = Status::new(open.catalog, &open.facts(workplace.today));
    present::report(workplace.settings, &status, Status::document)
}
