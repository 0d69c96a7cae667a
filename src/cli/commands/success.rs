use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::workplace::Workplace;
use super::super::{dates, present};
use crate::cli::arguments::{Settings, Success as Arguments, SuccessNew};
use crate::domain::{Subject, Success};
use crate::report::Successes;

/// `regio succes`: what went well.
pub fn run(settings: &Settings, arguments: &Arguments) -> Result<Exit, Failure> {
    let workplace = Workplace::new(settings)?;
    match arguments {
        Arguments::List => {
            let open = workplace.read_project()?;
            let successes = Successes::new(&open.project, workplace.today);
            let (words, sheet) = (|| successes.document(&open.project), || successes.sheet(&open.project));
            present::table(settings, &successes, words, sheet)
        }
        Arguments::New(new) => add(&workplace, new),
    }
}

fn add(workplace: &Workplace, new: &SuccessNew) -> Result<Exit, Failure> {
    let mut open = workplace.change_project()?;
    let date = dates::optional(new.date.as_deref(), workplace.today)?.unwrap_or(workplace.today);
    let by = open.author(workplace.settings);
    open.project.successes.push(Success { text: new.text.clone(), date, by });
    open.note(workplace, Subject::Success, None, Some(new.text.clone()));
    open.save()?;
    let count = open.project.successes.len();
    let words = if count == 1 {
        "Het eerste succes staat erin. Vier het!".to_owned()
    } else {
        format!("Genoteerd: dit is succes {count}.")
    };
    present::message(&words)
}
