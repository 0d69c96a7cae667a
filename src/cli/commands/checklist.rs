use clap::Args;

use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::present;
use super::super::workplace::Workplace;
use super::organisation;
use crate::cli::arguments::{Settings, value};
use crate::domain::{Identifier, Phase};
use crate::report::{Checklist, ChecklistChoice};

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Toon de volgende stappen")]
pub struct Arguments {
    #[arg(value_name = "FASE", value_parser = value::phase(), ignore_case = true)]
    #[arg(help = "Alleen de stappen van deze fase")]
    pub phase: Option<Phase>,

    #[arg(long = "alles", help = "Ook wat klaar, vervallen of nog niet aan de beurt is")]
    pub all: bool,

    #[arg(long = "voor", value_name = "ORGANISATIE", value_parser = value::organisation)]
    #[arg(help = "Alleen de stappen van deze organisatie")]
    pub organisation: Option<Identifier>,
}

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
