use std::ffi::OsString;

use clap::{ArgAction, ArgMatches, Args, FromArgMatches};

use super::check::Check;
use super::checklist::Checklist;
use super::command::Command;
use super::decision::DecisionGroup;
use super::document::Document;
use super::help_request::HelpRequest;
use super::history::History;
use super::init::Init;
use super::note::Note;
use super::organisation::OrganisationGroup;
use super::questionnaire::QuestionnaireGroup;
use super::round::RoundGroup;
use super::shared_options::SharedOptions;
use super::status::Status;
use super::step::StepGroup;
use super::success::SuccessGroup;
use super::walk::Walk;

/// The commands in the order in which help lists them.
const SUBJECTS: &[Subject] = &[
    Subject::new::<Init>("init"),
    Subject::new::<Walk>("fase"),
    Subject::new::<Status>("status"),
    Subject::new::<Checklist>("checklist"),
    Subject::new::<StepGroup>("stap"),
    Subject::new::<OrganisationGroup>("organisatie"),
    Subject::new::<RoundGroup>("uitvraag"),
    Subject::new::<Note>("noteer"),
    Subject::new::<Document>("document"),
    Subject::new::<DecisionGroup>("besluit"),
    Subject::new::<SuccessGroup>("succes"),
    Subject::new::<History>("geschiedenis"),
    Subject::new::<Check>("controleer"),
    Subject::new::<QuestionnaireGroup>("vragenlijst"),
    Subject::new::<HelpRequest>("help"),
];

/// The whole command line, as clap knows it.
pub fn whole() -> clap::Command {
    root().subcommands(SUBJECTS.iter().map(Subject::definition))
}

/// Reads a command line, the name of the program first.
///
/// Only the commands that the words name are made, which is most of the time of a start. A command that no word names
/// cannot be read from them, so this changes nothing but what an error may suggest: errors come from the whole.
pub fn read(words: &[OsString]) -> Result<(Command, SharedOptions), clap::Error> {
    let named = SUBJECTS.iter().filter(|subject| words.iter().any(|word| word == subject.name));
    let matches = match root().subcommands(named.map(Subject::definition)).try_get_matches_from(words) {
        Ok(matches) => matches,
        Err(_) => whole().try_get_matches_from(words)?,
    };
    Ok((command(&matches)?, Program::from_arg_matches(&matches)?.shared))
}

fn command(matches: &ArgMatches) -> Result<Command, clap::Error> {
    let chosen = matches.subcommand();
    let subject = |name: &str| SUBJECTS.iter().find(|subject| subject.name == name);
    match chosen.and_then(|(name, inner)| subject(name).map(|subject| (subject, inner))) {
        Some((subject, inner)) => (subject.read)(inner),
        None => Ok(Command::Overview),
    }
}

fn root() -> clap::Command {
    Program::augment_args(clap::Command::new("regio").bin_name("regio"))
}

#[derive(Args, Debug)]
#[command(version)]
#[command(about = "Wizard voor wie een regionale samenwerking op cybersecurity begint")]
#[command(before_help = "Zonder opdracht toont regio waar je staat en wat je nu kunt doen.")]
#[command(after_help = "Voorbeelden:
  regio init
  regio fase verkennen
  regio checklist

Meer over een opdracht: regio help checklist")]
#[command(disable_help_flag = true, disable_help_subcommand = true, disable_version_flag = true)]
struct Program {
    #[arg(short = 'V', long = "versie", alias = "version", action = ArgAction::Version, help = "Toon de versie")]
    version: Option<bool>,

    #[command(flatten)]
    shared: SharedOptions,
}

/// The first word behind `regio`.
struct Subject {
    name: &'static str,
    define: fn(clap::Command) -> clap::Command,
    read: fn(&ArgMatches) -> Result<Command, clap::Error>,
}

impl Subject {
    const fn new<T: Args + Into<Command>>(name: &'static str) -> Subject {
        Subject { name, define: T::augment_args, read: |matches| T::from_arg_matches(matches).map(Into::into) }
    }

    fn definition(&self) -> clap::Command {
        (self.define)(clap::Command::new(self.name))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read_from_whole(words: &[OsString]) -> Result<(Command, SharedOptions), clap::Error> {
        let matches = whole().try_get_matches_from(words)?;
        Ok((command(&matches)?, Program::from_arg_matches(&matches)?.shared))
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
                "--json", "--uit", "--project", "--formaat", "markdown", "--antwoord", "--", "-h", "-V", "verkennen", "--alles",
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
            let _ = crate::cli::arguments::parse(words, None);
        }
    }
}
