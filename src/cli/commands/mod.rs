//! One file a command: what may be said to it, and what it does.

mod check;
mod checklist;
mod completion;
mod decision;
mod departure;
mod document;
mod done;
mod event;
mod example;
mod guessed_kinds;
mod handover;
mod history;
mod home;
mod init;
mod join;
mod join_organisations;
mod label;
mod left_lying;
mod meeting;
mod note;
pub mod organisation;
mod questionnaire;
mod renew;
mod reopened;
mod restore;
mod round;
mod status;
mod step;
mod walk;
mod who_agrees;

use clap::error::ErrorKind;
use clap::{ArgMatches, Args, FromArgMatches, Subcommand};

use super::arguments::{Format, Settings, fits};
use super::failure::{Ended, Result};
use super::workplace::Workplace;

macro_rules! commands {
    ($($word:literal => $name:ident($file:ident, $define:ident),)+) => {
        /// The commands, each with what was said to it.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Command {
            /// `regio` alone: what matters now, and what can be done.
            Home,
            $($name($file::Arguments),)+
        }

        /// The commands that `named` picks by their words, as clap knows them, in the order in which help lists them.
        pub fn definitions(named: impl Fn(&str) -> bool) -> Vec<clap::Command> {
            let mut definitions = Vec::new();
            $(if named($word) {
                definitions.push($file::Arguments::$define(clap::Command::new($word)));
            })+
            definitions
        }

        impl Command {
            pub fn read(matches: &ArgMatches) -> Result<Command, clap::Error> {
                match matches.subcommand() {
                    $(Some(($word, matches)) => read(matches, $file::Arguments::$define).map(Command::$name),)+
                    _ => Ok(Command::Home),
                }
            }

            /// Does what was asked.
            pub fn run(&self, settings: &Settings) -> Ended {
                match self {
                    Command::Home => home::run(settings),
                    $(Command::$name(arguments) => $file::run(&Workplace::new(settings)?, arguments),)+
                }
            }
        }
    };
}

commands! {
    "init" => Init(init, augment_args),
    "fase" => Walk(walk, augment_args),
    "bijeenkomst" => Meeting(meeting, augment_args),
    "status" => Status(status, augment_args),
    "checklist" => Checklist(checklist, augment_args),
    "klaar" => Done(done, augment_args),
    "stap" => Step(step, augment_subcommands),
    "organisatie" => Organisation(organisation, augment_subcommands),
    "rondvraag" => Round(round, augment_subcommands),
    "noteer" => Note(note, augment_args),
    "document" => Document(document, augment_args),
    "besluit" => Decision(decision, augment_subcommands),
    "gebeurtenis" => Event(event, augment_subcommands),
    "label" => Label(label, augment_args),
    "geschiedenis" => History(history, augment_args),
    "samenvoegen" => Join(join, augment_args),
    "herstel" => Restore(restore, augment_args),
    "bijwerken" => Renew(renew, augment_args),
    "controleer" => Check(check, augment_args),
    "vragenlijst" => Questionnaire(questionnaire, augment_subcommands),
    "aanvullen" => Complete(completion, augment_args),
}

/// A command that has commands of its own is its list when none of them is named.
fn read<T: FromArgMatches>(matches: &ArgMatches, define: fn(clap::Command) -> clap::Command) -> Result<T, clap::Error> {
    match T::from_arg_matches(matches) {
        Err(error)
            if error.kind() == ErrorKind::MissingSubcommand
                && define(clap::Command::new("regio")).find_subcommand("lijst").is_some() =>
        {
            T::from_arg_matches(&define(clap::Command::new("regio")).try_get_matches_from(["regio", "lijst"])?)
        }
        read => read,
    }
}

const TABLES: &[Format] = &[Format::Csv, Format::Xlsx];

impl Command {
    /// Whether it makes files of its own, beside what it shows.
    pub fn makes_files(&self) -> bool {
        matches!(self, Command::Round(round::Arguments::Make(_)))
    }

    /// Refuses a format that makes no sense for this command, before anything is done. The documents differ among each
    /// other: they look for themselves.
    pub fn fits(&self, format: Format) -> Result<()> {
        match self {
            Command::Document(_) => Ok(()),
            Command::Checklist(_) => fits("een checklist", format, TABLES),
            Command::Organisation(organisation::Arguments::List { .. }) => fits("het register", format, TABLES),
            Command::History(_) => fits("de geschiedenis", format, TABLES),
            Command::Decision(decision::Arguments::List { .. }) => fits("een lijst van besluiten", format, TABLES),
            Command::Event(event::Arguments::List { .. }) => fits("een lijst van gebeurtenissen", format, TABLES),
            _ => fits("het resultaat van deze opdracht", format, &[]),
        }
    }
}
