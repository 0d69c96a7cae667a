use clap::Args;

use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::workplace::Workplace;
use super::super::{dates, present};
use crate::cli::arguments::{Reference, Settings};
use crate::report::{History, HistoryChoice};

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Toon wat er veranderde, door wie en waarom")]
pub struct Arguments {
    #[arg(long = "sinds", value_name = "DATUM", help = "Alleen wat vanaf deze dag veranderde")]
    pub since: Option<String>,

    #[arg(long = "vraag", value_name = "ID", value_parser = Reference::parse, help = "Alleen deze vraag")]
    pub question: Option<Reference>,
}

/// `regio geschiedenis`: what changed, by whom and why.
pub fn run(settings: &Settings, arguments: &Arguments) -> Result<Exit, Failure> {
    let workplace = Workplace::new(settings)?;
    let open = workplace.read_project()?;
    let since = dates::optional(arguments.since.as_deref(), workplace.today)?;
    let question = arguments.question.as_ref().map(|reference| reference.question(open.catalog)).transpose()?;
    let choice = HistoryChoice { since, question: question.as_ref() };
    let history = History::new(open.catalog, &open.facts(workplace.today), &choice);
    let (words, sheet) = (|| history.document(), || history.sheet());
    present::table(settings, &history, words, sheet)
}
