//! Sheets that were filled in by other programs, and read again.

use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use super::readers;
use crate::story::{Outcome, Story};

const EVERY_KIND: &str = include_str!("../fixtures/all_kinds/proef.toml");

/// What is filled in for each label, and what then stands in the project file.
fn fillings() -> [(&'static str, Json, &'static str); 14] {
    [
        ("bij slogan?", json!({ "lines": ["Samen; sterk | sneller"] }), "value = \"Samen; sterk | sneller\""),
        (
            "bij verhaal?",
            json!({ "lines": ["Het begon\nin mei.", "", "Toen ging het _snel_."] }),
            "Het begon\nin mei.\nToen ging het _snel_.",
        ),
        ("bij mag het?", json!({ "boxes": [1] }), "value = true"),
        ("bij vorm?", json!({ "boxes": [2] }), "value = \"leren\""),
        (
            "bij onderwerpen?",
            json!({ "boxes": [1, 2, 3], "own": "een avond met 1 soep; of 2" }),
            "value = [\"oefenen\", \"leren\", \"een avond met 1 soep; of 2\"]",
        ),
        ("bij zekerheid?", json!({ "boxes": [3] }), "value = 3"),
        ("bij aantal?", json!({ "spot": "250" }), "value = 250"),
        ("bij uren?", json!({ "spot": "2,5" }), "value = 2.5"),
        ("bij bedrag?", json!({ "spot": "____1.250,50____" }), "value = \"1250.50\""),
        ("bij datum?", json!({ "spot": "31-12-2026" }), "value = 2026-12-31"),
        (
            "bij ideeën?",
            json!({ "lines": ["oefenen", "leren; van elkaar"] }),
            "value = [\"oefenen\", \"leren; van elkaar\"]",
        ),
        ("bij gastheer?", json!({ "lines": ["Bakkerij Het Hoekje"] }), "value = \"bakkerij-het-hoekje\""),
        ("bij gasten?", json!({ "boxes": ["weet ik nog niet"] }), "state = \"unknown\""),
        (
            "bij oefeningen?",
            json!({ "cells": [["Brand", "1", "1-2-2027", "Bakkerij Het Hoekje"], ["Ma|il", "echt"]] }),
            "naam = \"Brand\"",
        ),
    ]
}

fn story() -> Story {
    let story = Story::with_project();
    story.write("vragenlijsten/proef.toml", EVERY_KIND);
    story
}

/// The sheet of one organisation, or of all together, filled in.
fn filled_in(story: &Story, whose: &[&str], fillings: &Json) -> Option<PathBuf> {
    story
        .run(&[&["document", "werkbladen", "uitbouwen", "--overschrijf", "--uit", "leeg.docx"], whose].concat())
        .succeeds();
    let file = story.path("blad.docx");
    readers::fill_in(&story.path("leeg.docx"), &file, fillings).then_some(file)
}

fn note(story: &Story, file: &Path) -> Outcome {
    story.run(&["noteer", &file.display().to_string()])
}

fn all() -> Json {
    fillings().into_iter().map(|(ask, filling, _)| (ask.to_owned(), filling)).collect()
}

#[track_caller]
fn check_all_noted(story: &Story, file: &Path) {
    note(story, file).succeeds().says("Gemeente Zuidwâld: 14 antwoorden overgenomen.");
    let project = story.project();
    let answers =
        project.split("[answer.proef.").filter(|answer| answer.contains("gemeente-zuidwald]")).collect::<String>();
    for (ask, _, expected) in fillings() {
        assert!(answers.contains(expected), "{ask}: {expected} is not in\n{answers}");
    }
    assert!(answers.contains("by = \"Anna\"") && answers.contains("source = \"werkblad\""), "{answers}");
    note(story, file).succeeds().says("Dat stond er al.");
    story.run(&["controleer"]).succeeds();
}

const OF_TOWN: [&str; 2] = ["--voor", "gemeente-zuidwald"];

#[test]
fn a_sheet_that_was_filled_in_in_word_is_noted_whole() {
    let story = story();
    let Some(file) = filled_in(&story, &OF_TOWN, &all()) else { return };
    check_all_noted(&story, &file);
}

#[test]
fn a_sheet_is_noted_whole_after_libreoffice_saved_it() {
    let story = story();
    let Some(file) = filled_in(&story, &OF_TOWN, &all()) else { return };
    let Some(again) = readers::saved_as(&file, "docx", &story.path("weer")) else { return };
    check_all_noted(&story, &again);
}

#[test]
fn a_sheet_is_noted_whole_after_it_was_an_open_document() {
    let story = story();
    let Some(file) = filled_in(&story, &OF_TOWN, &all()) else { return };
    let Some(open) = readers::saved_as(&file, "odt", &story.path("open")) else { return };
    let before = story.project();
    note(&story, &open).ends_with(1).says("is geen blad van Word (.docx)").says("bewaar het als .docx");
    assert_eq!(story.project(), before);
    let Some(again) = readers::saved_as(&open, "docx", &story.path("weer")) else { return };
    check_all_noted(&story, &again);
}

