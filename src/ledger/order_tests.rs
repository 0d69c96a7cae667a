//! Files may be read in any order, together or one by one, and again: the project comes out the same, and no word is lost.

use std::sync::LazyLock;

use chrono::{DateTime, FixedOffset, NaiveDate};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::answer::put;
use super::hear::{Received, hear, settle};
use super::slot::Choice;
use crate::catalog::{Catalog, assemble, built_in};
use crate::domain::{Answer, Departure, FullId, Identifier, Item, Organisation, Place, Project, Stamp, State, Value};

const ORGANISATIONS: [&str; 3] = ["bakkerij", "gemeente", "haven"];
const TEXTS: [&str; 3] = ["Weten wie we bellen", "Samen oefenen", "Minder storingen"];
/// Asked of each organisation, and asked of all together.
const QUESTIONS: [&str; 2] = ["verkennen.eigen-doel", "verkennen.gezamenlijk-doel"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_stack_of_files_in_any_order_gives_the_same_project(
        (files, shuffled) in stack().prop_flat_map(|files| (Just(files.clone()), Just(files).prop_shuffle())),
        own in vec(said(), 0..3),
        choice in select(vec![Choice::Keep, Choice::Take, Choice::Both]),
    ) {
        let (mut one, mut other) = (project(&own), project(&own));
        read(&mut one, files, choice);
        read(&mut other, shuffled, choice);
        prop_assert_eq!(one, other);
    }

    #[test]
    fn one_by_one_in_any_order_gives_the_same_words(
        (files, shuffled) in stack().prop_flat_map(|files| (Just(files.clone()), Just(files).prop_shuffle())),
        own in vec(said(), 0..3),
    ) {
        let choice = Choice::Both;
        let (mut together, mut one, mut other) = (project(&own), project(&own), project(&own));
        read(&mut together, files.clone(), choice);
        files.into_iter().for_each(|file| read(&mut one, vec![file], choice));
        shuffled.into_iter().for_each(|file| read(&mut other, vec![file], choice));
        // The history tells in which order things were read.
        [&mut together, &mut one, &mut other].into_iter().for_each(|project| project.history.clear());
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(&one, &together);
    }

    #[test]
    fn reading_again_changes_nothing(
        files in stack(),
        own in vec(said(), 0..3),
        choice in select(vec![Choice::Keep, Choice::Take, Choice::Both]),
    ) {
        let mut project = project(&own);
        read(&mut project, files.clone(), choice);
        let once = project.clone();
        read(&mut project, files.clone(), choice);
        prop_assert_eq!(&project, &once);
        // What somebody takes holds, whatever was taken before.
        if choice != Choice::Take {
            files.into_iter().for_each(|file| read(&mut project, vec![file], choice));
            prop_assert_eq!(&project, &once);
        }
    }

    #[test]
    fn what_a_file_says_holds_for_who_takes_it(files in stack(), own in vec(said(), 0..3), last in settled()) {
        let mut project = project(&own);
        files.into_iter().for_each(|file| read(&mut project, vec![file], Choice::Take));
        let said = vec![(full_id(QUESTIONS[0]), last.clone())];
        read(&mut project, vec![Received { said, ..file(0, Vec::new()) }], Choice::Take);
        let holds = project.said_by(&full_id(QUESTIONS[0]), &identifier(ORGANISATIONS[0]));
        prop_assert_eq!(holds.map(|holds| &holds.state), Some(&last.state));
    }

    #[test]
    fn a_time_that_is_yet_to_come_decides_nothing(
        files in stack(),
        own in vec(said(), 0..3),
        choice in select(vec![Choice::Keep, Choice::Take, Choice::Both]),
    ) {
        let (mut dated, mut undated) = (project(&own), project(&own));
        let mut without = files.clone();
        for (_, answer) in without.iter_mut().flat_map(|file| &mut file.said) {
            answer.given = answer.given.filter(|given| *given <= stamp().at);
        }
        read(&mut dated, files, choice);
        read(&mut undated, without, choice);
        prop_assert_eq!(dated, undated);
    }

    #[test]
    fn nothing_that_anyone_wrote_is_missing(
        files in stack(),
        own in vec(said(), 0..3),
        choice in select(vec![Choice::Keep, Choice::Take, Choice::Both]),
    ) {
        let mut project = project(&own);
        let written = words(&project).chain(files.iter().flat_map(|file| file.said.iter().flat_map(|(_, answer)| words_of(answer))));
        let written: Vec<String> = written.collect();
        read(&mut project, files, choice);
        let kept: Vec<String> = words(&project).collect();
        for word in written {
            prop_assert!(kept.iter().any(|kept| kept.contains(&word)), "missing: {}", word);
        }
    }
}

