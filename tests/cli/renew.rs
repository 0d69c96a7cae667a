use crate::story::Story;

/// A questionnaire with a question of its own for each way in which a newer one can outgrow an answer.
fn questionnaire(questions: &[(&str, &str)]) -> String {
    let head = "schema = 1\nid = \"eigen\"\nversion = \"1.0.0\"\nphase = \"verkennen\"\ntitle = \"Eigen vragen\"\n\
                intro = \"Wat onze regio wil weten.\"\n\n[[section]]\nid = \"extra\"\ntitle = \"Extra\"\nintro = \"Een vraag.\"\n";
    let question = |(id, rest): &(&str, &str)| {
        format!(
            "\n[[section.question]]\nid = \"{id}\"\nlabel = \"Vraag {id}\"\nask = \"Hoe zit het met {id}?\"\nhelp = \"Denk na.\"\n\
             why = \"Daarom vragen we het.\"\norigin = \"aanvulling\"\nsource = \"eigen wens\"\ndated = 2026-11-24\n{rest}\n"
        )
    };
    questions.iter().fold(head.to_owned(), |text, one| text + &question(one))
}

const TEXT: &str = "revision = 1\ntype = \"text\"";

fn answered() -> Story {
    let story = Story::with_project();
    story.write(
        "vragenlijsten/eigen.toml",
        &questionnaire(&[("weg", TEXT), ("soort", TEXT), ("aan-wie", TEXT), ("betekenis", TEXT), ("oud", TEXT)]),
    );
    for id in ["weg", "soort", "aan-wie", "betekenis", "oud"] {
        story.run(&["fase", "--geen-vragen", "--antwoord", &format!("eigen.{id}=antwoord op {id}")]).succeeds();
    }
    story
}

fn renewed(story: &Story) {
    let newer = questionnaire(&[
        ("soort", "revision = 2\ntype = \"number\""),
        ("aan-wie", "revision = 2\ntype = \"text\"\nper = \"kopgroep\""),
        ("betekenis", "revision = 2\ntype = \"text\""),
        ("nieuw", TEXT),
    ]);
    let history = "\n[[renamed]]\nfrom = \"oud\"\nto = \"nieuw\"\nsince = \"1.1.0\"\n";
    story.write("vragenlijsten/eigen.toml", &(newer + history));
}

#[test]
fn nothing_is_outgrown_by_the_same_questionnaire() {
    let story = answered();
    let before = story.project();
    story.run(&["bijwerken", "--proef"]).succeeds().says("Er is niets bij te werken");
    story.run(&["bijwerken"]).succeeds().says("Er is niets bij te werken");
    assert_eq!(story.project(), before);
    story.run(&["status"]).succeeds().says_no("bijwerken");
}

#[test]
fn what_a_newer_questionnaire_has_outgrown_lapses_and_can_be_put_back() {
    let story = answered();
    renewed(&story);
    let before = story.project();
    story.run(&["status"]).succeeds().says("regio bijwerken --proef").shows("Vraag betekenis: de vraag is veranderd");
    let trial = story.run(&["bijwerken", "--proef"]).ends_with(3);
    trial
        .says("Dit zou vervallen:")
        .says("- eigen.weg: antwoord op weg (de vraag is er niet meer)")
        .says("- Vraag soort: antwoord op soort (de vraag wil nu een ander soort antwoord)")
        .says("- Vraag aan-wie: antwoord op aan-wie (de vraag wordt nu aan anderen gesteld)")
        .says("Loop deze opnieuw langs:")
        .says("- Vraag betekenis: antwoord op betekenis (de vraag betekent nu iets anders)")
        .says_no("antwoord op oud");
    assert_eq!(story.project(), before, "a trial changes nothing");

    story.run(&["bijwerken"]).succeeds().says("Dit is vervallen:");
    story.run(&["controleer"]).succeeds().says("In orde");
    story.run(&["bijwerken", "--proef"]).succeeds().says_no("Dit zou");
    let told = story.run(&["document", "overzicht"]).succeeds();
    told.shows("Wat niet meer past").shows("antwoord op weg").shows("antwoord op soort").shows("antwoord op betekenis");
    story.run(&["geschiedenis"]).succeeds().shows("de vraag staat niet meer in de vragenlijst");
    // An answer again, and the question was looked at.
    story.run(&["fase", "--geen-vragen", "--antwoord", "eigen.betekenis=Nu dit"]).succeeds();
    story.run(&["status"]).succeeds().shows_no("de vraag is veranderd");
    // An id that the question had before still finds it.
    story.run(&["fase", "--geen-vragen", "--antwoord", "eigen.oud=Met de oude naam"]).succeeds();
    assert!(story.project().contains("[answer.eigen.nieuw]\nvalue = \"Met de oude naam\""), "{}", story.project());
}

#[test]
fn a_questionnaire_that_is_not_here_outgrows_nothing() {
    let story = answered();
    std::fs::remove_dir_all(story.path("vragenlijsten")).expect("it is there");
    story.run(&["bijwerken", "--proef"]).succeeds().says("Er is niets bij te werken");
}

/// A slip of a hand is told with its line, and is no work for a newer questionnaire.
#[test]
fn a_value_that_never_fitted_is_not_outgrown() {
    let story = Story::with_project();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.omvang=12"]).succeeds();
    story.write("regio.toml", &story.project().replace("value = 12", "value = \"een stuk of tien\""));
    story.run(&["bijwerken", "--proef"]).succeeds().says("Er is niets bij te werken").says("past niet");
}