#[test]
fn an_empty_sheet_brings_nothing() {
    let story = story();
    let Some(file) = filled_in(&story, &[], &json!({})) else { return };
    let before = story.project();
    note(&story, &file).succeeds().says("Er is niets overgenomen.");
    assert_eq!(story.project(), before);
}

#[test]
fn what_is_not_understood_is_named_and_costs_no_other_answer() {
    let story = story();
    let fillings = json!({
        "bij datum?": { "spot": "ooit" },
        "bij vorm?": { "boxes": [1, 2] },
        "bij zekerheid?": { "boxes": [2, "niet van toepassing"] },
        "bij aantal?": { "spot": "12", "remark": "Vraag dit ook aan Els." },
    });
    let Some(file) = filled_in(&story, &OF_TOWN, &fillings) else { return };
    note(&story, &file)
        .ends_with(1)
        .says("(Datum): 'ooit' is geen datum")
        .says("(Vorm): er staan 2 kruisjes, en er past er één")
        .says("(Zekerheid): bij 'niet van toepassing' staat een kruis, en er staat meer")
        .says("(Aantal): hier staat iets dat geen antwoord is: 'Vraag dit ook aan Els.'")
        .says("4 plekken zijn niet overgenomen")
        .says("1 antwoord overgenomen");
    assert!(story.project().contains("value = 12"));
}

#[test]
fn what_somebody_else_said_stays_and_a_stranger_is_refused() {
    let story = story();
    let Some(file) = filled_in(&story, &OF_TOWN, &json!({ "bij zekerheid?": { "boxes": [2] } })) else { return };
    let given = ["noteer", "proef.eigen-trede", "1", "--voor", "gemeente-zuidwald", "--door", "Fatima"];
    story.run(&given).succeeds();
    note(&story, &file).succeeds().says("geldt nog '1 (Nog niets)' (Fatima").says("opzij gelegd");
    let stranger = Story::new();
    let begun = ["init", "--geen-vragen", "--antwoord", "project.naam=Anders", "--antwoord", "project.trekker=Jan"];
    stranger.run(&begun).succeeds();
    stranger.write("vragenlijsten/proef.toml", EVERY_KIND);
    let before = stranger.project();
    let other = "dit blad hoort bij een ander project: 'Samen Sterk'";
    note(&stranger, &file).ends_with(1).says(other).says("--ander-project");
    let taken = stranger.run(&["noteer", &file.display().to_string(), "--ander-project"]);
    taken.ends_with(1).says("is van niemand in dit project").says("--voor");
    assert_eq!(stranger.project(), before);
}

#[test]
fn a_sheet_makes_nobody_a_member_and_throws_nobody_out() {
    let story = Story::new();
    story.run(&["init", "--voorbeeld"]).succeeds();
    story.run(&["document", "werkbladen", "verkennen", "--samen", "--uit", "leeg.docx"]).succeeds();
    let stranger = json!({ "Wie zitten er in de kopgroep?": { "lines": ["Boze Buurman"] } });
    let file = story.path("blad.docx");
    if !readers::fill_in(&story.path("leeg.docx"), &file, &stranger) {
        return;
    }
    let before = story.project();
    note(&story, &file).ends_with(1).says("staat al iets anders").says("'Boze Buurman' is niet overgenomen");
    assert_eq!(story.project(), before);
    let empty = Story::new();
    let begun = ["init", "--geen-vragen", "--antwoord", "project.naam=Anders", "--antwoord", "project.trekker=Jan"];
    empty.run(&begun).succeeds();
    empty.run(&["document", "werkbladen", "verkennen", "--samen", "--uit", "leeg.docx"]).succeeds();
    assert!(readers::fill_in(&empty.path("leeg.docx"), &file, &stranger));
    note(&empty, &file).ends_with(1).says("een blad maakt niemand lid").says("Boze Buurman");
    assert!(!empty.project().contains("Boze Buurman"));
}

/// Who pulls the cart says nothing of who is in the kopgroep besides; and a sheet may be named that names itself.
#[test]
fn a_sheet_may_name_who_is_in_the_kopgroep_already() {
    let story = Story::with_project();
    story.run(&["document", "werkbladen", "verkennen", "--samen", "--uit", "leeg.docx"]).succeeds();
    let pulls = json!({ "Welke organisatie trekt de samenwerking?": { "lines": ["Gemeente Zuidwâld"] } });
    let file = story.path("blad.docx");
    if !readers::fill_in(&story.path("leeg.docx"), &file, &pulls) {
        return;
    }
    story.run(&["noteer", "blad.docx", "--voor", "samen"]).succeeds().says("1 antwoord overgenomen");
    let project = story.project();
    assert!(project.contains("[answer.verkennen.trekkende-organisatie]\nvalue = [\"gemeente-zuidwald\"]"), "{project}");
    assert_eq!(project.matches("place = \"kopgroep\"").count(), 2, "{project}");
}

