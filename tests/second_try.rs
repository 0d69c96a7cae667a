//! An answer that cannot be kept while a person sits at the terminal: they are asked, and the wizard goes on.

#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "it stands outside the program and looks at it")]

use std::fs;
use std::path::Path;

use portable_pty::CommandBuilder;

use crate::terminal::*;

/// A walk through the first phase of an example, at its second question, with the file of the project out of reach.
fn out_of_reach(folder: &Path) -> Terminal {
    fs::copy("examples/halverwege/regio.toml", folder.join("regio.toml")).expect("the example is there");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_regio"));
    command.args(["fase", "--vraag", "aanleiding"]);
    command.cwd(folder);
    command.env("TERM", "xterm-256color");
    command.env("REGIO_STATE", folder.join("state"));
    command.env("REGIO_VANDAAG", "2026-11-24");
    for name in ["REGIO_EENVOUDIG", "ACCESSIBLE", "NO_COLOR", "REGIO_PROJECT"] {
        command.env_remove(name);
    }
    let mut terminal = Terminal::start(command, 80, 24);
    terminal.wait_for("Waarom juist nu?").settle();
    fs::rename(folder.join("regio.toml"), folder.join("weg.toml")).expect("it can be moved");
    terminal.send("Een storing in de haven\r").settle().send("\r").wait_for("Hoe bewaren we het?").settle();
    terminal
}

fn rescued(folder: &Path) -> usize {
    fs::read_dir(folder.join("state/rescued")).expect("it is there").count()
}

#[test]
fn enter_tries_again_once_the_file_is_back() {
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    let mut terminal = out_of_reach(folder.path());
    assert_eq!(rescued(folder.path()), 1, "the answer is in safety while it waits");
    terminal.send("\r").wait_for_output("nog eens proberen").settle();
    terminal.wait_for("Hoe bewaren we het?").settle();
    fs::rename(folder.path().join("weg.toml"), folder.path().join("regio.toml")).expect("it can be moved");
    terminal.send("\r").wait_for("Waarom is dit antwoord veranderd").settle();
    terminal.send("\r");
    assert_eq!(terminal.end(), 0);
    let kept = fs::read_to_string(folder.path().join("regio.toml")).expect("the project is there");
    assert!(kept.contains("Een storing in de haven"), "{kept}");
    assert_eq!(rescued(folder.path()), 0, "what stands in the project needs no other copy");
}

#[test]
fn a_project_can_go_on_elsewhere() {
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    let mut terminal = out_of_reach(folder.path());
    terminal.send("stick.toml\r").wait_for("Waarom is dit antwoord veranderd").settle();
    terminal.send("\r").wait_for("Het project staat nu in stick.toml");
    assert_eq!(terminal.end(), 0);
    let kept = fs::read_to_string(folder.path().join("stick.toml")).expect("the project is there");
    assert!(kept.contains("Een storing in de haven"), "{kept}");
}

#[test]
fn who_stops_hears_where_the_answer_is() {
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    let mut terminal = out_of_reach(folder.path());
    terminal.send(":stop\r").wait_for("wat je invulde staat in");
    assert_eq!(terminal.end(), 1);
    assert_eq!(rescued(folder.path()), 1);
}
