//! The README and the manual are played: what they let a reader type works, and what they show is what the program says.
//!
//! A word in a comment above a block says what becomes of it. The blocks of a file are played in order, in a folder of its own:
//! - `sessie`: a `console` block is compared with what the program says, where a line `…` stands for any lines; of an `sh` block
//!   each command must succeed. `sessie op 2027-03-01` plays on that day.
//! - `bestand NAAM`: the block is kept in that file.
//! - `niet gespeeld: REDEN`: the block cannot be played here.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub const TODAY: &str = "2026-11-24";

#[derive(Debug, PartialEq, Eq)]
enum Part {
    /// Commands with what the program says to them.
    Session {
        day: String,
    },
    /// Commands that succeed.
    Commands {
        day: String,
    },
    File {
        name: String,
    },
    Unplayed {
        reason: String,
    },
    /// Nothing that a reader types.
    Shown,
}

#[derive(Debug)]
struct Block {
    part: Part,
    line: usize,
    lines: Vec<String>,
}

/// The blocks of a text in order, or what is wrong with the word above one.
fn blocks(text: &str) -> Result<Vec<Block>, String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    let mut index = 0;
    while index < lines.len() {
        let Some(language) = lines[index].trim_start().strip_prefix("```") else {
            index += 1;
            continue;
        };
        let above = index.checked_sub(1).map(|above| lines[above].trim());
        let word = above.and_then(|above| above.strip_prefix("<!-- ")).and_then(|word| word.strip_suffix(" -->"));
        let part = part(language, word).ok_or_else(|| format!("line {}: {language} {word:?}", index + 1))?;
        let length = lines[index + 1..].iter().position(|line| line.trim() == "```");
        let length = length.ok_or_else(|| format!("line {}: the block has no end", index + 1))?;
        let body = lines[index + 1..index + 1 + length].iter().map(|line| (*line).to_owned()).collect();
        found.push(Block { part, line: index + 1, lines: body });
        index += length + 2;
    }
    Ok(found)
}

/// What a block is; nothing where a reader types it and no word says what becomes of it.
fn part(language: &str, word: Option<&str>) -> Option<Part> {
    if let Some(reason) = word.and_then(|word| word.strip_prefix("niet gespeeld: ")) {
        return Some(Part::Unplayed { reason: reason.to_owned() });
    }
    if let Some(name) = word.and_then(|word| word.strip_prefix("bestand ")) {
        return Some(Part::File { name: name.to_owned() });
    }
    let day = word.and_then(|word| match word {
        "sessie" => Some(TODAY.to_owned()),
        other => other.strip_prefix("sessie op ").map(str::to_owned),
    });
    match (language, day) {
        ("console", Some(day)) => Some(Part::Session { day }),
        ("sh", Some(day)) => Some(Part::Commands { day }),
        ("console" | "sh" | "powershell" | "bat", None) | (_, Some(_)) => None,
        _ => Some(Part::Shown),
    }
}

/// The commands of a session, each with what stood below it.
fn steps(lines: &[String]) -> Vec<(String, Vec<String>)> {
    let mut steps: Vec<(String, Vec<String>)> = Vec::new();
    let mut typed = false;
    for line in lines {
        if let Some(command) = line.strip_prefix("$ ") {
            typed = command.contains("<<EINDE");
            steps.push((command.to_owned(), Vec::new()));
        } else if let Some((command, output)) = steps.last_mut() {
            if typed {
                command.push('\n');
                command.push_str(line);
                typed = line != "EINDE";
            } else {
                output.push(line.clone());
            }
        }
    }
    steps
}

/// Whether this was said, where a line `…` stands for any lines.
fn says(recorded: &[String], said: &[String]) -> bool {
    match recorded.split_first() {
        None => said.is_empty(),
        Some((first, rest)) if first == "…" => (0..=said.len()).any(|from| says(rest, &said[from..])),
        Some((first, rest)) => said.split_first().is_some_and(|(one, others)| one == first && says(rest, others)),
    }
}

/// A folder in which commands are typed, with what belongs to it.
pub struct Stage {
    pub folder: tempfile::TempDir,
}

impl Stage {
    pub fn new() -> Stage {
        let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
        fs::create_dir(folder.path().join("hier")).expect("the folder is new");
        fs::write(folder.path().join("enters"), "\n".repeat(400)).expect("the folder can be written");
        Stage { folder }
    }