#[test]
fn a_newcomer_on_a_sheet_is_a_candidate_at_most_and_is_named() {
    let story = story();
    let Some(file) = filled_in(&story, &OF_TOWN, &json!({ "bij gastheer?": { "lines": ["Boze Buurman"] } })) else {
        return;
    };
    note(&story, &file).succeeds().says("Nieuw in het register: Boze Buurman.");
    let project = story.project();
    let newcomer = project.split("id = \"boze-buurman\"").nth(1).expect("it is in the register");
    let newcomer = newcomer.split("[[").next().expect("something stands before it");
    assert!(!newcomer.contains("place = \"kopgroep\""), "{newcomer}");
}

#[test]
fn who_filled_in_the_sheet_said_it() {
    let story = story();
    let filling =
        |trap: usize, by: &str| json!({ "@head": { "Ingevuld door": by }, "bij zekerheid?": { "boxes": [trap] } });
    let given = ["noteer", "proef.eigen-trede", "1", "--voor", "gemeente-zuidwald"];
    story.run(&given).succeeds();
    let Some(file) = filled_in(&story, &OF_TOWN, &filling(2, "Boris")) else { return };
    note(&story, &file).succeeds().says("geldt nog '1 (Nog niets)' (Anna").says("opzij gelegd");
    assert!(story.project().contains("by = \"Boris\""), "{}", story.project());
    let file = filled_in(&story, &OF_TOWN, &filling(3, "Anna")).expect("it went before");
    note(&story, &file).succeeds().says("Bij 'Zekerheid' stond: 1 (Nog niets).");
    let file = filled_in(&story, &OF_TOWN, &filling(1, "")).expect("it went before");
    note(&story, &file).succeeds().says("opzij gelegd");
}

#[test]
fn a_day_that_is_none_is_named_with_its_place() {
    let story = story();
    let fillings = json!({
        "@head": { "Ingevuld door": "Boris", "Ingevuld op": "31-02-2026" },
        "bij datum?": { "spot": "over 3 weken" },
        "bij oefeningen?": { "cells": [["Brand", "1", "morgen"]] },
    });
    let Some(file) = filled_in(&story, &OF_TOWN, &fillings) else { return };
    note(&story, &file)
        .ends_with(1)
        .says("Ingevuld op: de dag '31-02-2026' bestaat niet")
        .says("(Datum): 'over 3 weken' is op een blad geen datum")
        .says("'morgen' is op een blad geen datum")
        .says("3 plekken zijn niet overgenomen");
    let filled = json!({ "@head": { "Ingevuld op": "24-11-26" }, "bij datum?": { "spot": "31-12-2026" } });
    let file = filled_in(&story, &OF_TOWN, &filled).expect("it went before");
    note(&story, &file).succeeds();
}

#[test]
fn a_sheet_of_another_than_was_said_or_of_one_who_left_is_refused() {
    let story = story();
    let Some(file) = filled_in(&story, &OF_TOWN, &json!({ "bij zekerheid?": { "boxes": [2] } })) else { return };
    let before = story.project();
    for named in ["bakkerij-het-hoekje", "samen"] {
        story
            .run(&["noteer", &file.display().to_string(), "--voor", named])
            .ends_with(1)
            .says("volgens zijn code is dit het werkblad van Gemeente Zuidwâld, en --voor zegt: werkblad van");
        assert_eq!(story.project(), before);
    }
    story.run(&["organisatie", "vertrokken", "gemeente-zuidwald"]).succeeds();
    let before = story.project();
    note(&story, &file).ends_with(1).says("'Gemeente Zuidwâld' is vertrokken: haar blad telt niet mee");
    assert_eq!(story.project(), before);
}

#[test]
fn what_did_not_change_what_holds_is_not_counted() {
    let story = story();
    let Some(file) = filled_in(&story, &OF_TOWN, &json!({ "bij zekerheid?": { "boxes": [2] } })) else { return };
    story.run(&["noteer", "proef.eigen-trede", "1", "--voor", "gemeente-zuidwald", "--door", "Fatima"]).succeeds();
    note(&story, &file).succeeds().says("Niet vervangen.").says("Er is niets overgenomen.");
    story.run(&["noteer", "proef.eigen-trede", "2", "--voor", "gemeente-zuidwald", "--door", "Fatima"]).succeeds();
    note(&story, &file).succeeds().says("Dat stond er al.").says("Er is niets overgenomen.");
}

#[test]
fn another_file_is_no_sheet() {
    let story = story();
    story.run(&["status", "--uit", "stand.docx"]).succeeds();
    note(&story, &story.path("stand.docx")).ends_with(1).says("staan geen vragen van een werkblad");
    story.write("leeg.docx", "");
    note(&story, &story.path("leeg.docx")).ends_with(1).says("is geen blad van Word (.docx)");
    story.write("blad.pdf", "%PDF-1.7");
    note(&story, &story.path("blad.pdf")).ends_with(1).says("is geen blad van Word (.docx)");
}
