//! How many instructions a command takes, and how many it may take: `benches/instructions.toml`.

use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

use serde::Deserialize;

pub const EXAMPLE: &str = include_str!("../../examples/tweede-jaar/regio.toml");

pub const FIRST_PROMPT: &[&str] = &["init", "nieuw"];
pub const STATUS: &[&str] = &["status"];
pub const SAVING: &[&str] = &["gebeurtenis", "nieuw", "Het is gelukt"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budgets {
    pub times: Times,
    pub millions: Millions,
    pub growth: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Times {
    pub status: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Millions {
    pub first_prompt: f64,
    pub status: f64,
    pub saving: f64,
}

pub fn budgets() -> Budgets {
    toml::from_str(include_str!("../instructions.toml")).expect("the budgets are in order")
}

pub fn is_here() -> bool {
    Command::new("valgrind").arg("--version").stdout(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Millions of instructions of a command that nobody answers, in a folder with this project. An interview ends at its first prompt.
pub fn millions(program: &Path, words: &[&str], project: Option<&str>) -> f64 {
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    if let Some(project) = project {
        fs::write(folder.path().join("regio.toml"), project).expect("the folder can be written");
    }
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(words)
        .current_dir(folder.path())
        .env_clear()
        .env("PATH", env::var_os("PATH").unwrap_or_default())
        .env("REGIO_STATE", folder.path().join("state"))
        .env("REGIO_VANDAAG", "2026-11-24")
        .stdin(Stdio::null())
        .output()
        .expect("valgrind starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words:?}: {said}");
    let (_, count) = said.split_once("Collected : ").unwrap_or_else(|| panic!("callgrind counts nothing: {said}"));
    let count = count.split_whitespace().next().and_then(|count| count.parse::<f64>().ok());
    count.expect("callgrind writes a number") / 1e6
}

/// What twice so many lines of history add to the work, beside what once so many add.
pub fn growth(program: &Path, words: &[&str], lines: usize) -> f64 {
    let [none, once, twice] = [0, lines, 2 * lines].map(|lines| millions(program, words, Some(&with_history(lines))));
    (twice - none) / (once - none)
}

fn with_history(lines: usize) -> String {
    let mut project =
        "schema = 1\n\n[project]\nid = \"proef\"\nname = \"Samen Sterk\"\ncreated = 2026-11-01\n\n".to_owned();
    for line in 0..lines {
        project.push_str(&format!(
            "[[history]]\nat = 2026-11-20T10:00:00+01:00\nby = \"Anna\"\nsubject = \"answer\"\nquestion = \"verkennen.aanleiding\"\n\
             from = \"Een storing {line}\"\nto = \"Een storing {line} en meer\"\n\n"
        ));
    }
    project
}
