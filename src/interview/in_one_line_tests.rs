//! Every value of every kind can be written in one line, as on paper, and reads back as it was.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;

use super::entry::{read_state, without_value};
use super::parts::joined_parts as joined;
use crate::domain::{Choice, Decimal, Field, Identifier, Kind, Place, Project, State, Value};
use crate::ledger::testing::register;
use crate::notation;

const OPTIONS: [&str; 3] = ["oefenen", "leren", "csirt"];
const ORGANISATIONS: [&str; 3] = ["gemeente-zuid", "bakkerij-a-b", "bank"];

fn id(word: &str) -> Identifier {
    Identifier::parse(word).expect("a plain word")
}

fn options() -> Vec<Choice> {
    let option = |word: &&str| Choice {
        id: id(word),
        label: format!("Samen {word}"),
        help: None,
        consequence: None,
        alone: false,
    };
    OPTIONS.iter().map(option).collect()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar")
}

fn project() -> Project {
    let mut project = Project::new("p".to_owned(), today());
    for name in ["Gemeente Zuid", "Bakkerij A, B", "Bank"] {
        register(&mut project, name, Place::Kopgroep);
    }
    project
}

/// The line that a person types for what stands on paper.
fn typed(kind: &Kind, value: &Value) -> String {
    let line = written(kind, value);
    // Words that say that there is no answer are a text behind a backslash.
    let says_nothing = without_value(line.trim_start_matches('\\')).is_some();
    if says_nothing { format!("\\{line}") } else { line }
}

fn written(kind: &Kind, value: &Value) -> String {
    match (kind, value) {
        (Kind::YesNo, Value::Flag(flag)) => if *flag { "1" } else { "2" }.to_owned(),
        (Kind::Choice { .. }, Value::Text(text)) => option(text),
        (Kind::Choices { .. }, Value::List(items)) => {
            joined(&items.iter().filter_map(Value::as_text).map(option).collect::<Vec<_>>(), ';')
        }
        (Kind::List { .. } | Kind::Organisations { .. }, Value::List(items)) => {
            joined(&items.iter().filter_map(Value::as_text).map(str::to_owned).collect::<Vec<_>>(), ';')
        }
        (Kind::Group { fields, .. }, Value::List(items)) => {
            joined(&items.iter().map(|item| record(fields, item)).collect::<Vec<_>>(), ';')
        }
        (Kind::Amount { .. }, Value::Number(euros)) => notation::amount(*euros),
        (_, Value::Number(number)) => notation::number(*number),
        (_, Value::Date(day)) => day.format("%-d-%-m-%Y").to_string(),
        (_, Value::Text(text)) => text.clone(),
        other => panic!("no value of this kind: {other:?}"),
    }
}

fn option(text: &str) -> String {
    match OPTIONS.iter().position(|option| *option == text) {
        Some(index) => (index + 1).to_string(),
        None => format!("anders: {text}"),
    }
}

/// The fields in their order; empty ones at the end are left out.
fn record(fields: &[Field], item: &Value) -> String {
    let Value::Record(record) = item else { panic!("a group holds records") };
    let mut line: Vec<String> = fields
        .iter()
        .map(|field| record.get(field.id.as_str()).map(|value| written(&field.kind, value)).unwrap_or_default())
        .collect();
    while line.last().is_some_and(String::is_empty) {
        line.pop();
    }
    joined(&line, '|')
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        r"[a-z0-9;|,:.\\ -]{0,10}",
        Just("nvt".to_owned()),
        Just("\\weet niet".to_owned()),
        Just("3".to_owned())
    ]
    .prop_map(|text| text.trim().to_owned())
    .prop_filter("says something", |text| !text.is_empty())
}

fn distinct(item: impl Strategy<Value = String>) -> impl Strategy<Value = Value> {
    btree_set(item, 1..4).prop_map(|items| Value::List(items.into_iter().map(Value::Text).collect()))
}

fn one_option() -> impl Strategy<Value = String> {
    prop_oneof![proptest::sample::select(&OPTIONS[..]).prop_map(str::to_owned), words()]
}

fn organisation() -> impl Strategy<Value = String> {
    proptest::sample::select(&ORGANISATIONS[..]).prop_map(str::to_owned)
}

fn number(kind: Kind, step: i64) -> BoxedStrategy<(Kind, Value)> {
    (0..40_000_i64).prop_map(move |count| (kind.clone(), Value::Number(Decimal::from_hundredths(count * step)))).boxed()
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0..3_000_u64).prop_map(|days| today() + chrono::Days::new(days))
}

