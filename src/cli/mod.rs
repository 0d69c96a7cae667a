//! The shell: the command line, files, the clock and the terminal.

mod answer_files;
mod arguments;
mod clock;
pub mod command_line;
pub mod commands;
mod copies;
mod crash;
mod dates;
mod disk;
mod document_texts;
mod editor;
mod exit;
mod explain;
mod failure;
mod file_name;
mod files;
pub mod manual;
mod paper;
mod perhaps_double;
mod person;
mod prepared;
mod present;
pub mod progress;
pub mod prompter;
mod remarks;
mod second_try;
mod sequences;
mod shelf;
mod standard_output;
mod store;
mod unfinished;
mod workplace;

pub use exit::Exit;
pub use failure::{Ended, Failure, Fault, Result};

use std::ffi::OsString;
use std::process::ExitCode;
use std::{env, panic};

use command_line::Request;
use sequences::Stream;

/// Reads the command line, does what it asks and tells what went wrong.
pub fn main() -> ExitCode {
    crash::tell_in_dutch();
    // Once and before anything is written: how console moves the cursor depends on it.
    let _ = [Stream::Output, Stream::Error].map(sequences::are_understood);
    // A crash has told itself by now.
    let done = panic::catch_unwind(run).unwrap_or_else(|_| Err(Failure::quiet(Exit::Failed)));
    let exit = done.unwrap_or_else(|failure| {
        // Nobody is left to tell when stderr is closed too; the exit code still says it.
        present::failure(&failure);
        failure.exit
    });
    exit.into()
}

#[expect(clippy::disallowed_methods, reason = "the command line and the environment come in here")]
fn run() -> Ended {
    let project = || env::var_os("REGIO_PROJECT");
    let words: Vec<OsString> = env::args_os().collect();
    let request = match command_line::parse(words.iter().cloned(), project())? {
        Request::Choose(failure) => unfinished::finish(&words, failure, project())?,
        request => request,
    };
    match request {
        Request::Choose(failure) => Err(failure),
        Request::Show(text) => standard_output::write(text.as_bytes()).map(|()| Exit::Done),
        Request::Run(asked) => {
            let (command, settings) = *asked;
            command.run(&settings)
        }
    }
}
