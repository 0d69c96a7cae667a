//! What no input may bring down: every parser and the merge, each as a function of bytes. The fuzzer gives them what it makes up, and a test
//! what was kept of that (`tests/fuzz.rs`).

use std::sync::LazyLock;

use chrono::Datelike;
use regio::catalog::{self, Catalog};
use regio::domain::Project;
use regio::ledger::{Side, merge};
use regio::notation;
use regio::project_file::{Outline, ProjectFile, read_answers};
use regio::source::SourceFile;
use regio::{built_in, wording};

/// What is done with an input.
pub type Target = fn(&[u8]);

/// Every target by its name.
pub const TARGETS: [(&str, Target); 7] = [
    ("project", project),
    ("answers", answers),
    ("questionnaire", questionnaire),
    ("condition", condition),
    ("wording", own_text),
    ("notation", typed),
    ("merge", merged),
];

static CATALOG: LazyLock<&Catalog> = LazyLock::new(built_in::catalog);

fn outline() -> Outline {
    Outline::of_questions(CATALOG.questions())
}

/// A file that is read is written as it was, and a change of it reads back.
pub fn project(bytes: &[u8]) {
    let Ok((file, read)) = ProjectFile::open("regio.toml", bytes, outline()) else { return };
    let same = file.saying(&read.project).expect("what was read can be written");
    assert_eq!(same.to_bytes(), bytes, "an unchanged project gives the same bytes");
    let mut changed = read.project.clone();
    changed.name = Some("Het is gelukt".to_owned());
    if let Ok(written) = file.saying(&changed) {
        let (_, back) =
            ProjectFile::open("regio.toml", &written.to_bytes(), outline()).expect("it was read back already");
        assert_eq!(back.project.name, changed.name);
        assert_eq!(back.project.history.len(), read.project.history.len());
    }
}

pub fn answers(bytes: &[u8]) {
    if let Ok(source) = SourceFile::from_bytes("antwoorden.toml", bytes)
        && let Err(refused) = read_answers(&source, &outline())
    {
        is_told(&refused.to_string());
    }
}

pub fn questionnaire(bytes: &[u8]) {
    if let Ok(source) = SourceFile::from_bytes("eigen.toml", bytes)
        && let Err(refused) = catalog::assemble(&[source])
    {
        refused.iter().for_each(|faults| is_told(&faults.to_string()));
    }
}

/// The condition of a question, in a questionnaire that is in order but for that.
pub fn condition(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let quoted: String = text.chars().filter(|sign| !sign.is_control()).collect();
    let quoted = quoted.replace('\\', "\\\\").replace('"', "\\\"");
    let question = |id: &str, rest: &str| {
        format!(
            "[[section.question]]\nid = \"{id}\"\nrevision = 1\nlabel = \"{id}\"\nask = \"Wat?\"\ntype = \"number\"\nhelp = \"Denk.\"\n\
             why = \"Daarom.\"\norigin = \"aanvulling\"\nsource = \"wens\"\ndated = 2026-11-24\n{rest}\n"
        )
    };
    let head = "schema = 1\nid = \"proef\"\nversion = \"1.0.0\"\nphase = \"verkennen\"\ntitle = \"Proef\"\nintro = \"Proef.\"\n\
                [[section]]\nid = \"deel\"\ntitle = \"Deel\"\nintro = \"Deel.\"\n";
    let whole = format!("{head}{}{}", question("een", ""), question("twee", &format!("when = \"{quoted}\"")));
    questionnaire(whole.as_bytes());
}

pub fn own_text(bytes: &[u8]) {
    if let Ok(source) = SourceFile::from_bytes("eigen.toml", bytes)
        && let Err(faults) = wording::read(&source, &CATALOG)
    {
        is_told(&faults.to_string());
    }
}

/// What a person types: read as everything that can be typed, and shown.
pub fn typed(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).expect("it is a day");
    for day in [today, chrono::NaiveDate::MIN, chrono::NaiveDate::MAX] {
        // What lies outside the years that people write is not written back.
        if let Ok(read) = notation::read_date(text, day)
            && (1_000..=9_999).contains(&read.year())
        {
            assert_eq!(notation::read_date(&notation::date(read), day).ok(), Some(read), "{text:?}");
        }
    }
    if let Ok(read) = notation::read_amount(text) {
        assert_eq!(notation::read_amount(&notation::amount(read)).ok(), Some(read), "{text:?}");
    }
    if let Ok(read) = notation::read_hours(text) {
        assert_eq!(notation::read_hours(&notation::hours(read)).ok(), Some(read), "{text:?}");
    }
    let _ = (notation::read_number(text), notation::read_yes_no(text), notation::read_times(text));
    let _ = (notation::printed(text), notation::addresses(text).len(), notation::shortened(text, 40));
    is_told(&notation::visible(text));
}

/// Three projects, divided by a line of hashes: what was, and what two people made of it.
pub fn merged(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let read =
        |part: &str| ProjectFile::open("regio.toml", part.as_bytes(), outline()).ok().map(|(_, read)| read.project);
    let projects: Option<Vec<Project>> = text.split("\n########\n").map(read).collect();
    let Some([base, ours, theirs]) = projects.as_deref() else { return };
    let joined = |ours: &Project, theirs: &Project, side: Side| merge(base, ours, theirs, &move |_| side).project;
    let made = joined(ours, theirs, Side::Ours);
    assert_eq!(joined(base, base, Side::Ours), *base, "nothing changed");
    let again = merge(theirs, &made, theirs, &|_| Side::Ours).project;
    assert_eq!(again, made, "what came along already comes along once");
    for word in words(ours).chain(words(theirs)) {
        let is_there = words(&made).any(|kept| kept == word);
        let was_taken_away = words(base).any(|kept| kept == word);
        assert!(is_there || was_taken_away, "{word:?} is lost");
    }
}

/// What was answered, whatever became of it.
fn words(project: &Project) -> impl Iterator<Item = regio::domain::State> {
    let said = project.everything_said().filter(|(_, _, answer)| answer.value().is_some());
    let said: Vec<_> = said.map(|(_, _, answer)| answer.state.clone()).collect();
    let history = project.history.iter().flat_map(|change| change.from.clone().into_iter().chain(change.to.clone()));
    said.into_iter().chain(history.collect::<Vec<_>>())
}

/// Whatever was in the input, nothing of what is said steers the terminal.
fn is_told(said: &str) {
    let steers = |sign: char| sign != '\n' && sign != '\t' && (sign.is_control() || notation::steers(sign));
    assert!(!said.chars().any(steers), "{said:?}");
}
