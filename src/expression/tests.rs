//! What conditions and texts mean, tried on a small questionnaire.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Asker, Facts, FormulaFault, Names, compile_condition, compile_template, fill};
use crate::catalog::{Catalog, assemble};
use crate::domain::{
    Answer, Answers, Departure, FullId, Identifier, Organisation, OrganisationKind, Phase, Place, Project, Scope,
    State, Value,
};
use crate::source::SourceFile;

const QUESTIONNAIRE: &str = r#"
schema = 1
id = "proef"
version = "1.0.0"
phase = "verkennen"
title = "Proef"
intro = "Proef."
value.veel = { is = 3, about = "Vuistregel." }

[[section]]
id = "deel"
title = "Deel"
intro = "Deel."
QUESTIONS
"#;

fn catalog() -> Catalog {
    let question = |id: &str, kind: &str| {
        format!(
            "[[section.question]]\nid = \"{id}\"\nrevision = 1\nlabel = \"{id}\"\nask = \"Wat?\"\n{kind}\nhelp = \"Denk.\"\n\
             why = \"Daarom.\"\npoints = [\"V2.4a\"]\norigin = \"handreiking\"\n"
        )
    };
    let options = "[[section.question.option]]\nid = \"a\"\nlabel = \"Eerst dit\"\n[[section.question.option]]\nid = \"b\"\nlabel = \"Dan dat\"\n";
    let questions = [
        question("mag", "type = \"yes_no\""),
        question("getal", "type = \"number\"\nwhen = \"mag\""),
        question("keuze", "type = \"choice\"") + options,
        question("keuzes", "type = \"choices\"") + options,
        question("dag", "type = \"date\""),
        question("bedrag", "type = \"amount\""),
        question("uren", "type = \"hours\"\nper = \"kopgroep\""),
        question("tekst", "type = \"text\"\nwhen = \"getal > 2\""),
        question("dingen", "type = \"group\"\nitem = \"ding\"")
            + "[[section.question.field]]\nid = \"naam\"\nlabel = \"Naam\"\nask = \"Hoe?\"\ntype = \"text\"\n\
               [[section.question.field]]\nid = \"soort\"\nlabel = \"Soort\"\nask = \"Wat?\"\ntype = \"text\"\n\
               [[section.question.field]]\nid = \"blijft\"\nlabel = \"Blijft\"\nask = \"Blijft het?\"\ntype = \"yes_no\"\n",
    ];
    let text = QUESTIONNAIRE.replace("QUESTIONS", &questions.concat());
    assemble(&[SourceFile::new("proef.toml", text)]).unwrap_or_else(|faults| panic!("{}", faults[0]))
}

fn identifier(text: &str) -> Identifier {
    Identifier::parse(text).expect("the tests use plain names")
}

/// A project of two organisations with these answers.
fn project(answers: &[(&str, Value)]) -> Project {
    let mut project = Project::new("proef".to_owned(), today());
    for (name, kind) in [("zuid", OrganisationKind::Government), ("noord", OrganisationKind::LargeCompany)] {
        project.organisations.push(Organisation {
            id: identifier(name),
            name: format!("Organisatie {name}"),
            kind: Some(kind),
            place: Place::Kopgroep,
            departure: Departure::default(),
            contacts: Vec::new(),
        });
    }
    for (id, value) in answers {
        let answer = Answer { state: State::Given(value.clone()), ..Answer::open() };
        let (local, organisation) = id.split_once('@').map_or((*id, None), |(id, owner)| (id, Some(owner)));
        let question = FullId { questionnaire: identifier("proef"), local: identifier(local) };
        match organisation {
            None => {
                project.answers.insert(question, Answers::Together(answer));
            }
            Some(owner) => {
                let entry = project.answers.entry(question).or_insert(Answers::PerOrganisation(BTreeMap::new()));
                if let Answers::PerOrganisation(each) = entry {
                    each.insert(identifier(owner), answer);
                }
            }
        }
    }
    project
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar")
}

