use std::fs;

use crate::story::Story;

/// The label of a question that the kopgroep answers together, and to which each of it may have a view.
const TOGETHER: &str = "Onderwerpen van dit jaar";

/// Two in the kopgroep and one that takes part beside them, in the last phase.
fn story() -> Story {
    let story = Story::with_project();
    for (name, place) in [("Havenbedrijf", "kopgroep"), ("Bakkerij Jansen", "deelnemer"), ("Kade Bank", "partner")] {
        story.run(&["organisatie", "nieuw", name, "--soort", "mkb-bedrijf", "--plaats", place]).succeeds();
    }
    let chosen = "uitbouwen.dit-jaar=oefenen";
    story.run(&["fase", "uitbouwen", "--geen-vragen", "--antwoord", chosen]).succeeds();
    story
}

fn answers(story: &Story, who: &str, answer: &str) {
    story.run(&["noteer", "uitbouwen.bereikbaar", answer, "--voor", who]).succeeds();
}

#[test]
fn who_takes_part_gets_a_page_with_what_is_asked_of_all_who_do() {
    let story = story();
    story.run(&["rondvraag", "maak", "uitbouwen", "--uit", "post"]).succeeds();
    let page = |name: &str| fs::read_to_string(story.path(&format!("post/rondvraag-{name}.html")));
    let [member, participant] = ["havenbedrijf", "bakkerij-jansen"].map(|name| page(name).expect("it was made"));
    assert!(page("kade-bank").is_err(), "who does not take part is asked nothing");
    for page in [&member, &participant] {
        assert!(page.contains("uitbouwen.bereikbaar"), "all who take part are asked");
    }
    assert!(member.contains(TOGETHER) && !participant.contains(TOGETHER), "she does not steer");
    story.run(&["rondvraag", "maak", "ontwikkelen", "--uit", "eerder"]).succeeds();
    assert!(!story.path("eerder/rondvraag-bakkerij-jansen.html").exists(), "this phase asks the kopgroep");
    let nothing = ["rondvraag", "maak", "ontwikkelen", "--voor", "bakkerij-jansen", "--uit", "nooit"];
    story.run(&nothing).ends_with(1).says("niets te vragen aan Bakkerij Jansen");
}

#[test]
fn a_sheet_is_printed_for_who_takes_part() {
    let story = story();
    let sheets = story.run(&["document", "werkbladen", "uitbouwen"]).succeeds();
    sheets.shows("Bakkerij Jansen").shows_no("Kade Bank");
}

#[test]
fn all_have_answered_when_those_who_take_part_have() {
    let story = story();
    let again = |story: &Story| {
        let checklist = story.run(&["checklist", "--alles", "--formaat", "json"]).succeeds().json();
        let not_applicable = checklist["not_applicable"].to_string();
        !not_applicable.contains("uitbouwen.bellijst-nabellen")
    };
    for member in ["gemeente-zuidwald", "bakkerij-het-hoekje", "havenbedrijf"] {
        answers(&story, member, "ja");
    }
    assert!(!again(&story), "she has not answered yet");
    answers(&story, "bakkerij-jansen", "nee");
    assert!(again(&story), "all have");
    story.run(&["status"]).succeeds().shows("Nog niet bekend is wie je 's avonds belt bij: Bakkerij Jansen.");
    story.run(&["document", "bellijst"]).succeeds().shows("Bakkerij Jansen").shows_no("Kade Bank");
}

#[test]
fn the_walk_asks_her_what_is_asked_of_all_who_take_part() {
    let story = story();
    let walk = story.type_at(&["fase", "uitbouwen", "--vraag", "uitbouwen.bereikbaar"], "\n:stop\n");
    walk.says("Bakkerij Jansen").says_no("Kade Bank");
}

/// What is not certain makes nobody a partner, and the declaration promises nothing of it.
#[test]
fn who_contributes_for_certain_takes_part_and_who_may_does_not() {
    let story = story();
    let contributes = |certain: &str| {
        let answer = format!("andere-bijdragen=Waterschap | | | 4 | | | {certain}");
        story.run(&["fase", "ontwikkelen", "--geen-vragen", "--antwoord", &answer]).succeeds();
    };
    let declaration = |edition: &str| {
        story.run(&["document", "intentieverklaring", "--editie", edition]).succeeds().output.contains("Waterschap")
    };
    contributes("nee");
    story.run(&["organisatie", "lijst", "--plaats", "partner"]).succeeds().shows_no("Waterschap");
    assert!(!declaration("kopgroep") && !declaration("deelnemers"));
    contributes("ja");
    story.run(&["organisatie", "lijst", "--plaats", "partner"]).succeeds().shows("Waterschap");
    assert!(declaration("kopgroep") && declaration("deelnemers"));
}
