use std::ffi::OsString;

use clap::{ArgAction, ArgMatches, Args, FromArgMatches};

use super::help::HelpRequest;
use crate::cli::arguments::Settings;
use crate::cli::commands::{Command, definitions};

/// What the words of a command line say.
#[derive(Debug, PartialEq, Eq)]
pub enum Said {
    Command(Box<Command>, Settings),
    Help(HelpRequest),
}

/// The whole command line, as clap knows it.
pub fn whole() -> clap::Command {
    with_commands(|_| true)
}

/// Reads a command line, the name of the program first.
///
/// Only the commands that the words name are made, which is most of the time of a start. A command that no word names
/// cannot be read from them, so this changes nothing but what an error may suggest: errors come from the whole.
pub fn read(words: &[OsString]) -> Result<Said, clap::Error> {
    let lean = with_commands(|name| words.iter().any(|word| word == name));
    match lean.try_get_matches_from(words) {
        Ok(matches) => understand(&matches),
        Err(_) => understand(&whole().try_get_matches_from(words)?),
    }
}

fn understand(matches: &ArgMatches) -> Result<Said, clap::Error> {
    match matches.subcommand() {
        Some((HELP, inner)) => HelpRequest::from_arg_matches(inner).map(Said::Help),
        _ => Ok(Said::Command(Box::new(Command::read(matches)?), Program::from_arg_matches(matches)?.shared)),
    }
}

const HELP: &str = "help";

fn with_commands(named: impl Fn(&str) -> bool) -> clap::Command {
    let root = Program::augment_args(clap::Command::new("regio").bin_name("regio"));
    let help = named(HELP).then(|| HelpRequest::augment_args(clap::Command::new(HELP)));
    root.subcommands(definitions(named)).subcommands(help)
}

/// The command that these words name, as far as they do, and its full name: `regio stap nieuw`.
pub fn nearest(words: &[OsString]) -> (clap::Command, String) {
    let mut command = whole();
    command.build();
    let mut path = command.get_name().to_owned();
    for word in words.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(found) = command.find_subcommand(word).cloned() {
            path = format!("{path} {}", found.get_name());
            command = found;
        }
    }
    (command, path)
}

#[derive(Args, Debug)]
#[command(version, about = "Wizard voor wie een regionale samenwerking op cybersecurity begint")]
#[command(disable_help_flag = true, disable_help_subcommand = true, disable_version_flag = true)]
struct Program {
    #[arg(short = 'V', long = "versie", alias = "version", action = ArgAction::Version, help = "Toon de versie")]
    version: Option<bool>,

    #[command(flatten)]
    shared: Settings,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read_from_whole(words: &[OsString]) -> Result<Said, clap::Error> {
        understand(&whole().try_get_matches_from(words)?)
    }

    #[test]
    fn the_commands_are_well_formed() {
        whole().debug_assert();
    }

    /// Clap lets an argument of a command take the place of a shared option whose field has the same name.
    #[test]
    fn no_argument_hides_a_shared_option() {
        fn check(command: &clap::Command, shared: &[&str]) {
            for long in shared {
                let found = command.get_arguments().any(|argument| argument.get_long() == Some(long));
                assert!(found, "{} hides --{long}", command.get_name());
            }
            command.get_subcommands().for_each(|inner| check(inner, shared));
        }
        let mut program = whole();
        program.build();
        let shared: Vec<&str> =
            program.get_arguments().filter(|one| one.is_global_set()).filter_map(|one| one.get_long()).collect();
        assert!(shared.contains(&"uit"));
        check(&program, &shared);
    }

    proptest! {
        #[test]
        fn what_is_read_does_not_depend_on_the_commands_that_are_left_out(
            picked in prop::collection::vec(prop::sample::select(vec![
                "init", "fase", "stap", "klaar", "lijst", "status", "help", "hulp", "besluit", "nieuw", "tekst", "een=twee",
                "--kleur", "--uit", "--project", "--formaat", "markdown", "--antwoord", "--", "-h", "-V", "verkennen", "--alles",
            ]), 0..5)
        ) {
            let words: Vec<OsString> = std::iter::once("regio").chain(picked).map(OsString::from).collect();
            let (lean, from_whole) = (read(&words), read_from_whole(&words));
            prop_assert_eq!(lean.map_err(|error| error.to_string()), from_whole.map_err(|error| error.to_string()));
        }
    }

    #[cfg(unix)]
    proptest! {
        #[test]
        fn no_bytes_make_it_panic(given in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..9), 0..5)) {
            use std::os::unix::ffi::OsStringExt;
            let words: Vec<OsString> = given.into_iter().map(OsString::from_vec).collect();
            let _ = crate::cli::command_line::parse(words, None);
        }
    }
}
