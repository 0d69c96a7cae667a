use super::super::exit::Exit;
use super::super::failure::Failure;
use crate::cli::arguments::Note as Arguments;
use crate::cli::arguments::Settings;

pub fn run(_settings: &Settings, _arguments: &Arguments) -> Result<Exit, Failure> {
    Err(Failure::new("nog niet gemaakt"))
}
