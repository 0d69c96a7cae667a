//! The disk is full, the folder may not be written, the power goes: the project is what it was or what it became, never half.
//!
//! strace makes system calls fail, one at a time. Where it is missing, this is said aloud, and in CI it is a failure.

#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, clippy::print_stderr, reason = "it stands outside the program and looks at it")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const BEFORE: &str = "schema = 1\n\n[project]\nid = \"proef\"\nname = \"Samen Sterk\"\ncreated = 2026-11-01\n";

/// More often than a save calls any of these.
const MOST_CALLS: usize = 14;

fn has_strace() -> bool {
    let found = Command::new("strace").arg("-V").output().is_ok_and(|output| output.status.success());
    if !found {
        eprintln!("OVERGESLAGEN: strace is not on this machine, so no disk fails here");
        assert!(std::env::var_os("CI").is_none(), "CI needs strace");
    }
    found
}

/// Adds a success to a project while the given call fails.
fn run(folder: &Path, injection: &str) -> Output {
    // Without copies of earlier runs every run makes the same calls.
    let _ = fs::remove_dir_all(folder.join("state"));
    fs::write(folder.join("regio.toml"), BEFORE).expect("the folder can be written");
    Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "-e", injection])
        .arg(env!("CARGO_BIN_EXE_regio"))
        .args(["gebeurtenis", "nieuw", "Het is gelukt"])
        .current_dir(folder)
        .env("REGIO_STATE", folder.join("state"))
        .env("REGIO_VANDAAG", "2026-11-24")
        .output()
        .expect("strace starts")
}

/// Whether it is a project with all that was in it.
fn is_whole(text: &str) -> bool {
    text.parse::<toml::Table>().is_ok() && BEFORE.lines().all(|line| text.contains(line))
}

/// Lets a call fail in this way, the first time, the second time and so on.
fn sweep(calls: &str, failure: &str) {
    if !has_strace() {
        return;
    }
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    let mut failed = 0;
    for when in 1..=MOST_CALLS {
        let output = run(folder.path(), &format!("inject={calls}:{failure}:when={when}"));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let name = format!("{calls} {failure} {when}");
        assert!(!said.contains("liep vast") && !said.contains("panicked"), "{name}: {said}");
        let now = fs::read_to_string(folder.path().join("regio.toml")).expect("the project is there");
        let became = is_whole(&now) && now.contains("Het is gelukt");
        assert!(now == BEFORE || became, "{name}: half a project:\n{now}\n{said}");
        let killed = failure.starts_with("signal");
        match output.status.code() {
            Some(0) => assert!(became, "{name}: said to be kept, and is not:\n{said}"),
            Some(1) => {
                failed += 1;
                // A message that cannot be written either is the one thing that may be missing.
                let spoke = said.contains("fout: ") || calls.contains("write");
                assert!(spoke, "{name}: failed without a word");
            }
            None if killed => failed += 1,
            other => panic!("{name}: ended with {other:?}: {said}"),
        }
        if !killed {
            let left: Vec<String> = fs::read_dir(folder.path())
                .expect("the folder is there")
                .flatten()
                .map(|entry| entry.file_name().to_string_lossy().into_owned())
                .filter(|name| name.contains(".tmp"))
                .collect();
            assert!(left.is_empty(), "{name}: left {left:?}");
        }
    }
    assert!(failed > 0, "{calls} {failure}: nothing failed, so nothing was tried");
}

#[test]
fn a_full_disk() {
    sweep("write", "error=ENOSPC");
}

#[test]
fn a_disk_that_does_not_take_it() {
    sweep("fsync,fdatasync", "error=EIO");
}

#[test]
fn a_folder_that_may_not_change() {
    sweep("rename,renameat,renameat2", "error=EACCES");
}

#[test]
fn a_power_cut_at_every_step() {
    sweep("write", "signal=KILL");
    sweep("fsync,fdatasync", "signal=KILL");
    sweep("rename,renameat,renameat2", "signal=KILL");
}

/// A Mac sees shares so, and some drives are so on any system.
#[test]
fn a_disk_that_cannot_say_what_is_on_it() {
    if !has_strace() {
        return;
    }
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    let output = run(folder.path(), "inject=fsync,fdatasync:error=EOPNOTSUPP");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("zegt niet zeker"), "{said}");
    let now = fs::read_to_string(folder.path().join("regio.toml")).expect("the project is there");
    assert!(is_whole(&now) && now.contains("Het is gelukt"), "{now}");
}

/// The manual says so to administrators.
#[test]
fn no_command_asks_anything_of_a_network() {
    if !has_strace() {
        return;
    }
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    let traced = |program: &str, words: &[&str]| {
        let trace = folder.path().join("trace");
        let output = Command::new("strace")
            .args(["-f", "-qq", "-e", "trace=network", "-e", "signal=none", "-o"])
            .arg(&trace)
            .arg(program)
            .args(words)
            .current_dir(folder.path())
            .env("REGIO_STATE", folder.path().join("state"))
            .output()
            .expect("strace starts");
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        fs::read_to_string(trace).expect("strace writes what it sees")
    };
    for words in [
        "init --voorbeeld",
        "status",
        "klaar H9R",
        "rondvraag maak verkennen --uit post",
        "document alles --uit stukken --formaat html",
        "checklist --uit checklist.docx",
        "herstel",
        "help",
    ] {
        let words: Vec<&str> = words.split(' ').collect();
        assert_eq!(traced(env!("CARGO_BIN_EXE_regio"), &words), "", "{words:?}");
    }
    let asks = traced("python3", &["-c", "import socket; socket.socket()"]);
    assert!(asks.contains("socket("), "strace sees what is asked: {asks}");
}
