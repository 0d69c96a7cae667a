use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::answers_sheet;
use crate::built_in::catalog;
use crate::document::{Datum, Sheet};
use crate::domain::{
    Answer, Answers, Contact, Departure, Edition, FullId, Identifier, LapsedAnswer, Organisation, Phase, Place,
    Project, Standing, State, Tlp, Value, Variant,
};
use crate::expression::Facts;
use crate::report::Organisations;

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar");

fn id(text: &str) -> FullId {
    FullId::parse(text).expect("a full id")
}

fn said(words: &str) -> Answer {
    Answer { state: State::Given(Value::text(words)), note: Some(format!("remark on {words}")), ..Answer::open() }
}

fn organisation(contacts: &[&str]) -> Organisation {
    let contact = |name: &&str| Contact { name: (*name).to_owned(), ..Contact::default() };
    Organisation {
        id: Identifier::parse("gemeente-zuid").expect("an identifier"),
        name: "Gemeente Zuid".to_owned(),
        kind: None,
        place: Place::Kopgroep,
        departure: Departure::default(),
        contacts: contacts.iter().map(contact).collect(),
    }
}

/// A project with a word of its own in every place where something can be said.
fn project() -> Project {
    let mut project = Project::new("abc".to_owned(), TODAY);
    project.begun.insert(Phase::Verkennen, TODAY);
    let owner = organisation(&[]);
    let reason = id("verkennen.aanleiding");
    project.answers.insert(reason.clone(), Answers::Together(said("together")));
    let own = BTreeMap::from([(owner.id.clone(), said("own"))]);
    project.answers.insert(id("verkennen.eigen-doel"), Answers::PerOrganisation(own));
    project.answers.insert(id("elders.vraag"), Answers::Together(said("stranger")));
    project.views.insert(reason.clone(), BTreeMap::from([(owner.id.clone(), said("view"))]));
    project.variants.push(Variant {
        question: id("verkennen.eigen-doel"),
        organisation: owner.id.clone(),
        standing: Standing::SetAside,
        answer: said("variant"),
    });
    project.lapsed.push(LapsedAnswer {
        question: reason,
        organisation: None,
        ask: "Wat was het?".to_owned(),
        value: Some(Value::text("lapsed")),
        given: None,
        by: None,
        note: Some("remark on lapsed".to_owned()),
        tlp: None,
        why: "de vraag is weg".to_owned(),
    });
    project.organisations.push(owner);
    project
}

fn sheet(project: &Project, edition: Edition) -> Sheet {
    answers_sheet(catalog(), &Facts::new(project, catalog(), TODAY), edition)
}

fn times(sheet: &Sheet, words: &str) -> usize {
    sheet.rows.iter().flatten().filter(|datum| **datum == Datum::from(words)).count()
}

#[test]
fn everything_that_was_said_stands_in_it_once() {
    let sheet = sheet(&project(), Edition::Kopgroep);
    for words in ["together", "own", "view", "variant", "stranger", "lapsed"] {
        assert_eq!(times(&sheet, words), 1, "{words}");
    }
    for words in ["together", "own", "view", "variant", "stranger"] {
        assert_eq!(times(&sheet, &format!("remark on {words}")), 1, "{words}");
    }
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()));
    assert!(times(&sheet, "nog open") > 10);
}

#[test]
fn an_edition_holds_no_more_than_it_may() {
    let mut project = project();
    let hidden = Answer { tlp: Some(Tlp::Red), ..said("secret") };
    project.answers.insert(id("verkennen.aanleiding"), Answers::Together(hidden));
    assert_eq!(sheet(&project, Edition::Kopgroep).label, "TLP:RED");
    let shown = sheet(&project, Edition::Participants);
    assert_eq!(times(&shown, "secret"), 0);
    assert_eq!(times(&shown, "niet voor deze lezers"), 1);
    assert!(["remark on own", "variant", "stranger", "lapsed"].iter().all(|words| times(&shown, words) == 0));
    assert_eq!(shown.label, "TLP:AMBER");
}

#[test]
fn every_contact_has_a_row_and_so_has_an_organisation_without() {
    let mut project = project();
    let rows = |project: &Project| Organisations::new(project, TODAY).sheet().rows.len();
    assert_eq!(rows(&project), 1);
    project.organisations = vec![organisation(&["Anna", "Bram"])];
    assert_eq!(rows(&project), 2);
}
