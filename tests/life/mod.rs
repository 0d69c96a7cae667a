//! The life of a region, from the first call to its third year, as answers and commands on six days. What regio advises on each
//! is what an adviser would say then, and no document tells what is not so.
#![allow(clippy::disallowed_methods, reason = "it stands outside the program and looks at it")]

use std::fmt::Write;

use regio::built_in::catalog;
use regio::domain::{FullId, Scope};
use serde::Deserialize;
use toml::{Table, Value};

use crate::story::Story;

const MOMENTS: [&str; 6] = [
    include_str!("1-begin.toml"),
    include_str!("2-voor-de-start.toml"),
    include_str!("3-na-de-start.toml"),
    include_str!("4-geld-en-tekenen.toml"),
    include_str!("5-overdracht.toml"),
    include_str!("6-derde-jaar.toml"),
];

/// A day in the life of the region: what is said on it, what is done, and what should come first then.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Moment {
    day: String,
    commands: Vec<Vec<String>>,
    /// Organisations that join as participants.
    #[serde(default)]
    participants: Vec<String>,
    /// Questions of which the kopgroep said that it does not know yet.
    #[serde(default)]
    unknown: Table,
    #[serde(default)]
    said: Table,
    /// The steps that an adviser would name first.
    #[serde(default)]
    first: Vec<String>,
    /// What no document may hold on this day.
    #[serde(default)]
    untrue: Vec<String>,
    /// What no document for others may hold on this day.
    #[serde(default)]
    untold: Vec<String>,
}

impl Moment {
    fn all() -> Vec<Moment> {
        MOMENTS.map(|text| toml::from_str(text).expect("the moment is TOML")).into()
    }

    /// What was said on this day, as an answer file.
    fn answers(&self) -> String {
        let mut file = "schema = 1\n".to_owned();
        let mut put = |key: String, line: String| write!(file, "\n[answer.{key}]\n{line}\n").expect("a text takes it");
        for (questionnaire, said) in &self.said {
            for (question, value) in said.as_table().expect("each questionnaire is a table") {
                let key = format!("{questionnaire}.{question}");
                let id = FullId::parse(&key).expect("is a full id");
                let asked = catalog().question(&id).unwrap_or_else(|| panic!("{key} is asked"));
                match (asked.scope, value) {
                    (Scope::Each(_), Value::Table(each)) => {
                        each.iter().for_each(|(who, value)| {
                            put(format!("{key}.{who}"), format!("value = {}", literal(value)))
                        });
                    }
                    _ => put(key, format!("value = {}", literal(value))),
                }
            }
        }
        for (questionnaire, questions) in &self.unknown {
            for question in questions.as_array().expect("they are listed") {
                let question = question.as_str().expect("each is an id");
                put(format!("{questionnaire}.{question}"), "state = \"unknown\"".to_owned());
            }
        }
        file
    }

    fn is_lived_in(&self, story: &mut Story) {
        story.on(&self.day);
        // Who is new stands in the register before an answer names it; what leaves, leaves after it.
        let (first, then): (Vec<_>, Vec<_>) =
            self.commands.iter().partition(|words| words[0] == "init" || words[1] == "nieuw");
        let run = |words: &Vec<String>| {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            story.run(&words).succeeds();
        };
        first.into_iter().for_each(run);
        then.into_iter().for_each(run);
        for name in &self.participants {
            story.run(&["organisatie", "nieuw", name, "--plaats", "deelnemer"]).succeeds();
        }
        story.write("antwoorden.toml", &self.answers());
        for phase in self.said.keys().chain(self.unknown.keys()) {
            story.run(&["fase", phase, "--geen-vragen", "--antwoorden", "antwoorden.toml"]).succeeds();
        }
    }
}

/// A value as it stands in a file.
fn literal(value: &Value) -> String {
    match value {
        Value::String(text) => format!("{text:?}"),
        Value::Array(items) => format!("[{}]", items.iter().map(literal).collect::<Vec<_>>().join(", ")),
        Value::Table(fields) => {
            let fields: Vec<String> = fields.iter().map(|(key, value)| format!("{key} = {}", literal(value))).collect();
            format!("{{ {} }}", fields.join(", "))
        }
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        Value::Boolean(flag) => flag.to_string(),
        Value::Datetime(day) => day.to_string(),
    }
}

/// They tell what was said, by whom and when: what has been is true there, and so is a zero that somebody pledged.
const TELL_THE_PAST: [&str; 6] = ["overzicht", "voortgang", "overdracht", "resultaten", "financiering", "vergelijking"];

/// Every document in every edition, with its name.
fn documents(story: &Story) -> Vec<(String, &'static str, String)> {
    let mut made = Vec::new();
    for edition in ["kopgroep", "deelnemers", "openbaar"] {
        let set = ["document", "alles", "--editie", edition, "--formaat", "markdown", "--uit", edition];
        story.run(&[&set[..], &["--overschrijf"]].concat()).succeeds();
        let papers = std::fs::read_dir(story.path(edition)).expect("the papers are there");
        made.extend(papers.map(|paper| {
            let name = paper.expect("is a file").file_name().to_string_lossy().into_owned();
            let text = story.read(&format!("{edition}/{name}"));
            let name = name.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '-');
            (name.trim_end_matches(".md").to_owned(), edition, text)
        }));
    }
    made
}

#[test]
fn what_comes_first_is_what_an_adviser_would_choose() {
    let mut story = Story::new();
    for moment in Moment::all() {
        moment.is_lived_in(&mut story);
        let told = story.run(&["checklist", "--formaat", "json"]).succeeds().output;
        let told: serde_json::Value = serde_json::from_str(&told).expect("it is JSON");
        let first: Vec<&str> =
            told["first"].as_array().expect("they are listed").iter().filter_map(|step| step["id"].as_str()).collect();
        assert_eq!(first, moment.first, "{}", moment.day);
    }
    // `examples/derde-jaar` is written anew with REGIO_LEVEN.
    if let Ok(path) = std::env::var("REGIO_LEVEN") {
        std::fs::write(path, story.project()).expect("the project can be written");
    }
}

#[test]
fn no_document_tells_what_is_not_so() {
    let mut story = Story::new();
    let mut read = 0;
    for moment in Moment::all() {
        moment.is_lived_in(&mut story);
        for (name, edition, text) in documents(&story) {
            let place = format!("{}: {name} for {edition}", moment.day);
            let zero = ["€ 0 ", " 0 uur"].map(str::to_owned);
            let untrue = moment.untrue.iter().chain(&zero).filter(|_| !TELL_THE_PAST.contains(&name.as_str()));
            for words in untrue.chain(moment.untold.iter().filter(|_| edition != "kopgroep")) {
                assert!(!text.contains(words.as_str()), "{place} holds '{words}':\n{text}");
            }
            read += usize::from(text.len() > 200);
        }
    }
    assert!(read > 150, "only {read} were made");
}
