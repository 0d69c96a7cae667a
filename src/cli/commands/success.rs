use clap::{Args, Subcommand};

use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::workplace::Workplace;
use super::super::{dates, present};
use crate::cli::arguments::{Settings, value};
use crate::report::Successes;

#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
#[command(about = "Schrijf op wat er gelukt is")]
#[command(before_help = "Zonder opdracht erachter: de lijst van successen.")]
#[command(after_help = "Voorbeelden:
  regio succes lijst
  regio succes nieuw \"De eerste oefening was een succes\"")]
pub enum Arguments {
    #[command(name = "nieuw", about = "Schrijf een succes op")]
    #[command(before_help = "Handig zodra iets gelukt is: later laat je ermee zien wat samenwerken oplevert.")]
    #[command(after_help = "Voorbeeld:
  regio succes nieuw \"Twee bedrijven hielpen elkaar bij een storing\"")]
    New(SuccessNew),

    #[command(name = "lijst", about = "Toon de successen")]
    #[command(after_help = "Voorbeeld:
  regio succes lijst")]
    List,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct SuccessNew {
    #[arg(value_name = "TEKST", value_parser = value::text, help = "Wat er is gelukt")]
    pub text: String,

    #[arg(long = "op", value_name = "DATUM", help = "De dag waarop; anders vandaag")]
    pub date: Option<String>,
}

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
    let count = open.ledger(workplace).succeed(new.text.clone(), date)?;
    let words = if count == 1 {
        "Het eerste succes staat erin. Vier het!".to_owned()
    } else {
        format!("Genoteerd: dit is succes {count}.")
    };
    present::message(&words)
}
