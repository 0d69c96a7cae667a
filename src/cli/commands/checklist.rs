use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::present;
use super::super::workplace::Workplace;
use super::organisation;
use crate::cli::arguments::{Checklist as Arguments, Settings};
use crate::report::{Checklist, ChecklistChoice};

/// `regio checklist`: the next steps, to hand out.
pub fn run(settings: &Settings, arguments: &Arguments) -> Result<Exit, Failure> {
    let workplace = Workplace::new(settings)?;
    let open = workplace.read_project()?;
    let organisation = match &arguments.organisation {
        Some(name) => Some(organisation::find(&open.project, name.as_str())?),
        None => None,
    };
    let choice =
        ChecklistChoice { phase: arguments.phase, everything: arguments.all, organisation, until_meeting: false };
    let facts = open.facts(workplace.today);
    let checklist = Checklist::new(open.catalog, &facts, &choice);
    let (words, sheet) = (|| checklist.document(&open.project), || checklist.sheet(&open.project));
    present::table(settings, &checklist, words, sheet)
}
