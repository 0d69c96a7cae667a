//! What an answer file says, held against the project and the questionnaires.

use chrono::NaiveDate;

use super::recipient::Recipient;
use crate::catalog::{Catalog, assemble, built_in_after};
use crate::domain::{
    Answer, Change, Departure, Identifier, LapsedAnswer, Organisation, Place, Project, State, Subject, Value,
};
use crate::ledger::Received;
use crate::project_file::Outline;
use crate::source::SourceFile;

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar");

/// Two questions were asked anew: what was said to the first can be said again, and to the second not.
fn catalog() -> Catalog {
    let mut text = include_str!("../../questionnaires/verkennen.toml").to_owned();
    for id in ["eigen-doel", "eigen-behoefte"] {
        text = text.replacen(&format!("id = \"{id}\"\nrevision = 1"), &format!("id = \"{id}\"\nrevision = 2"), 1);
    }
    text += "\n[[converted]]\nquestion = \"eigen-doel\"\nfrom = \"number\"\nsince = \"1.0.0\"\n";
    assemble(&built_in_after(&text)).expect("is in order")
}

fn identifier(text: &str) -> Identifier {
    Identifier::parse(text).expect("is a name")
}

fn project() -> Project {
    let mut project = Project::new("abc".to_owned(), TODAY);
    for name in ["Haven", "De Dijk"] {
        let id = Identifier::from_name(name).expect("a name has letters");
        project.organisations.push(Organisation {
            id,
            name: name.to_owned(),
            kind: None,
            place: Place::Kopgroep,
            departure: Departure::default(),
            contacts: Vec::new(),
        });
    }
    project
}

/// A change of an organisation: what she was, and what she became.
fn changed(id: &str, from: &str, to: &str) -> Change {
    let said = |words: &str| Some(State::Given(Value::text(words)));
    Change {
        at: "2026-11-20T10:00:00+01:00".parse().expect("a moment"),
        by: None,
        subject: Subject::Organisation(identifier(id)),
        from: said(from),
        to: said(to),
        why: None,
    }
}

/// What is taken from a file of the haven, or the first fault of it.
fn received(project: &Project, head: &str, answers: &str) -> Result<Received, String> {
    let (catalog, outline) = (catalog(), Outline::default());
    let recipient = Recipient { project, catalog: &catalog, outline: &outline, other_projects: false };
    let text = format!(
        "schema = 1\n[request]\nproject = 'abc'\norganisation = 'haven'\nby = 'Samira'\nversion = {{ verkennen = '1.0.0' }}\n\
         {head}\n{answers}\n"
    );
    let read = recipient.receive(&SourceFile::new("post/haven.toml", text));
    read.map(|(received, _)| received).map_err(|error| error.to_string())
}

/// What becomes of a number that answers a question in words, said to this edition of it.
fn number(question: &str, revision: &str) -> Result<(Vec<Answer>, Vec<LapsedAnswer>), String> {
    let answer = format!("[answer.verkennen.{question}.haven]\nvalue = 7\n{revision}");
    let received = received(&project(), "", &answer)?;
    Ok((received.said.into_iter().map(|(_, answer)| answer).collect(), received.lapsed))
}

#[test]
fn what_was_said_to_an_earlier_edition_of_a_question_is_said_anew_or_lapses() {
    let (said, lapsed) = number("eigen-doel", "revision = 1").expect("is taken");
    assert_eq!((said[0].value(), said[0].revision), (Some(&Value::text("7")), Some(2)));
    assert_eq!((said.len(), lapsed.len()), (1, 0));
    let (said, lapsed) = number("eigen-behoefte", "revision = 1").expect("is taken");
    assert_eq!((said.len(), lapsed.len()), (0, 1));
    assert_eq!((lapsed[0].value.as_ref(), lapsed[0].by.as_deref()), (Some(&Value::integer(7)), Some("Samira")));
}

#[test]
fn what_was_never_an_answer_to_the_question_is_refused() {
    for (question, revision) in [("eigen-doel", ""), ("eigen-doel", "revision = 2"), ("eigen-behoefte", "revision = 2")]
    {
        let refused = number(question, revision).expect_err("must be refused");
        assert!(refused.contains("past niet: "), "{question} {revision}: {refused}");
    }
}

#[test]
fn only_organisations_of_the_register_or_of_the_file_can_be_named() {
    let head = "[[organisation]]\nid = 'werf'\nname = 'Werf De Kade'\nplace = 'kandidaat'\n";
    let named = |head: &str, name: &str| {
        received(&project(), head, &format!("[answer.verkennen.kopgroep.haven]\nvalue = ['haven', '{name}']"))
    };
    for (head, name) in [("", "de-dijk"), (head, "werf")] {
        assert_eq!(named(head, name).map(|received| received.said.len()), Ok(1), "{name}");
    }
    for (head, name) in [("", "werf"), (head, "kraan")] {
        assert!(named(head, name).is_err(), "{name}");
    }
}

#[test]
fn what_lapses_is_of_the_organisation_into_which_she_who_was_asked_went() {
    let mut project = project();
    project.organisations.retain(|one| one.id.as_str() != "haven");
    project.history.push(changed("haven", "Haven", "de-dijk"));
    let answer = "[answer.verkennen.eigen-behoefte.haven]\nvalue = 7\nrevision = 1";
    let received = received(&project, "", answer).expect("is taken");
    assert_eq!(received.lapsed[0].organisation, Some(identifier("de-dijk")));
}

#[test]
fn a_name_is_strange_unless_it_was_hers() {
    let mut project = project();
    project.history =
        vec![changed("de-dijk", "Kade Oost", "De Dijk"), changed("haven", "Haven Noord, kandidaat", "Haven")];
    let called = |name: &str| {
        let received = received(&project, &format!("name = '{name}'"), "").expect("is taken");
        received.strange_name
    };
    for known in ["Haven", "haven", "Haven Noord"] {
        assert_eq!(called(known), None);
    }
    for strange in ["Kade Oost", "Haven No", "Werf"] {
        assert_eq!(called(strange).as_deref(), Some(strange));
    }
}
