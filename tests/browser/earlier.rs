use std::collections::BTreeMap;
use std::path::Path;

use regio::catalog::Catalog;
use regio::domain::{Answers, Phase, Place, Project, State, Value};
use regio::expression::Facts;
use regio::project_file::{Outline, read_answers};
use regio::round;
use regio::round::{Contents, EarlierAnswers, Inquiry, asked_questions};
use regio::source::SourceFile;

use super::conditions::proof;
use super::node::{Needs, story};
use super::random;

/// What the first organisation of the kopgroep said and is asked now: what its page should hand over again.
type Said = BTreeMap<String, State>;

/// A random project in which the first organisation thinks of every question what all together do.
fn project(catalog: &Catalog, seed: u64) -> Option<Project> {
    let mut project = random::project(catalog, seed);
    let organisation = project.in_place(Place::Kopgroep).next()?.id.clone();
    for (question, answers) in &project.answers {
        if let Answers::Together(answer) = answers {
            project.views.insert(question.clone(), BTreeMap::from([(organisation.clone(), answer.clone())]));
        }
    }
    Some(project)
}

fn page_and_said(catalog: &Catalog, project: &Project) -> (String, Said) {
    let facts = Facts::new(project, catalog, random::today());
    let organisation = project.in_place(Place::Kopgroep).next().expect("there is one");
    let earlier = EarlierAnswers::Included;
    let inquiry = Inquiry { catalog, facts: &facts, phase: Phase::Uitbouwen, organisation, earlier };
    let page = round::page(&Contents::new(&inquiry), random::today());
    let mut said = BTreeMap::new();
    for question in asked_questions(catalog, Some(Phase::Uitbouwen), organisation.place) {
        let owner = (question.scope.is_each()).then_some(organisation);
        let answer = project.said_by(&question.id, &organisation.id);
        let told = answer.filter(|answer| !matches!(answer.state, State::Open | State::Skipped));
        if let Some(answer) = told.filter(|_| facts.is_asked(question, owner)) {
            said.insert(question.id.to_string(), answer.state.clone());
        }
    }
    (page, said)
}

#[test]
fn answers_that_go_along_come_back_as_they_were() {
    let catalog = proof();
    let folder = tempfile::tempdir().expect("the system gives a folder");
    let (mut paths, mut expected) = (Vec::new(), Vec::new());
    for project in (0..12).filter_map(|seed| project(&catalog, seed)).take(6) {
        let (page, said) = page_and_said(&catalog, &project);
        let path = folder.path().join(format!("{}.html", project.id));
        std::fs::write(&path, page).expect("is written");
        paths.push(path);
        expected.push(said);
    }
    let arguments: Vec<&Path> = paths.iter().map(|path| path.as_path()).collect();
    if story(Needs::Browser, "earlier.mjs", &arguments).is_none() {
        return;
    }
    let outline = Outline::of_questions(catalog.questions());
    for (path, expected) in paths.iter().zip(&expected) {
        let text = std::fs::read_to_string(path.with_extension("toml")).expect("was handed over");
        let file = read_answers(&SourceFile::new("antwoorden.toml", text), &outline).expect("is an answer file");
        let given = |read: &regio::project_file::ReadAnswer| read.answer.given.map(|given| given.to_rfc3339());
        assert!(file.answers.iter().all(|read| given(read).as_deref() == Some("2026-11-24T10:00:00+01:00")));
        let said = file.answers.into_iter().map(|read| (read.question.to_string(), read.answer.state));
        let said: Said = said.map(|(question, state)| (question, in_one_order(state))).collect();
        let expected: Said = expected.clone().into_iter().map(|(id, state)| (id, in_one_order(state))).collect();
        assert_eq!(said, expected, "{}", path.display());
    }
    assert!(expected.iter().map(BTreeMap::len).sum::<usize>() > 60);
}

/// Which organisations are chosen has no order, and a page puts those that left behind the others.
fn in_one_order(state: State) -> State {
    let is_of_organisations =
        |items: &[Value]| items.iter().all(|item| item.as_text().is_some_and(|text| text.starts_with("organisatie-")));
    match state {
        State::Given(Value::List(mut items)) if is_of_organisations(&items) => {
            items.sort();
            State::Given(Value::List(items))
        }
        state => state,
    }
}