#[test]
fn a_difference_is_handed_back_and_left_out_until_somebody_chooses() {
    let mut project = project(&[("verkennen.eigen-doel", "haven", given("Samen oefenen"))]);
    let before = project.clone();
    let file = Received { said: vec![(full_id(QUESTIONS[0]), given("Minder storingen"))], ..file(2, Vec::new()) };
    let (_, differences) = hear(&mut project, catalog(), vec![file], None, &stamp());
    assert_eq!(project, before);
    assert_eq!(differences.len(), 1);
    settle(&mut project, catalog(), differences[0].clone(), Choice::Take, &stamp());
    let holds = project.said_by(&full_id(QUESTIONS[0]), &identifier("haven")).and_then(Answer::value).cloned();
    assert_eq!(holds, Some(Value::text("Minder storingen")));
    assert_eq!(project.variants.len(), 1);
    assert_eq!(project.history.len(), 2, "what it was first, and what it became");
}

type SaidBy = (&'static str, &'static str, Answer);

fn said() -> impl Strategy<Value = SaidBy> {
    (select(&QUESTIONS[..]), select(&ORGANISATIONS[..]), answer(None))
}

fn stack() -> impl Strategy<Value = Vec<Received>> {
    let one = (0..ORGANISATIONS.len(), vec((select(&QUESTIONS[..]), answer(Some(()))), 0..4));
    vec(one, 0..6).prop_map(|files| {
        let numbered = files.into_iter().enumerate();
        numbered
            .map(|(number, (organisation, said))| {
                let path = format!("antwoorden-{number}.toml");
                let said = said
                    .into_iter()
                    .map(|(question, answer)| (full_id(question), Answer { source: Some(path.clone()), ..answer }));
                let said = said.collect();
                Received { path: path.clone(), ..file(organisation, said) }
            })
            .collect()
    })
}

fn file(organisation: usize, said: Vec<(FullId, Answer)>) -> Received {
    Received {
        path: "antwoorden.toml".to_owned(),
        file: "antwoorden.toml".to_owned(),
        organisation: identifier(ORGANISATIONS[organisation]),
        formerly: None,
        strange_name: None,
        page_of: None,
        organisations: Vec::new(),
        said,
        lapsed: Vec::new(),
    }
}

fn answer(source: Option<()>) -> impl Strategy<Value = Answer> {
    let state = prop_oneof![
        4 => select(&TEXTS[..]).prop_map(|text| State::Given(Value::text(text))),
        1 => select(vec![State::Unknown, State::NotApplicable, State::Open, State::Skipped]),
    ];
    let by = of(select(vec!["Fatima".to_owned(), "Henk".to_owned()]));
    let note = of(select(vec!["Nog nagaan".to_owned(), "Besproken".to_owned()]));
    // The last of the days is yet to come.
    (state, of(select(vec![0, 1, 2, 3, 30_i64])), by, note).prop_map(move |(state, day, by, note)| Answer {
        state,
        given: day.map(|day| moment(day * 86_400)),
        by,
        revision: Some(1),
        note,
        tlp: None,
        source: source.map(|()| "antwoorden.toml".to_owned()),
        given_for: None,
    })
}

fn settled() -> impl Strategy<Value = Answer> {
    answer(Some(())).prop_map(|answer| Answer { state: given(TEXTS[0]).state, ..answer })
}

fn project(own: &[SaidBy]) -> Project {
    let mut project = Project::new("p".to_owned(), NaiveDate::from_ymd_opt(2026, 11, 24).expect("is a date"));
    for name in ORGANISATIONS {
        let id = identifier(name);
        let place = Place::Kopgroep;
        project.organisations.push(Organisation {
            id,
            name: name.to_owned(),
            kind: None,
            place,
            departure: Departure::default(),
            contacts: Vec::new(),
        });
    }
    for (question, organisation, answer) in own {
        let question = full_id(question);
        let scope = catalog().question(&question).expect("is asked").scope;
        let item = Item::of(&question, &identifier(organisation));
        put(&mut project, &item, scope, answer.clone());
    }
    project
}

fn read(project: &mut Project, files: Vec<Received>, choice: Choice) {
    hear(project, catalog(), files, Some(choice), &stamp());
}

/// What was written: every answer with what it says, and every remark.
fn words(project: &Project) -> impl Iterator<Item = String> {
    project.everything_said().flat_map(|(_, _, answer)| words_of(answer))
}

fn words_of(answer: &Answer) -> Vec<String> {
    if !answer.says_something() {
        return Vec::new();
    }
    let value = answer.value().map(|value| format!("{value:?}"));
    let notes = answer.note.iter().flat_map(|note| note.split("\n\n")).map(str::to_owned);
    value.into_iter().chain(notes).collect()
}

fn given(text: &str) -> Answer {
    Answer { state: State::Given(Value::text(text)), given: Some(moment(0)), ..Answer::open() }
}

fn stamp() -> Stamp {
    Stamp { at: moment(1_000_000), by: Some("Noor".to_owned()) }
}

fn moment(seconds: i64) -> DateTime<FixedOffset> {
    DateTime::from_timestamp(seconds, 0).expect("is a moment").fixed_offset()
}

fn full_id(text: &str) -> FullId {
    FullId::parse(text).expect("is a full name")
}

fn identifier(text: &str) -> Identifier {
    Identifier::parse(text).expect("is a name")
}

/// Compiled once: it is asked for in every case.
fn catalog() -> &'static Catalog {
    static CATALOG: LazyLock<Catalog> = LazyLock::new(|| assemble(&built_in()).expect("is sound"));
    &CATALOG
}
