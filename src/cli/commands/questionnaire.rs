use std::path::PathBuf;

use clap::Subcommand;
use serde_json::Value;

use super::super::failure::{Ended, Failure};
use super::super::workplace::Workplace;
use super::super::{files, present};
use crate::cli::arguments::value;
use crate::domain::Identifier;
use crate::report::{QuestionnaireReport, Questionnaires};
use crate::{catalog, document, notation, project_file, source, wording};

#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
#[command(about = "Bekijk vragenlijsten of kijk je eigen na")]
pub enum Arguments {
    #[command(name = "lijst", about = "Toon de vragenlijsten")]
    List,

    #[command(name = "toon", about = "Toon alle vragen van een vragenlijst")]
    Show {
        #[arg(value_name = "ID", value_parser = value::questionnaire, help = "De id van de vragenlijst")]
        questionnaire: Identifier,
    },

    #[command(name = "controleer", about = "Kijk vragenlijsten na")]
    Check {
        #[arg(value_name = "BESTAND", help = "De bestanden; anders alle vragenlijsten die hier gelden")]
        files: Vec<PathBuf>,
    },

    #[command(name = "schema", about = "Geef het JSON Schema van een bestand")]
    Schema {
        #[arg(value_name = "SOORT", value_parser = value::one_of(SCHEMAS.map(|(kind, _)| kind)), ignore_case = true)]
        #[arg(default_value = SCHEMAS[0].0, help = "Het soort bestand; anders een vragenlijst")]
        kind: String,
    },
}

type Schema = fn() -> Value;

/// The files that have a schema, with that schema.
const SCHEMAS: [(&str, Schema); 6] = [
    ("vragenlijst", || source::schema(&catalog::QUESTIONNAIRE, "Vragenlijst van regio", "regio-vragenlijst-1")),
    ("project", || source::schema(&project_file::PROJECT_FILE, "Projectbestand van regio", "regio:project")),
    ("antwoorden", || source::schema(&project_file::ANSWER_FILE, "Antwoordbestand van regio", "regio:answers")),
    ("aanvulling", || source::schema(&catalog::SUPPLEMENT, "Aanvulling van regio", "regio-aanvulling-1")),
    ("document", || source::schema(&wording::WORDING, "Tekst van een document van regio", "regio-document-1")),
    ("geschreven-document", document::schema),
];

/// `regio vragenlijst`: for those who read or write questionnaires.
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    match arguments {
        Arguments::List => {
            let report = Questionnaires::new(workplace.catalog()?, workplace.today);
            present::report(workplace.settings, &report, Questionnaires::document)
        }
        Arguments::Show { questionnaire } => {
            let catalog = workplace.catalog()?;
            let Some(found) = catalog.questionnaire(questionnaire) else {
                let known: Vec<String> = catalog.questionnaires().iter().map(|one| one.id.to_string()).collect();
                let failure = Failure::new(format!("er is geen vragenlijst '{questionnaire}'"));
                return Err(failure.tip(format!("kies uit: {}", known.join(", "))));
            };
            let report = QuestionnaireReport { questionnaire: found, date: workplace.today };
            present::report(workplace.settings, &report, QuestionnaireReport::document)
        }
        Arguments::Check { files } => check_files(workplace, files),
        Arguments::Schema { kind } => {
            let (_, schema) = SCHEMAS.iter().find(|(known, _)| known == kind).expect("no other kind can be named");
            present::json(workplace.settings, &schema())
        }
    }
}

/// Checks questionnaires as they would be used: laid over the built-in ones.
pub fn check_files(workplace: &Workplace, paths: &[PathBuf]) -> Ended {
    let mut sources = if paths.is_empty() { workplace.questionnaire_sources()? } else { catalog::built_in() };
    let checked = if paths.is_empty() { 0 } else { sources.len() };
    let mut unreadable = Vec::new();
    for path in paths {
        match files::read_source(path)? {
            Ok(source) => sources.push(source),
            Err(faults) => unreadable.push(faults),
        }
    }
    if !unreadable.is_empty() {
        return Err(unreadable.into());
    }
    catalog::assemble(&sources)?;
    let names: Vec<&str> = sources[checked..].iter().map(|source| source.name.as_str()).collect();
    present::message(&format!("In orde: {}.", notation::enumeration(&names)))
}
