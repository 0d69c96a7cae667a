//! One file a command: what it does with the project, and what it says.

mod check;
mod checklist;
mod decision;
mod document;
mod example;
mod guessed_kinds;
mod help;
mod history;
mod init;
mod note;
pub mod organisation;
mod overview;
mod questionnaire;
mod round;
mod status;
mod step;
mod success;
mod walk;

use super::arguments::{Command, Invocation, Reference};
use super::exit::Exit;
use super::failure::Failure;
use crate::catalog::Catalog;
use crate::domain::FullId;
use crate::source::nearest;

/// Does what was asked.
pub fn run(invocation: Invocation) -> Result<Exit, Failure> {
    let settings = &invocation.settings;
    match invocation.command {
        Command::Overview => overview::run(settings),
        Command::Init(arguments) => init::run(settings, &arguments),
        Command::Walk(arguments) => walk::run(settings, &arguments),
        Command::Status => status::run(settings),
        Command::Checklist(arguments) => checklist::run(settings, &arguments),
        Command::Step(arguments) => step::run(settings, &arguments),
        Command::Organisation(arguments) => organisation::run(settings, &arguments),
        Command::Round(arguments) => round::run(settings, &arguments),
        Command::Note(arguments) => note::run(settings, &arguments),
        Command::Document(arguments) => document::run(settings, &arguments),
        Command::Decision(arguments) => decision::run(settings, &arguments),
        Command::Success(arguments) => success::run(settings, &arguments),
        Command::History(arguments) => history::run(settings, &arguments),
        Command::Check(arguments) => check::run(settings, &arguments),
        Command::Questionnaire(arguments) => questionnaire::run(settings, &arguments),
        Command::HelpRequest(arguments) => help::run(&arguments),
    }
}

/// The question that is meant by a full name or its last part.
pub fn question_id(catalog: &Catalog, reference: &Reference) -> Result<FullId, Failure> {
    let matches = |id: &&FullId| match reference {
        Reference::Full(wanted) => wanted == *id,
        Reference::Local(wanted) => *wanted == id.local,
    };
    let found: Vec<&FullId> = catalog.questions().map(|question| &question.id).filter(matches).collect();
    match found.as_slice() {
        [id] => Ok((*id).clone()),
        [] => {
            let known: Vec<String> = catalog.questions().map(|question| question.id.to_string()).collect();
            let locals = catalog.questions().map(|question| question.id.local.as_str());
            let near = match reference {
                Reference::Full(id) => nearest(&id.to_string(), known.iter().map(String::as_str)).map(str::to_owned),
                Reference::Local(id) => nearest(id.as_str(), locals).map(str::to_owned),
            };
            let failure = Failure::new(format!("er is geen vraag '{reference}'"));
            Err(match near {
                Some(near) => failure.tip(format!("bedoel je '{near}'?")),
                None => failure.tip("bekijk alle vragen met hun id: regio vragenlijst toon verkennen"),
            })
        }
        several => {
            let names: Vec<String> = several.iter().map(|id| id.to_string()).collect();
            Err(Failure::new(format!("'{reference}' kan meer dan één vraag zijn"))
                .tip(format!("kies uit: {}", names.join(", "))))
        }
    }
}
