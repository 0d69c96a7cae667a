use clap::Args;

use super::super::failure::Ended;
use super::super::workplace::Workplace;
use super::super::{dates, present};
use super::step::{Count, change, chosen};
use crate::advice::{StepState, open_steps};
use crate::cli::arguments::{Reference, value};
use crate::ledger::Mark;
use crate::report::begun;

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Vink stappen af")]
pub struct Arguments {
    #[arg(value_name = "STAP", value_parser = Reference::parse, help = "De stap of stappen: een code of een woord")]
    pub steps: Vec<Reference>,

    #[arg(long = "op", value_name = "DATUM", help = "De dag waarop; anders vandaag")]
    pub date: Option<String>,

    #[arg(long = "notitie", value_name = "TEKST", value_parser = value::text, help = "Een opmerking erbij")]
    pub note: Option<String>,
}

/// `regio klaar`: ticks steps.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    let on = dates::or_today(arguments.date.as_deref(), workplace.today)?;
    let steps = chosen(workplace, &arguments.steps, ("Welke stappen zijn klaar?", Count::Any), |state| {
        state == StepState::Open
    })?;
    change(workplace, &steps, "klaar", &Mark::Done { on, note: arguments.note.clone() })?;
    // The step that comes first now.
    let open = workplace.read_project()?;
    let steps = open_steps(open.catalog, &begun(&open.project), &open.facts(workplace.today));
    let next = steps.iter().find(|step| !step.left_lying);
    present::messages(next.map(|step| format!("Hierna: {}", step.in_a_line(workplace.today))))
}
