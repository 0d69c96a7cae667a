use clap::{Arg, Args, Command};
use clap_complete::Shell;

use super::super::exit::Exit;
use super::super::failure::Ended;
use super::super::standard_output;
use super::super::workplace::Workplace;
use crate::cli::command_line::help;

/// Few people need it, so the list of commands does without.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
#[command(about = "Maak het bestand waarmee een shell opdrachten aanvult", hide = true)]
pub struct Arguments {
    #[arg(value_name = "SHELL", ignore_case = true, help = "De shell waarin je opdrachten typt")]
    pub shell: Shell,
}

/// `regio aanvullen`: what a shell reads to complete commands and options with the Tab key.
pub fn run(_: &Workplace, arguments: &Arguments) -> Ended {
    let mut script = Vec::new();
    let mut definition = help::definition();
    clap_complete::generate(arguments.shell, &mut definition, "regio", &mut script);
    if arguments.shell == Shell::Fish {
        script.extend(choices_for_fish(&definition).into_bytes());
    }
    standard_output::write(&script)?;
    Ok(Exit::Done)
}

/// clap tells fish what an option of a command may be, but not what a word without one may be, such as a phase. And an option before the
/// command that still lacks its value is a mistake to the function by which clap asks whether there is a command yet.
fn choices_for_fish(definition: &Command) -> String {
    let mut script = String::new();
    for option in definition.get_opts().filter(|option| !option.get_possible_values().is_empty()) {
        let Some(name) = option.get_long() else { continue };
        let values: Vec<String> =
            option.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        let is_last = format!("string match --quiet -- --{name} (commandline -opc)[-1]");
        script.push_str(&format!("complete -c regio -n \"{is_last}\" -l {name} -r -f -a \"{}\"\n", values.join(" ")));
    }
    for command in definition.get_subcommands() {
        let using = format!("__fish_regio_using_subcommand {}", command.get_name());
        for below in command.get_subcommands() {
            choices_of(below, &format!("{using}; and __fish_seen_subcommand_from {}", below.get_name()), &mut script);
        }
        choices_of(command, &using, &mut script);
    }
    script
}

fn choices_of(command: &Command, condition: &str, script: &mut String) {
    for value in command.get_positionals().flat_map(Arg::get_possible_values) {
        script.push_str(&format!("complete -c regio -n \"{condition}\" -f -a {}\n", value.get_name()));
    }
}
