use clap::{Args, Subcommand};

use crate::domain::Phase;

use super::command::Command;
use super::reference::Reference;
use super::value;

/// `regio stap`
#[derive(Args, Clone, Debug, PartialEq, Eq)]
#[command(about = "Werk de stappen bij: afvinken, wie, voor wanneer")]
#[command(before_help = "Zonder opdracht erachter: de lijst van stappen.")]
#[command(after_help = "Voorbeelden:
  regio stap klaar datum-prikken
  regio stap wie zaal-huren \"Fatima\"")]
pub struct StepGroup {
    #[command(subcommand)]
    chosen: Option<Step>,
}

impl From<StepGroup> for Command {
    fn from(group: StepGroup) -> Command {
        Command::Step(group.chosen.unwrap_or(Step::List(StepList::default())))
    }
}

#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
pub enum Step {
    #[command(name = "klaar", about = "Vink stappen af")]
    #[command(before_help = "Handig als een stap gedaan is en regio dat niet zelf kan zien.")]
    #[command(after_help = "Voorbeelden:
  regio stap klaar datum-prikken
  regio stap klaar datum-prikken --op gisteren")]
    Done(StepMark),

    #[command(name = "heropen", about = "Zet stappen weer open")]
    #[command(before_help = "Handig als een stap toch niet klaar is, of toch niet vervalt.")]
    #[command(after_help = "Voorbeeld:
  regio stap heropen datum-prikken")]
    Reopen(StepReopen),

    #[command(name = "vervalt", about = "Laat stappen vervallen")]
    #[command(before_help = "Handig als jullie een stap bewust niet zetten. Hij blijft te zien met --alles.")]
    #[command(after_help = "Voorbeeld:
  regio stap vervalt zaal-huren --notitie \"We doen het online\"")]
    Drop(StepMark),

    #[command(name = "wie", about = "Spreek af wie een stap zet")]
    #[command(after_help = "Voorbeelden:
  regio stap wie zaal-huren \"Fatima\"
  regio stap wie zaal-huren --wis")]
    Owner(StepOwner),

    #[command(name = "voor", about = "Spreek af voor wanneer een stap klaar moet zijn")]
    #[command(after_help = "Voorbeelden:
  regio stap voor zaal-huren 31-1-2027
  regio stap voor zaal-huren \"over 3 weken\"")]
    Due(StepDue),

    #[command(name = "nieuw", about = "Voeg een eigen stap toe")]
    #[command(before_help = "Handig voor wat niet uit de antwoorden volgt maar wel moet gebeuren.")]
    #[command(after_help = "Voorbeeld:
  regio stap nieuw \"Bel de wethouder\" --wie Fatima --voor vrijdag")]
    New(StepNew),

    #[command(name = "lijst", about = "Toon de stappen met hun id")]
    #[command(after_help = "Voorbeelden:
  regio stap lijst
  regio stap lijst verkennen --alles")]
    List(StepList),
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct StepMark {
    #[arg(value_name = "ID", required = true, value_parser = Reference::parse, help = "De stap of stappen")]
    pub steps: Vec<Reference>,

    #[arg(long = "op", value_name = "DATUM", help = "De dag waarop; anders vandaag")]
    pub date: Option<String>,

    #[arg(long = "notitie", value_name = "TEKST", value_parser = value::text, help = "Een opmerking erbij")]
    pub note: Option<String>,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct StepReopen {
    #[arg(value_name = "ID", required = true, value_parser = Reference::parse, help = "De stap of stappen")]
    pub steps: Vec<Reference>,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct StepOwner {
    #[arg(value_name = "ID", value_parser = Reference::parse, help = "De stap")]
    pub step: Reference,

    /// Nothing takes the earlier name away.
    #[arg(value_name = "NAAM", value_parser = value::text, required_unless_present = "erase")]
    #[arg(help = "Wie de stap zet: een mens of een organisatie")]
    pub owner: Option<String>,

    #[arg(long = "wis", conflicts_with = "owner", help = "Haal de naam weg")]
    erase: bool,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct StepDue {
    #[arg(value_name = "ID", value_parser = Reference::parse, help = "De stap")]
    pub step: Reference,

    /// Nothing takes the earlier date away.
    #[arg(value_name = "DATUM", required_unless_present = "erase")]
    #[arg(help = "De dag, zoals 31-1-2027, morgen of \"over 3 weken\"")]
    pub date: Option<String>,

    #[arg(long = "wis", conflicts_with = "date", help = "Haal de dag weg; dan geldt de dag die regio uitrekent")]
    erase: bool,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct StepNew {
    #[arg(value_name = "TITEL", value_parser = value::text, help = "Wat er moet gebeuren, werkwoord voorop")]
    pub title: String,

    #[arg(long = "wie", value_name = "NAAM", value_parser = value::text, help = "Wie de stap zet")]
    pub owner: Option<String>,

    #[arg(long = "voor", value_name = "DATUM", help = "Voor wanneer")]
    pub due: Option<String>,

    #[arg(long = "fase", value_name = "FASE", value_parser = value::phase(), ignore_case = true)]
    #[arg(help = "De fase waar de stap bij hoort")]
    pub phase: Option<Phase>,
}

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct StepList {
    #[arg(value_name = "FASE", value_parser = value::phase(), ignore_case = true)]
    #[arg(help = "Alleen de stappen van deze fase")]
    pub phase: Option<Phase>,

    #[arg(long = "alles", help = "Ook wat klaar, vervallen of nog niet aan de beurt is")]
    pub all: bool,
}
