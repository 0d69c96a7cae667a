//! Sheets of paper for a small project with every kind of question: what is printed, and what is left out.
#![allow(clippy::disallowed_methods, reason = "it stands outside the program and looks at it")]

use chrono::NaiveDate;
use regio::catalog::{Catalog, assemble};
use regio::domain::{
    Answer, Answers, Comparison, Contact, Departure, Formula, FullId, Identifier, Organisation, Place, Project,
    Question, State, Tlp, Value,
};
use regio::expression::{Facts, in_words};
use regio::ledger::guess_kind;
use regio::render::{Markdown, Plain, Renderer};
use regio::report::{WorksheetChoice, Worksheets};
use regio::round::EarlierAnswers;
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
    let members = [("gemeente-zuidwald", "Gemeente Zuidwâld"), ("bakkerij-het-hoekje", "Bakkerij Het Hoekje")];
    project.organisations = members.map(member).into();
    project
}

fn member((id, name): (&str, &str)) -> Organisation {
    let id = Identifier::parse(id).expect("is an identifier");
    Organisation {
        id,
        name: name.to_owned(),
        kind: guess_kind(name),
        place: Place::Kopgroep,
        departure: Departure::default(),
        contacts: Vec::new(),
    }
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

fn rendered(renderer: &dyn Renderer, worksheets: &Worksheets) -> String {
    let bytes = renderer.render(&worksheets.document()).expect("every document fits");
    String::from_utf8(bytes).expect("the text is UTF-8")
}

const BOTH: [&str; 2] = ["gemeente-zuidwald", "bakkerij-het-hoekje"];

#[test]
fn sheets_on_plain_paper() {
    let project = project();
    let sheets = worksheets(&project, &BOTH[..1], EarlierAnswers::LeftOut);
    insta::assert_snapshot!(rendered(&Plain { width: Some(80) }, &sheets));
}

#[test]
fn sheets_in_markdown() {
    let project = project();
    let sheets = worksheets(&project, &BOTH, EarlierAnswers::LeftOut);
    insta::assert_snapshot!(rendered(&Markdown, &sheets));
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
    assert_eq!(blank.head.tlp, Tlp::Amber);
    let filled = worksheets(&project, &[], EarlierAnswers::Included);
    assert_eq!((filled.head.tlp, filled.sheets[0].tlp), (Tlp::Red, Tlp::Red));
    assert!(rendered(&Plain { width: None }, &filled).contains("Vorige keer: Samen sterk"));
}

fn label(question: &Question) -> String {
    format!("'{}'", question.label)
}

#[track_caller]
fn check_condition(question: &str, expected: Option<&str>) {
    let catalog = regio::built_in::catalog();
    let question = catalog.question(&FullId::parse(question).expect("a full id")).expect("it is asked");
    let when = question.when.as_ref().expect("it has a condition");
    assert_eq!(in_words(when, catalog, &label).as_deref(), expected);
}

#[test]
fn conditions_are_told_in_plain_words() {
    check_condition(
        "ontwikkelen.steun-specialist",
        Some(
            "'De specialist (ICT of beveiliging)' niet is aangekruist bij 'Nog niet gesproken' en \
             'De specialist (ICT of beveiliging)' niet is aangekruist bij 'Twijfelt nog'",
        ),
    );
    check_condition(
        "ontwikkelen.tekenen-belemmering",
        Some("er een lagere trede dan 4 staat bij 'Steun van het bestuur'"),
    );
    check_condition("ontwikkelen.bedrag-toegezegd", Some("er meer dan 0 staat bij 'Benodigd bedrag'"));
    check_condition("ontwikkelen.website-bijhouder", Some("iets anders dan 'Voorlopig geen' is gekozen bij 'Website'"));
    check_condition("uitbouwen.thema-rol", Some("er iets is ingevuld bij 'Energie per organisatie'"));
    check_condition("uitbouwen.friendly-hack-partij", Some("'Dit jaar' is gekozen bij 'Plan voor friendly hacks'"));
    check_condition(
        "uitbouwen.friendly-hack-deelname",
        Some("'Dit jaar' of 'Later, na een scan' is gekozen bij 'Plan voor friendly hacks'"),
    );
    check_condition(
        "uitbouwen.oefening-doel",
        Some("er iets is ingevuld bij 'Datum van de oefening' of er iets is ingevuld bij 'Verhaal van de oefening'"),
    );
}

#[test]
fn what_is_no_matter_of_one_answer_stays_untold() {
    let count = Formula::Filter(regio::domain::Filter::Length, Box::new(Formula::Organisations(None)));
    let zero = Formula::Number(regio::domain::Decimal::ZERO);
    let condition = Formula::Compare(Box::new(count), Comparison::More, Box::new(zero));
    assert_eq!(in_words(&condition, regio::built_in::catalog(), &label), None);
}

#[test]
fn a_sheet_says_to_whom_it_goes_back_how_and_before_when() {
    let mut project = project();
    let head =
        |project: &Project| rendered(&Plain { width: None }, &worksheets(project, &BOTH[..1], EarlierAnswers::LeftOut));
    assert!(!head(&project).contains("Terug aan"));
    project.trekker = Some("Anna de Wit".to_owned());
    assert!(head(&project).contains("Terug aan: Anna de Wit\n"));
    project.organisations[0].contacts = vec![Contact {
        name: "anna de wit".to_owned(),
        mail: Some("anna@zuidwald.example".to_owned()),
        ..Contact::default()
    }];
    let shown = head(&project);
    assert!(shown.contains("Terug aan: Anna de Wit (anna@zuidwald.example)\n"), "{shown}");
    assert!(shown.contains("Hoe: Op papier.") && !shown.contains("Uiterlijk"), "{shown}");
}
