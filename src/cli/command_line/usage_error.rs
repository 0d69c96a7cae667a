use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::source::{did_you_mean, nearest, quoted};
use crate::wording;

use super::program;
use crate::cli::Failure;
use crate::cli::arguments::value::{ValueFault, alternatives};

/// Says in Dutch what clap found wrong with these words. None of its own words come along, only names and values.
pub fn failure(error: &clap::Error, words: &[OsString]) -> Failure {
    let (command, path) = program::nearest(words);
    let failure = match error.kind() {
        ErrorKind::InvalidSubcommand => unknown_command(error, &command),
        ErrorKind::UnknownArgument => unknown_argument(error, &command),
        ErrorKind::InvalidValue => invalid_value(error),
        ErrorKind::ValueValidation => misfit(error),
        ErrorKind::TooManyValues => {
            let value = quoted(&text(error, ContextKind::InvalidValue));
            Failure::wrong_use(format!("{value} is te veel bij {}", argument(error)))
        }
        ErrorKind::ArgumentConflict => conflict(error),
        ErrorKind::MissingRequiredArgument => missing(error),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let inner: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
            let failure = Failure::wrong_use(format!("achter '{path}' hoort nog een opdracht"));
            if inner.is_empty() { failure } else { failure.tip(format!("kies uit: {}", inner.join(", "))) }
        }
        ErrorKind::InvalidUtf8 => Failure::wrong_use("in een van de woorden staan tekens die ik niet kan lezen")
            .tip("typ de opdracht opnieuw in plaats van hem te plakken"),
        _ => Failure::wrong_use("deze opdracht kan ik niet lezen"),
    };
    let has_tip = failure.faults.iter().any(|fault| !fault.tips.is_empty());
    failure.tips((!has_tip).then(|| format!("typ '{path} --help' voor uitleg en voorbeelden")))
}

/// Whether the unknown command is a call for help, as in `regio stap help`.
pub fn asks_help(error: &clap::Error) -> bool {
    error.kind() == ErrorKind::InvalidSubcommand
        && matches!(text(error, ContextKind::InvalidSubcommand).as_str(), "help" | "hulp")
}

fn unknown_command(error: &clap::Error, command: &clap::Command) -> Failure {
    let given = text(error, ContextKind::InvalidSubcommand);
    let failure = Failure::wrong_use(format!("{} ken ik niet", quoted(&given)));
    // `stap klaar` for instance: a command that stands on its own.
    let is_document = || wording::built_in().iter().any(|text| text.name == format!("{given}.toml"));
    match program::whole().find_subcommand(&given) {
        Some(other) => failure.near(Some(&format!("regio {}", other.get_name()))),
        None if is_document() => failure.near(Some(&format!("regio document {given}"))),
        None => failure.near(nearest(&given, command.get_subcommands().map(clap::Command::get_name))),
    }
}

fn unknown_argument(error: &clap::Error, command: &clap::Command) -> Failure {
    let given = text(error, ContextKind::InvalidArg);
    let takes_text = command.get_positionals().next().is_some();
    if !given.starts_with('-') {
        return Failure::wrong_use(format!("{} had ik hier niet verwacht", quoted(&given)))
            .tips(takes_text.then_some("zet een tekst van meer woorden tussen aanhalingstekens"));
    }
    let options: Vec<String> =
        command.get_arguments().filter_map(clap::Arg::get_long).map(|long| format!("--{long}")).collect();
    let near = nearest(&given, options.iter().map(String::as_str));
    Failure::wrong_use(format!("de optie {} ken ik niet", quoted(&given)))
        .near(near)
        .tips((takes_text && near.is_none()).then_some("begint je tekst met een streepje? Zet er dan -- voor"))
}

fn invalid_value(error: &clap::Error) -> Failure {
    let choices = texts(error, ContextKind::ValidValue);
    let choices: Vec<&str> = choices.iter().map(String::as_str).collect();
    let given = text(error, ContextKind::InvalidValue);
    let failure = if given.is_empty() {
        Failure::wrong_use(format!("bij {} hoort een waarde", argument(error)))
    } else {
        Failure::wrong_use(format!("{} kan niet bij {}", quoted(&given), argument(error)))
    };
    failure.tips(did_you_mean(&given, &choices))
}

fn misfit(error: &clap::Error) -> Failure {
    let fault = std::error::Error::source(error).and_then(|source| source.downcast_ref::<ValueFault>());
    let subject = match text(error, ContextKind::InvalidValue).trim() {
        "" => argument(error),
        given => format!("{} bij {}", quoted(given), argument(error)),
    };
    match fault {
        Some(fault) => Failure::wrong_use(format!("{subject} {}", fault.fault)).tip(fault.tip.as_str()),
        None => Failure::wrong_use(format!("{subject} kan ik niet lezen")),
    }
}

fn conflict(error: &clap::Error) -> Failure {
    let first = argument(error);
    let others: Vec<String> = texts(error, ContextKind::PriorArg).iter().map(|name| quoted(plain_name(name))).collect();
    if others.is_empty() || others.contains(&first) {
        return Failure::wrong_use(format!("{first} staat er meer dan een keer")).tip("noem het maar een keer");
    }
    Failure::wrong_use(format!("{first} gaat niet samen met {}", alternatives(&others))).tip("kies er een van de twee")
}

fn missing(error: &clap::Error) -> Failure {
    let names = texts(error, ContextKind::InvalidArg);
    let names: Vec<&str> = names.iter().map(|name| plain_name(name)).collect();
    Failure::wrong_use(format!("hier ontbreekt nog: {}", names.join(", ")))
}

fn argument(error: &clap::Error) -> String {
    quoted(plain_name(&text(error, ContextKind::InvalidArg)))
}

/// The name in clap's notation of an argument: `--op` of `--op <DATUM>`, `ID` of `<ID>...`.
fn plain_name(notation: &str) -> &str {
    let name = notation.split(' ').next().unwrap_or_default();
    name.trim_end_matches("...").trim_matches(['<', '>', '[', ']'])
}

fn text(error: &clap::Error, kind: ContextKind) -> String {
    texts(error, kind).into_iter().next().unwrap_or_default()
}

fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
