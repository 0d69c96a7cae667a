//! `regio uitvraag`: the round of the kopgroep's own answers.

mod choose;
mod compare;
mod make;
mod read;

use super::super::exit::Exit;
use super::super::failure::Failure;
use crate::cli::arguments::{Round as Arguments, Settings};

pub fn run(settings: &Settings, arguments: &Arguments) -> Result<Exit, Failure> {
    match arguments {
        Arguments::Make(make) => make::run(settings, make),
        Arguments::Read(read) => read::run(settings, read),
        Arguments::Compare(compare) => compare::run(settings, compare),
    }
}
