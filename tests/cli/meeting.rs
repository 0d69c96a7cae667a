use crate::story::Story;

/// A round in which the two of the kopgroep differ on what they want together.
fn after_a_round(said: &str) -> Story {
    let story = Story::with_project();
    story.write("regio.toml", &format!("{}\n{said}", story.project()));
    story.run(&["controleer"]).succeeds().says("In orde");
    story
}

fn view(organisation: &str, value: &str, label: &str) -> String {
    let label = if label.is_empty() { String::new() } else { format!("tlp = \"{label}\"\n") };
    format!(
        "[view.verkennen.gezamenlijk-doel.{organisation}]\nvalue = \"{value}\"\n\
         given = 2026-11-20T10:00:00+01:00\n{label}\n"
    )
}

const HOEKJE: &str = "bakkerij-het-hoekje";
const ZUIDWALD: &str = "gemeente-zuidwald";

#[test]
fn a_meeting_goes_from_the_first_name_to_the_minutes() {
    let mut story = after_a_round(&(view(HOEKJE, "Minder storing", "") + &view(ZUIDWALD, "Samen oefenen", "")));
    let said = [
        "1",
        "Piet Jansen, Els", // who are there
        "1",
        "Elkaar kennen",
        "", // the difference, answered together
        "2",
        "We beginnen klein",
        "Dan lukt het", // a decision
        "3",
        "Zaal huren",
        "Els",
        "31-2-2027",
        "over 3 weken", // a step
        "",
        "4", // on, and the next one is put off
        ":stop",
    ];
    story
        .type_at(&["bijeenkomst", "--eenvoudig"], &(said.join("\n") + "\n"))
        .succeeds()
        .says("Onderwerp 1 van 9: Gezamenlijk doel Wat willen jullie samen bereiken?")
        .says("Bakkerij Het Hoekje: Minder storing. Gemeente Zuidwâld: Samen oefenen.")
        .says("Nu staat er samen: Elkaar kennen.")
        .says("de dag '31-2-2027' bestaat niet")
        .says("Maak het verslag met: regio document verslag");
    story
        .run(&["document", "verslag"])
        .succeeds()
        .shows("Dag: 24 november 2026 Aanwezig: Gemeente Zuidwâld, Piet Jansen en Els")
        .shows("Gezamenlijk doel: Elkaar kennen.")
        .shows("We beginnen klein. Door: de bijeenkomst. Waarom: Dan lukt het.")
        .shows("Zaal huren Wie: Els Voor wanneer: dinsdag 15 december 2026")
        .shows("Geparkeerd - Wat mag je doorvertellen van wat aan tafel gezegd wordt?");
    // The same day goes on in the same meeting: who were there is known, and what was dealt with is not asked.
    story
        .type_at(&["bijeenkomst", "--eenvoudig"], "\n\nNoor\n:stop\n")
        .succeeds()
        .says("7 onderwerpen")
        .says_no("Wat willen jullie samen bereiken?")
        .says_no("Wat mag je doorvertellen van wat aan tafel gezegd wordt?");
    assert_eq!(story.project().matches("[[meeting]]").count(), 1);
    story.run(&["document", "verslag"]).succeeds().shows("Gemeente Zuidwâld, Piet Jansen, Els en Noor");
    // Another day is another meeting: what was put off comes back, and what was agreed does not.
    story
        .on("2026-12-08")
        .type_at(&["bijeenkomst", "--eenvoudig"], "2\n\n:stop\n")
        .succeeds()
        .says("Wat mag je doorvertellen van wat aan tafel gezegd wordt?")
        .says_no("samen bereiken?");
    story
        .run(&["document", "verslag"])
        .succeeds()
        .shows("Dag: 8 december 2026 Aanwezig: Bakkerij Het Hoekje")
        .shows("Er is niets besloten.")
        .shows_no("Zaal huren");
    story.run(&["document", "overzicht"]).succeeds().shows("Aanwezig: Gemeente Zuidwâld, Piet Jansen, Els, Noor.");
}

