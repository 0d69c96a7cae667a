use clap::{Args, Subcommand};

use super::command::Command;
use super::value;

/// `regio succes`
#[derive(Args, Clone, Debug, PartialEq, Eq)]
#[command(about = "Schrijf op wat er gelukt is")]
#[command(before_help = "Zonder opdracht erachter: de lijst van successen.")]
#[command(after_help = "Voorbeelden:
  regio succes lijst
  regio succes nieuw \"De eerste oefening was een succes\"")]
pub struct SuccessGroup {
    #[command(subcommand)]
    chosen: Option<Success>,
}

impl From<SuccessGroup> for Command {
    fn from(group: SuccessGroup) -> Command {
        Command::Success(group.chosen.unwrap_or(Success::List))
    }
}

#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
pub enum Success {
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
