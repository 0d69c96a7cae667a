//! Who said yes to a name on paper, said yes to that name.

use crate::story::Story;

const ANOTHER: &str = "Karel Kamerman";

fn example() -> Story {
    let story = Story::new();
    story.write(
        "regio.toml",
        &std::fs::read_to_string("examples/tweede-jaar/regio.toml").expect("the example is there"),
    );
    story
}

fn flyer(story: &Story) -> String {
    story.run(&["document", "flyer", "--editie", "openbaar"]).succeeds().output
}

fn answer(story: &Story, words: &str) {
    story.run(&["fase", "ontwikkelen", "--geen-vragen", "--antwoord", words]).succeeds();
}

/// The clock does not decide: both are said at the same moment here.
#[test]
fn a_yes_is_for_the_name_it_was_given_for() {
    let story = example();
    assert!(flyer(&story).contains("Selma Kwelsteen"));
    answer(&story, &format!("gezicht={ANOTHER}"));
    assert!(!flyer(&story).contains(ANOTHER));
    answer(&story, &format!("gezicht-toestemming={ANOTHER} | 24 november 2026"));
    assert!(flyer(&story).contains(ANOTHER));
    // By hand nobody leaves a time behind.
    story.write("regio.toml", &story.project().replace(&format!("value = \"{ANOTHER}\""), "value = \"Piet Paulusma\""));
    assert!(!flyer(&story).contains("Piet Paulusma"));
}

#[test]
fn a_no_and_a_day_to_come_are_no_yes() {
    let story = example();
    answer(&story, &format!("gezicht={ANOTHER}"));
    for (words, told) in [
        ("nee", "'nee' zegt niet wie ja zei"),
        ("Niemand", "'Niemand' zegt niet wie ja zei"),
        ("Karel Kamerman | 1 januari 2030", "die dag moet nog komen"),
    ] {
        let asked = ["fase", "ontwikkelen", "--geen-vragen", "--antwoord", &format!("gezicht-toestemming={words}")];
        story.run(&asked).ends_with(1).says(told);
        assert!(!flyer(&story).contains(ANOTHER), "{words}");
    }
    let walk = ["fase", "ontwikkelen", "--eenvoudig", "--vraag", "gezicht-toestemming"];
    story.type_at(&walk, "nee\n").says("'nee' zegt niet wie ja zei");
    assert!(!flyer(&story).contains(ANOTHER));
}

#[test]
fn a_yes_that_lapsed_is_asked_again_and_enter_does_not_give_it() {
    let story = example();
    answer(&story, &format!("gezicht={ANOTHER}"));
    let asked = story.type_at(&["fase", "ontwikkelen", "--eenvoudig", "--vraag", "gezicht-toestemming"], "\n");
    asked.says("Dit geldt niet meer").says_no("zo laten");
    assert!(!flyer(&story).contains(ANOTHER));
    let open = story.type_at(&["fase", "ontwikkelen", "--eenvoudig", "--open"], &"\n".repeat(30));
    open.says("mogen naam en adres van het gezicht naar buiten");
}

/// Who gave the yes in a copy never saw the name that came meanwhile.
#[test]
fn a_yes_that_comes_with_a_copy_is_for_the_name_of_that_copy() {
    let story = example();
    story.write("kopie.toml", &story.project());
    answer(&story, &format!("gezicht={ANOTHER}"));
    let yes = "gezicht-toestemming=Selma Kwelsteen | 23 november 2026";
    let in_copy = ["fase", "ontwikkelen", "--geen-vragen", "--antwoord", yes, "--project", "kopie.toml"];
    story.run(&in_copy).succeeds();
    story.run(&["samenvoegen", "kopie.toml"]).succeeds();
    assert!(story.project().contains("2026-11-23") && !flyer(&story).contains(ANOTHER));
}

/// Not in the terminal and not in a file; who makes it hears which answers they are.
#[test]
fn who_makes_a_paper_hears_what_its_readers_may_not_see() {
    let story = example();
    answer(&story, &format!("gezicht={ANOTHER}"));
    let made = story.run(&["document", "pitch", "--uit", "pitch.html"]).succeeds();
    made.says("Op toestemming wacht: Gezicht van het initiatief. Tot iemand ja zegt, staat dat er niet in.");
    let data = story.run(&["document", "pitch", "--uit", "pitch.json"]).succeeds();
    data.says("Op toestemming wacht: Gezicht van het initiatief.");
    let pitch = story.read("pitch.html");
    assert!(!pitch.contains(ANOTHER) && !pitch.contains("deze lezers"));
    story
        .run(&["document", "alles", "--uit", "stukken", "--formaat", "markdown"])
        .succeeds()
        .says("Op toestemming wacht iets in: ")
        .says("pitch");
}

/// A no, and what is still to be asked, is not the name of who said yes.
#[test]
fn what_tells_how_it_stands_is_nobody_who_said_yes() {
    let story = example();
    answer(&story, &format!("gezicht={ANOTHER}"));
    for told in ["Klaas zegt nee", "moet ik nog vragen", "Nee!", "Mag niet", "Klaas, sinds 2027-05-01"] {
        let said = format!("gezicht-toestemming={told}");
        let run = ["fase", "ontwikkelen", "--geen-vragen", "--antwoord", &said];
        story.run(&run).ends_with(1).says("zegt niet wie ja zei").says("noem alleen de naam");
    }
    assert!(!flyer(&story).contains(ANOTHER));
}
