use chrono::NaiveDate;

use super::{DateReport, Dates, Sort};
use crate::built_in::catalog;
use crate::document::Presence;
use crate::domain::{Answer, Answers, Change, Edition, FullId, Item, Phase, Project, State, Subject, Tlp, Value};
use crate::expression::Facts;

const MEETING: &str = "verkennen.startbijeenkomst";
const TIME: &str = "verkennen.startbijeenkomst-tijd";
const EXERCISE: &str = "uitbouwen.oefening";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("the tests write dates as 2026-11-24")
}

fn id(text: &str) -> FullId {
    FullId::parse(text).expect("a full id")
}

fn given(value: Value) -> Answer {
    let given = "2026-11-05T16:41:00+01:00".parse().expect("a moment");
    Answer { state: State::Given(value), given: Some(given), ..Answer::open() }
}

fn project() -> Project {
    let mut project = Project::new("abc".to_owned(), day("2026-11-01"));
    project.name = Some("Samen Sterk".to_owned());
    put(&mut project, MEETING, given(Value::Date(day("2026-12-15"))));
    put(&mut project, TIME, given(Value::text("15.00 tot 16.30 uur, daarna soep")));
    project
}

fn put(project: &mut Project, question: &str, answer: Answer) {
    assert!(catalog().question(&id(question)).is_some(), "{question}");
    project.answers.insert(id(question), Answers::Together(answer));
}

fn dates(project: &Project, edition: Edition) -> Vec<DateReport> {
    Dates::new(catalog(), &Facts::new(project, catalog(), day("2026-11-24")), edition).dates
}

fn meeting(project: &Project) -> DateReport {
    let facts = Facts::new(project, catalog(), day("2026-11-24"));
    let mut dates = Dates::of_meeting(catalog(), &facts, Edition::Kopgroep).dates;
    dates.pop().expect("there is a meeting")
}

#[test]
fn a_meeting_stands_at_its_time_and_in_its_words() {
    let entry = meeting(&project()).entry("Samen Sterk");
    let time = |text: &str| text.parse().expect("a time");
    assert_eq!((entry.day, entry.hours), (day("2026-12-15"), Some((time("15:00:00"), time("16:30:00")))));
    assert_eq!(entry.title, "Startbijeenkomst (Samen Sterk)");
    assert_eq!(entry.description, "Tijd: 15.00 tot 16.30 uur, daarna soep");
    assert_eq!(entry.presence, Presence::Meeting);
}

#[test]
fn a_time_that_cannot_be_read_gives_a_whole_day() {
    let mut project = project();
    put(&mut project, TIME, given(Value::text("na het eten")));
    let entry = meeting(&project).entry("Samen Sterk");
    assert_eq!((entry.day, entry.hours), (day("2026-12-15"), None));
    assert_eq!(entry.description, "Tijd: na het eten");
}

#[test]
fn a_beginning_alone_takes_an_hour_and_says_so() {
    let mut project = project();
    put(&mut project, TIME, given(Value::text("15.00 uur")));
    let entry = meeting(&project).entry("Samen Sterk");
    assert!(entry.hours.is_some_and(|(_, to)| to.to_string() == "16:00:00"));
    assert!(entry.description.contains("De eindtijd staat nog niet vast"));
    put(&mut project, TIME, given(Value::text("23.30 uur")));
    let entry = meeting(&project).entry("Samen Sterk");
    assert_eq!((entry.day, entry.hours), (day("2026-12-15"), None));
}

#[test]
fn every_change_of_day_time_or_place_counts() {
    let mut project = project();
    let before = meeting(&project);
    for question in [MEETING, TIME] {
        project.history.push(Change {
            at: "2026-11-20T10:00:00+01:00".parse().expect("a moment"),
            by: None,
            subject: Subject::Answer(Item::together(&id(question))),
            from: Some(State::Unknown),
            to: Some(State::Unknown),
            why: None,
        });
    }
    let after = meeting(&project);
    assert_eq!((before.changes, after.changes), (0, 2));
    assert_eq!(before.id, after.id);
}

