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
    match SourceFile::from_bytes(name, bytes) {
        Ok(source) => said_together(&[source]),
        Err(faults) => faults.to_string(),
    }
}

fn said_together(sources: &[SourceFile]) -> String {
    match catalog::assemble(sources) {
        Ok(_) => String::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n"),
    }
}

/// The messages about these texts, each file named by its place, without line and mend.
fn messages_about(texts: &[&str]) -> Vec<String> {
    let named = texts.iter().enumerate().map(|(place, text)| SourceFile::new(format!("{place}.toml"), *text));
    let said = said_together(&named.collect::<Vec<_>>());
    said.lines().filter_map(|line| line.strip_prefix("fout: ")).map(str::to_owned).collect()
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

const UNFINISHED: &str = "deze uitdrukking klopt niet: er ontbreekt iets of er staat iets te veel";

#[test]
fn what_is_wrong_in_an_expression_is_said_with_all_else() {
    let text = FRAME.replace("WHEN", "een is given and").replacen("V2.4a", "V9.9z", 1);
    assert_eq!(messages_about(&[&text]), ["de handreiking heeft geen punt 'V9.9z'", UNFINISHED]);
}

#[test]
fn what_follows_from_a_fault_is_not_said() {
    let said = "het type 'list' heeft 'item' nodig";
    let of_a_faulty_kind = FRAME.replace("WHEN", "een | length > 1").replacen("\"text\"", "\"list\"", 1);
    assert_eq!(messages_about(&[&of_a_faulty_kind]), [said]);
    let other = FRAME.replace("\"proef\"", "\"ander\"").replace("WHEN", "proef.een == 3");
    assert_eq!(messages_about(&[&of_a_faulty_kind, &other]), [said]);
    let of_a_double = FRAME.replace("WHEN", "een is given").replacen("\"een\"", "\"twee\"", 1);
    assert_eq!(messages_about(&[&of_a_double]), ["de id 'twee' is al van een andere vraag"]);
    let unread = FRAME.replacen("revision = 1\n", "", 1);
    assert_eq!(messages_about(&[&unread, &other]), ["de sleutel 'revision' ontbreekt"]);
}

#[test]
fn an_expression_may_name_what_another_file_asks() {
    let first = FRAME.replace("WHEN", "een is given");
    let other = |condition: &str| FRAME.replace("\"proef\"", "\"ander\"").replace("WHEN", condition);
    assert_eq!(messages_about(&[&first, &other("proef.een is given")]), [""; 0]);
    let expected = ["een tekst en een getal kun je niet vergelijken"];
    assert_eq!(messages_about(&[&first, &other("proef.een == 3")]), expected);
    // The phase decides what comes earlier, not the order of the files.
    let later = first.replace("\"verkennen\"", "\"uitbouwen\"");
    assert_eq!(messages_about(&[&later, &other("proef.een is given")]), ["de vraag 'een' komt pas later"]);
}

#[test]
fn a_later_file_takes_the_place_of_an_earlier_one_with_its_id() {
    let first = FRAME.replace("WHEN", "een is given");
    let names_the_first = FRAME.replace("\"proef\"", "\"ander\"").replace("WHEN", "proef.een is given");
    let later = first.replace("\"een\"", "\"nieuw\"").replace("een is", "nieuw is");
    let sources = [&first, &later].map(|text| SourceFile::new("proef.toml", text.as_str()));
    let made = catalog::assemble(&sources).expect("it is in order");
    let ids: Vec<String> = made.questions().map(|question| question.id.to_string()).collect();
    assert_eq!(ids, ["proef.nieuw", "proef.twee"]);
    let gone = "onbekende naam 'een' in de uitdrukking";
    assert_eq!(messages_about(&[&first, &names_the_first, &later]), [gone]);
    // What it says itself is still held against the rules, but not what it names.
    let faulty = FRAME.replace("WHEN", "weg is given").replacen("V2.4a", "V9.9z", 1);
    assert_eq!(messages_about(&[&faulty, &later]), ["de handreiking heeft geen punt 'V9.9z'"]);
}

#[test]
fn one_meaning_in_two_files_is_said_at_the_later_phase() {
    let meaning = |text: &str| text.replacen("revision = 1", "revision = 1\nmeans = \"goal.reason\"", 1);
    let first = meaning(&FRAME.replace("WHEN", "een is given").replace("\"verkennen\"", "\"uitbouwen\""));
    let other = meaning(&FRAME.replace("\"proef\"", "\"ander\"").replace("WHEN", "een is given"));
    let sources = [("later.toml", first), ("eerder.toml", other)].map(|(name, text)| SourceFile::new(name, text));
    let said = said_together(&sources);
    assert!(said.starts_with("fout: de betekenis 'goal.reason' is al van de vraag 'ander.een'\n"), "{said}");
    assert!(said.contains("--> later.toml:"), "{said}");
}

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
