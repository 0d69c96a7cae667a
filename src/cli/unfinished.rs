use std::ffi::OsString;

use clap::Command;

use super::command_line::{Request, nearest, parse};
use super::failure::{Failure, Result};
use super::person::Person;
use crate::interview::PickItem;

/// Asks a person which of the commands of a command is meant; where nobody is, it is wrong use.
pub fn finish(words: &[OsString], failure: Failure, project_of_environment: Option<OsString>) -> Result<Request> {
    let (command, path) = nearest(words);
    let commands: Vec<&Command> = command.get_subcommands().filter(|inner| inner.get_name() != "help").collect();
    let with = |inner: &Command| {
        parse(words.iter().cloned().chain([OsString::from(inner.get_name())]), project_of_environment.clone())
    };
    let Some(first) = commands.first() else { return Err(failure) };
    // Whichever it becomes, it is asked in the same way.
    let Request::Run(asked) = with(first)? else { return Err(failure) };
    let mut person = Person::instead_of(&asked.1, || failure)?;
    let items = commands.iter().map(|inner| {
        let about = inner.get_about().map(ToString::to_string).unwrap_or_default();
        PickItem::with_detail(about, format!("{path} {}", inner.get_name()))
    });
    let chosen = person.choose("Wat wil je doen?", items.collect(), "niets")?;
    drop(person);
    with(commands.get(chosen).unwrap_or(first))
}
