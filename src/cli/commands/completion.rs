use clap::Args;
use clap_complete::Shell;

use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::standard_output;
use crate::cli::arguments::Settings;
use crate::cli::command_line::help;

/// Few people need it, so the list of commands does without.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
#[command(about = "Maak het bestand waarmee een shell opdrachten aanvult", hide = true)]
pub struct Arguments {
    #[arg(value_name = "SHELL", ignore_case = true, help = "De shell waarin je opdrachten typt")]
    pub shell: Shell,
}

/// `regio aanvullen`: what a shell reads to complete commands and options with the Tab key.
pub fn run(_settings: &Settings, arguments: &Arguments) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut help::definition(), "regio", &mut script);
    standard_output::write(&script)?;
    Ok(Exit::Done)
}