fn holds(condition: &str, answers: &[(&str, Value)]) -> bool {
    let catalog = catalog();
    let names = Names::gather(catalog.questionnaires());
    let questionnaire = identifier("proef");
    let asker = Asker { questionnaire: &questionnaire, question: None, scope: Scope::Together, record: None };
    let formula = compile_condition(condition, &names, &asker).unwrap_or_else(|error| panic!("{}", error.fault));
    let project = project(answers);
    Facts::new(&project, &catalog, today()).holds(&formula)
}

#[track_caller]
fn check(condition: &str, answers: &[(&str, Value)], expected: bool) {
    assert_eq!(holds(condition, answers), expected, "{condition}");
}

#[track_caller]
fn check_text(text: &str, answers: &[(&str, Value)], expected: &str) {
    let catalog = catalog();
    let names = Names::gather(catalog.questionnaires());
    let questionnaire = identifier("proef");
    let asker = Asker { questionnaire: &questionnaire, question: None, scope: Scope::Together, record: None };
    let template = compile_template(text, &names, &asker).unwrap_or_else(|error| panic!("{}", error.fault));
    let project = project(answers);
    assert_eq!(fill(&template, &Facts::new(&project, &catalog, today()), None), expected, "{text}");
}

fn yes() -> (&'static str, Value) {
    ("mag", Value::Flag(true))
}

fn date(text: &str) -> Value {
    Value::Date(text.parse().expect("the tests write dates as 2026-11-24"))
}

#[test]
fn what_was_not_answered_is_neither_true_nor_false() {
    check("getal > 2", &[], false);
    check("not (getal > 2)", &[], false);
    check("getal > 2 or keuze == 'a'", &[("keuze", Value::text("a"))], true);
    check("not (getal > 2 and keuze == 'a')", &[("keuze", Value::text("b"))], true);
    check("not (getal > 2 and keuze == 'b')", &[("keuze", Value::text("b"))], false);
    check("keuze != 'a'", &[], false);
    check("keuze is not given", &[], true);
    check("keuze is not given or keuze != 'a'", &[], true);
}

#[test]
fn the_answer_to_a_question_that_is_not_asked_counts_as_absent() {
    let number = ("getal", Value::integer(5));
    check("getal > 2", &[yes(), number.clone()], true);
    check("getal > 2", &[("mag", Value::Flag(false)), number.clone()], false);
    check("getal is given", std::slice::from_ref(&number), false);
    // It goes on through a row of conditions: no number, so no text either.
    let text = ("tekst", Value::text("x"));
    check("tekst is given", &[yes(), number.clone(), text.clone()], true);
    check("tekst is given", &[("mag", Value::Flag(false)), number, text], false);
}

#[test]
fn the_answers_of_the_kopgroep_are_a_row() {
    let hours = |owner: &'static str, count: i64| (owner, Value::integer(count));
    let both = [hours("uren@zuid", 4), hours("uren@noord", 8)];
    check("uren is complete", &both, true);
    check("uren is complete", &both[..1], false);
    check("uren is given", &both[..1], true);
    check("uren | sum == 12 and uren | min == 4 and uren | max == 8", &both, true);
    check("uren | max - uren | min >= value.veel", &both, true);
    check("uren | count(4) == 1", &both, true);
    check("uren | missing | length == 1", &both[..1], true);
    check_text("{{ uren | missing }} en {{ uren | at_most(4) }}", &both[..1], "Organisatie noord en Organisatie zuid");
    check("uren | at_best == 12", &both, true);
    check("uren | at_best == 8", &both[..1], true);
    check("uren | at_best == 0", &[], false);
    check_text("{{ uren | who(8) }} en {{ uren | at_least(9) }}", &both, "Organisatie noord en niemand of niets");
}