#[test]
fn the_minutes_hold_what_was_said_at_the_meeting_and_nothing_else_of_the_day() {
    let story = Story::with_project();
    let fill = |story: &Story, said: &str| story.run(&["fase", "--geen-vragen", "--antwoord", said]).succeeds();
    fill(&story, "verkennen.aanleiding=Thuis bedacht");
    story.run(&["besluit", "nieuw", "Thuis besloten"]).succeeds();
    story.run(&["stap", "nieuw", "Thuis bellen"]).succeeds();
    let at_table = |said: &[&str]| {
        let typed = said.join("\n") + "\n:stop\n";
        story.type_at(&["bijeenkomst", "--eenvoudig"], &typed).succeeds();
    };
    // Nobody is named; a decision and a step at the first topic.
    at_table(&["1", "", "2", "Aan tafel besloten", "", "3", "Zaal huren", "Els", "15-12-2026"]);
    // After a break it goes on, as the same meeting.
    at_table(&["1", "", "", "2", "Na de pauze", ""]);
    fill(&story, "verkennen.eigen-doel.gemeente-zuidwald=Thuis erna");
    story.run(&["besluit", "nieuw", "Daarna besloten"]).succeeds();
    story.run(&["stap", "wie", "zaal-huren", "Piet"]).succeeds();
    story.run(&["klaar", "zaal-huren"]).succeeds();
    let minutes = story.run(&["document", "verslag"]).succeeds();
    minutes
        .shows("Aan tafel besloten")
        .shows("Na de pauze")
        .shows("Zaal huren Wie: Els Voor wanneer: dinsdag 15 december 2026")
        .shows_no("Thuis")
        .shows_no("Daarna")
        .shows_no("Piet");
    // Another one on the same day has minutes of its own.
    at_table(&["2", "2", "", "2", "Iets anders", ""]);
    let second = story.run(&["document", "verslag"]).succeeds();
    second.shows("24 november 2026 (bijeenkomst 2)").shows("Iets anders").shows_no("Na de pauze");
    assert_eq!(story.project().matches("[[meeting]]").count(), 2);
}

#[test]
fn the_minutes_go_on_saying_what_was_agreed_then() {
    let story = after_a_round(&(view(HOEKJE, "Minder storing", "") + &view(ZUIDWALD, "Samen oefenen", "")));
    story.type_at(&["bijeenkomst", "--eenvoudig"], "1\n\n1\nElkaar kennen\n\n:stop\n").succeeds();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.gezamenlijk-doel=Iets groters"]).succeeds();
    story.run(&["document", "verslag"]).succeeds().shows("Elkaar kennen.").shows_no("Iets groters");
}

#[test]
fn what_belongs_to_no_topic_is_said_at_the_end() {
    let story = Story::with_project();
    let said = "\n\n".to_owned() + &"-\n".repeat(9) + "3\nNieuwe leden\n1\nElke maand\n\n\n";
    story.type_at(&["bijeenkomst"], &said).succeeds().says("Willen jullie nog iets vastleggen?");
    let minutes = story.run(&["document", "verslag"]).succeeds();
    minutes.shows("Elke maand. Door: de bijeenkomst.").shows("- Nieuwe leden").shows("Er is geen stap afgesproken.");
}

#[test]
fn what_not_everyone_at_the_table_may_see_is_not_shown() {
    let own = ["eigen-belang", "eigen-doel"].map(|id| {
        format!("[answer.verkennen.{id}.{ZUIDWALD}]\nvalue = \"Stiekem besparen\"\ntlp = \"AMBER+STRICT\"\n\n")
    });
    let story = after_a_round(
        &(view(HOEKJE, "Heel geheim", "RED") + &view(ZUIDWALD, "Ook geheim", "AMBER+STRICT") + &own.concat()),
    );
    // Nothing of it differs for who sees the screen, and the question itself comes as one that is open.
    let said = "\n\n".to_owned() + &"-\n".repeat(9);
    let outcome = story.type_at(&["bijeenkomst"], &said).succeeds();
    let outcome = outcome.says("Niet voor iedereen aan tafel: 2 stemmen.");
    let outcome = outcome.says("Niet voor iedereen aan tafel: 1 stem.");
    outcome.says_no("geheim").says_no("Stiekem besparen").says_no("Nog niets gezegd");
    // Neither beside the question, when it is answered together; in a walk, which the trekker sees, it is.
    let place = "-\n".repeat(3);
    story
        .type_at(&["bijeenkomst"], &format!("\n\n{place}1\n:stop\n"))
        .succeeds()
        .says("Doelen en ambities, vraag")
        .says_no("Stiekem besparen");
    story.type_at(&["fase", "--vraag", "gezamenlijk-doel"], ":stop\n").succeeds().says("Stiekem besparen");
}

