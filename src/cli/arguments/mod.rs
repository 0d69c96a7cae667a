//! The command line: what clap reads, and the types that the commands work with.

mod check;
mod checklist;
mod command;
mod decision;
mod document;
mod fitting;
pub mod help;
mod help_request;
mod history;
mod init;
mod invocation;
mod note;
mod organisation;
mod output;
mod preset;
mod program;
mod questionnaire;
mod reference;
mod round;
mod shared_options;
mod status;
mod step;
mod success;
mod value;
mod walk;

pub use check::Check;
pub use checklist::Checklist;
pub use command::Command;
pub use decision::{Decision, DecisionList, DecisionNew};
pub use document::Document;
pub use fitting::fits;
pub use help_request::HelpRequest;
pub use history::History;
pub use init::Init;
pub use invocation::{Asking, Invocation, Manner, Mode, ProjectChoice, Settings};
pub use note::Note;
pub use organisation::{
    Organisation, OrganisationChange, OrganisationDetails, OrganisationList, OrganisationNew, OrganisationRemove,
};
pub use output::{Colour, Destination, Existing, Format, Output};
pub use preset::Preset;
pub use questionnaire::{Questionnaire, QuestionnaireCheck, QuestionnaireSchema, QuestionnaireShow, SchemaKind};
pub use reference::Reference;
pub use round::{OnDifference, Round, RoundCompare, RoundMake, RoundRead};
pub use step::{Step, StepDue, StepList, StepMark, StepNew, StepOwner, StepReopen};
pub use success::{Success, SuccessNew};
pub use value::ValueFault;
pub use walk::Walk;

use std::ffi::OsString;

use clap::error::ErrorKind;

use super::failure::Failure;
use super::usage_error;

/// What the command line comes down to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    Run(Box<Invocation>),
    /// Help or the version: a text for standard output.
    Show(String),
}

/// Reads the words of a command line, the name of the program first. `project_of_environment` holds where no project
/// is named.
pub fn parse(
    words: impl IntoIterator<Item = OsString>,
    project_of_environment: Option<OsString>,
) -> Result<Request, Failure> {
    let words: Vec<OsString> = words.into_iter().collect();
    match program::read(&words) {
        Ok((mut command, shared)) => {
            let settings =
                shared.into_settings(command.take_presets(), project_of_environment, command.makes_files())?;
            command.fits(settings.output.format)?;
            Ok(Request::Run(Box::new(Invocation { command, settings })))
        }
        Err(error) => show(&words, &error),
    }
}

/// Help and the version come as errors too. Help is then read again from the commands in Dutch.
fn show(words: &[OsString], error: &clap::Error) -> Result<Request, Failure> {
    match error.kind() {
        ErrorKind::DisplayVersion => Ok(Request::Show(error.to_string())),
        ErrorKind::DisplayHelp => match help::definition().try_get_matches_from(words) {
            Err(help) if help.kind() == ErrorKind::DisplayHelp => Ok(Request::Show(help.to_string())),
            _ => help::text(&[]).map(Request::Show),
        },
        _ if usage_error::asks_help(error) => help::nearest_text(words).map(Request::Show),
        _ => Err(usage_error::failure(error, words)),
    }
}
