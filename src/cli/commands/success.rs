use clap::Subcommand;

use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::workplace::Workplace;
use super::super::{dates, person, present};
use crate::cli::arguments::{Settings, value};
use crate::report::Successes;

#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
#[command(about = "Schrijf op wat er gelukt is")]
pub enum Arguments {
    #[command(name = "nieuw", about = "Schrijf een succes op")]
    New {
        #[arg(value_name = "TEKST", value_parser = value::text, help = "Wat er is gelukt")]
        text: Option<String>,

        #[arg(long = "op", value_name = "DATUM", help = "De dag waarop; anders vandaag")]
        date: Option<String>,
    },

    #[command(name = "lijst", about = "Toon de successen")]
    List,
}

/// `regio succes`: what went well.
pub fn run(settings: &Settings, arguments: &Arguments) -> Result<Exit, Failure> {
    let workplace = Workplace::new(settings)?;
    match arguments {
        Arguments::List => {
            let open = workplace.read_project()?;
            let successes = Successes::new(&open.project, workplace.today);
            present::table(settings, &successes, Successes::document, Successes::sheet)
        }
        Arguments::New { text, date } => add(&workplace, text.as_ref(), date.as_deref()),
    }
}

fn add(workplace: &Workplace, text: Option<&String>, date: Option<&str>) -> Result<Exit, Failure> {
    let date = dates::or_today(date, workplace.today)?;
    let text = person::said(workplace.settings, text, "wat er is gelukt", ("Wat is er gelukt?", "Succes"))?;
    let mut open = workplace.change_project()?;
    let count = open.ledger(workplace).succeed(text, date)?;
    let noted = match count {
        1 => "Het eerste succes staat erin. Vier het, en laat het zien met: regio document resultaten".to_owned(),
        _ => format!("Genoteerd: dit is succes {count}. Laat ze zien met: regio document resultaten"),
    };
    present::messages([noted].into_iter().chain(dates::to_come(date, workplace.today)))
}
