//! A day that lies ahead when it is said has been one day; then no document speaks of it as of one to come.
use std::collections::BTreeSet;

use chrono::NaiveDate;
use regio::document::Document;
use regio::domain::{Answers, Edition, FullId, Kind, Project, State, Template, Tlp, Value};
use regio::notation::{date, date_with_weekday};
use regio::wording::{Content, Wording};

use crate::desk::{CATALOG, SHIPPED, made, today};
use crate::witness::Witness;

/// The days that the text of a document prints, apart from what the program writes in it by itself.
fn printed(wording: &Wording) -> BTreeSet<FullId> {
    let is_day = |id: &FullId| CATALOG.question(id).is_some_and(|question| question.kind == Kind::Date);
    wording.templates().flat_map(Template::questions).filter(is_day).collect()
}

/// What the text says when the day is this one, with the day itself blotted out.
fn said(wording: &Wording, question: &FullId, day: NaiveDate) -> String {
    let mut project: Project = Witness::new(Tlp::Clear, Some(Tlp::Clear)).project;
    let answers = project.answers.get_mut(question).expect("every question is answered");
    answers.each_mut().into_iter().for_each(|(_, answer)| answer.state = State::Given(Value::Date(day)));
    assert!(matches!(answers, Answers::Together(_)));
    let document = Document { imprint: None, ..made(wording, &project, Edition::Kopgroep) };
    let text = format!("{document:?}");
    text.replace(&date_with_weekday(day), "DAG").replace(&date(day), "DAG")
}

fn asks_whether_it_is_past(wording: &Wording, question: &FullId) -> bool {
    let day = |words: &str| words.parse().expect("is a day");
    said(wording, question, day("2026-05-12")) != said(wording, question, day("2027-05-12"))
}

#[test]
fn a_day_that_has_been_is_not_told_as_one_to_come() {
    assert!(today() > "2026-05-12".parse().expect("is a day"));
    let mut asked = 0;
    for wording in SHIPPED.iter() {
        let mut wording = wording.clone();
        // What is worked out tells past and future apart by itself, and would hide what the text does not.
        wording.parts.iter_mut().for_each(|part| {
            part.contents.retain(|content| !matches!(content, Content::Included(_)));
        });
        for question in printed(&wording) {
            assert!(asks_whether_it_is_past(&wording, &question), "{}: {question}", wording.id);
            asked += 1;
        }
    }
    assert!(asked > 12, "only {asked}");
}

/// What was to be shown on a day that has been is nobody's first goal any more.
#[test]
fn a_goal_whose_day_has_been_is_not_told_as_one_to_come() {
    let [goal, day] = ["eerste-resultaat", "eerste-resultaat-datum"]
        .map(|id| FullId::parse(&format!("verkennen.{id}")).expect("it is the id of a question"));
    let tells = |wording: &&Wording| wording.templates().flat_map(Template::questions).any(|id| id == goal);
    let telling: Vec<&Wording> = SHIPPED.iter().filter(tells).collect();
    assert!(telling.len() >= 4, "only {}", telling.len());
    for wording in telling {
        assert!(asks_whether_it_is_past(wording, &day), "{}", wording.id);
    }
}

#[test]
fn a_text_that_does_not_ask_is_caught() {
    let mut wording = SHIPPED.iter().find(|wording| wording.id.as_str() == "agenda").expect("it is there").clone();
    let meeting = FullId::parse("verkennen.startbijeenkomst").expect("it is the id of a question");
    assert!(asks_whether_it_is_past(&wording, &meeting));
    wording.parts.retain(|part| part.when.is_none());
    assert!(!asks_whether_it_is_past(&wording, &meeting));
}