#[test]
fn what_was_said_together_for_few_is_not_shown_nor_asked() {
    let mut story = after_a_round(&(view(HOEKJE, "Minder storing", "") + &view(ZUIDWALD, "Samen oefenen", "")));
    story.on("2026-11-18");
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.gezamenlijk-doel=Iets vertrouwelijks"]).succeeds();
    let said = "value = \"Iets vertrouwelijks\"\n";
    story.write("regio.toml", &story.project().replace(said, &format!("{said}tlp = \"RED\"\n")));
    story.on("2026-11-24");
    story
        .type_at(&["bijeenkomst"], "\n\n:stop\n")
        .succeeds()
        .says("Wat willen jullie samen bereiken?")
        .says("1. Een besluit vastleggen")
        .says_no("vertrouwelijks");
}

#[test]
fn where_nothing_is_said_nothing_changes() {
    let story = Story::with_project();
    let before = story.project();
    story.type_at(&["bijeenkomst"], ":stop\n").succeeds().says("Er is niets veranderd.");
    story.type_at(&["bijeenkomst"], "").succeeds().says("De invoer is op.").says_no("Er is niets veranderd.");
    story.type_at(&["bijeenkomst"], "\n\n<\n2\n<\n:stop\n").succeeds().says("Onderwerp 1 van");
    assert_eq!(story.project(), before);
    story.run(&["bijeenkomst", "--geen-vragen"]).ends_with(2).says("gaat niet zonder vragen");
}

/// What was said aloud is not lost by who stops before the reason, and back is back.
#[test]
fn a_decision_or_a_step_that_was_typed_halfway_is_kept_and_can_be_bettered() {
    let story = Story::with_project();
    let stopped = story.type_at(&["bijeenkomst"], "\n\nbesluit\nDe visafslag betaalt\n:stop\n").succeeds();
    stopped.says("Opgeschreven.").says("Alles is bewaard.");
    story.run(&["besluit"]).succeeds().shows("De visafslag betaalt");
    let cut_off = "\n\n\nstap\nBel de bank\n";
    story.type_at(&["bijeenkomst"], cut_off).succeeds().says("Opgeschreven.").says("De invoer is op.");
    story.run(&["checklist", "--alles"]).succeeds().shows("Bel de bank");
    let back = "\n\n\nstap\nBel de veilig\n<\nBel de veiling\n\n31-2-2027\n<\nFatima\n\n:stop\n";
    story.type_at(&["bijeenkomst"], back).succeeds().says("Opgeschreven.");
    let checklist = story.run(&["checklist", "--alles"]).succeeds();
    checklist.shows("Bel de veiling").shows("Wie: Fatima").shows_no("Bel de veilig\n");
    let seen = story.type_at(&["bijeenkomst"], "\n\n\nbesluit\nWij oefenen in mei\n\nparkeren\n<\n:stop\n").succeeds();
    seen.says("Besloten: Wij oefenen in mei. Geparkeerd voor later.");
    let nothing = story.project();
    story.type_at(&["bijeenkomst"], "\n\n\nbesluit\n<\nbesluit\n:stop\n").succeeds().says_no("Opgeschreven.");
    assert_eq!(story.project(), nothing);
}

#[test]
fn minutes_of_no_meeting_are_a_form() {
    let story = Story::new();
    story.run(&["init", "--geen-vragen"]).succeeds();
    let form = story.run(&["document", "verslag", "--formaat", "json"]).succeeds().output;
    assert_eq!(form.matches("writing-lines").count(), 4, "{form}");
    assert!(form.contains("\"Wie\"") && !form.contains("Er is niets"), "{form}");
}

#[test]
fn who_are_there_is_kept_when_the_people_stop_before_the_next_question() {
    let story = Story::with_project();
    story.type_at(&["bijeenkomst"], "1\n:stop\n").succeeds();
    assert!(story.project().contains("present = [\"Gemeente Zuidwâld\"]"), "{}", story.project());
}

#[test]
fn back_goes_back_to_who_were_there_and_a_number_is_nobody() {
    let story = Story::with_project();
    let typed = "1\n<\n\n1, Noor; 2\n:stop\n";
    let said = story.type_at(&["bijeenkomst", "--eenvoudig"], typed).succeeds();
    said.says("Dit is geen naam, dus het komt niet in het verslag: 1, 2.");
    assert!(story.project().contains("present = [\"Gemeente Zuidwâld\", \"Noor\"]"), "{}", story.project());
}
