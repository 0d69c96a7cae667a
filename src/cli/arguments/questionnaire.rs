use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::domain::Identifier;

use super::command::Command;
use super::value;

/// `regio vragenlijst`
#[derive(Args, Clone, Debug, PartialEq, Eq)]
#[command(about = "Bekijk vragenlijsten of kijk je eigen na")]
#[command(before_help = "Zonder opdracht erachter: de lijst van vragenlijsten.")]
#[command(after_help = "Voorbeelden:
  regio vragenlijst toon verkennen
  regio vragenlijst controleer eigen-vragen/verkennen.toml")]
pub struct QuestionnaireGroup {
    #[command(subcommand)]
    chosen: Option<Questionnaire>,
}

impl From<QuestionnaireGroup> for Command {
    fn from(group: QuestionnaireGroup) -> Command {
        Command::Questionnaire(group.chosen.unwrap_or(Questionnaire::List))
    }
}

#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
pub enum Questionnaire {
    #[command(name = "lijst", about = "Toon de vragenlijsten")]
    #[command(after_help = "Voorbeelden:
  regio vragenlijst lijst
  regio vragenlijst lijst --vragenlijsten eigen-vragen")]
    List,

    #[command(name = "toon", about = "Toon alle vragen van een vragenlijst")]
    #[command(before_help = "Handig om vooraf te zien wat er gevraagd wordt.")]
    #[command(after_help = "Voorbeeld:
  regio vragenlijst toon verkennen")]
    Show(QuestionnaireShow),

    #[command(name = "controleer", about = "Kijk vragenlijsten na")]
    #[command(before_help = "Handig als je zelf een vragenlijst schrijft: je krijgt alle fouten in een keer.")]
    #[command(after_help = "Voorbeeld:
  regio vragenlijst controleer eigen-vragen/verkennen.toml")]
    Check(QuestionnaireCheck),

    #[command(name = "schema", about = "Geef het JSON Schema van een bestand")]
    #[command(before_help = "Handig voor je tekstverwerker: die vult dan aan en wijst fouten aan.")]
    #[command(after_help = "Voorbeelden:
  regio vragenlijst schema
  regio vragenlijst schema project --uit project.schema.json")]
    Schema(QuestionnaireSchema),
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct QuestionnaireShow {
    #[arg(value_name = "ID", value_parser = value::questionnaire, help = "De id van de vragenlijst")]
    pub questionnaire: Identifier,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct QuestionnaireCheck {
    #[arg(value_name = "BESTAND", help = "De bestanden; anders alle vragenlijsten die hier gelden")]
    pub files: Vec<PathBuf>,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct QuestionnaireSchema {
    #[arg(value_name = "SOORT", ignore_case = true, default_value = "vragenlijst")]
    #[arg(help = "Het soort bestand; anders een vragenlijst")]
    pub kind: SchemaKind,
}

/// The files that have a schema.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaKind {
    #[value(name = "vragenlijst")]
    Questionnaire,
    #[value(name = "project")]
    Project,
    #[value(name = "antwoorden")]
    Answers,
    #[value(name = "document")]
    Document,
    #[value(name = "geschreven-document")]
    WrittenDocument,
}
