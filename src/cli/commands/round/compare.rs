use clap::Args;

use super::super::super::failure::{Ended, Failure};
use super::super::super::present;
use super::super::super::workplace::Workplace;
use crate::cli::arguments::value;
use crate::report::Comparison;
use crate::round::comparison::{Choice, UnknownChoice, compare};

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    #[arg(value_name = "ONDERWERP", value_parser = value::text, help = "Alleen dit onderwerp, of alleen deze vraag")]
    pub subject: Option<String>,
}

/// `regio rondvraag vergelijk`: what the organisations said, laid side by side.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    let open = workplace.read_project()?;
    let find = |name| Choice::find(open.catalog, &open.project, name).map_err(|missed| unknown(name, missed));
    let name = arguments.subject.as_deref();
    let choice = name.map(find).transpose()?;
    let facts = open.facts(workplace.today);
    let mut compared = compare(open.catalog, &facts);
    let chosen = name.zip(choice.as_ref());
    if let Some((_, choice)) = chosen {
        compared.only(choice);
    }
    let comparison = Comparison::new(&compared, &facts, chosen);
    present::report(workplace.settings, &comparison, Comparison::document)
}

fn unknown(name: &str, unknown: UnknownChoice) -> Failure {
    Failure::new(format!("er is geen onderwerp '{name}', en geen vraag die elke organisatie krijgt"))
        .near_or(unknown.near.as_deref(), format!("kies een onderwerp: {}", unknown.subjects.join(", ")))
}
