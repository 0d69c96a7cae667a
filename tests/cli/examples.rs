use crate::conversation::Conversation;
use crate::story::Story;

const EXAMPLES: [&str; 4] = ["vroeg", "halverwege", "tweede-jaar", "derde-jaar"];

fn text(example: &str) -> String {
    std::fs::read_to_string(format!("examples/{example}/regio.toml")).expect("the example is there")
}

#[test]
fn every_example_is_in_order_and_can_be_shown() {
    for example in EXAMPLES {
        let story = Story::new();
        story.write("regio.toml", &text(example));
        story.run(&["controleer"]).succeeds().says("In orde").says_no("let op");
        story.run(&["status"]).succeeds().shows("Wat opvalt").shows_no("(nog open)");
        story.run(&["checklist", "--alles"]).succeeds().shows("Eerst deze zes").shows_no("(nog open)");
        story.run(&["geschiedenis"]).succeeds();
        for format in ["markdown", "json"] {
            for command in ["status", "checklist", "organisatie", "besluit", "gebeurtenis", "geschiedenis"] {
                story.run(&[command, "--formaat", format]).succeeds();
            }
        }
    }
}

#[test]
fn a_change_touches_only_its_own_lines() {
    for example in EXAMPLES {
        let story = Story::new();
        story.write("regio.toml", &text(example));
        story.run(&["gebeurtenis", "nieuw", "Een proef"]).succeeds();
        let after = story.project();
        let before = text(example);
        let gone: Vec<&str> = before.lines().filter(|line| !after.contains(line)).collect();
        assert!(gone.is_empty(), "{example}: {gone:?}");
    }
}

/// The round of twelve organisations, read in whole, lies side by side as the example says.
#[test]
fn the_round_of_the_example_is_compared_as_it_stands_there() {
    let story = Story::new();
    let example = std::path::Path::new("examples/rondvraag");
    story.write("regio.toml", &std::fs::read_to_string(example.join("regio.toml")).expect("the example is there"));
    story.run(&["controleer"]).succeeds().says_no("let op");
    for entry in std::fs::read_dir(example.join("antwoorden")).expect("the answers are there") {
        let path = entry.expect("is a file").path();
        let name = path.file_name().expect("has a name").to_string_lossy().into_owned();
        story.write(&format!("antwoorden/{name}"), &std::fs::read_to_string(&path).expect("can be read"));
    }
    story.run(&["rondvraag", "lees", "antwoorden", "--geen-vragen"]).succeeds();
    story.run(&["controleer"]).succeeds();
    let compared = story.run(&["rondvraag", "vergelijk", "--formaat", "markdown"]).succeeds().output;
    let path = example.join("vergelijking.md");
    // The text in the example is written anew with REGIO_VOORBEELD=schrijf.
    if std::env::var("REGIO_VOORBEELD").is_ok_and(|word| word == "schrijf") {
        std::fs::write(&path, &compared).expect("the example can be written");
    }
    assert_eq!(compared, std::fs::read_to_string(&path).unwrap_or_default());
    story.run(&["status"]).succeeds().shows("Nog niets gezegd: Heuvelrand Bank en Ontwikkelmaatschappij Oost");
    story.run(&["organisatie", "toon"]).succeeds();
}

#[test]
fn one_file_of_answers_fills_a_whole_project() {
    let story = Story::new();
    story.write("antwoorden.toml", &std::fs::read_to_string("examples/volledig/antwoorden.toml").expect("it is there"));
    story.run(&["init", "--geen-vragen", "--antwoorden", "antwoorden.toml"]).succeeds().says_no("Niet gebruikt");
    assert!(story.project().contains("name = \"Westerkwel digitaal weerbaar\""), "{}", story.project());
    let status = story.run(&["status", "--formaat", "json"]).succeeds().json();
    for phase in status["phases"].as_array().expect("there are phases") {
        assert_eq!(phase["progress"]["settled"], phase["progress"]["total"], "{phase:#}");
        assert!(phase["progress"]["total"].as_u64().is_some_and(|total| total > 40));
    }
}

/// What a person might type at a prompt, from what stands above it.
fn typed(prompt: &str) -> &'static str {
    let last = prompt.lines().last().unwrap_or_default();
    let asks_for = |words: &str| prompt.contains(words);
    if last.starts_with("Nummer om te wijzigen") || last.contains("(Enter = klaar)") || asks_for(": klaar\n") {
        return "";
    }
    match last {
        _ if last.starts_with("Nog een (nummer") => "1",
        _ if last.starts_with("Organisaties (nummers") => "1, 2, 3",
        _ if last.contains("(nummer") => "1",
        _ if asks_for("Een datum, bijvoorbeeld") || last.starts_with("Datum") || last.starts_with("Maand") => {
            "over 3 weken"
        }
        _ if asks_for("Een aantal uren") => "4,5",
        _ if asks_for("Een bedrag in euro") => "1.250,50",
        _ if asks_for("Een heel getal") => "12",
        _ if asks_for("een lege regel sluit af") => "Een langer antwoord\n",
        _ => "Een antwoord",
    }
}

/// Every question of every phase, typed on every kind of prompt.
#[test]
fn every_question_of_every_phase_can_be_typed() {
    let story = Story::new();
    story.write("regio.toml", &text("vroeg"));
    for phase in ["verkennen", "ontwikkelen", "uitbouwen"] {
        let mut walk = Conversation::begin(&story, &["fase", phase, "--open"]);
        for count in 0.. {
            let Some(prompt) = walk.next_prompt() else { break };
            assert!(count < 1_000, "no end to the questions:\n{prompt}");
            assert!(!prompt.contains("Dat kan niet"), "{prompt}");
            walk.answer(typed(&prompt));
        }
        assert_eq!(walk.end().0, Some(0));
        story.run(&["controleer"]).succeeds();
    }
    let status = story.run(&["status", "--formaat", "json"]).succeeds().json();
    for phase in status["phases"].as_array().expect("there are phases") {
        assert_eq!(phase["progress"]["settled"], phase["progress"]["total"], "{phase:#}");
    }
}
