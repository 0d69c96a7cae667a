//! A whole walk as a conversation: what is asked, what is typed, and what is kept.
#![allow(clippy::disallowed_methods, reason = "it stands outside the program and looks at it")]

use std::io::Cursor;

use chrono::{DateTime, NaiveDate};
use regio::catalog::{Catalog, assemble};
use regio::cli::prompter::{PlainPrompter, Typist};
use regio::domain::{Departure, Identifier, Organisation, Phase, Place, Project, Stamp};
use regio::interview::{WalkError, walk_phase};
use regio::ledger::{KeepError, Keeper, Kept, Ledger, LedgerError};
use regio::source::SourceFile;

const QUESTIONNAIRE: &str = r#"
schema = 1
id = "proef"
version = "1.0.0"
phase = "verkennen"
title = "Proef"
intro = "Een kleine vragenlijst."

[[section]]
id = "begin"
title = "Begin"
intro = "Waar het begint."

[[section.question]]
id = "mag"
revision = 1
label = "Mag het"
ask = "Mag het van je baas?"
type = "yes_no"
help = "Vraag het even."
why = "Anders heeft het geen zin."
points = ["V1.8"]
origin = "handreiking"

[[section.question]]
id = "uren"
revision = 1
label = "Uren"
ask = "Hoeveel uur mag het kosten?"
type = "hours"
help = "Per maand."
why = "Dan weet je hoe groot het plan mag zijn."
when = "mag"
points = ["V1.1"]
origin = "handreiking"

[[section]]
id = "samen"
title = "Samen"
intro = "Wie doet wat."

[[section.question]]
id = "doel"
revision = 1
label = "Doel"
ask = "Wat wil {{ organisatie }}?"
type = "text"
per = "kopgroep"
perspective = "own"
subject = "doel"
help = "Vraag door."
why = "Dan leg je het naast elkaar."
points = ["V2.4b"]
origin = "handreiking"

[[section.question]]
id = "samen-doel"
revision = 1
label = "Samen"
ask = "Wat willen jullie samen?"
type = "list"
item = "doel"
perspective = "together"
subject = "doel"
help = "Kijk wat terugkomt."
why = "Daar begint het."
points = ["V2.4c"]
origin = "handreiking"
"#;

fn catalog() -> Catalog {
    assemble(&[SourceFile::new("proef.toml", QUESTIONNAIRE)]).unwrap_or_else(|faults| panic!("{}", faults[0]))
}

/// Counts how often the project was kept.
#[derive(Default)]
struct Counted(usize);

impl Keeper for Counted {
    fn keep(&mut self, _project: &Kept) -> Result<Option<Project>, KeepError> {
        self.0 += 1;
        Ok(None)
    }
}

/// Cannot keep anything.
struct Full;

impl Keeper for Full {
    fn keep(&mut self, _project: &Kept) -> Result<Option<Project>, KeepError> {
        Err(anyhow::Error::msg("de schijf is vol"))
    }
}

fn project() -> Project {
    let said = |words: &str| Some(words.to_owned());
    let (name, region, trekker) = (said("Samen Sterk"), said("Zuid"), said("Anna"));
    let mut project = Project { name, region, trekker, ..Project::new("proef".to_owned(), today()) };
    project.organisations = [("gemeente-zuid", "Gemeente Zuid"), ("werf-de-kade", "Werf De Kade")].map(member).into();
    project
}

fn member((id, name): (&str, &str)) -> Organisation {
    let id = Identifier::parse(id).expect("is an identifier");
    Organisation {
        id,
        name: name.to_owned(),
        kind: None,
        place: Place::Kopgroep,
        departure: Departure::default(),
        contacts: Vec::new(),
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar")
}

fn stamp() -> Stamp {
    let at = DateTime::parse_from_rfc3339("2026-11-24T12:00:00+01:00").expect("a moment");
    Stamp { at, by: Some("Anna".to_owned()) }
}

/// Walks the phase with these lines; gives all that was said.
fn talk(project: &mut Project, keeper: &mut dyn Keeper, lines: &str) -> (String, Result<(), WalkError>) {
    let catalog = catalog();
    let mut said = Vec::new();
    let mut prompter = PlainPrompter::new(Cursor::new(lines.to_owned()), &mut said, Typist::Program);
    let mut kept = Kept::open(project.clone(), &catalog);
    let mut session = Ledger::new(&catalog, &mut kept, today(), |_: &Project| stamp(), keeper);
    let ended = walk_phase(&mut session, &mut prompter, Phase::Verkennen, regio::interview::Which::All).map(|_| ());
    drop((prompter, session));
    project.clone_from(&kept);
    (String::from_utf8(said).expect("it is text"), ended)
}

#[test]
fn a_walk_from_begin_to_end() {
    let mut project = project();
    let mut keeper = Counted::default();
    let lines =
        "ja\n2,5\n<\n\n?\n1, 2\nEen nummer dat altijd opneemt\nLeveranciers die hun basis kennen\nSamen oefenen\n\n\n";
    let (said, ended) = talk(&mut project, &mut keeper, lines);
    assert!(ended.is_ok(), "{said}");
    // The begin of the phase, two answers, the two organisations, and the list: each was kept before the next question.
    assert!(keeper.0 >= 6, "kept only {} times", keeper.0);
    insta::assert_snapshot!(said);
}

#[test]
fn an_answer_may_close_the_question_that_follows_and_what_was_said_is_kept() {
    let mut project = project();
    let mut keeper = Counted::default();
    let (_, ended) = talk(&mut project, &mut keeper, "ja\n2,5\n<\n<\nnee\n:stop\n");
    assert!(ended.is_ok());
    let hours = regio::domain::FullId::parse("proef.uren").expect("a full id");
    assert!(project.answer(&hours, None).is_some_and(|answer| answer.value().is_some()), "the hours are gone");
    let (said, _) = talk(&mut project, &mut keeper, "3\n\n:stop\n");
    assert!(!said.contains("Hoeveel uur"), "a closed question was asked:\n{said}");
}

#[test]
fn the_list_of_parts_leads_to_another_part() {
    let mut project = project();
    let (said, _) = talk(&mut project, &mut Counted::default(), ":lijst\n2\n:stop\n");
    assert!(said.contains("Van welke organisaties vul je nu de antwoorden in?"), "{said}");
}

#[test]
fn what_cannot_be_kept_ends_the_walk() {
    let (_, ended) = talk(&mut project(), &mut Full, "ja\n2,5\n");
    assert!(matches!(ended, Err(WalkError::Ledger(LedgerError::Keep(_)))));
}
