use super::story::Story;

const GEMEENTE: &str = "rondvraag/rondvraag-gemeente-zuidwald.html";
const BAKKERIJ: &str = "rondvraag/rondvraag-bakkerij-het-hoekje.html";

#[test]
fn every_organisation_of_the_kopgroep_gets_a_page() {
    let story = Story::with_project();
    let made = story.run(&["rondvraag", "maak", "verkennen"]).succeeds();
    let made = made
        .says("rondvraag-gemeente-zuidwald.html: 4 vragen aan Gemeente Zuidwâld, en 10 voor wie meer tijd heeft")
        .says("regio rondvraag lees");
    assert_eq!(made.output, "");
    assert!(story.read(GEMEENTE).contains("Vragen aan <bdi>Gemeente Zuidwâld</bdi>"));
    assert!(story.read(BAKKERIJ).contains("Vragen aan <bdi>Bakkerij Het Hoekje</bdi>"));
}

#[test]
fn a_page_stays_unless_it_may_be_replaced() {
    let story = Story::with_project();
    story.run(&["rondvraag", "maak", "--voor", "bakkerij-het-hoekje"]).succeeds();
    story.write(BAKKERIJ, "van mij");
    story.run(&["rondvraag", "maak"]).ends_with(1).says("is er al; er is niets gemaakt").says("--overschrijf");
    assert_eq!(story.read(BAKKERIJ), "van mij");
    assert!(!story.path(GEMEENTE).exists());
    story.run(&["rondvraag", "maak", "--overschrijf"]).succeeds();
    assert!(story.read(BAKKERIJ).starts_with("<!DOCTYPE html>"));
}

#[test]
fn the_folder_may_be_another_and_anyone_may_be_asked() {
    let story = Story::with_project();
    story.run(&["organisatie", "nieuw", "Stichting Dorp"]).succeeds();
    let folder = story.path("post van vandaag");
    let words = [
        "rondvraag",
        "maak",
        "--voor",
        "Stichting Dorp",
        "--voor",
        "stichting-dorp",
        "--uit",
        folder.to_str().unwrap(),
    ];
    let made = story.run(&words).succeeds().says_no("Bakkerij");
    assert!(made.messages.contains(&format!("regio rondvraag lees \"{}\"", folder.display())), "{}", made.messages);
    assert!(story.path("post van vandaag/rondvraag-stichting-dorp.html").exists());
}

#[test]
fn a_sheet_for_mail_and_paper() {
    let story = Story::with_project();
    let answer = "verkennen.eigen-doel.bakkerij-het-hoekje=Rust in de winkel";
    story.run(&["fase", "verkennen", "--geen-vragen", "--antwoord", answer]).succeeds();
    story.run(&["rondvraag", "maak", "--formaat", "markdown", "--met-antwoorden"]).succeeds().says_no("rondvraag lees");
    let sheet = story.read("rondvraag/rondvraag-bakkerij-het-hoekje.md");
    for words in [
        "# Werkblad van Bakkerij Het Hoekje (",
        "Code van dit blad",
        "Ingevuld door",
        "**Terug aan**: Anna",
        "Vorige keer: Rust in de winkel",
        "Dit beantwoorden jullie later samen.",
    ] {
        assert!(sheet.contains(words), "no '{words}' in:\n{sheet}");
    }
    assert!(!story.read("rondvraag/rondvraag-gemeente-zuidwald.md").contains("Rust in de winkel"));
}

#[test]
fn what_was_made_can_be_had_as_data() {
    let story = Story::with_project();
    let made = story.run(&["rondvraag", "maak", "--formaat", "json"]).succeeds().json();
    assert_eq!(made["phase"], "verkennen");
    assert_eq!(made["files"][0]["organisation"], "gemeente-zuidwald");
    assert_eq!(made["files"][0]["request"].as_str().map(str::len), Some(16));
}

#[test]
fn what_cannot_be_asked_is_explained() {
    let story = Story::new();
    story.run(&["rondvraag", "maak"]).ends_with(1).says("staat geen project");
    story.run(&["init", "--geen-vragen"]).succeeds();
    story.run(&["rondvraag", "maak"]).ends_with(1).says("geen organisatie in de kopgroep").says("--plaats kopgroep");
    let story = Story::with_project();
    story
        .run(&["rondvraag", "maak", "--voor", "bakerij-het-hoekje"])
        .ends_with(1)
        .says("bedoel je 'bakkerij-het-hoekje'?");
    story.run(&["rondvraag", "maak", "--uit", "x.md"]).ends_with(2).says("voor elke organisatie een bestand");
    story.write("bezet", "een bestand");
    story.run(&["rondvraag", "maak", "--uit", "bezet"]).ends_with(1).says("is geen map");
    story.run(&["checklist", "--overschrijf"]).ends_with(2).says("hoort bij '--uit'");
}
