//! The sessions of the README are real: they are played again, line by line.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

use std::fs;
use std::process::{Command, Output};

/// The text between the fences of every recorded session, in order.
fn sessions() -> Vec<(usize, Vec<String>)> {
    let text = fs::read_to_string("README.md").expect("the README is there");
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    let mut index = 0;
    while index < lines.len() {
        if lines[index] == "<!-- sessie -->" && lines.get(index + 1) == Some(&"```console") {
            let length = lines[index + 2..].iter().position(|line| *line == "```").expect("the fence is closed");
            let body = lines[index + 2..index + 2 + length].iter().map(|line| (*line).to_owned()).collect();
            found.push((index + 2, body));
            index += length + 3;
        }
        index += 1;
    }
    found
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

fn run(command: &str, folder: &std::path::Path) -> Output {
    let binary = std::path::Path::new(env!("CARGO_BIN_EXE_regio")).parent().expect("a program stands in a folder");
    let path = std::env::var("PATH").unwrap_or_default();
    Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .env_clear()
        .env("PATH", format!("{}:{path}", binary.display()))
        .env("REGIO_STATE", folder.join("state"))
        .env("REGIO_VANDAAG", "2026-11-24")
        .output()
        .expect("sh is there")
}

/// `REGIO_README=schrijf cargo test --test it readme` writes what the program says today into the README.
#[test]
fn the_recorded_sessions_are_what_the_program_says() {
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    let sessions = sessions();
    assert_eq!(sessions.len(), 3);
    let mut text = fs::read_to_string("README.md").expect("the README is there");
    for (place, lines) in sessions {
        let mut played: Vec<String> = Vec::new();
        for (command, _) in steps(&lines) {
            let output = run(&command, folder.path());
            assert!(output.status.success(), "{command}\n{}", String::from_utf8_lossy(&output.stderr));
            played.push(format!("$ {command}"));
            for stream in [&output.stderr, &output.stdout] {
                played.extend(String::from_utf8_lossy(stream).lines().map(|line| line.trim_end().to_owned()));
            }
        }
        let (recorded, played) = (lines.join("\n"), played.join("\n"));
        if std::env::var("REGIO_README").is_ok_and(|wish| wish == "schrijf") {
            text = text.replacen(&format!("```console\n{recorded}\n```"), &format!("```console\n{played}\n```"), 1);
        } else {
            assert!(recorded == played, "README.md, line {place}, says:\n{recorded}\n\nthe program says:\n{played}");
        }
    }
    if std::env::var("REGIO_README").is_ok_and(|wish| wish == "schrijf") {
        fs::write("README.md", text).expect("the README can be written");
    }
}

#[test]
fn every_file_that_the_documents_name_is_there() {
    let mut documents = vec!["README.md".to_owned(), "ARCHITECTURE.md".to_owned(), "CONTRIBUTING.md".to_owned()];
    documents
        .extend(fs::read_dir("docs").expect("docs is there").flatten().map(|entry| entry.path().display().to_string()));
    documents.retain(|path| path.ends_with(".md"));
    let mut links = 0;
    for document in documents {
        let text = fs::read_to_string(&document).expect("a document is text");
        let folder = std::path::Path::new(&document).parent().expect("a document stands in a folder").to_owned();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = target.split('#').next().unwrap_or_default();
            if !target.is_empty() && !target.starts_with("http") {
                links += 1;
                assert!(folder.join(target).exists(), "{document} names {target}");
            }
        }
    }
    assert!(links > 10, "only {links} links were found");
}
