//! A shortage is told as soon as those who have not answered are not likely to fill it, and with what others add.
use regio::advice::signals;
use regio::domain::{
    Answer, Answers, Decimal, Departure, FullId, Identifier, Kind, Organisation, Phase, Place, Project, State, Value,
};
use regio::expression::Facts;

use crate::desk::{CATALOG, today};

/// Five organisations of the kopgroep, of whom four named a number, and a sixth from outside.
fn project(needed: i64, pledged: [i64; 4], question: (&str, &str)) -> Project {
    let mut project = Project::new("a".repeat(32), today());
    for name in ["aa", "bee", "cee", "dee", "ee", "provincie"] {
        let place = if name == "provincie" { Place::Stakeholder } else { Place::Kopgroep };
        let id = Identifier::parse(name).expect("it is an identifier");
        project.organisations.push(Organisation {
            id,
            name: name.to_owned(),
            kind: None,
            place,
            departure: Departure::default(),
            contacts: Vec::new(),
        });
    }
    let number = |count| Answer { state: State::Given(Value::Number(Decimal::from_integer(count))), ..Answer::open() };
    let id = |question| FullId::parse(question).expect("it is the id of a question");
    project.answers.insert(id(question.0), Answers::Together(number(needed)));
    let owners = project.organisations.iter().map(|one| one.id.clone());
    let each = owners.zip(pledged).map(|(owner, count)| (owner, number(count))).collect();
    project.answers.insert(id(question.1), Answers::PerOrganisation(each));
    project
}

const HOURS: (&str, &str) = ("ontwikkelen.uren-nodig", "ontwikkelen.uren-toegezegd");
const AMOUNT: (&str, &str) = ("ontwikkelen.bedrag-nodig", "ontwikkelen.bedrag-toegezegd");

fn outside(project: &mut Project, field: &str, count: i64, is_certain: bool) {
    let record = [
        ("organisatie".to_owned(), Value::text("provincie")),
        (field.to_owned(), Value::integer(count)),
        ("zeker".to_owned(), Value::Flag(is_certain)),
    ];
    let state = State::Given(Value::List(vec![Value::Record(record.into_iter().collect())]));
    let question = FullId::parse("ontwikkelen.andere-bijdragen").expect("it is the id of a question");
    project.answers.insert(question, Answers::Together(Answer { state, ..Answer::open() }));
}

#[track_caller]
fn check(project: &Project, expected: &str) {
    let facts = Facts::new(project, &*CATALOG, today());
    let told = signals(&CATALOG, &[Phase::Ontwikkelen], &facts);
    let of_balance = ["uren-tekort", "uren-genoeg", "geld-tekort", "bijdrage-nog"];
    let told =
        told.iter().map(|one| one.id.local.as_str()).filter(|id| of_balance.iter().any(|name| id.starts_with(name)));
    assert_eq!(told.collect::<Vec<_>>().join(" "), expected);
}

#[test]
fn a_newcomer_who_is_silent_does_not_hide_a_shortage() {
    check(&project(38, [8, 8, 4, 4], HOURS), "uren-tekort-nog-niet-van-allen");
    check(&project(30, [8, 8, 4, 4], HOURS), "");
    check(&project(24, [8, 8, 4, 4], HOURS), "uren-genoeg");
    check(&project(500, [100, 50, 0, 0], AMOUNT), "geld-tekort-nog-niet-van-allen");
    check(&project(250, [100, 50, 0, 0], AMOUNT), "");
}

#[test]
fn what_is_certain_from_outside_fills_a_shortage() {
    let mut hours = project(38, [8, 8, 4, 4], HOURS);
    outside(&mut hours, "uren", 14, true);
    check(&hours, "uren-genoeg");
    let mut amount = project(500, [100, 50, 0, 0], AMOUNT);
    outside(&mut amount, "bedrag", 250, true);
    check(&amount, "");
}

#[test]
fn what_is_not_certain_does_not_fill_it() {
    let mut amount = project(500, [100, 50, 0, 0], AMOUNT);
    outside(&mut amount, "bedrag", 350, false);
    check(&amount, "geld-tekort-nog-niet-van-allen bijdrage-nog-niet-zeker");
}

/// Who leads the work may well stand outside the kopgroep: naming it there must not ask it for hours.
#[test]
fn leading_the_work_is_not_sitting_in_the_kopgroep() {
    let question = FullId::parse("ontwikkelen.projectleiding").expect("it is the id of a question");
    let kind = &CATALOG.question(&question).expect("it is asked").kind;
    assert_eq!(*kind, Kind::Organisation { place: None, place_if: None });
}
