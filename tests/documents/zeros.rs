//! Nobody is told that there is nothing of what nobody said: a zero is an answer.
use proptest::prelude::*;
use regio::document::Document;
use regio::domain::{Answer, Decimal, Edition, Project, State, Value};
use regio::render::{Plain, Renderer};

use crate::desk::{EXAMPLES, SHIPPED, example, made, today};

fn is_zero(value: &Value) -> bool {
    match value {
        Value::Record(fields) => fields.values().any(is_zero),
        Value::List(items) => items.iter().any(is_zero),
        value => value.as_number() == Some(Decimal::ZERO),
    }
}

/// The first line that tells of no money or no hours.
fn zero(document: &Document) -> Option<String> {
    let text = String::from_utf8(Plain { width: None }.render(document).expect("it renders")).expect("it is text");
    let text = text.replace('\u{a0}', " ");
    let is_amount = |one: char| one.is_ascii_digit() || one == ',' || one == '.';
    let tells = |line: &&str| {
        let money = line.match_indices("€ 0").any(|(at, found)| {
            !line[at + found.len()..].starts_with(is_amount) || line[at + found.len()..].starts_with(". ")
        });
        let hours = line.match_indices("0 uur").any(|(at, _)| !line[..at].ends_with(is_amount));
        money || hours
    };
    text.lines().find(tells).map(str::to_owned)
}

/// A project in which nobody said zero; of what was said, only what is chosen stays.
fn without_zeros(mut project: Project, stays: &[bool]) -> Project {
    let mut stays = stays.iter().cycle();
    for (_, answer) in project.answers.values_mut().flat_map(|answers| answers.each_mut()) {
        let goes = !stays.next().copied().unwrap_or(true);
        if goes || answer.value().is_some_and(is_zero) {
            *answer = Answer { state: State::Open, ..answer.clone() };
        }
    }
    project
}

#[track_caller]
fn check(project: &Project, name: &str) {
    for wording in SHIPPED.iter() {
        for edition in Edition::ALL {
            let found = zero(&made(wording, project, *edition));
            assert_eq!(found, None, "{name}: {} {}", wording.id, edition.word());
        }
    }
}

#[test]
fn an_empty_project_tells_of_no_zero() {
    check(&Project::new("a1".to_owned(), today()), "empty");
}

#[test]
fn an_example_whose_zeros_are_taken_out_tells_of_none() {
    for name in EXAMPLES.iter().chain(&["derde-jaar"]) {
        check(&without_zeros(example(name), &[true]), name);
    }
}

#[test]
fn a_zero_that_is_told_is_found() {
    for (line, is_told) in [
        ("Er is € 0 toegezegd", true),
        ("€ 0, en 3 uur", false),
        ("€ 0,50", false),
        ("Zij geeft 0 uur", true),
        ("10 uur", false),
    ] {
        let words = regio::document::text(line);
        let document = Document {
            blocks: vec![regio::document::Block::Paragraph(words)],
            ..made(&SHIPPED[0], &example("vroeg"), Edition::Public)
        };
        assert_eq!(zero(&document).is_some(), is_told, "{line}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, ..ProptestConfig::default() })]
    #[test]
    fn no_document_tells_of_a_zero_that_nobody_said(stays in prop::collection::vec(prop::bool::weighted(0.7), 40..60)) {
        for name in EXAMPLES.iter().chain(&["derde-jaar"]) {
            check(&without_zeros(example(name), &stays), name);
        }
    }
}
