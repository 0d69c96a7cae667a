use std::collections::BTreeMap;
use std::ffi::OsString;

use clap::{Arg, Args, Command};
use serde::Deserialize;

use super::program;
use crate::cli::arguments::value;
use crate::cli::{Failure, Result, manual};
use crate::source::{nearest, quoted};

/// `regio help`
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(alias = "hulp", about = "Toon uitleg over een opdracht, of een hoofdstuk van de handleiding")]
pub struct HelpRequest {
    #[arg(value_name = "ONDERWERP", help = "De opdracht, in een of twee woorden, of het hoofdstuk")]
    pub names: Vec<String>,
}

/// The widest that a help text becomes, in columns.
const WIDEST: usize = 100;

const TEMPLATE: &str = "{about-with-newline}\n{before-help}{all-args}{after-help}\n";

/// The commands with Dutch help. Reading a command line does without, so that a start stays quick.
pub fn definition() -> Command {
    let (told, mut seldom) = (told(), String::from("Minder vaak nodig:"));
    let mut root = program::whole().max_term_width(WIDEST);
    for name in &told["regio"].seldom {
        root = root.mut_subcommand(name, |command| {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            seldom.push_str(&format!("\n  {name:<12}  {about}"));
            command.hide(true)
        });
    }
    let root = dress(root, "regio", &told);
    let examples = root.get_after_help().map(ToString::to_string).unwrap_or_default();
    root.after_help(format!("{seldom}\n\n{examples}\n\n{}", chapters()))
}

/// The help text of the command of this name, `["organisatie", "nieuw"]` for instance, or the chapter of this name.
pub fn text(names: &[String]) -> Result<String> {
    let mut root = definition();
    root.build();
    let mut command = &root;
    for name in names {
        match command.find_subcommand(name) {
            Some(found) => command = found,
            None if command.has_subcommands() => return chapter(names).ok_or_else(|| unknown(name, command)),
            None => break,
        }
    }
    Ok(command.clone().render_long_help().to_string())
}

/// The help text of the nearest command.
pub fn nearest_text(words: &[OsString]) -> Result<String> {
    let (_, path) = program::nearest(words);
    let names: Vec<String> = path.split(' ').skip(1).map(str::to_owned).collect();
    text(&names)
}

fn chapter(names: &[String]) -> Option<String> {
    let [name] = names else { return None };
    let width = console::Term::stdout().size_checked().map_or(WIDEST, |(_, columns)| usize::from(columns).min(WIDEST));
    manual::chapter(&name.to_lowercase()).map(|chapter| chapter.text(width))
}

fn unknown(name: &str, command: &Command) -> Failure {
    let commands = command.get_subcommands().map(Command::get_name);
    let chapters = manual::CHAPTERS.iter().map(|chapter| chapter.name);
    Failure::wrong_use(format!("{} ken ik niet", quoted(name)))
        .near_or(nearest(name, commands.chain(chapters)), "typ 'regio help' voor alle opdrachten en hoofdstukken")
}

/// What is told of a command besides what it is and takes.
#[derive(Deserialize)]
struct Told {
    when: Option<String>,
    examples: Vec<String>,
    /// Of the manual, for who wants to read more.
    chapter: Option<String>,
    /// The commands below it that can stand apart, in order.
    #[serde(default)]
    seldom: Vec<String>,
}

/// By the full names of the commands.
fn told() -> BTreeMap<String, Told> {
    toml::from_str(include_str!("help.toml")).expect("the tests read the help of every command")
}

fn dress(command: Command, path: &str, told: &BTreeMap<String, Told>) -> Command {
    let (when, after_help) = told.get(path).map_or_else(Default::default, Told::around);
    // Clap wraps this text to the width, which it does not do with its own usage line.
    let before_help = format!("{when}Gebruik:\n  {}", usage(&command, path));
    command
        .before_help(before_help)
        .after_help(after_help)
        .help_template(TEMPLATE)
        .subcommand_help_heading("Opdrachten")
        .mut_args(dress_argument)
        .mut_subcommands(|inner| {
            let path = format!("{path} {}", inner.get_name());
            dress(inner, &path, told)
        })
}

impl Told {
    /// What stands before the usage of the command, and what stands after all.
    fn around(&self) -> (String, String) {
        let when = self.when.iter().map(|when| format!("{when}\n\n")).collect();
        let head = if self.examples.len() == 1 { "Voorbeeld" } else { "Voorbeelden" };
        let more: String = self.chapter.iter().map(|name| format!("\n\nMeer lezen: regio help {name}")).collect();
        (when, format!("{head}:\n  {}{more}", self.examples.join("\n  ")))
    }
}

/// The chapters of the manual, as the help of the program lists them.
fn chapters() -> String {
    let line = |chapter: &manual::Chapter| format!("\n  {:15}{}", chapter.name, chapter.title());
    let lines: String = manual::CHAPTERS.iter().map(line).collect();
    format!("Meer over een opdracht: regio help checklist\nDe handleiding: regio help HOOFDSTUK{lines}")
}

fn usage(command: &Command, path: &str) -> String {
    let positionals = command.get_positionals().map(|argument| format!(" {argument}"));
    let inner = if command.has_subcommands() { " [OPDRACHT]" } else { "" };
    format!("{path}{}{inner} [OPTIES]", positionals.collect::<String>())
}

/// Puts an argument under a heading, and the words to choose from in its help.
fn dress_argument(argument: Arg) -> Arg {
    let argument = match argument.get_help_heading() {
        Some(_) => argument,
        None if argument.is_positional() => argument.help_heading("Argumenten"),
        None => argument.help_heading("Opties"),
    };
    if !argument.get_action().takes_values() {
        return argument;
    }
    let argument = argument.hide_possible_values(true).hide_default_value(true);
    let words: Vec<String> = argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    match argument.get_help() {
        Some(help) if !words.is_empty() => {
            let help = format!("{help}. Kies uit: {}", value::alternatives(&words));
            argument.help(help)
        }
        _ => argument,
    }
}
