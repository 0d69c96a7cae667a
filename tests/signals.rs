//! When each signal of the questionnaires fires, and when it is silent.
#![allow(clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};
use regio::advice::signals;
use regio::built_in::catalog;
use regio::domain::{Formula, FullId, Level, Phase, Project, Scope, Signal, Test};
use regio::expression::Facts;
use regio::project_file::{Outline, read};
use regio::source::SourceFile;
use toml::{Table, Value};

const KOPGROEP: &[&str] = &["noord", "oost", "west"];
const OTHERS: &[&str] = &["zuid", "a", "b", "c", "d", "e", "f", "g", "h", "i"];

struct Row {
    id: FullId,
    fires: Table,
    silent: Vec<Table>,
}

fn rows() -> Vec<Row> {
    let file: Table = include_str!("signals.toml").parse().expect("the table is TOML");
    let rows = file["signal"].as_array().expect("it is a row of tables");
    let row = |row: &Value| Row {
        id: FullId::parse(row["id"].as_str().unwrap()).expect("is a full id"),
        fires: row["fires"].as_table().unwrap().clone(),
        silent: row["silent"].as_array().unwrap().iter().map(|one| one.as_table().unwrap().clone()).collect(),
    };
    rows.iter().map(row).collect()
}

fn shipped() -> impl Iterator<Item = &'static Signal> {
    catalog().questionnaires().iter().flat_map(|questionnaire| &questionnaire.signals)
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("is a day")
}

/// The row as a project in which everything was said on this day.
fn project(id: &FullId, row: &Table, said: NaiveDate) -> Project {
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
        let place = if kopgroep.contains(name) { "kopgroep" } else { "stakeholder" };
        write!(text, "[[organisation]]\nid = \"{name}\"\nname = \"{name}\"\nplace = \"{place}\"\n").unwrap();
    }
    for number in 0..row.get("successen").and_then(Value::as_integer).unwrap_or_default() {
        write!(text, "[[success]]\ntext = \"Gelukt {number}\"\ndate = {said}\n").unwrap();
    }
    let is_answer = |name: &str| !["kopgroep", "fase", "successen"].contains(&name);
    for (name, value) in row.iter().filter(|(name, _)| is_answer(name)) {
        let question =
            FullId::parse(name).unwrap_or_else(|| FullId::parse(&format!("{}.{name}", id.questionnaire)).unwrap());
        let asked = catalog().question(&question).unwrap_or_else(|| panic!("{id}: there is no question {question}"));
        match (asked.scope, value) {
            (Scope::PerOrganisation, Value::Table(each)) => {
                each.iter().for_each(|(organisation, value)| {
                    answer(&mut text, &format!("{question}.{organisation}"), value, said)
                });
            }
            _ => answer(&mut text, &question.to_string(), value, said),
        }
    }
    let read = read(&SourceFile::new("regio.toml", text), &Outline::of_questions(catalog().questions()));
    let read = read.unwrap_or_else(|error| panic!("{id}: {error:?}"));
    assert_eq!(read.warnings.found, [], "{id}");
    for (question, _, answer) in read.project.everything_said() {
        let kind = &catalog().question(question).unwrap().kind;
        let fault = answer.value().and_then(|value| kind.check(value, &|_| true).err());
        assert!(fault.is_none(), "{id}: {question}: {fault:?}");
    }
    read.project
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

fn changed(row: &Table, changes: &Table) -> Table {
    let mut row = row.clone();
    row.extend(changes.clone());
    row
}

fn is_sent(id: &FullId, row: &Table, said: NaiveDate) -> bool {
    let project = project(id, row, said);
    let facts = Facts::new(&project, catalog(), today());
    signals(catalog(), Phase::ALL, &facts).iter().any(|insight| insight.id == *id)
}

#[test]
fn every_signal_has_its_row() {
    let told: Vec<FullId> = rows().into_iter().map(|row| row.id).collect();
    let wanted: Vec<FullId> = shipped().map(|signal| signal.id.clone()).collect();
    for id in &wanted {
        assert_eq!(told.iter().filter(|one| *one == id).count(), 1, "tests/signals.toml: {id}");
    }
    assert_eq!(told.len(), wanted.len(), "tests/signals.toml tells of a signal that does not exist");
}

#[test]
fn every_signal_fires_and_is_silent_where_it_should() {
    for row in rows() {
        assert!(is_sent(&row.id, &row.fires, today()), "{} must fire", row.id);
        assert!(!row.silent.is_empty(), "{}", row.id);
        for changes in &row.silent {
            assert!(
                !is_sent(&row.id, &changed(&row.fires, changes), today()),
                "{} must be silent after {changes:?}",
                row.id
            );
        }
    }
}

/// Whoever said that something does not apply is not told that it lacks.
#[test]
fn no_signal_misses_what_does_not_apply() {
    let mut tried = 0;
    for row in rows() {
        let signal = shipped().find(|signal| signal.id == row.id).expect("every row is of a signal");
        let mut missed = Table::new();
        signal.when.walk(&mut |part| {
            if let Formula::Not(inner) = part
                && let Formula::Test(Test::Given, asked) = &**inner
                && let Formula::Answer(id) = &**asked
            {
                missed.insert(id.to_string(), Value::String("nvt".to_owned()));
            }
        });
        let per_organisation =
            |id: &str| catalog().question(&FullId::parse(id).unwrap()).unwrap().scope == Scope::PerOrganisation;
        missed.retain(|id, _| !per_organisation(id));
        if !missed.is_empty() {
            tried += 1;
            // The same question may stand in the row by its short name.
            let short = format!("{}.", row.id.questionnaire);
            let mut fires = row.fires.clone();
            fires.retain(|name, _| !missed.contains_key(&format!("{short}{name}")));
            let silent = !is_sent(&row.id, &changed(&fires, &missed), today());
            assert!(silent, "{} must be silent when these do not apply: {missed:?}", row.id);
        }
    }
    assert!(tried > 20, "only {tried}");
}

#[test]
fn what_goes_well_is_news_for_sixty_days() {
    let (fresh, stale) = (today() - Days::new(60), today() - Days::new(61));
    let mut tried = 0;
    for row in rows() {
        let signal = shipped().find(|signal| signal.id == row.id).expect("every row is of a signal");
        if signal.level != Level::Good {
            assert!(is_sent(&row.id, &row.fires, stale), "{} is no news", row.id);
        } else if !signal.when.questions().is_empty() {
            tried += 1;
            assert!(is_sent(&row.id, &row.fires, fresh), "{} is still news", row.id);
            assert!(!is_sent(&row.id, &row.fires, stale), "{} is no news any more", row.id);
        }
    }
    assert!(tried > 10, "only {tried}");
}
