use clap::Args;

use super::super::failure::{Ended, Result};
use super::super::present;
use super::super::workplace::{OpenProject, Workplace};
use super::organisation;
use crate::cli::arguments::value;
use crate::domain::Phase;
use crate::expression::Facts;
use crate::ledger::find_organisation;
use crate::report::{Checklist, ChecklistChoice, Whose, steps_of};

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Toon de volgende stappen")]
pub struct Arguments {
    #[arg(value_name = "FASE", value_parser = value::word_of(Phase::WORDS, Phase::parse), ignore_case = true)]
    #[arg(help = "Alleen de stappen van deze fase")]
    pub phase: Option<Phase>,

    #[arg(long = "alles", help = "Ook wat klaar, vervallen of nog niet aan de beurt is")]
    pub all: bool,

    #[arg(long = "te-laat", help = "Alleen wat al klaar had moeten zijn")]
    pub late: bool,

    #[arg(long = "uitleg", help = "Met bij elke stap hoe je hem zet, en waarom")]
    pub explained: bool,

    #[arg(long = "voor", value_name = "NAAM", value_parser = value::text)]
    #[arg(help = "Alleen de stappen van deze organisatie of persoon")]
    pub owner: Option<String>,
}

/// `regio checklist`: the next steps, to hand out.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    let open = workplace.read_project()?;
    let facts = open.facts(workplace.today);
    let owner = arguments.owner.as_deref().map(|name| whose(&open, &facts, name)).transpose()?;
    let Arguments { phase, all: everything, late, explained, .. } = *arguments;
    let choice = ChecklistChoice { phase, everything, late, explained, owner, until_meeting: false };
    let checklist = Checklist::new(open.catalog, &facts, choice);
    present::table(workplace.settings, &checklist, Checklist::document, Checklist::sheet)
}

/// An organisation of the register, or else a person who has a step on the name.
fn whose<'o>(open: &'o OpenProject, facts: &Facts, name: &'o str) -> Result<Whose<'o>> {
    if let Some(organisation) = find_organisation(&open.project, name) {
        return Ok(Whose::Organisation(organisation));
    }
    if !steps_of(Whose::Person(name), open.catalog, Phase::ALL, facts).is_empty() {
        return Ok(Whose::Person(name));
    }
    organisation::find(&open.project, name).map(Whose::Organisation)
}
