use crate::cli::arguments::{HelpRequest, help};
use crate::cli::{Exit, Failure, standard_output};

/// Shows the help of a command.
pub fn run(arguments: &HelpRequest) -> Result<Exit, Failure> {
    let text = help::text(&arguments.names)?;
    standard_output::write(text.as_bytes())?;
    Ok(Exit::Done)
}