    /// Where the last command ended.
    pub fn here(&self) -> PathBuf {
        let place = fs::read_to_string(self.folder.path().join("place"));
        place.map_or_else(|_| self.folder.path().join("hier"), |place| PathBuf::from(place.trim_end()))
    }

    /// As somebody who stays in the folder of the last command, and presses Enter at every question.
    pub fn run(&self, command: &str, day: &str) -> Output {
        let place = self.folder.path().join("place");
        let enters = fs::File::open(self.folder.path().join("enters")).expect("it is there");
        let binary = Path::new(env!("CARGO_BIN_EXE_regio")).parent().expect("a program stands in a folder");
        let path = std::env::var("PATH").unwrap_or_default();
        Command::new("sh")
            .args(["-c", &format!("{command}\ndone=$?\npwd >'{}'\nexit $done", place.display())])
            .stdin(enters)
            .current_dir(self.here())
            .env_clear()
            .env("PATH", format!("{}:{path}", binary.display()))
            .env("HOME", self.folder.path())
            .env("REGIO_STATE", self.folder.path().join("state"))
            .env("REGIO_VANDAAG", day)
            .output()
            .expect("sh is there")
    }

    /// What stands in the block once it is played, or what went wrong.
    fn play(&self, block: &Block) -> Result<Vec<String>, String> {
        match &block.part {
            Part::Session { day } => {
                let mut played = Vec::new();
                for (command, recorded) in steps(&block.lines) {
                    let output = self.run(&command, day);
                    let said = said(&output);
                    succeeded(&command, &output)?;
                    played.extend(format!("$ {command}").lines().map(str::to_owned));
                    played.extend(if says(&recorded, &said) { recorded } else { said });
                }
                Ok(played)
            }
            Part::Commands { day } => {
                for command in block.lines.iter().filter(|line| !line.trim().is_empty()) {
                    succeeded(command, &self.run(command, day))?;
                }
                Ok(block.lines.clone())
            }
            Part::File { name } => {
                let path = self.here().join(name);
                fs::create_dir_all(path.parent().expect("a file stands in a folder")).expect("the folder can be made");
                fs::write(path, format!("{}\n", block.lines.join("\n"))).expect("the file can be written");
                Ok(block.lines.clone())
            }
            Part::Unplayed { .. } | Part::Shown => Ok(block.lines.clone()),
        }
    }
}

pub fn said(output: &Output) -> Vec<String> {
    let lines = |stream: &[u8]| -> Vec<String> {
        String::from_utf8_lossy(stream).lines().map(|line| line.trim_end().to_owned()).collect()
    };
    [lines(&output.stderr), lines(&output.stdout)].concat()
}

fn succeeded(command: &str, output: &Output) -> Result<(), String> {
    if output.status.success() { Ok(()) } else { Err(format!("$ {command}\n{}", said(output).join("\n"))) }
}

fn chapters() -> Vec<PathBuf> {
    let entries = fs::read_dir("docs/handleiding/src").expect("the manual is there").flatten();
    let mut chapters: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    chapters.sort();
    chapters
}

/// `REGIO_SESSIES=schrijf cargo test --test it sessions` writes what the program says today into the texts.
fn play(document: &Path) -> Vec<String> {
    let written = std::env::var("REGIO_SESSIES").is_ok_and(|wish| wish == "schrijf");
    let mut text = fs::read_to_string(document).expect("a document is text");
    let stage = Stage::new();
    let mut faults = Vec::new();
    for block in blocks(&text).unwrap_or_else(|fault| panic!("{}, {fault}", document.display())) {
        let place = format!("{}, line {}", document.display(), block.line);
        match stage.play(&block) {
            Err(fault) => faults.push(format!("{place}:\n{fault}")),
            Ok(played) if played == block.lines => {}
            Ok(played) if written => {
                let (recorded, played) = (block.lines.join("\n"), played.join("\n"));
                text = text.replacen(&format!("\n{recorded}\n```"), &format!("\n{played}\n```"), 1);
            }
            Ok(played) => faults.push(format!("{place}: the program says:\n{}", played.join("\n"))),
        }
    }
    if written {
        fs::write(document, text).expect("the document can be written");
    }
    faults
}

