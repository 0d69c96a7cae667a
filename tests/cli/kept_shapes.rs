//! The shapes as they went out are read by every later program, and nothing of them is lost.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::story::Story;

const FOLDER: &str = "tests/fixtures/kept";

fn kept(name: &str) -> String {
    fs::read_to_string(Path::new(FOLDER).join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[track_caller]
fn assert_all_lines_stand(before: &str, after: &str) {
    let gone: Vec<&str> = before.lines().filter(|line| !after.contains(line)).collect();
    assert!(gone.is_empty(), "{gone:#?}");
}

#[test]
fn nobody_edits_what_went_out() {
    let sums = kept("SHA256SUMS");
    let mut listed: Vec<(String, String)> = sums
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(sum, name)| (name.to_owned(), sum.to_owned()))
        .collect();
    listed.sort();
    let files = fs::read_dir(FOLDER).expect("the fixtures are there").flatten().map(|entry| entry.path());
    let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let mut found: Vec<(String, String)> = files
        .map(|path| {
            let sum = Sha256::digest(fs::read(&path).expect("a fixture can be read"));
            let sum = sum.iter().map(|byte| format!("{byte:02x}")).collect();
            (path.file_name().expect("it has a name").to_string_lossy().into_owned(), sum)
        })
        .collect();
    found.sort();
    assert_eq!(found, listed, "a kept shape is never edited: a new one is a new file");
}

#[test]
fn a_project_is_read_and_a_change_leaves_every_line_of_it() {
    let story = Story::new();
    let before = kept("project.toml");
    story.write("regio.toml", &before);
    story.run(&["controleer"]).succeeds().says("In orde").says_no("let op");
    for words in ["Schepen die op tijd vertrekken", "Elkaar helpen.", "Samen sneller weten wat er speelt."] {
        story.run(&["document", "overzicht"]).succeeds().shows(words);
    }
    story.run(&["gebeurtenis", "nieuw", "Een proef"]).succeeds();
    assert_all_lines_stand(&before, &story.project());
}

#[test]
fn a_mailed_file_is_heard() {
    let story = Story::new();
    let before = kept("round.toml");
    story.write("regio.toml", &before);
    story.write("mailed.toml", &kept("mailed.toml"));
    let said = kept("mailed.toml").matches("\n[answer.").count();
    story.run(&["rondvraag", "lees", "mailed.toml", "--geen-vragen"]).succeeds().shows(&format!("{said} nieuw"));
    story.run(&["controleer"]).succeeds().says("In orde");
    let texts = kept("mailed.toml");
    let values: Vec<&str> = texts.lines().filter(|line| line.starts_with("value = ")).collect();
    assert!(values.len() > 5 && values.iter().all(|value| story.project().contains(value)), "{}", story.project());
}

#[test]
fn an_answers_file_fills_a_project() {
    let story = Story::new();
    story.write("answers.toml", &kept("answers.toml"));
    story.run(&["init", "--geen-vragen", "--antwoorden", "answers.toml"]).succeeds();
    for phase in ["ontwikkelen", "uitbouwen"] {
        story.run(&["fase", phase, "--geen-vragen", "--antwoorden", "answers.toml"]).succeeds();
    }
    story.run(&["controleer"]).succeeds().says("In orde");
    let headings = kept("answers.toml");
    let headings: Vec<&str> = headings.lines().filter(|line| line.starts_with("[answer.")).collect();
    assert!(headings.len() > 100);
    let missing: Vec<&&str> = headings.iter().filter(|heading| !story.project().contains(**heading)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn questionnaires_are_taken() {
    for name in ["questionnaire.toml", "questionnaire-1.toml", "questionnaire-5.toml"] {
        let story = Story::with_project();
        story.write("vragenlijsten/eigen.toml", &kept(name));
        story.run(&["controleer", "vragenlijsten/eigen.toml"]).succeeds().says("In orde");
        story.run(&["status"]).succeeds();
    }
}
