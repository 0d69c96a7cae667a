use crate::story::Story;

#[test]
fn without_a_project_it_says_how_to_begin() {
    let story = Story::new();
    story.run(&[]).succeeds().shows("regio init");
    story.run(&["status"]).ends_with(1).says("geen project").says("regio init");
}

#[test]
fn where_the_project_stands() {
    let story = Story::with_project();
    let home = story.run(&[]).succeeds().shows("Samen Sterk").shows("Verkennen: 1 van").shows("regio klaar");
    assert!(home.output.lines().count() <= 22, "{}", home.output);
    story.run(&["status"]).succeeds().shows("Stand van zaken").shows("Samen Sterk").shows("Verkennen");
    let status = story.run(&["status", "--formaat", "json"]).succeeds().json();
    assert_eq!(status["kopgroep"], 2);
    assert_eq!(status["phases"].as_array().map(Vec::len), Some(3));
    assert!(status["phases"][0]["progress"]["settled"].as_u64().is_some_and(|settled| settled >= 1));
}

#[test]
fn the_nearest_project_above_is_used() {
    let story = Story::with_project();
    std::fs::create_dir_all(story.path("diep/dieper")).expect("the folder can be made");
    let done = story.command(&story.path("diep/dieper"), &["status"]).output().expect("the program starts");
    assert!(done.status.success());
    assert!(String::from_utf8_lossy(&done.stdout).contains("Samen Sterk"));
}

#[test]
fn an_overview_bears_the_strictest_label_of_what_it_repeats() {
    let story = Story::with_project();
    story.run(&["status", "--formaat", "json"]).succeeds().shows("\"tlp\": \"TLP:AMBER\"");
    let answer = "verkennen.basis-op-orde.gemeente-zuidwald=nog-niet";
    story.run(&["fase", "--geen-vragen", "--antwoord", answer]).succeeds();
    story.run(&["status"]).succeeds().shows("basismaatregelen: Gemeente Zuidwâld").shows("TLP:AMBER+STRICT");
    story.run(&["geschiedenis"]).succeeds().shows("TLP:AMBER+STRICT");
    story.run(&["besluit"]).succeeds().shows("TLP:AMBER").shows_no("STRICT");
}

#[test]
fn the_kopgroep_in_a_few_lines() {
    let story = Story::with_project();
    story
        .run(&["status"])
        .succeeds()
        .shows("2 organisaties: nog weinig voor een kopgroep (vuistregel: 3 tot en met 8).")
        .shows("Nog niets gezegd: Gemeente Zuidwâld en Bakkerij Het Hoekje.")
        .shows("Alles over de kopgroep: regio organisatie toon.");
    let example = std::fs::read_to_string("examples/halverwege/regio.toml").expect("it is there");
    story.write("regio.toml", &example);
    story
        .run(&["status"])
        .succeeds()
        .shows("32 uur per maand nodig, 30 uur toegezegd: 2 uur te weinig. Nog geen uren van Lab Zeven.")
        .shows("Er twijfelt nog iemand bij: Lindeveld Bank en Gemeente Lindeveld.")
        .shows("Nog niet met iedereen is gesproken bij: Gemeente Lindeveld.");
}

#[test]
fn too_few_hours_are_one_risk_and_not_two() {
    let story = Story::new();
    story.write("regio.toml", &std::fs::read_to_string("examples/tweede-jaar/regio.toml").expect("it is there"));
    let status = story.run(&["status", "--formaat", "json"]).succeeds().json();
    let signals = status["signals"].as_array().expect("there are signals");
    let about_hours = signals.iter().filter(|signal| {
        signal["level"] == "risico" && signal["text"].as_str().is_some_and(|text| text.contains("toegezegd"))
    });
    assert_eq!(about_hours.count(), 1, "{signals:#?}");
}

/// What wants another look, as the program tells other programs.
fn to_review(story: &Story) -> Vec<String> {
    let status = story.run(&["status", "--formaat", "json"]).succeeds();
    let status: serde_json::Value = serde_json::from_str(&status.output).expect("it is JSON");
    let told = status["to_review"].as_array().expect("it is a list");
    told.iter().map(|one| one.as_str().expect("it is a text").to_owned()).collect()
}

/// An answer that grew old is walked through by a command, and holds again when somebody says so: by Enter at a text, at ticks and
/// at what stands in a group.
#[test]
fn what_grew_old_is_walked_through_and_holds_again() {
    let mut story = Story::new();
    story
        .write("regio.toml", &std::fs::read_to_string("examples/derde-jaar/regio.toml").expect("the example is there"));
    story.on("2026-11-24");
    let old = to_review(&story);
    assert!(old.len() > 20, "{old:?}");
    let rest = old.len() - 6;
    story.run(&["status"]).succeeds().shows(&format!("En nog {rest}. Loop ze na met: regio fase --verouderd"));

    let before = story.project();
    let told = story.type_at(&["fase", "--verouderd", "--door", "Mirjam Vos"], &"\n".repeat(400));
    told.says("Klopt een antwoord nog, druk dan op Enter").says("Enter = klopt nog").says("1. Klopt nog");
    // A question of each organisation asks first of whom: Enter leaves those for later.
    let together = |told: &&String| !told.contains(" (");
    let (left, were) = (to_review(&story), old.iter().filter(together).count());
    assert!(were > 5 && !left.iter().any(|told| together(&told)), "{were}: {left:?}");
    for kind in ["Ambities", "Bijdragen van buiten", "Tijd van de trekker"] {
        assert!(old.iter().any(|told| told.starts_with(kind)), "{kind}: {old:?}");
        story
            .run(&["geschiedenis", "--sinds", "24-11-2026"])
            .succeeds()
            .shows(&format!("{kind}: nagelopen, en nog steeds '"));
    }
    let values = |text: &str| text.matches("\nvalue = ").count();
    assert_eq!(values(&story.project()), values(&before), "no answer came or went");
    story.run(&["controleer"]).succeeds().says("In orde");

    let fresh = Story::with_project();
    fresh.run(&["fase", "--verouderd"]).succeeds().says("Er is hier geen antwoord dat oud is");
}

/// What is not an Enter says nothing of what stood there: nothing chosen, or passed over.
#[test]
fn only_who_says_so_lets_an_answer_hold_again() {
    for typed in ["0\n", "-\n", "9\n\n"] {
        let mut story = Story::with_project();
        let chosen = "verkennen.ambities=oefenen";
        story.on("2025-01-10").run(&["fase", "--geen-vragen", "--antwoord", chosen]).succeeds();
        story.on("2026-11-24");
        let before = story.project();
        let told = story.type_at(&["fase", "verkennen", "--verouderd"], typed);
        assert_eq!(story.project(), before, "{typed:?}: {}", told.messages);
        if typed == "0\n" {
            told.says("Je koos niets: het antwoord blijft zoals het was. ':wis' haalt het weg.");
        }
        story.type_at(&["fase", "verkennen", "--verouderd"], "\n");
        assert!(to_review(&story).is_empty());
    }
}