/// A kind that holds one value, with a value.
fn single() -> impl Strategy<Value = (Kind, Value)> {
    let choices = Kind::Choices { options: options(), other: true, at_most: None };
    let several = Kind::Organisations { place: None, at_most: None };
    let levels = vec!["laag".to_owned(), "midden".to_owned(), "hoog".to_owned()];
    prop_oneof![
        words().prop_map(|text| (Kind::Text, Value::Text(text))),
        words().prop_map(|text| (Kind::LongText, Value::Text(text))),
        any::<bool>().prop_map(|flag| (Kind::YesNo, Value::Flag(flag))),
        one_option().prop_map(|text| (Kind::Choice { options: options(), other: true }, Value::Text(text))),
        distinct(one_option()).prop_map(move |items| (choices.clone(), items)),
        (1..4_i64).prop_map(move |level| (Kind::Scale { levels: levels.clone() }, Value::integer(level))),
        number(Kind::Number { min: None, max: None, unit: None }, 100),
        number(Kind::Hours { unit: None }, 25),
        number(Kind::Amount { unit: None }, 1),
        day().prop_map(|day| (Kind::Date, Value::Date(day))),
        organisation().prop_map(|id| (Kind::Organisation { place: None, place_if: None }, Value::Text(id))),
        distinct(organisation()).prop_map(move |items| (several.clone(), items)),
    ]
}

fn list() -> impl Strategy<Value = (Kind, Value)> {
    distinct(words()).prop_map(|items| (Kind::List { item: "idee".to_owned(), at_most: None }, items))
}

fn field(name: String, kind: Kind) -> Field {
    Field { id: id(&name), label: notation::capital(&name), ask: name, help: None, kind }
}

/// A group of fields of any kind, with things of which some fields are not filled in.
fn group() -> impl Strategy<Value = (Kind, Value)> {
    let fields = vec(single(), 1..5);
    let rows = vec((words(), vec(option::of(Just(())), 4)), 1..4);
    (fields, rows).prop_map(|(fields, rows)| {
        let kinds: Vec<Field> = std::iter::once(field("naam".to_owned(), Kind::Text))
            .chain(fields.iter().enumerate().map(|(index, (kind, _))| field(format!("veld-{index}"), kind.clone())))
            .collect();
        let record = |(name, filled): &(String, Vec<Option<()>>)| {
            let mut record = BTreeMap::from([("naam".to_owned(), Value::Text(name.clone()))]);
            for (index, ((_, value), filled)) in fields.iter().zip(filled).enumerate() {
                if filled.is_some() {
                    record.insert(format!("veld-{index}"), value.clone());
                }
            }
            Value::Record(record)
        };
        let things = Value::List(rows.iter().map(record).collect());
        (Kind::Group { item: "ding".to_owned(), fields: kinds, at_most: None }, things)
    })
}

proptest! {
    #[test]
    fn what_is_written_on_paper_reads_back((kind, value) in prop_oneof![3 => single(), 1 => list(), 1 => group()]) {
        let line = typed(&kind, &value);
        let read = read_state(&kind, &line, today(), &project());
        prop_assert_eq!(read, Ok(State::Given(value)), "{}", line);
    }

    #[test]
    fn nothing_that_is_typed_makes_it_panic(
        (kind, _) in prop_oneof![single(), list(), group()],
        line in r"[a-z0-9;|,:.\\ €-]{0,24}",
    ) {
        let _ = read_state(&kind, &line, today(), &project());
    }
}

#[test]
fn a_wrong_part_of_a_group_is_named() {
    let fields = vec![field("naam".to_owned(), Kind::Text), field("datum".to_owned(), Kind::Date)];
    let kind = Kind::Group { item: "oefening".to_owned(), fields, at_most: None };
    let refusal = |line: &str| read_state(&kind, line, today(), &project()).map_err(|refusal| refusal.fault);
    assert_eq!(refusal("Brand | ooit"), Err("Datum: 'ooit' is geen datum".to_owned()));
    assert_eq!(refusal("Brand; Mail | ooit"), Err("oefening 2: Datum: 'ooit' is geen datum".to_owned()));
    assert_eq!(refusal("Brand | 1-2-2027 | x"), Err("er staan 3 velden, en er passen er 2".to_owned()));
    assert_eq!(refusal(" | 1-2-2027"), Err("'Naam' is nog leeg".to_owned()));
}
