//! What the help says can be done, can be done: every example is typed in the project of a region that begins.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

use std::ffi::OsString;
use std::fs;
use std::process::Command;

use regio::cli::command_line::{self, Request, help};
use regio::cli::manual::CHAPTERS;

use crate::sessions::{Stage, TODAY, said};

/// The examples in the help of every command.
fn examples() -> Vec<String> {
    fn walk(command: &clap::Command, found: &mut Vec<String>) {
        let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        let examples =
            after.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| line.starts_with("regio"));
        found.extend(examples.map(str::to_owned));
        command.get_subcommands().for_each(|inner| walk(inner, found));
    }
    let mut found = Vec::new();
    walk(&help::definition(), &mut found);
    found
}

/// What the examples speak of: organisations, names, files that came by mail.
fn region() -> Stage {
    let stage = Stage::new();
    let answers = "schema = 1\n\n[request]\nid = \"d41f00c2\"\nproject = \"PROJECT\"\norganisation = \"gemeente-voorbeeld\"\n\n\
                   [request.version]\nverkennen = \"1.0.0\"\n\n[answer.verkennen.eigen-doel.gemeente-voorbeeld]\nvalue = \"Weten wie we bellen.\"\n";
    for command in [
        "regio init --geen-vragen --antwoord project.trekker=Fatima --antwoord verkennen.kopgroep='Gemeente Voorbeeld; Werf De Kade' \
         --antwoord verkennen.startbijeenkomst='15 januari 2027'",
        "regio organisatie nieuw Havenbedrijf --plaats kandidaat",
        "regio organisatie nieuw 'Werf De Kade B.V.' --ja",
        "regio stap wie uitnodiging Fatima",
        "regio stap nieuw 'Leen stoelen' --wie 'Werf De Kade'",
        "regio besluit nieuw 'Elke maand'",
        "regio gebeurtenis nieuw 'De mail lag een dag stil' --soort incident",
        // The id of a decision is any word; the example names this one.
        "sed -i '/^.*decision.*$/,/^id/ s/^id = .*/id = \"k7f\"/' regio.toml",
        "regio controleer",
        "regio document werkbladen verkennen --uit werkblad.docx",
        "cp regio.toml 'regio (kopie van Anna).toml'",
        "mkdir -p ../post post eigen-vragen && cp regio.toml ../post",
        "(cd ../state/backups/* && mv \"$(ls | head -1)\" 2026-11-24_201500-000.toml)",
    ] {
        let output = stage.run(command, TODAY);
        assert!(output.status.success(), "{command}\n{}", said(&output).join("\n"));
    }
    let here = stage.here();
    let project = fs::read_to_string(here.join("regio.toml")).expect("it is there");
    let id = project.lines().find_map(|line| line.strip_prefix("id = \"")).and_then(|rest| rest.strip_suffix('"'));
    let answers = answers.replace("PROJECT", id.expect("a project has an id"));
    for (name, text) in [
        ("antwoorden-gemeente-voorbeeld.toml", answers.as_str()),
        ("post/antwoorden-gemeente-voorbeeld.toml", answers.as_str()),
        ("stapel.txt", "Gemeente Voorbeeld\nT66-3Y 2\n"),
        ("verkennen.toml", include_str!("../questionnaires/verkennen.toml")),
        ("eigen-vragen/verkennen.toml", include_str!("../questionnaires/verkennen.toml")),
    ] {
        fs::write(here.join(name), text).expect("the folder can be written");
    }
    let read = stage.run("regio rondvraag lees post --geen-vragen", TODAY);
    assert!(read.status.success(), "{}", said(&read).join("\n"));
    stage
}

#[test]
fn every_example_works() {
    let region = region();
    let examples = examples();
    let mut failed = Vec::new();
    for example in &examples {
        let stage = Stage::new();
        let copied = Command::new("cp")
            .args(["-a", &format!("{}/.", region.folder.path().display()), &stage.folder.path().display().to_string()])
            .status();
        assert!(copied.is_ok_and(|status| status.success()));
        fs::remove_file(stage.folder.path().join("place")).expect("commands were run in it");
        let output = stage.run(example, TODAY);
        if !output.status.success() {
            failed.push(format!("{example}\n{}", said(&output).join("\n")));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
    assert!(examples.len() > 60, "only {} examples", examples.len());
}

fn shown(words: &[&str]) -> String {
    match command_line::parse(words.iter().map(OsString::from), None) {
        Ok(Request::Show(text)) => text,
        other => panic!("{words:?}: {other:?}"),
    }
}

#[test]
fn every_chapter_is_listed_and_shown_and_is_no_command() {
    let all = shown(&["regio", "help"]);
    for chapter in CHAPTERS {
        assert!(all.contains(&format!("\n  {} ", chapter.name)), "{}", chapter.name);
        assert!(shown(&["regio", "help", chapter.name]).starts_with(chapter.title()), "{}", chapter.name);
        assert!(help::definition().find_subcommand(chapter.name).is_none(), "{} is a command too", chapter.name);
    }
    assert!(shown(&["regio", "help", "bijeenkomst"]).contains("Gebruik:\n  regio bijeenkomst"));
}

#[test]
fn a_chapter_that_the_help_or_a_chapter_names_is_there() {
    fn check(text: &str, command: &clap::Command) -> usize {
        let named: Vec<&str> = text
            .split("regio help ")
            .skip(1)
            .filter_map(|rest| rest.split(|sign: char| !sign.is_lowercase()).next())
            .collect();
        for name in named.iter().filter(|name| !name.is_empty()) {
            let known = CHAPTERS.iter().any(|chapter| chapter.name == *name) || command.find_subcommand(name).is_some();
            assert!(known, "there is no help on {name}: {text}");
        }
        named.len()
    }
    fn walk(command: &clap::Command, root: &clap::Command) -> usize {
        let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        check(&after, root) + command.get_subcommands().map(|inner| walk(inner, root)).sum::<usize>()
    }
    let root = help::definition();
    let in_chapters: usize = CHAPTERS.iter().map(|chapter| check(&chapter.text(100), &root)).sum();
    let in_help = walk(&root, &root);
    assert!(in_chapters > 8 && in_help > 15, "{in_chapters} and {in_help}");
}

#[test]
fn a_word_that_is_nearly_a_command_or_a_chapter_is_recognised() {
    for (words, near) in [
        ("help tafle", "tafel"),
        ("help chekclist", "checklist"),
        ("help stap heropn", "heropen"),
        ("help misgat", "misgaat"),
    ] {
        let words = std::iter::once("regio").chain(words.split(' ')).map(OsString::from);
        let failure = command_line::parse(words, None).expect_err("there is no such word");
        assert_eq!(failure.faults[0].tips, [format!("bedoel je '{near}'?")]);
    }
}
