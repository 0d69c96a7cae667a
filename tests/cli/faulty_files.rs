use crate::story::Story;

/// The file is refused as it is, with these words, and not a byte of it changes.
#[track_caller]
fn check(text: &str, words: &[&str]) {
    let story = Story::new();
    story.write("regio.toml", text);
    for command in
        [vec!["status"], vec!["controleer"], vec!["fase", "--geen-vragen"], vec!["gebeurtenis", "nieuw", "x"]]
    {
        let outcome = story.run(&command).ends_with(1);
        words.iter().fold(outcome, |outcome, words| outcome.says(words));
    }
    assert_eq!(story.project(), text);
}

#[test]
fn a_newer_file_is_left_alone() {
    check("schema = 99\n\n[project]\nid = \"x\"\ncreated = 2026-01-01\n", &["werk regio bij"]);
}

#[test]
fn another_file_is_not_taken_for_a_project() {
    check("[package]\nname = \"iets\"\n", &["geen bestand van regio"]);
}

#[test]
fn broken_toml_is_shown_with_its_line() {
    check("schema = 1\n[project\nid = \"x\"\n", &["regio.toml:2:"]);
}

#[test]
fn control_characters_never_reach_the_terminal() {
    let story = Story::new();
    story.write("regio.toml", "schema = 1\n[project]\nid = \"x\"\nname = \"\\u001b[2Jleeg\"\ncreated = 2026-01-01\n");
    let outcome = story.run(&["status"]).succeeds();
    assert!(!outcome.output.contains('\u{1b}') && !outcome.messages.contains('\u{1b}'));
    outcome.shows("‹U+001B›[2Jleeg");
}

#[test]
fn a_hand_made_comment_survives_a_change() {
    let story = Story::with_project();
    let commented =
        story.project().replace("name = \"Samen Sterk\"", "name = \"Samen Sterk\" # werknaam\neigen_sleutel = 3");
    story.write("regio.toml", &commented);
    story.run(&["gebeurtenis", "nieuw", "Iets"]).succeeds();
    assert!(story.project().contains("name = \"Samen Sterk\" # werknaam\neigen_sleutel = 3"), "{}", story.project());
}

#[test]
fn a_slip_of_the_pen_in_an_id_is_pointed_out_and_kept() {
    let story = Story::with_project();
    let mistyped = format!("{}\n[answer.verkennen.anleiding]\nvalue = \"Een storing\"\n", story.project());
    story.write("regio.toml", &mistyped);
    story
        .run(&["controleer"])
        .succeeds()
        .says("geen vragenlijst kent de vraag 'verkennen.anleiding'")
        .says("Bedoel je 'verkennen.aanleiding'?");
    story.run(&["gebeurtenis", "nieuw", "Iets"]).succeeds();
    assert!(story.project().contains("[answer.verkennen.anleiding]\nvalue = \"Een storing\""));
}

#[test]
fn an_answer_that_does_not_fit_is_named_and_kept() {
    let story = Story::with_project();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.startbijeenkomst=15-1-2027"]).succeeds();
    let wrong = story.project().replace("value = 2027-01-15", "value = \"half januari\"");
    story.write("regio.toml", &wrong);
    story.run(&["controleer"]).ends_with(1).says("verkennen.startbijeenkomst past niet").says("een datum");
    // The project is not locked by it.
    story.run(&["status"]).succeeds();
    story.run(&["checklist"]).succeeds();
    story.type_at(&["fase", "--vraag", "startbijeenkomst"], "15-1-2027\n\n").succeeds().says("half januari");
    story.run(&["controleer"]).succeeds();
}

#[test]
fn a_mistyped_table_is_told_by_every_command_that_reads_it() {
    let story = Story::with_project();
    let good = story.project();
    story.write(
        "regio.toml",
        &format!("{good}\n[anwser.verkennen.aanleiding]\nvalue = \"Een storing\"\n\n[eigen]\nx = 1\n"),
    );
    for words in [&["status"][..], &["checklist"], &["gebeurtenis", "nieuw", "Koffie"], &["document", "overzicht"]] {
        let told = story.run(words).succeeds().says("onbekende sleutel 'anwser'").says("bedoel je 'answer'?");
        told.says("Wat daar staat, telt niet mee.").says_no("eigen");
    }
    story.write("regio.toml", &good);
    story.write("antwoorden.toml", "schema = 1\n[anwser.verkennen.aanleiding]\nvalue = \"Een storing\"\n");
    let told = story.run(&["fase", "--geen-vragen", "--antwoorden", "antwoorden.toml"]).ends_with(1);
    told.says("bedoel je 'answer'?").says("in 'antwoorden.toml' staat niets dat regio kan overnemen");
    let id = good.lines().find(|line| line.starts_with("id = ")).expect("the project has an id");
    let request = format!("[request]\n{}\norganisation = \"gemeente-zuidwald\"\n", id.replace("id", "project"));
    story.write("a.toml", &format!("schema = 1\n{request}[answers.verkennen.aanleiding]\nvalue = \"Een storing\"\n"));
    story.run(&["rondvraag", "lees", "a.toml"]).succeeds().shows("geen antwoorden").says("bedoel je 'answer'?");
}
