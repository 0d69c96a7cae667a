use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::python;

const PACKAGES: &[&str] = &["page-validation==0.11.0", "outloud==0.2.1", "pikepdf==10.18.0"];

/// What a checker of PDF/UA-1 and PDF/A-2a and a second reader say of a file.
#[derive(Deserialize)]
pub struct Checked {
    pub rules: usize,
    pub faults: Vec<String>,
    pub wrong_lengths: usize,
}

/// All that is in a file beside the glyphs on its pages.
#[derive(Deserialize)]
pub struct Looked {
    pub language: String,
    pub pages: usize,
    pub about: std::collections::BTreeMap<String, String>,
    /// Every stream, unpacked: content, metadata, fonts.
    pub streams: String,
    pub strings: String,
}

/// Nothing where there is no Python; that was told loudly.
pub fn check(files: &[PathBuf]) -> Option<Vec<Checked>> {
    read("check", files)
}

pub fn look(files: &[PathBuf]) -> Option<Vec<Looked>> {
    read("look", files)
}

fn read<T: DeserializeOwned>(how: &str, files: &[PathBuf]) -> Option<Vec<T>> {
    let arguments: Vec<&Path> = std::iter::once(Path::new(how)).chain(files.iter().map(PathBuf::as_path)).collect();
    let printed = python::run(PACKAGES, include_str!("read.py"), &arguments)?;
    let read: Vec<T> = serde_json::from_str(&printed).unwrap_or_else(|error| panic!("{error}:\n{printed}"));
    assert_eq!(read.len(), files.len());
    Some(read)
}

/// The words of each page, in the order in which they were written.
pub fn words(file: &Path) -> Option<Vec<String>> {
    let Ok(output) = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(file).arg("-").output() else {
        assert!(std::env::var_os("CI").is_none(), "pdftotext, of poppler-utils, is needed here");
        use std::io::Write;
        // Past the test harness, which keeps what a passing test prints to itself.
        let _ = writeln!(std::io::stderr(), "\n!!! NOT TESTED: there is no pdftotext !!!\n");
        return None;
    };
    assert!(output.status.success(), "{}: {}", file.display(), String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("it prints UTF-8");
    Some(text.split_terminator('\u{c}').map(str::to_owned).collect())
}
