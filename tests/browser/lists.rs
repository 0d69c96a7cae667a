//! The same words at a list mean the same on the screen, in plain lines, at `noteer` and on the page, or are refused there.

use std::path::Path;

use regio::domain::{Choice, Identifier, Kind, Project, Value};
use regio::interview::{Picked, pick, read};
use serde_json::{Value as Json, json};

use super::node::{MODULES, Needs, story};
use super::random::{Chance, today};

const LABELS: [&str; 6] =
    ["Ja, we bouwen verder", "Ja, maar later", "Nee", "Nee, nog niet", "Weet ik nog niet.", "Café Zuiderzee"];

const PIECES: &[&str] = &[
    "ja",
    "Ja,",
    "we",
    "bouwen",
    "verder",
    "maar",
    "later",
    "nee",
    "NEE,",
    "nog",
    "niet",
    "weet",
    "ik",
    "cafe",
    "CAFÉ",
    "zuiderzee",
    ".",
    "1",
    "2",
    "6",
    "7",
    "7:",
    "12",
    "0",
    "anders:",
    "Anders:",
    "een wethouder",
    " ",
    "x",
    "n",
];

fn options() -> Vec<Choice> {
    let option = |(place, label): (usize, &&str)| Choice {
        id: Identifier::parse(&format!("optie-{}", ["a", "b", "c", "d", "e", "f"][place])).expect("is a name"),
        label: (*label).to_owned(),
        help: None,
        consequence: None,
        alone: false,
    };
    LABELS.iter().enumerate().map(option).collect()
}

fn typed() -> Vec<String> {
    let mut chance = Chance::of_seed(11);
    let mut typed: Vec<String> = LABELS.iter().map(|label| label.to_uppercase()).collect();
    for _ in 0..4_000 {
        let length = 1 + chance.below(4);
        let words: Vec<&str> = (0..length).map(|_| *chance.one_of(PIECES)).collect();
        typed.push(words.join(" "));
    }
    typed.retain(|text| !text.trim().is_empty());
    typed
}

/// The id that the program reads, or nothing when it is refused.
fn of_program(other: bool, typed: &str) -> Option<String> {
    let kind = Kind::Choice { options: options(), other };
    read(&kind, typed, today(), &Project::default()).ok().as_ref().and_then(Value::as_text).map(str::to_owned)
}

#[test]
fn what_is_typed_at_a_list_on_the_screen_is_what_is_written_at_noteer() {
    let (mut chosen, mut refused) = (0, 0);
    for text in typed() {
        let on_screen = match pick(LABELS, &text) {
            Picked::One(place) => Some(options()[place].id.to_string()),
            _ => None,
        };
        assert_eq!(of_program(false, &text), on_screen, "{text}");
        if on_screen.is_some() { chosen += 1 } else { refused += 1 }
    }
    assert!(chosen > 300 && refused > 300, "{chosen} chosen, {refused} refused");
}

#[test]
fn what_is_typed_beside_a_list_on_the_page_is_what_is_written_at_noteer() {
    let typed = typed();
    let folder = tempfile::tempdir().expect("the system gives a folder");
    let file = folder.path().join("typed.json");
    let labelled = |option: &Choice| json!({ "id": option.id.to_string(), "label": option.label });
    let options: Vec<Json> = options().iter().map(labelled).collect();
    std::fs::write(&file, json!({ "options": options, "typed": typed }).to_string()).expect("the cases are written");
    let Some(said) = story(Needs::Node, "lists.mjs", &[Path::new(MODULES), &file]) else { return };
    let said: Vec<Json> = serde_json::from_str(&said).expect("the story prints JSON");
    assert_eq!(said.len(), typed.len());
    for (text, page) in typed.iter().zip(&said) {
        assert_eq!(of_program(true, text).as_deref(), page.as_str(), "{text}");
    }
}
