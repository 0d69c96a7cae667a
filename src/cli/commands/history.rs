use clap::Args;

use super::super::failure::{Ended, Failure};
use super::super::store::Printed;
use super::super::workplace::Workplace;
use super::super::{copies, dates, present};
use crate::cli::arguments::Reference;
use crate::document::Imprint;
use crate::report::{History, HistoryChoice, Print};

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Toon wat er veranderde, door wie en waarom")]
pub struct Arguments {
    #[arg(long = "sinds", value_name = "DATUM|VERSIE")]
    #[arg(help = "Alleen wat vanaf deze dag veranderde, of sinds dit papier: de versie staat onder aan de bladzijde")]
    pub since: Option<String>,

    #[arg(long = "vraag", value_name = "ID", value_parser = Reference::parse, help = "Alleen deze vraag")]
    pub question: Option<Reference>,
}

/// `regio geschiedenis`: what changed, by whom and why.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    let open = workplace.read_project()?;
    let since = arguments.since.as_deref();
    let imprint = since.and_then(Imprint::parse);
    let printed = imprint.and_then(|imprint| Some((imprint, open.printed(imprint)?)));
    let then = printed.as_ref().map(|(_, printed)| copies::read(&printed.copy, open.catalog)).transpose()?;
    let print = printed.zip(then.as_ref());
    let print = print.map(|((imprint, Printed { title, .. }), project)| Print { title, imprint, project });
    let day = |typed| dates::optional(Some(typed), workplace.today).map_err(|error| imprint.map_or(error, unknown));
    let since = since.filter(|_| print.is_none()).map(day).transpose()?.flatten();
    let question = arguments.question.as_ref().map(|reference| reference.question(open.catalog)).transpose()?;
    let choice = HistoryChoice { since, print, question: question.as_ref() };
    let history = History::new(open.catalog, &open.facts(workplace.today), &choice);
    present::table(workplace.settings, &history, History::document, History::sheet)
}

fn unknown(imprint: Imprint) -> Failure {
    Failure::new(format!("van een papier met versie {imprint} is hier geen kopie bewaard"))
        .tip("die staat op de computer waarop het papier is gemaakt; noem anders de dag: regio geschiedenis --sinds 1-9-2026")
}
