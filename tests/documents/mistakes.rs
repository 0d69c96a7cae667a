use std::collections::BTreeMap;

use proptest::prelude::*;
use regio::source::SourceFile;
use regio::wording;

use crate::desk::CATALOG;

/// What is said about each fixture, by its name.
fn messages() -> BTreeMap<String, String> {
    let entries = std::fs::read_dir("tests/fixtures/documents").expect("the fixtures are there").flatten();
    let said = entries.map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        let message = said(&name, &std::fs::read(entry.path()).expect("a fixture can be read"));
        (name, message)
    });
    said.collect()
}

fn said(name: &str, bytes: &[u8]) -> String {
    let read = SourceFile::from_bytes(name, bytes).and_then(|source| wording::read(&source, &CATALOG));
    read.err().map(|faults| faults.to_string()).unwrap_or_default()
}

#[test]
fn every_mistake_is_refused_with_its_place_and_its_mend() {
    let messages = messages();
    assert!(messages.len() >= 25);
    let mut all = String::new();
    for (name, message) in &messages {
        assert!(message.starts_with("fout: "), "{name} was taken:\n{message}");
        // A key that the file itself lacks has no line.
        let place = if message.contains("ontbreekt\n--> ") { format!("--> {name}") } else { format!("--> {name}:") };
        assert!(message.contains(&place), "{name} has no place:\n{message}");
        // A message that says what belongs there is its own mend.
        let mended = message.contains("tip: ") || message.starts_with("fout: hier hoort ");
        assert!(mended, "{name} has no mend:\n{message}");
        all.push_str(&format!("{message}\n\n"));
    }
    insta::assert_snapshot!("mistakes", all);
}

const FRAME: &str = r#"schema = 1
id = "proef"
title = "Proef"
about = "Een proef."
edition = "kopgroep"
[[part]]
when = "goal.together is given"
heading = "Kop"
text = "Tekst {{ goal.reason }}"
"#;

proptest! {
    #[test]
    fn no_file_makes_it_panic(text in any::<String>()) {
        said("x.toml", text.as_bytes());
    }

    #[test]
    fn no_change_of_a_document_makes_it_panic(at in 0_usize..170, put in "[\\[\\]\"=\n a-z0-9{}|]{0,6}", take in 0_usize..12) {
        let from = at.min(FRAME.len());
        let to = (from + take).min(FRAME.len());
        said("x.toml", format!("{}{put}{}", &FRAME[..from], &FRAME[to..]).as_bytes());
    }
}
