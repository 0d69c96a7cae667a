//! Every mistake that an author can make is refused with its place, what is wrong and how to mend it.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use regio::catalog;
use regio::source::SourceFile;

/// What is said about each fixture, by its name.
fn messages() -> BTreeMap<String, String> {
    let entries = fs::read_dir("tests/fixtures/questionnaires").expect("the fixtures are there").flatten();
    entries
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let bytes = fs::read(entry.path()).expect("a fixture can be read");
            (name.clone(), said(&name, &bytes))
        })
        .collect()
}

fn said(name: &str, bytes: &[u8]) -> String {
    let source = match SourceFile::from_bytes(name, bytes) {
        Ok(source) => source,
        Err(faults) => return faults.to_string(),
    };
    match catalog::assemble(&[source]) {
        Ok(_) => String::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n"),
    }
}

#[test]
fn every_mistake_is_refused_with_its_place_and_its_mend() {
    let messages = messages();
    assert!(messages.len() >= 70);
    let mut all = String::new();
    for (name, message) in &messages {
        assert!(message.starts_with("fout: "), "{name} was taken:\n{message}");
        assert!(message.contains(&format!("--> {name}:")), "{name} has no place:\n{message}");
        all.push_str(&format!("{message}\n\n"));
    }
    insta::assert_snapshot!(all);
}

#[test]
fn nearly_every_message_says_what_to_do() {
    let without: Vec<String> =
        messages().into_iter().filter(|(_, message)| !message.contains("tip: ")).map(|(name, _)| name).collect();
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn what_is_no_text_is_refused() {
    assert!(said("x.toml", b"schema = 1\0").contains("fout: "));
    assert!(said("x.toml", &[0xff, 0xfe, b'x', 0]).contains("fout: "));
    assert!(said("x.toml", &[b'a', 0xc3, 0x28]).contains("fout: "));
    assert!(said("x.toml", b"<<<<<<< ours\n=======\n>>>>>>> theirs\n").contains("fout: "));
}

#[test]
fn the_built_in_questionnaires_are_in_order() {
    let made = catalog::assemble(&catalog::built_in()).unwrap_or_else(|faults| panic!("{}", faults[0]));
    assert!(made.questions().count() > 120);
    assert!(made.actions().count() > 60);
}

const FRAME: &str = r#"schema = 1
id = "proef"
version = "1.0.0"
phase = "verkennen"
title = "Proef"
intro = "Proef."
[[section]]
id = "deel"
title = "Deel"
minutes = 5
intro = "Deel."
[[section.question]]
id = "een"
revision = 1
label = "Een"
ask = "Wat?"
type = "text"
help = "Denk."
why = "Daarom."
points = ["V2.4a"]
origin = "handreiking"
[[section.question]]
id = "twee"
revision = 1
label = "Twee"
ask = "Wat?"
type = "text"
help = "Denk."
why = "Daarom."
points = ["V2.4a"]
origin = "handreiking"
when = '''WHEN'''
"#;

fn with_condition(condition: &str) -> Duration {
    let begun = Instant::now();
    said("x.toml", FRAME.replace("WHEN", condition).as_bytes());
    begun.elapsed()
}

#[test]
fn a_deep_expression_is_done_with_quickly() {
    for deep in [
        "(".repeat(490),
        "not ".repeat(120),
        "-".repeat(490),
        "[".repeat(490),
        "een|".repeat(120),
        "((((een)".repeat(60),
    ] {
        assert!(with_condition(&deep) < Duration::from_secs(1), "{deep}");
    }
}

proptest! {
    #[test]
    fn no_file_makes_it_panic(text in any::<String>()) {
        said("x.toml", text.as_bytes());
    }

    #[test]
    fn no_expression_makes_it_panic(text in "[a-z0-9_ .|()'=<>+\\[\\]{}-]{0,80}") {
        with_condition(&text);
    }

    #[test]
    fn no_change_of_a_questionnaire_makes_it_panic(at in 0_usize..600, put in "[\\[\\]\"=\n a-z0-9]{0,6}", take in 0_usize..12) {
        let from = at.min(FRAME.len());
        let to = (from + take).min(FRAME.len());
        said("x.toml", format!("{}{put}{}", &FRAME[..from], &FRAME[to..]).as_bytes());
    }
}
