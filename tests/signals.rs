//! When each signal of the questionnaires fires, and when it is silent.
#![allow(clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

use chrono::{Days, NaiveDate};
use regio::advice::signals;
use regio::built_in::catalog;
use regio::domain::{Formula, FullId, Level, Phase, Signal, Test};
use regio::expression::Facts;
use toml::{Table, Value};

use crate::told::{project, today};

const ACTIVITIES: [&str; 5] =
    ["netwerk-en-zichtbaarheid", "bijeenkomsten", "oefenen", "informatie-delen", "scan-en-friendly-hack"];

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

fn changed(row: &Table, changes: &Table) -> Table {
    let mut row = row.clone();
    row.extend(changes.clone());
    row
}

fn is_sent(id: &FullId, row: &Table, said: NaiveDate) -> bool {
    // Of an activity that nobody chose, nothing is said.
    let all = Value::Array(ACTIVITIES.map(|activity| Value::String(activity.to_owned())).to_vec());
    let mut row = row.clone();
    if id.questionnaire.as_str() == "uitbouwen" {
        row.entry("dit-jaar").or_insert(all);
    }
    let project = project(&id.questionnaire, &row, said);
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
        let per_organisation = |id: &str| catalog().question(&FullId::parse(id).unwrap()).unwrap().scope.is_each();
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

/// The next phase began: what went well before it is known by then, and what asks attention still asks it.
#[test]
fn what_went_well_in_an_earlier_phase_fades_when_the_next_begins() {
    let (mut faded, mut stayed) = (0, 0);
    for row in rows().into_iter().filter(|row| row.id.questionnaire.as_str() == "verkennen") {
        let signal = shipped().find(|signal| signal.id == row.id).expect("every row is of a signal");
        let mut later = row.fires.clone();
        later.insert("fase".to_owned(), "ontwikkelen".into());
        let sent = is_sent(&row.id, &later, today());
        match signal.level {
            Level::Good => {
                assert!(!sent, "{} is still told", row.id);
                faded += 1;
            }
            _ => stayed += usize::from(sent),
        }
    }
    assert!(faded > 3 && stayed > 5, "{faded} and {stayed}");
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
