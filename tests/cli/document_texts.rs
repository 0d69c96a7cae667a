use crate::story::Story;

const OWN: &str = r#"schema = 1
id = "bedankje"
title = "Bedankt"
about = "Een kaartje voor wie meedeed."
edition = "openbaar"

[[part]]
text = "Dank je wel dat je meedeed met {{ project.name }}."
"#;

fn example(name: &str) -> Story {
    let story = Story::new();
    let text = std::fs::read_to_string(format!("examples/{name}/regio.toml")).expect("the example is there");
    story.write("regio.toml", &text);
    story
}

#[test]
fn a_document_of_ones_own_lies_beside_the_project() {
    let story = Story::with_project();
    story.write("documenten/bedankje.toml", OWN);
    story.run(&["document"]).succeeds().shows("Bedankje").shows("Een kaartje voor wie meedeed.");
    story.run(&["document", "bedankje"]).succeeds().shows("Dank je wel dat je meedeed met Samen Sterk.");
}

#[test]
fn a_version_of_ones_own_goes_before_the_one_that_comes_along() {
    let story = Story::with_project();
    story.write("documenten/flyer.toml", &OWN.replace("bedankje", "flyer"));
    story.run(&["document", "flyer"]).succeeds().shows("Bedankt").shows_no("Wat er kan gebeuren");
}

#[test]
fn a_fault_in_a_document_is_shown_with_its_place_and_its_mend() {
    let story = Story::with_project();
    story.write("documenten/bedankje.toml", &OWN.replace("project.name", "goal.togehter"));
    let place = "bedankje.toml:8:43";
    story.run(&["document", "bedankje"]).ends_with(1).says(place).says("goal.togehter");
    story.run(&["controleer", "documenten/bedankje.toml"]).ends_with(1).says(place).says("goal.togehter");
}

#[test]
fn a_document_in_order_is_said_to_be_in_order() {
    let story = Story::new();
    story.write("bedankje.toml", OWN);
    story.run(&["controleer", "bedankje.toml"]).succeeds().says("In orde: bedankje.toml");
}

#[test]
fn the_progress_looks_back_to_the_day_that_was_named() {
    let story = example("tweede-jaar");
    story.run(&["document", "voortgang"]).succeeds().shows("24 september 2026 tot en met 24 november 2026");
    let since = story.run(&["document", "voortgang", "--sinds", "10-11-2026"]).succeeds();
    since.shows("10 november 2026 tot en met").shows("CSIRT").shows_no("tafeloefening: binnen twintig minuten");
    story.run(&["document", "voortgang", "--sinds", "ooit"]).ends_with(2);
}

#[test]
fn what_the_readers_may_not_see_is_not_there() {
    let story = example("tweede-jaar");
    let inside = "noor@westerkwel.example";
    story.run(&["document", "overdracht"]).succeeds().shows(inside).shows("Begin hiermee");
    let outside = story.run(&["document", "overdracht", "--editie", "deelnemers"]).succeeds();
    outside.shows("Noor Veldman").shows_no(inside).shows_no("Begin hiermee").shows_no("Wat nog open staat");
    let handed = story.run(&["document", "overdracht", "--editie", "openbaar"]).succeeds();
    handed.shows("niet voor deze lezers").shows_no("Er staat nog niemand").shows_no("geen besluit genoteerd");
    let invitation = story.run(&["document", "uitnodiging", "--editie", "openbaar"]).succeeds();
    invitation.shows("[Wie trekt: niet voor deze lezers]");
    let agenda = story.run(&["document", "agenda", "--editie", "openbaar"]).succeeds();
    agenda.shows_no("Er zijn nog geen antwoorden");
    let public = story.run(&["document", "besluiten", "--editie", "openbaar"]).succeeds();
    public.shows("Voor deze lezers staat hier niets.").shows_no("Er is nog niets besloten");
}

