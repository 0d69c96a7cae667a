use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::workplace::Workplace;
use super::super::{dates, present};
use crate::cli::arguments::{History as Arguments, Settings};
use crate::report::{History, HistoryChoice};

/// `regio geschiedenis`: what changed, by whom and why.
pub fn run(settings: &Settings, arguments: &Arguments) -> Result<Exit, Failure> {
    let workplace = Workplace::new(settings)?;
    let open = workplace.read_project()?;
    let since = dates::optional(arguments.since.as_deref(), workplace.today)?;
    let question = match &arguments.question {
        Some(reference) => Some(super::question_id(open.catalog, reference)?),
        None => None,
    };
    let choice = HistoryChoice { since, question: question.as_ref() };
    let history = History::new(open.catalog, &open.facts(workplace.today), &choice);
    let (words, sheet) = (|| history.document(&open.project), || history.sheet(&open.project));
    present::table(settings, &history, words, sheet)
}
