use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::present;
use super::super::workplace::OpenProject;
use super::super::workplace::Workplace;
use crate::cli::arguments::Document as Arguments;
use crate::cli::arguments::DocumentKind;
use crate::cli::arguments::Settings;
use crate::domain::Organisation;
use crate::domain::Place;
use crate::report::Documents;
use crate::report::EarlierAnswers;
use crate::report::WorksheetChoice;
use crate::report::Worksheets;

/// `regio document`: something to hand out, or the list of what there is.
pub fn run(settings: &Settings, arguments: &Arguments) -> Result<Exit, Failure> {
    let workplace = Workplace::new(settings)?;
    let open = workplace.read_project()?;
    match arguments.kind {
        None => {
            let documents = Documents::new(&open.project, workplace.today);
            present::report(settings, &documents, || documents.document(&open.project))
        }
        Some(DocumentKind::Worksheets) => {
            let choice = WorksheetChoice {
                phase: arguments.phase.unwrap_or_else(|| open.current_phase()),
                organisations: organisations(&open, arguments)?,
                earlier: if arguments.with_answers { EarlierAnswers::Shown } else { EarlierAnswers::LeftOut },
            };
            let worksheets = Worksheets::new(open.catalog, &open.facts(workplace.today), &choice);
            present::report(settings, &worksheets, || worksheets.document(&open.project))
        }
    }
}

/// Those that were named, or else the kopgroep.
fn organisations<'p>(open: &'p OpenProject, arguments: &Arguments) -> Result<Vec<&'p Organisation>, Failure> {
    if arguments.together {
        return Ok(Vec::new());
    }
    if arguments.organisations.is_empty() {
        return Ok(open.project.in_place(Place::Kopgroep).collect());
    }
    let named = |name| super::organisation::find(&open.project, name);
    arguments.organisations.iter().map(|name| named(name.as_str())).collect()
}