#[test]
fn what_the_readme_shows_is_what_the_program_says() {
    let faults = play(Path::new("README.md"));
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn what_the_manual_shows_is_what_the_program_says() {
    let faults: Vec<String> = chapters().iter().flat_map(|chapter| play(chapter)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn every_file_that_the_documents_name_is_there() {
    let mut documents: Vec<PathBuf> = chapters();
    for folder in [".", "docs", "examples", "questionnaires", "documents"] {
        documents.extend(fs::read_dir(folder).expect("the folder is there").flatten().map(|entry| entry.path()));
    }
    documents.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    let mut links = 0;
    for document in documents {
        let text = fs::read_to_string(&document).expect("a document is text");
        let folder = document.parent().expect("a document stands in a folder");
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = target.split('#').next().unwrap_or_default();
            if !target.is_empty() && !target.starts_with("http") {
                links += 1;
                assert!(folder.join(target).exists(), "{} names {target}", document.display());
            }
        }
    }
    assert!(links > 10, "only {links} links were found");
}

/// In the words of who builds along a path stands between backticks.
#[test]
fn every_path_that_contributors_read_is_there() {
    let folders = ["src/", "tests/", "docs/", "documents/", "questionnaires/", "examples/", "benches/", ".ci/"];
    let mut paths = 0;
    for document in ["CONTRIBUTING.md", "ARCHITECTURE.md", "SECURITY.md"] {
        let text = fs::read_to_string(document).expect("a document is text");
        for path in
            text.split('`').skip(1).step_by(2).filter(|path| folders.iter().any(|folder| path.starts_with(folder)))
        {
            if !path.contains("NAME") && !path.contains('*') {
                paths += 1;
                assert!(Path::new(path).exists(), "{document} names {path}");
            }
        }
    }
    assert!(paths > 40, "only {paths} paths were found");
}

#[track_caller]
fn check_part(text: &str, expected: Option<Part>) {
    assert_eq!(blocks(text).ok().map(|mut blocks| blocks.remove(0).part), expected, "{text}");
}

#[test]
fn what_a_reader_types_needs_a_word_above_it() {
    let day = |day: &str| day.to_owned();
    check_part("<!-- sessie -->\n```console\n$ x\n```", Some(Part::Session { day: day(TODAY) }));
    check_part("<!-- sessie op 2027-03-01 -->\n```sh\nx\n```", Some(Part::Commands { day: day("2027-03-01") }));
    check_part("<!-- bestand een/twee.toml -->\n```toml\n```", Some(Part::File { name: "een/twee.toml".to_owned() }));
    check_part("```toml\n```", Some(Part::Shown));
    check_part("```sh\nregio\n```", None);
    check_part("```powershell\nregio\n```", None);
    check_part("<!-- sessie -->\n```toml\n```", None);
    check_part("<!-- sessie -->\n```sh\nregio", None);
}

#[test]
fn a_row_of_dots_stands_for_any_lines() {
    let lines = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    for (recorded, said) in
        [("een twee", "een twee"), ("een … drie", "een twee drie"), ("een …", "een"), ("… b …", "a b b c")]
    {
        assert!(says(&lines(recorded), &lines(said)), "{recorded}: {said}");
    }
    for (recorded, said) in [("een", "een twee"), ("een … drie", "een drie vier"), ("… x …", "a b"), ("", "een")]
    {
        assert!(!says(&lines(recorded), &lines(said)), "{recorded}: {said}");
    }
}

#[test]
fn a_session_that_is_not_true_is_caught() {
    let play = |text: &str| Stage::new().play(&blocks(text).unwrap()[0]);
    assert_eq!(play("<!-- sessie -->\n```console\n$ echo een\ntwee\n```").unwrap(), ["$ echo een", "een"]);
    assert!(play("<!-- sessie -->\n```sh\ntrue\nfalse\n```").is_err());
}

/// What cannot be played here says why, and is not much.
#[test]
fn few_blocks_are_not_played() {
    let mut unplayed: BTreeMap<String, usize> = BTreeMap::new();
    let mut played = 0;
    for document in chapters().into_iter().chain([PathBuf::from("README.md")]) {
        for block in blocks(&fs::read_to_string(document).expect("a document is text")).unwrap() {
            match block.part {
                Part::Unplayed { reason } => *unplayed.entry(reason).or_default() += 1,
                Part::Session { .. } | Part::Commands { .. } => played += 1,
                Part::File { .. } | Part::Shown => {}
            }
        }
    }
    assert!(unplayed.keys().all(|reason| reason.len() > 10), "{unplayed:?}");
    assert_eq!(unplayed.values().sum::<usize>(), 7, "{unplayed:?}");
    assert!(played > 30, "only {played} blocks are played");
}