#[test]
fn lists_groups_and_the_register() {
    let chosen = ("keuzes", Value::List(vec![Value::text("a"), Value::text("b")]));
    check("'a' in keuzes and keuzes | length == 2", &[chosen], true);
    check("'a' in keuzes", &[], false);
    check("kopgroep | length == 2 and 'groot-bedrijf' in soorten", &[], true);
    check("'veiligheidsregio' in ontbrekende_soorten and ontbrekende_soorten | length == 6", &[], true);
    check("successen == 0 and besluiten == 0", &[], true);
    let thing = |name: &str, kind: &str| {
        Value::Record(BTreeMap::from([("naam".to_owned(), Value::text(name)), ("soort".to_owned(), Value::text(kind))]))
    };
    let things = ("dingen", Value::List(vec![thing("x", "een"), thing("y", "een")]));
    let one = std::slice::from_ref(&things);
    check("dingen | where('naam', 'x') | length == 1 and dingen | where('naam', 'z') | length == 0", one, true);
    check("dingen | where('naam', 'x') | length == 0", &[], false);
    check("dingen | where('naam', 'x') | length | default(0) == 0", &[], true);
    check("dingen | length == 2 and dingen | field('soort') | unique | length == 1", &[things], true);
}

#[test]
fn a_list_without_another_and_what_stands_in_it_often() {
    let chosen = ("keuzes", Value::List(vec![Value::text("a"), Value::text("b")]));
    check("keuzes | without(keuzes) | length == 0", std::slice::from_ref(&chosen), true);
    check_text(
        "{{ kopgroep | without(uren | at_least(5)) }}",
        &[("uren@zuid", Value::integer(8))],
        "Organisatie noord",
    );
    check("keuzes | without(keuzes) | length == 0", &[], false);
    let thing = |kind: &str| Value::Record(BTreeMap::from([("soort".to_owned(), Value::text(kind))]));
    let things = ("dingen", Value::List(["een", "twee", "een", "drie", "twee", "een"].map(thing).to_vec()));
    check_text("{{ dingen | field('soort') | often(2) }}", std::slice::from_ref(&things), "een en twee");
    check("dingen | field('soort') | often(value.veel) | length == 1", &[things], true);
}

#[test]
fn the_last_phase_that_was_begun() {
    check("fase == 'verkennen'", &[], true);
    let mut project = project(&[]);
    project.begun = BTreeMap::from([(Phase::Verkennen, today()), (Phase::Ontwikkelen, today())]);
    assert_eq!(project.phase(), Phase::Ontwikkelen);
}

/// Somebody said that it does not apply: advice says neither that it lacks nor that it was given.
#[test]
fn advice_is_silent_on_what_does_not_apply() {
    let catalog = catalog();
    let names = Names::gather(catalog.questionnaires());
    let questionnaire = identifier("proef");
    let asker = Asker { questionnaire: &questionnaire, question: None, scope: Scope::Together, record: None };
    let holds = |condition: &str, state: State, advising: bool| {
        let mut project = project(&[]);
        let id = FullId { questionnaire: questionnaire.clone(), local: identifier("keuze") };
        project.answers.insert(id, Answers::Together(Answer { state, ..Answer::open() }));
        let facts = Facts::new(&project, &catalog, today());
        let formula = compile_condition(condition, &names, &asker).expect("is a condition");
        if advising { facts.of_advice().holds(&formula) } else { facts.holds(&formula) }
    };
    assert!(!holds("keuze is not given", State::NotApplicable, true));
    assert!(!holds("keuze is given", State::NotApplicable, true));
    assert!(holds("keuze is not given", State::NotApplicable, false), "elsewhere it is not given");
    assert!(holds("keuze is not given", State::Unknown, true));
    assert!(holds("keuze is not given or dag is not given", State::NotApplicable, true));
}

