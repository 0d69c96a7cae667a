use crate::cli::arguments::RoundCompare as Arguments;
use crate::cli::arguments::Settings;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;

pub fn run(_settings: &Settings, _arguments: &Arguments) -> Result<Exit, Failure> {
    Err(Failure::new("nog niet gemaakt"))
}
