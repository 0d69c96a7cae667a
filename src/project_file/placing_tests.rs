//! Where a table comes to stand, and what stands above it.

use super::sample::{SAMPLE, check, full_id, identifier};
use crate::domain::{Answer, Answers, Decimal, Organisation, Phase, Project, State, Value};

const HEAD: &str = "schema = 1\nregio = '0.0.1'\nproject = { id = 'a', created = 2026-11-01 }\n";

fn together(value: Value) -> Answers {
    Answers::Together(Answer { state: State::Given(value), ..Answer::open() })
}

fn with_amount(project: &mut Project) {
    project.answers.insert(full_id("uitbouwen.bedrag"), together(Value::Number(Decimal::from_hundredths(500))));
}

/// A table that TOML would write first stands behind the question before it all the same.
#[test]
fn a_new_answer_stands_behind_the_question_before_it_wherever_its_phase_stands() {
    let text = format!(
        "{HEAD}\n[answer.uitbouwen.activiteiten]\nstate = 'open'\n\n[answer.verkennen.aanleiding]\nstate = 'open'\n\n\
         [mijn.notities]\na = 1\n"
    );
    let came = "+# Hoeveel legt iedereen in?\n+[answer.uitbouwen.bedrag]\n+value = \"5\"\n+";
    let written = check(&text, with_amount, came);
    let place = |part: &str| written.find(part).expect("stands there");
    assert!(place("[answer.verkennen.aanleiding]") < place("[answer.uitbouwen.bedrag]"), "{written}");
    assert!(place("[answer.uitbouwen.bedrag]") < place("[mijn.notities]"), "{written}");
}

#[test]
fn what_comes_before_all_that_stands_there_is_put_above_it() {
    let text = format!("{HEAD}\n[[organisation]]\nid = 'bakker'\nname = 'De Bron'\nplace = 'partner'\n");
    let begun = "2026-11-02".parse().expect("a day");
    let came = "+# Wanneer elke fase begon\n+\n+[phase.verkennen]\n+begun = 2026-11-02\n+";
    let begin = |project: &mut Project| {
        project.begun.insert(Phase::Verkennen, begun);
    };
    check(&text, begin, came);
}

#[test]
fn a_heading_goes_with_the_last_table_of_its_section() {
    let gone = "-# Antwoorden\n-\n-# Waarom juist nu?\n-[answer.verkennen.aanleiding]\n-state = \"open\" # nog vragen aan Jo\n-\n\
                -[answer.verkennen.eigen-doel.\"gemeente-voorbeeld\"]\n-value = \"Meer rust\"\n-given = 2026-11-23T20:15:00+01:00\n-";
    check(SAMPLE, |project| project.answers.clear(), gone);
}

#[test]
fn a_question_stands_once_above_what_each_organisation_says_to_it() {
    let add = |project: &mut Project| {
        let goal = project.answers.get_mut(&full_id("verkennen.eigen-doel"));
        let Some(Answers::PerOrganisation(each)) = goal else { panic!("each organisation says it") };
        each.insert(identifier("bakker"), Answer::open());
    };
    check(SAMPLE, add, "+[answer.verkennen.eigen-doel.bakker]\n+state = \"open\"\n+");
}

#[test]
fn an_organisation_that_comes_first_stands_above_the_others_and_below_what_comes_before_them() {
    let add = |project: &mut Project| {
        let first =
            Organisation { id: identifier("nieuw"), name: "Nieuw".to_owned(), ..project.organisations[0].clone() };
        project.organisations.insert(0, Organisation { contacts: Vec::new(), ..first });
    };
    let came = "+[[organisation]]\n+id = \"nieuw\"\n+name = \"Nieuw\"\n+place = \"kopgroep\"\n+";
    let written = check(SAMPLE, add, came);
    assert!(written.contains("begun = 2026-11-02\n\n[[organisation]]\nid = \"nieuw\"\n"), "{written}");
    assert!(written.contains("place = \"kopgroep\"\n\n[[organisation]] # de eerste\n"), "{written}");
}

#[test]
fn a_new_key_stands_right_behind_the_one_before_it() {
    let text = "schema = 1\nregio = '0.0.1'\n\n[project]\nid = 'a'\nname = 'N'\nvan-mij = 1\ncreated = 2026-11-01\n";
    let written = check(text, |project| project.region = Some("Zuid".to_owned()), "+region = \"Zuid\"");
    assert!(written.contains("name = 'N'\nregion = \"Zuid\"\nvan-mij = 1\n"), "{written}");
}

#[test]
fn a_new_key_with_none_before_it_stands_on_top() {
    let text = format!("{HEAD}\n[action.verkennen.uitnodiging]\nnote = 'x'\n");
    let done = |project: &mut Project| {
        let record = project.actions.get_mut(&full_id("verkennen.uitnodiging")).expect("is read");
        record.done = Some("2026-11-02".parse().expect("a day"));
    };
    let written = check(&text, done, "+done = 2026-11-02");
    assert!(written.contains("uitnodiging]\ndone = 2026-11-02\nnote = 'x'\n"), "{written}");
}
