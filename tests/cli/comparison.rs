use crate::story::Story;

/// A kopgroep of two that has its own views on the goal, and differs.
fn with_views() -> Story {
    let story = Story::with_project();
    for answer in [
        "verkennen.eigen-doel.gemeente-zuidwald=Meer rust",
        "verkennen.eigen-doel.bakkerij-het-hoekje=meer rust.",
        "verkennen.basis-op-orde.gemeente-zuidwald=bezig",
        "verkennen.basis-op-orde.bakkerij-het-hoekje=nog-niet",
        "verkennen.gezamenlijk-doel=Samen rust bewaren",
    ] {
        story.run(&["fase", "--geen-vragen", "--antwoord", answer]).succeeds();
    }
    let views = "\n[view.verkennen.gezamenlijk-doel.gemeente-zuidwald]\nvalue = \"Samen rust bewaren.\"\n\
        \n[view.verkennen.gezamenlijk-doel.bakkerij-het-hoekje]\nvalue = \"Elkaar bellen\"\nnote = \"Ook 's nachts\"\n";
    story.write("regio.toml", &format!("{}{views}", story.project()));
    story
}

#[test]
fn what_they_agree_on_comes_first_then_the_differences() {
    let story = with_views();
    let seen = story.run(&["rondvraag", "vergelijk"]).succeeds();
    let place = |words: &str| seen.output.find(words).unwrap_or_else(|| panic!("no '{words}' in:\n{}", seen.output));
    assert!(place("Eigen doel (ieder voor zich): ") < place("1. Gezamenlijk doel (samen), "));
    assert!(place("1. Gezamenlijk doel (samen), ") < place("Toelichting: Ook 's nachts"));
    seen.shows("Dit staat er nu samen: Samen rust bewaren")
        .shows("1 van 2 zegt precies hetzelfde")
        .shows("Wie nog iets te zeggen heeft");
}

#[test]
fn a_subject_or_a_question_can_be_chosen() {
    let story = with_views();
    story.run(&["rondvraag", "vergelijk", "doel"]).succeeds().shows("Elkaar bellen").shows_no("Basis op orde");
    story.run(&["rondvraag", "vergelijk", "basis-op-orde"]).succeeds().shows("1 van 2").shows_no("Elkaar bellen");
    story.run(&["rondvraag", "vergelijk", "Basis op orde"]).succeeds().shows_no("Elkaar bellen");
    story.run(&["rondvraag", "vergelijk", "behofte"]).ends_with(1).says("bedoel je 'behoefte'?");
    story
        .run(&["rondvraag", "vergelijk", "verkennen.eigen-dool"])
        .ends_with(1)
        .says("bedoel je 'verkennen.eigen-doel'?");
    story.run(&["rondvraag", "vergelijk", "zzz"]).ends_with(1).says("kies een onderwerp: doel, behoefte");
}

#[test]
fn it_can_be_written_and_read_by_machines() {
    let story = with_views();
    let json = story.run(&["rondvraag", "vergelijk", "--formaat", "json"]).succeeds().json();
    assert_eq!(json["kopgroep"], 2);
    assert_eq!(json["agreed"][0]["question"], "verkennen.eigen-doel");
    assert_eq!(json["agenda"][0]["question"], "verkennen.gezamenlijk-doel");
    assert_eq!(json["agenda"][0]["groups"][1]["organisations"][0], "Gemeente Zuidwâld");
    story.run(&["rondvraag", "vergelijk", "doel", "--uit", "vergelijking.md"]).succeeds().says("vergelijking.md");
    assert!(story.read("vergelijking.md").contains("### Gezamenlijk doel (samen)"));
}

#[test]
fn it_bears_the_strictest_label() {
    let story = with_views();
    story.run(&["rondvraag", "vergelijk", "doel", "--formaat", "json"]).succeeds().shows("\"tlp\": \"TLP:AMBER\"");
    story.run(&["rondvraag", "vergelijk"]).succeeds().shows("TLP:AMBER+STRICT");
}

#[test]
fn where_nobody_said_anything_it_says_how_to_ask() {
    let story = Story::with_project();
    story.run(&["rondvraag", "vergelijk", "thema"]).succeeds().shows("regio rondvraag maak");
}

/// Who answered in the kopgroep and takes part beside it now, is heard and not counted.
#[test]
fn number_and_names_are_of_one_circle() {
    let story = Story::new();
    story.run(&["init", "--geen-vragen", "--antwoord", "verkennen.kopgroep=Werf A; Werf B; Werf C; Werf D"]).succeeds();
    for who in ["werf-a", "werf-b", "werf-c", "werf-d"] {
        story.run(&["noteer", "ontwikkelen.uren-toegezegd", "40", "--voor", who]).succeeds();
    }
    let compared = || story.run(&["document", "vergelijking", "ontwikkelen"]).succeeds();
    compared().shows("40 uur per maand: alle 4 (Werf A, Werf B, Werf C en Werf D)");
    story.run(&["organisatie", "wijzig", "werf-d", "--plaats", "deelnemer"]).succeeds();
    let compared = compared().shows("40 uur per maand: alle 3 (Werf A, Werf B en Werf C)");
    compared.shows("Niet meegeteld bij '40 uur per maand': Werf D (deelnemer)");
}