#[test]
fn what_comes_once_comes_no_more_when_it_was_said_a_year_ago() {
    let catalog = catalog();
    let names = Names::gather(catalog.questionnaires());
    let questionnaire = identifier("proef");
    let asker = Asker { questionnaire: &questionnaire, question: None, scope: Scope::Together, record: None };
    let count = |given: Option<&str>| {
        let thing = |stays| Value::Record(BTreeMap::from([("blijft".to_owned(), Value::Flag(stays))]));
        let mut project = project(&[("dingen", Value::List(vec![thing(true), thing(false)]))]);
        let id = FullId { questionnaire: questionnaire.clone(), local: identifier("dingen") };
        let answers = project.answers.get_mut(&id).expect("it was answered");
        let moment = given.map(|day| format!("{day}T12:00:00+01:00").parse().expect("is a moment"));
        answers.each_mut().into_iter().for_each(|(_, answer)| answer.given = moment);
        let formula =
            compile_condition("dingen | where('blijft', false) | lasting('blijft') | length == 1", &names, &asker);
        let all = compile_condition("dingen | lasting('blijft') | length == 2", &names, &asker);
        let facts = Facts::new(&project, &catalog, today());
        [formula, all].map(|one| facts.holds(&one.expect("is a condition")))
    };
    assert_eq!(count(Some("2026-11-23")), [true, true]);
    assert_eq!(count(Some("2025-11-25")), [true, true]);
    assert_eq!(count(Some("2025-11-24")), [false, false]);
    assert_eq!(count(None), [true, true], "of what bears no day nobody knows that it is older");
}

#[test]
fn dates_are_counted_from_today() {
    let day = ("dag", date("2026-12-01"));
    check("dag is upcoming and dag - vandaag == 7", std::slice::from_ref(&day), true);
    check("dag is past", std::slice::from_ref(&day), false);
    check("dag is past", &[("dag", date("2026-11-23"))], true);
    check("dag is past or dag is upcoming", &[], false);
}

#[test]
fn texts_say_answers_as_people_do() {
    check_text("Op {{ dag }}.", &[("dag", date("2026-12-01"))], "Op 1 december 2026.");
    check_text(
        "{{ bedrag }}",
        &[("bedrag", Value::Number(crate::domain::Decimal::from_hundredths(125_050)))],
        "€ 1.250,50",
    );
    check_text("{{ keuze }}", &[("keuze", Value::text("a"))], "Eerst dit");
    check_text(
        "{{ keuzes }}",
        &[("keuzes", Value::List(vec![Value::text("a"), Value::text("b")]))],
        "Eerst dit en Dan dat",
    );
    check_text("{{ kopgroep }}", &[], "Organisatie zuid en Organisatie noord");
    check_text("{{ dag }}", &[], "(nog open)");
    check_text("Zonder.", &[], "Zonder.");
}

/// A file made by hand may hold a value of another kind than its question wants: that is not known, and never a panic.
#[test]
fn a_value_of_the_wrong_kind_is_not_known() {
    check("getal > 2", &[yes(), ("getal", Value::text("veel"))], false);
    check("not (getal > 2)", &[yes(), ("getal", Value::text("veel"))], false);
    check("uren | sum > 0", &[("uren@zuid", Value::text("veel"))], false);
    check("'a' in keuzes", &[("keuzes", Value::text("a"))], false);
    check("dag is past", &[("dag", Value::Flag(true))], false);
}

#[track_caller]
fn check_slip(condition: &str, expected: &str) {
    let catalog = catalog();
    let names = Names::gather(catalog.questionnaires());
    let questionnaire = identifier("proef");
    let asker = Asker { questionnaire: &questionnaire, question: None, scope: Scope::Together, record: None };
    let error = compile_condition(condition, &names, &asker).expect_err("must be refused");
    assert_eq!((error.fault, &condition[error.span]), (FormulaFault::Syntax, expected), "{condition}");
}

#[test]
fn a_slip_is_pointed_at() {
    check_slip("mag is given and", "and");
    check_slip("mag = true", "=");
    check_slip("mag)", ")");
    check_slip("keuze == 'a' keuzes", "keuzes");
    // The quotation mark that is missing stands nowhere, and half a character cannot be shown.
    check_slip("keuze == 'a", "keuze == 'a");
    check_slip("mag é", "mag é");
}