/// An answer that is not for these readers would look like one that nobody gave.
#[test]
fn an_overview_for_others_says_what_it_leaves_out_and_shows_nothing_open() {
    let story = example("halverwege");
    let (said, open) = ("Hier staan alleen de antwoorden die", "______");
    story.run(&["document", "overzicht"]).succeeds().shows(open).shows_no(said);
    story.run(&["document", "overzicht", "--editie", "deelnemers"]).succeeds().shows(said).shows_no(open);
    let public = story.run(&["document", "overzicht", "--editie", "openbaar"]).succeeds();
    public.shows("Hier staan alleen de antwoorden die iedereen mag lezen. Andere antwoorden en open vragen");
    story.run(&["document", "flyer"]).succeeds().shows_no(said);
}

/// A questionnaire of one's own need not ask all that a document wants: then only that document is not there.
#[test]
fn a_questionnaire_of_ones_own_takes_no_other_document_away() {
    let story = Story::with_project();
    let questionnaire = std::fs::read_to_string("questionnaires/uitbouwen.toml").expect("it is there");
    story.write("vragenlijsten/uitbouwen.toml", &questionnaire.replace("means = \"vision\"\n", ""));
    story.run(&["document", "uitnodiging"]).succeeds();
    let listed = story.run(&["document"]).succeeds();
    let listed = listed.shows("Uitnodiging").shows("Niet te maken").shows("Mist een vraag met de betekenis 'vision'.");
    listed.shows_no("regio document roadmap");
    let all = story.run(&["document", "alles", "--uit", "stukken", "--formaat", "html"]).succeeds();
    all.says("Niet gemaakt: presentatie en roadmap, want jullie vragenlijst mist een vraag met de betekenis 'vision'.");
    assert!(story.path("stukken/01-uitnodiging.html").is_file());
    assert!(story.read("stukken/00-inhoud.html").contains("Niet gemaakt"));
    story.run(&["document", "roadmap"]).ends_with(1).says("roadmap.toml:").says("vision");
}

/// Who said yes, said yes to this story of this organisation.
#[test]
fn a_consent_holds_for_the_story_as_it_was() {
    let mut story = Story::new();
    story.write("regio.toml", include_str!("../../examples/tweede-jaar/regio.toml"));
    let say = |story: &Story, answers: &[&str]| {
        let words = answers.iter().flat_map(|answer| ["--antwoord", *answer]);
        story.run(&["fase", "--geen-vragen"].into_iter().chain(words).collect::<Vec<_>>()).succeeds();
    };
    let flyer = |story: &Story| story.run(&["document", "flyer", "--editie", "openbaar"]).succeeds();
    let told = [
        "ontwikkelen.incident-herkomst=uit-de-regio",
        "ontwikkelen.incident-organisatie=Scheepswerf De Hoek",
        "ontwikkelen.incident-voorbeeld=Een nacht lang stond alles stil",
        "ontwikkelen.incident-toestemming=met-naam",
        "ontwikkelen.incident-toestemming-van=De directeur | 24-11-2026",
    ];
    say(&story, &told);
    flyer(&story).shows("Een nacht lang stond alles stil").shows("Scheepswerf De Hoek");
    story.on("2026-11-25");
    let other = ["ontwikkelen.incident-organisatie=Vervoer Kwelsteen", "ontwikkelen.incident-voorbeeld=Het was stil"];
    say(&story, &other);
    flyer(&story).shows_no("Het was stil").shows_no("Vervoer Kwelsteen");
    story.run(&["status"]).succeeds().shows("wacht op toestemming");
    story.on("2026-11-26");
    say(&story, &["ontwikkelen.incident-toestemming=met-naam"]);
    flyer(&story).shows_no("Het was stil");
    say(&story, &["ontwikkelen.incident-toestemming-van=De directeur | 26-11-2026"]);
    flyer(&story).shows("Het was stil").shows("Vervoer Kwelsteen");
}
