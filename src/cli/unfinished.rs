use std::ffi::OsString;

use super::command_line::{Request, Unfinished, parse};
use super::failure::Result;
use super::person::Person;
use crate::interview::PickItem;

/// Asks a person which of its commands is meant; where nobody is, it is wrong use.
pub fn finish(unfinished: Unfinished, project_of_environment: Option<OsString>) -> Result<Request> {
    let Unfinished { words, path, commands, failure } = unfinished;
    let with =
        |command: &str| parse(words.iter().cloned().chain([OsString::from(command)]), project_of_environment.clone());
    let Some((first, _)) = commands.first() else { return Err(failure) };
    // Whichever it becomes, it is asked in the same way.
    let Request::Run(asked) = with(first)? else { return Err(failure) };
    let mut person = Person::instead_of(&asked.1, || failure)?;
    let items = commands.iter().map(|(word, about)| PickItem::with_detail(about, format!("{path} {word}")));
    let chosen = person.choose("Wat wil je doen?", items.collect(), "niets")?;
    drop(person);
    commands.get(chosen).map_or_else(|| with(first), |(word, _)| with(word))
}
