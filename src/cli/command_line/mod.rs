//! What the words of a command line come down to.

pub mod help;
mod program;
pub mod usage_error;

use std::ffi::OsString;

use clap::error::ErrorKind;

use super::arguments::Settings;
use super::commands::Command;
use super::failure::{Failure, Result};
use program::Said;
pub use program::nearest;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    Run(Box<(Command, Settings)>),
    /// Help or the version: a text for standard output.
    Show(String),
    /// A command that has commands of its own, of which none is named: what to say where nobody can be asked.
    Choose(Failure),
}

/// Reads the words of a command line, the name of the program first. `project_of_environment` holds where no project
/// is named.
pub fn parse(words: impl IntoIterator<Item = OsString>, project_of_environment: Option<OsString>) -> Result<Request> {
    let words: Vec<OsString> = words.into_iter().collect();
    match program::read(&words) {
        Ok(Said::Command(command, shared)) => {
            let settings = shared.with(project_of_environment, command.makes_files())?;
            command.fits(settings.format())?;
            Ok(Request::Run(Box::new((*command, settings))))
        }
        Ok(Said::Help(request)) => help::text(&request.names).map(Request::Show),
        Err(error) => show(&words, &error),
    }
}

/// Help and the version come as errors too. Help is then read again from the commands in Dutch.
fn show(words: &[OsString], error: &clap::Error) -> Result<Request> {
    match error.kind() {
        ErrorKind::DisplayVersion => Ok(Request::Show(error.to_string())),
        ErrorKind::DisplayHelp => match help::definition().try_get_matches_from(words) {
            Err(help) if help.kind() == ErrorKind::DisplayHelp => Ok(Request::Show(help.to_string())),
            _ => help::text(&[]).map(Request::Show),
        },
        _ if usage_error::asks_help(error) => help::nearest_text(words).map(Request::Show),
        ErrorKind::MissingSubcommand => Ok(Request::Choose(usage_error::failure(error, words))),
        _ => Err(usage_error::failure(error, words)),
    }
}
