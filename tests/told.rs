//! A project told in one row of TOML.
#![allow(clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

use std::fmt::Write as _;

use chrono::NaiveDate;
use regio::built_in::catalog;
use regio::domain::{FullId, Identifier, Phase, Project, Scope};
use regio::project_file::{Outline, read};
use regio::source::SourceFile;
use toml::{Table, Value};

use crate::desk::said_for_what_stands_there;

const KOPGROEP: &[&str] = &["noord", "oost", "west"];
const OTHERS: &[&str] = &["zuid", "a", "b", "c", "d", "e", "f", "g", "h", "i"];

pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("is a day")
}

/// The row as a project in which everything was said on this day.
pub fn project(questionnaire: &Identifier, row: &Table, said: NaiveDate) -> Project {
    let kopgroep: Vec<&str> = match row.get("kopgroep").and_then(Value::as_array) {
        Some(members) => members.iter().filter_map(Value::as_str).collect(),
        None => KOPGROEP.to_vec(),
    };
    let last = row.get("fase").and_then(Value::as_str).unwrap_or("verkennen");
    let mut text = format!("schema = 1\n[project]\nid = \"a1\"\ncreated = {said}\ntlp = \"AMBER\"\n");
    for phase in Phase::ALL.iter().take_while(|phase| **phase <= Phase::parse(last).unwrap()) {
        write!(text, "[phase.{}]\nbegun = {said}\n", phase.word()).unwrap();
    }
    for name in KOPGROEP.iter().chain(OTHERS) {
        let has_left = row.get("vertrokken").and_then(Value::as_str) == Some(*name);
        let place = if has_left {
            "vertrokken"
        } else if kopgroep.contains(name) {
            "kopgroep"
        } else {
            "stakeholder"
        };
        write!(text, "[[organisation]]\nid = \"{name}\"\nname = \"{name}\"\nplace = \"{place}\"\n").unwrap();
        if row.get("contact").and_then(Value::as_str) == Some(*name) {
            text.push_str("[[organisation.contact]]\nname = \"Jo\"\n");
        }
    }
    for number in 0..row.get("successen").and_then(Value::as_integer).unwrap_or_default() {
        write!(text, "[[event]]\nkind = \"succes\"\ntext = \"Gelukt {number}\"\ndate = {said}\n").unwrap();
    }
    if let Some(owner) = row.get("eigen-stap").and_then(Value::as_str) {
        write!(text, "[[own-action]]\nid = \"a1\"\ntitle = \"Bel\"\ncreated = {said}\nowner = \"{owner}\"\n").unwrap();
    }
    for (step, day) in row.get("afgevinkt").and_then(Value::as_table).into_iter().flatten() {
        write!(text, "[action.{questionnaire}.{step}]\ndone = {}\n", inline(day)).unwrap();
    }
    for (step, day) in row.get("voor").and_then(Value::as_table).into_iter().flatten() {
        write!(text, "[action.{questionnaire}.{step}]\ndue = {}\n", inline(day)).unwrap();
    }
    let is_answer = |name: &str| {
        let others = ["kopgroep", "fase", "successen", "afgevinkt", "voor", "vertrokken", "eigen-stap", "contact"];
        !others.contains(&name)
    };
    for (name, value) in row.iter().filter(|(name, _)| is_answer(name)) {
        let question =
            FullId::parse(name).unwrap_or_else(|| FullId::parse(&format!("{questionnaire}.{name}")).unwrap());
        let asked = catalog().question(&question).unwrap_or_else(|| panic!("there is no question {question}"));
        match (asked.scope, value) {
            (Scope::Each(_), Value::Table(each)) => {
                each.iter().for_each(|(organisation, value)| {
                    answer(&mut text, &format!("{question}.{organisation}"), value, said)
                });
            }
            _ => answer(&mut text, &question.to_string(), value, said),
        }
    }
    let read = read(&SourceFile::new("regio.toml", text), &Outline::of_questions(catalog().questions()));
    let read = read.unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(read.warnings.found, [], "{row:?}");
    for (question, _, answer) in read.project.everything_said() {
        let kind = &catalog().question(question).unwrap().kind;
        let fault = answer.value().and_then(|value| kind.check(value, &|_| true).err());
        assert!(fault.is_none(), "{question}: {fault:?}");
    }
    said_for_what_stands_there(read.project)
}

fn answer(text: &mut String, place: &str, value: &Value, said: NaiveDate) {
    let given = match value.as_str() {
        Some("open") => return,
        Some("nvt") => "state = \"not-applicable\"".to_owned(),
        _ => format!("value = {}", inline(value)),
    };
    write!(text, "[answer.{place}]\n{given}\ngiven = {said}T09:00:00+01:00\nrevision = 1\n").unwrap();
}

/// The value as it stands behind a key.
fn inline(value: &Value) -> String {
    let joined = |items: Vec<String>| items.join(", ");
    match value {
        Value::String(text) => format!("{text:?}"),
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        Value::Boolean(flag) => flag.to_string(),
        Value::Datetime(day) => day.to_string(),
        Value::Array(items) => format!("[{}]", joined(items.iter().map(inline).collect())),
        Value::Table(fields) => {
            let field = |(name, value): (&String, &Value)| format!("{name} = {}", inline(value));
            format!("{{ {} }}", joined(fields.iter().map(field).collect()))
        }
    }
}