#[test]
fn an_edition_holds_no_date_that_its_label_forbids() {
    let mut project = project();
    project.begun.insert(Phase::Verkennen, day("2026-11-01"));
    let exercise = Answer { tlp: Some(Tlp::Red), ..given(Value::Date(day("2027-04-22"))) };
    put(&mut project, EXERCISE, exercise);
    let holds = |edition: Edition, sort: Sort, title: &str| {
        dates(&project, edition).iter().any(|date| date.sort == sort && date.title.starts_with(title))
    };
    assert!(holds(Edition::Kopgroep, Sort::Day, "Oefening"));
    assert!(!holds(Edition::Participants, Sort::Day, "Oefening"));
    assert!(holds(Edition::Participants, Sort::Meeting, "Startbijeenkomst"));
    assert!(!holds(Edition::Public, Sort::Meeting, "Startbijeenkomst"));
    assert!(holds(Edition::Kopgroep, Sort::Step, ""));
    assert!(!holds(Edition::Participants, Sort::Step, ""));
}

/// Who put it on a calendar gets it off it, by the id and with a higher number.
#[test]
fn what_fell_away_is_cancelled_by_the_id_that_it_had() {
    let mut project = project();
    project.begun.insert(Phase::Verkennen, day("2026-11-01"));
    let thing = |name: &str| {
        let fields = [("naam".to_owned(), Value::text(name)), ("maand".to_owned(), Value::Date(day("2027-03-01")))];
        Value::List(vec![Value::Record(fields.into())])
    };
    let activity = &catalog().meaning(crate::domain::Meaning::RoadmapActivity).expect("it is bound").id;
    put(&mut project, &activity.to_string(), given(thing("Oefening")));
    project.own_actions.push(crate::domain::OwnAction {
        id: crate::domain::Identifier::parse("zaal-huren").expect("an id"),
        title: "Zaal huren".to_owned(),
        phase: None,
        created: day("2026-11-01"),
        record: crate::domain::ActionRecord { due: Some(day("2026-12-01")), ..Default::default() },
    });
    let calendar = |project: &Project| {
        let facts = Facts::new(project, catalog(), day("2026-11-24"));
        Dates::new(catalog(), &facts, Edition::Kopgroep).calendar().entries
    };
    let before = calendar(&project);
    assert!(before.iter().all(|entry| entry.presence != Presence::Cancelled), "{before:#?}");
    let mut change = |question: &str, answer: Answer| {
        let from = project.answer(&id(question), None).map(|answer| answer.state.clone());
        let subject = Subject::Answer(Item::together(&id(question)));
        let (at, to) = ("2026-11-20T10:00:00+01:00".parse().expect("a moment"), Some(answer.state.clone()));
        project.history.push(Change { at, by: None, subject, from, to, why: None });
        put(&mut project, question, answer);
    };
    change(&activity.to_string(), given(thing("Grote oefening")));
    change(MEETING, Answer::open());
    project.own_actions[0].record.dropped = Some(day("2026-11-24"));
    let after = calendar(&project);
    let cancelled: Vec<_> = after.iter().filter(|entry| entry.presence == Presence::Cancelled).collect();
    assert_eq!(cancelled.len(), 3, "{cancelled:#?}");
    for gone in cancelled {
        let was = before.iter().find(|entry| entry.uid == gone.uid).expect("it was on the calendar");
        assert_eq!(was.day, gone.day);
        assert!(gone.title.contains("zaal") || gone.title.contains("Zaal") || gone.sequence > was.sequence, "{gone:?}");
        assert_eq!(after.iter().filter(|entry| entry.uid == gone.uid).count(), 1);
    }
    let facts = Facts::new(&project, catalog(), day("2026-11-24"));
    assert!(Dates::new(catalog(), &facts, Edition::Public).fell_away.is_empty());
}

#[test]
fn things_of_a_group_are_told_apart_by_their_names() {
    let mut project = project();
    let thing = |name: &str, month: &str| {
        Value::Record([("naam".to_owned(), Value::text(name)), ("maand".to_owned(), Value::Date(day(month)))].into())
    };
    let things = vec![thing("Oefening", "2027-03-01"), thing("Oefening", "2027-09-01"), thing("Avond", "2027-05-01")];
    let question = catalog().meaning(crate::domain::Meaning::RoadmapActivity).expect("it is bound");
    project.answers.insert(question.id.clone(), Answers::Together(given(Value::List(things))));
    let found = dates(&project, Edition::Kopgroep);
    let ids: std::collections::BTreeSet<&str> = found.iter().map(|date| date.id.as_str()).collect();
    assert_eq!(ids.len(), found.len());
    assert!(found.iter().any(|date| date.title == "Activiteit: Avond" && date.day == day("2027-05-01")), "{found:#?}");
}
