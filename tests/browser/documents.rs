use std::path::Path;
use std::process::Command;

use super::node::{Needs, story};

/// The whole set of documents of the example with most in it, and the overviews.
#[test]
fn everybody_can_read_every_document() {
    let folder = tempfile::tempdir().expect("the system gives a folder");
    let project = std::env::current_dir().expect("stands somewhere").join("examples/tweede-jaar/regio.toml");
    let regio = |words: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_regio"))
            .current_dir(folder.path())
            .args(words)
            .arg("--project")
            .arg(&project)
            .env("REGIO_STATE", folder.path().join("state"))
            .env("REGIO_VANDAAG", "2026-11-24")
            .output()
            .expect("the program starts");
        assert!(output.status.success(), "{words:?}\n{}", String::from_utf8_lossy(&output.stderr));
    };
    regio(&["document", "alles", "--uit", "stukken", "--formaat", "html"]);
    for command in ["status", "checklist", "organisatie", "geschiedenis"] {
        regio(&[command, "--uit", &format!("stukken/{command}.html")]);
    }
    let pages: &Path = &folder.path().join("stukken");
    story(Needs::Browser, "documents.mjs", &[pages]);
}
