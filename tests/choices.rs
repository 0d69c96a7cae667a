//! Choices that only a person at a terminal is asked: which project stood in a broken file, and whether a new name is that of another.

#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "it stands outside the program and looks at it")]

use std::fs;

use portable_pty::CommandBuilder;

use crate::story::Story;
use crate::terminal::*;

fn start(story: &Story, folder: &str, words: &[&str]) -> Terminal {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_regio"));
    command.args(words);
    command.cwd(story.path(folder));
    command.env("TERM", "xterm-256color");
    command.env("REGIO_STATE", story.path("state"));
    command.env("REGIO_VANDAAG", "2026-11-24");
    for name in ["REGIO_EENVOUDIG", "ACCESSIBLE", "NO_COLOR", "REGIO_PROJECT"] {
        command.env_remove(name);
    }
    Terminal::start(command, 80, 24)
}

/// Two projects of which copies are kept, and a file of which nothing can be read at a place where regio never was.
fn broken_beside_two() -> Story {
    let story = Story::new();
    for (folder, name) in [("een", "Samen Sterk"), ("twee", "Haven Veilig")] {
        fs::create_dir(story.path(folder)).expect("the folder can be made");
        let file = format!("{folder}/regio.toml");
        story.run(&["init", folder, "--geen-vragen", "--antwoord", &format!("project.naam={name}")]).succeeds();
        story.run(&["gebeurtenis", "nieuw", "Gelukt", "--project", &file]).succeeds();
    }
    story.write("kapot/regio.toml", "%%%%");
    story
}

#[test]
fn of_a_broken_file_a_person_says_which_project_it_was() {
    let story = broken_beside_two();
    let mut terminal = start(&story, "kapot", &["herstel"]);
    terminal.wait_for("Welk project zet je daar").wait_for("Samen Sterk").wait_for("Haven Veilig").settle();
    terminal.send("haven").settle().send("\r").wait_for("Welke kopie zet je terug?").settle();
    terminal.send("1").settle().send("\r").wait_for("Wat er nu staat, blijft als kopie bewaard").settle();
    terminal.send("ja").settle().send("\r");
    terminal.wait_for("Teruggezet");
    assert_eq!(terminal.end(), 0, "{}", terminal.dump());
    assert_eq!(story.read("kapot/regio.toml"), story.read("twee/regio.toml"));
    let copies = fs::read_dir(story.path("state/backups")).expect("copies are kept").flatten();
    let copies = copies.flat_map(|folder| fs::read_dir(folder.path()).expect("it is a folder").flatten());
    assert!(
        copies.into_iter().any(|copy| fs::read(copy.path()).is_ok_and(|bytes| bytes == b"%%%%")),
        "what stood there is a copy"
    );
}

#[test]
fn who_chooses_no_project_changes_nothing() {
    let story = broken_beside_two();
    let mut terminal = start(&story, "kapot", &["herstel"]);
    terminal.wait_for("Welk project zet je daar").settle().send("\u{1b}");
    terminal.end();
    assert_eq!(story.read("kapot/regio.toml"), "%%%%");
}

fn renaming(story: &Story) -> Terminal {
    story.run(&["organisatie", "nieuw", "Werf De Kade"]).succeeds();
    let words = ["organisatie", "wijzig", "gemeente-zuidwald", "--naam", "Werf De Kade B.V."];
    let mut terminal = start(story, ".", &words);
    terminal.wait_for("Bedoel je Werf De Kade?").wait_for("Nee, Werf De Kade B.V. is een andere organisatie").settle();
    terminal
}

#[test]
fn a_new_name_like_that_of_another_is_taken_when_a_person_says_so() {
    let story = Story::with_project();
    let mut terminal = renaming(&story);
    terminal.send("nee").settle().send("\r").wait_for("Bijgewerkt: Werf De Kade B.V.");
    assert_eq!(terminal.end(), 0, "{}", terminal.dump());
    assert!(
        story.project().contains("id = \"gemeente-zuidwald\"\nname = \"Werf De Kade B.V.\""),
        "{}",
        story.project()
    );
}

#[test]
fn a_new_name_that_means_the_other_changes_nothing() {
    let story = Story::with_project();
    let mut terminal = renaming(&story);
    let before = story.project();
    terminal.send("ja").settle().send("\r");
    terminal.end();
    assert_eq!(story.project(), before);
}
