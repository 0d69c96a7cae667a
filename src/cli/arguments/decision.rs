use clap::{Args, Subcommand};

use super::command::Command;
use super::value;

/// `regio besluit`
#[derive(Args, Clone, Debug, PartialEq, Eq)]
#[command(about = "Leg besluiten vast en zoek ze terug")]
#[command(before_help = "Zonder opdracht erachter: de lijst van besluiten.")]
#[command(after_help = "Voorbeelden:
  regio besluit lijst
  regio besluit nieuw \"We komen elke maand bij elkaar\"")]
pub struct DecisionGroup {
    #[command(subcommand)]
    chosen: Option<Decision>,
}

impl From<DecisionGroup> for Command {
    fn from(group: DecisionGroup) -> Command {
        Command::Decision(group.chosen.unwrap_or(Decision::List(DecisionList::default())))
    }
}

#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    #[command(name = "nieuw", about = "Leg een besluit vast")]
    #[command(before_help = "Handig tijdens of vlak na een overleg. Een nieuw besluit kan een ouder vervangen.")]
    #[command(after_help = "Voorbeelden:
  regio besluit nieuw \"We komen elke maand bij elkaar\"
  regio besluit nieuw \"Elk kwartaal is genoeg\" --vervangt 1 --waarom \"Te druk\"")]
    New(DecisionNew),

    #[command(name = "lijst", about = "Toon de besluiten")]
    #[command(after_help = "Voorbeelden:
  regio besluit lijst
  regio besluit lijst --alles")]
    List(DecisionList),
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct DecisionNew {
    #[arg(value_name = "TEKST", value_parser = value::text, help = "Wat er is besloten")]
    pub text: String,

    #[arg(long = "waarom", value_name = "TEKST", value_parser = value::text, help = "De reden")]
    pub why: Option<String>,

    #[arg(long = "genomen-door", value_name = "NAAM", value_parser = value::text, help = "Wie het besluit nam")]
    pub taken_by: Option<String>,

    #[arg(long = "vervangt", value_name = "ID", value_parser = value::text)]
    #[arg(help = "Het oudere besluit waar dit voor in de plaats komt")]
    pub replaces: Option<String>,

    #[arg(long = "op", value_name = "DATUM", help = "De dag van het besluit; anders vandaag")]
    pub date: Option<String>,
}

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionList {
    #[arg(long = "alles", help = "Ook besluiten die zijn vervangen")]
    pub all: bool,
}
