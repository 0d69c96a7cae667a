//! Sheets of paper for a small project with every kind of question: what is printed, and what is left out.
#![allow(clippy::disallowed_methods, reason = "it stands outside the program and looks at it")]

use chrono::NaiveDate;
use regio::catalog::Catalog;
use regio::catalog::assemble;
use regio::domain::Answer;
use regio::domain::Answers;
use regio::domain::FullId;
use regio::domain::Place;
use regio::domain::Project;
use regio::domain::State;
use regio::domain::Tlp;
use regio::domain::Value;
use regio::expression::Facts;
use regio::interview::register;
use regio::render::Markdown;
use regio::render::Plain;
use regio::render::Renderer;
use regio::report::EarlierAnswers;
use regio::report::WorksheetChoice;
use regio::report::Worksheets;
use regio::source::SourceFile;

fn catalog() -> Catalog {
    let text = include_str!("fixtures/all_kinds/proef.toml");
    assemble(&[SourceFile::new("proef.toml", text)]).unwrap_or_else(|faults| panic!("{}", faults[0]))
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar")
}

fn id(word: &str) -> FullId {
    FullId::parse(word).expect("a full id")
}

fn project() -> Project {
    let mut project = Project::new("proef".to_owned(), today());
    project.name = Some("Samen Sterk".to_owned());
    project.region = Some("Zuidwâld".to_owned());
    register(&mut project, "Gemeente Zuidwâld", Place::Kopgroep);
    register(&mut project, "Bakkerij Het Hoekje", Place::Kopgroep);
    project
}

fn answered(project: &mut Project, question: &str, value: Value, tlp: Option<Tlp>) {
    let answer = Answer { state: State::Given(value), tlp, ..Answer::open() };
    project.answers.insert(id(question), Answers::Together(answer));
}

/// The sheets of these organisations, by id; of none, the one of the kopgroep together.
fn worksheets(project: &Project, organisations: &[&str], earlier: EarlierAnswers) -> Worksheets {
    let catalog = catalog();
    let phase = regio::domain::Phase::Uitbouwen;
    let organisations = organisations.iter().filter_map(|id| project.organisation(id)).collect();
    let choice = WorksheetChoice { phase, organisations, earlier };
    Worksheets::new(&catalog, &Facts::new(project, &catalog, today()), &choice)
}

fn rendered(renderer: &dyn Renderer, worksheets: &Worksheets, project: &Project) -> String {
    let bytes = renderer.render(&worksheets.document(project)).expect("every document fits");
    String::from_utf8(bytes).expect("the text is UTF-8")
}

const BOTH: [&str; 2] = ["gemeente-zuidwald", "bakkerij-het-hoekje"];

#[test]
fn sheets_on_plain_paper() {
    let project = project();
    let sheets = worksheets(&project, &BOTH[..1], EarlierAnswers::LeftOut);
    insta::assert_snapshot!(rendered(&Plain { width: Some(80) }, &sheets, &project));
}

#[test]
fn sheets_in_markdown() {
    let project = project();
    let sheets = worksheets(&project, &BOTH, EarlierAnswers::LeftOut);
    insta::assert_snapshot!(rendered(&Markdown, &sheets, &project));
}

#[test]
fn a_question_that_can_no_longer_come_is_left_out_only_when_that_is_sure() {
    let mut project = project();
    let hours = |project: &Project| {
        let sheet = worksheets(project, &[], EarlierAnswers::LeftOut).sheets.remove(0);
        let mut questions = sheet.sections.into_iter().flat_map(|section| section.questions);
        questions.find(|question| question.id == "proef.samen-uren").map(|question| question.only_if)
    };
    let condition = hours(&project).flatten().expect("it may still come");
    assert!(condition.starts_with("er ja staat bij vraag "), "{condition}");
    // The question it hangs on stands on the same sheet, so it may still come.
    answered(&mut project, "proef.samen-mag", Value::Flag(false), None);
    assert!(hours(&project).is_some());
}

#[test]
fn earlier_answers_come_with_their_label() {
    let mut project = project();
    answered(&mut project, "proef.samen-tekst", Value::text("Samen sterk"), Some(Tlp::Red));
    let blank = worksheets(&project, &[], EarlierAnswers::LeftOut);
    assert_eq!(blank.tlp, "TLP:AMBER");
    let filled = worksheets(&project, &[], EarlierAnswers::Shown);
    assert_eq!((filled.tlp, filled.sheets[0].tlp), ("TLP:RED", "TLP:RED"));
    assert!(rendered(&Plain { width: None }, &filled, &project).contains("Vorige keer: Samen sterk"));
}
