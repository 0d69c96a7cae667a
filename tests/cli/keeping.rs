//! What was confirmed is kept, whatever happens then.

use proptest::prelude::*;

use crate::conversation::Conversation;
use crate::python;
use crate::story::Story;

/// The prompts of `regio init` with an answer to each, and what then stands in the file.
const INIT: [(&str, &str, &str); 6] = [
    ("Hoe heet de samenwerking?", "Samen Sterk", "name = \"Samen Sterk\""),
    ("In welke regio?", "Zuidwâld", "region = \"Zuidwâld\""),
    ("Wie is de trekker?", "Anna", "trekker = \"Anna\""),
    ("Welke organisatie trekt", "Gemeente Zuidwâld\n", "name = \"Gemeente Zuidwâld\""),
    ("Nog een organisatie", "Bakkerij Het Hoekje", "name = \"Bakkerij Het Hoekje\""),
    ("Nog een organisatie", "Werf De Kade", "name = \"Werf De Kade\""),
];

#[test]
fn a_program_that_is_killed_has_kept_every_confirmed_answer() {
    for confirmed in 1..=INIT.len() {
        let story = Story::new();
        let mut walk = Conversation::begin(&story, &["init"]);
        for (prompt, answer, _) in &INIT[..confirmed] {
            if *prompt == "Nog een organisatie" && *answer == "Bakkerij Het Hoekje" {
                walk.wait_for("Kies");
                walk.answer("een andere");
            }
            walk.wait_for(prompt);
            walk.answer(answer);
        }
        // The next question shows: from here on the answer may not be lost.
        walk.wait_for(match confirmed {
            1 => "In welke regio?",
            2 => "Wie is de trekker?",
            3 => "Welke organisatie trekt",
            4 => "Kies",
            _ => "Nog een organisatie",
        });
        walk.kill();
        let project = story.project();
        for (_, _, kept) in &INIT[..confirmed] {
            assert!(project.contains(kept), "after {confirmed}: no {kept} in\n{project}");
        }
        story.run(&["controleer"]).succeeds();
    }
}

#[test]
fn what_a_second_window_wrote_is_taken_along() {
    let story = Story::with_project();
    let mut walk = Conversation::begin(&story, &["fase", "--vraag", "aanleiding"]);
    walk.wait_for("Waarom juist nu?");
    story.run(&["gebeurtenis", "nieuw", "De eerste koffie"]).succeeds();
    let by_hand = story.project().replace("Samen Sterk", "Samen Sterker");
    story.write("regio.toml", &by_hand);
    walk.answer("Een storing\n");
    let (code, rest) = walk.end();
    assert_eq!(code, Some(0), "{rest}");
    assert!(
        rest.contains(
            "Intussen gewijzigd, door Anna: Naam van de samenwerking en succes 'De eerste koffie'. Dat is meegenomen."
        ),
        "{rest}"
    );
    for kept in ["De eerste koffie", "Samen Sterker", "Een storing"] {
        assert!(story.project().contains(kept), "no {kept} in\n{}", story.project());
    }
    story.run(&["controleer"]).succeeds();
}

#[test]
fn enter_on_what_a_second_window_just_answered_says_so_and_leaves_it() {
    let story = Story::with_project();
    let mut walk = Conversation::begin(&story, &["fase", "--vraag", "aanleiding"]);
    walk.wait_for("Waarom juist nu?");
    answers(&story, "verkennen.aanleiding=Een lek bij de buren");
    walk.answer("");
    let (code, rest) = walk.end();
    assert_eq!(code, Some(0), "{rest}");
    assert!(rest.contains("Intussen gewijzigd, door Mo: Aanleiding. Dat is meegenomen."), "{rest}");
    assert!(rest.contains("Aanleiding: hier staat nu “Een lek bij de buren”."), "{rest}");
    story.run(&["document", "overzicht"]).succeeds().shows("Een lek bij de buren");
    story.run(&["controleer"]).succeeds();
}

/// To say that an answer holds still is to say so of what was on the screen.
#[test]
fn enter_does_not_say_again_what_a_second_window_just_changed() {
    let mut story = Story::with_project();
    story.on("2025-01-10").run(&["fase", "--geen-vragen", "--antwoord", "verkennen.trekker-tijd=8"]).succeeds();
    story.on("2026-11-24");
    let mut walk = Conversation::begin(&story, &["fase", "verkennen", "--verouderd"]);
    walk.wait_for("Hoeveel uur per maand");
    answers(&story, "verkennen.trekker-tijd=16");
    walk.answer("");
    let (_, rest) = walk.end();
    assert!(rest.contains("Intussen gewijzigd, door Mo"), "{rest}");
    assert!(story.project().contains("value = 16"), "{}", story.project());
    story.run(&["geschiedenis"]).succeeds().shows_no("nagelopen");
}

#[test]
fn who_said_it_before_did_not_change_it() {
    let story = Story::with_project();
    story.run(&["fase", "--door", "Els", "--geen-vragen", "--antwoord", "verkennen.aanleiding=Een storing"]).succeeds();
    let mut walk = Conversation::begin(&story, &["fase", "--vraag", "aanleiding"]);
    walk.wait_for("Waarom juist nu?");
    answers(&story, "verkennen.aanleiding=Een lek bij de buren");
    walk.answer("");
    let (_, rest) = walk.end();
    assert!(rest.contains("Intussen gewijzigd, door Mo: Aanleiding."), "{rest}");
}

#[test]
fn who_stops_is_told_what_a_second_window_wrote() {
    let story = Story::with_project();
    let mut walk = Conversation::begin(&story, &["fase", "--vraag", "aanleiding"]);
    walk.wait_for("Waarom juist nu?");
    answers(&story, "verkennen.aanleiding=Een lek bij de buren");
    walk.answer(":stop");
    let (_, rest) = walk.end();
    assert!(rest.contains("Aanleiding: hier staat nu “Een lek bij de buren”."), "{rest}");
}

/// Others may look along at the screen.
#[test]
fn what_not_everyone_may_read_is_told_without_its_words() {
    let story = Story::with_project();
    story.run(&["label", "red"]).succeeds();
    let mut walk = Conversation::begin(&story, &["fase", "--vraag", "aanleiding"]);
    walk.wait_for("Waarom juist nu?");
    answers(&story, "verkennen.aanleiding=Een lek bij de buren");
    walk.answer("Een storing\n");
    let (_, rest) = walk.end();
    assert!(rest.contains("1 ding is bij allebei veranderd") && !rest.contains("Een lek"), "{rest}");
}

#[test]
fn what_is_spoiled_meanwhile_is_called_so_and_not_written_over() {
    let story = Story::with_project();
    let mut walk = Conversation::begin(&story, &["fase", "--vraag", "aanleiding"]);
    walk.wait_for("Waarom juist nu?");
    let spoiled = story.project() + "x = [[[\n";
    story.write("regio.toml", &spoiled);
    walk.answer("Een storing\n");
    let (_, rest) = walk.end();
    assert!(rest.contains("niet te lezen is als dit project") && rest.contains("regio herstel"), "{rest}");
    assert_eq!(story.project(), spoiled);
}

#[test]
fn what_a_second_window_wrote_holds_before_the_next_question() {
    let story = Story::with_project();
    let mut walk = Conversation::begin(&story, &["fase", "verkennen", "--onderdeel", "startbijeenkomst"]);
    walk.wait_for("Op welke dag");
    answers(&story, "verkennen.startbijeenkomst-tijd=13.00 tot 15.00");
    walk.answer("");
    walk.wait_for("Intussen gewijzigd, door Mo: ");
    walk.wait_for("Vorig antwoord: 13.00 tot 15.00 (Mo");
    walk.kill();
}

/// Mo, in a window of his own.
fn answers(story: &Story, answer: &str) {
    story.run(&["fase", "--door", "Mo", "--geen-vragen", "--antwoord", answer]).succeeds();
}

#[test]
fn four_writers_on_machines_of_their_own_lose_nothing() {
    const ROUNDS: usize = 12;
    let story = Story::with_project();
    std::thread::scope(|scope| {
        for writer in ["een", "twee", "drie", "vier"] {
            let story = &story;
            scope.spawn(move || {
                for round in 0..ROUNDS {
                    let words = ["gebeurtenis", "nieuw", &format!("{writer} van ronde {round}.")];
                    let mut command = story.command(&story.path(""), &words);
                    let done = command.env("REGIO_STATE", story.path(writer)).output().expect("the program starts");
                    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
                }
            });
        }
    });
    let project = story.project();
    for writer in ["een", "twee", "drie", "vier"] {
        for round in 0..ROUNDS {
            assert!(project.contains(&format!("\"{writer} van ronde {round}.\"")), "{writer} {round} is gone");
        }
    }
    story.run(&["controleer"]).succeeds();
}

#[test]
fn the_same_answer_from_two_windows_is_in_the_history_twice() {
    let story = Story::with_project();
    let mut walk = Conversation::begin(&story, &["fase", "--vraag", "aanleiding"]);
    walk.wait_for("Waarom juist nu?");
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.aanleiding=Een lek bij de buren"]).succeeds();
    walk.answer("Een storing\n");
    let (code, rest) = walk.end();
    assert_eq!(code, Some(0), "{rest}");
    let told = "Aanleiding: hier staat nu “Een storing”, Anna schreef intussen “Een lek bij de buren”.";
    assert!(rest.contains(told), "{rest}");
    story.run(&["document", "overzicht"]).succeeds().shows("Een storing");
    story.run(&["geschiedenis"]).succeeds().shows("Een lek bij de buren");
}

#[test]
fn another_project_in_its_place_is_not_overwritten() {
    let story = Story::with_project();
    let mut walk = Conversation::begin(&story, &["fase", "--vraag", "aanleiding"]);
    walk.wait_for("Waarom juist nu?");
    let theirs = story.project().replace("\nid = \"", "\nid = \"anders-");
    story.write("regio.toml", &theirs);
    walk.answer("Een storing\n");
    let (code, rest) = walk.end();
    assert_eq!(code, Some(1));
    assert!(rest.contains("is intussen veranderd in iets") && rest.contains("wat je invulde staat in"), "{rest}");
    assert_eq!(story.project(), theirs);
}

#[test]
fn the_project_as_it_was_is_kept_at_the_start_of_a_session() {
    let story = Story::with_project();
    let before = story.project();
    story.run(&["gebeurtenis", "nieuw", "Iets"]).succeeds();
    let copies = std::fs::read_dir(story.path("state/backups")).expect("copies are made").flatten();
    let copies: Vec<String> = copies
        .flat_map(|folder| std::fs::read_dir(folder.path()).expect("it is a folder").flatten())
        .map(|copy| std::fs::read_to_string(copy.path()).expect("a copy is text"))
        .collect();
    assert!(copies.contains(&before));
}

/// What a person has in the file beside the project.
const OWN: &str = "\n# van mij\n[mijn.notities] # eigen tabel\ntekst = \"\"\"\neen\n  twee\"\"\"\nletterlijk = \'\'\'\nC:\\map\n\'\'\'\n";

/// How other programs save a text.
#[derive(Clone, Debug)]
struct Form {
    mark: bool,
    unended: bool,
    /// Whether a line ends in CR LF, in turns.
    ends: Vec<bool>,
}

impl Form {
    fn give(&self, text: &str) -> String {
        let ends = self.ends.iter().cycle().map(|pair| if *pair { "\r\n" } else { "\n" });
        let text: String = text.lines().zip(ends).flat_map(|(line, end)| [line, end]).collect();
        let text = if self.unended { text.trim_end() } else { &text };
        format!("{}{text}", if self.mark { "\u{feff}" } else { "" })
    }
}

fn form() -> impl Strategy<Value = Form> {
    let ends = prop::sample::select(vec![vec![false], vec![true], vec![true, false, false]]);
    (any::<bool>(), any::<bool>(), ends).prop_map(|(mark, unended, ends)| Form { mark, unended, ends })
}

#[test]
fn a_project_that_another_program_saved_with_windows_line_ends_stays_whole() {
    let story = Story::with_project();
    story.run(&["fase", "--geen-vragen", "--antwoord", "verkennen.aanleiding=een\ntwee"]).succeeds();
    story.write("regio.toml", &format!("\u{feff}{}", story.project().replace('\n', "\r\n")));
    for success in ["een", "twee", "drie"] {
        story.run(&["gebeurtenis", "nieuw", success]).succeeds();
    }
    let written = story.project();
    assert_eq!(written.matches('\n').count(), written.matches("\r\n").count());
    assert!(written.starts_with("\u{feff}#") && !written.contains("\r\r"), "{written:?}");
    story.run(&["controleer"]).succeeds();
}

/// One command of a user, wise or not.
fn command() -> impl Strategy<Value = (Vec<String>, String)> {
    let typed = prop::collection::vec(
        "[a-zA-Z0-9 ,;:<?!'\"\\\\€éâ\u{1b}\u{202e}-]{0,12}|<|-|\\?|:stop|:weetniet|:wis|:lijst|1|2|",
        0..14,
    );
    let words = prop_oneof![
        Just(vec!["fase"]),
        Just(vec!["fase", "ontwikkelen"]),
        Just(vec!["fase", "uitbouwen", "--open"]),
        Just(vec!["fase", "--onderdeel", "kopgroep"]),
        Just(vec!["fase", "--vraag", "afhankelijkheden"]),
        Just(vec!["fase", "--vraag", "ambities"]),
        Just(vec!["fase", "--vraag", "volwassenheid"]),
        Just(vec!["checklist", "--alles"]),
        Just(vec!["status", "--formaat", "json"]),
        Just(vec!["klaar", "uitnodiging-sturen"]),
        Just(vec!["stap", "heropen", "uitnodiging-sturen"]),
        Just(vec!["stap", "nieuw", "Bel \u{7}de wethouder"]),
        Just(vec!["organisatie", "nieuw", "\u{202e}Vreemde \"naam\"\n"]),
        Just(vec!["organisatie", "weg", "gemeente-zuidwald", "--ja"]),
        Just(vec!["besluit", "nieuw", "'''\"\"\"\\"]),
        Just(vec!["gebeurtenis", "nieuw", "✓ gelukt"]),
        Just(vec!["gebeurtenis", "nieuw", "nog een"]),
        Just(vec!["noteer"]),
        Just(vec!["fase", "--geen-vragen", "--antwoord", "verkennen.grens=De haven"]),
        Just(vec!["fase", "--vraag", "kopgroep", "--geen-vragen", "--antwoord", "verkennen.kopgroep=Werf De Kade"]),
        Just(vec!["geschiedenis"]),
        Just(vec!["controleer"]),
    ];
    (words, typed).prop_map(|(words, lines)| (words.into_iter().map(str::to_owned).collect(), lines.join("\n")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn no_row_of_commands_breaks_the_project(commands in prop::collection::vec(command(), 1..7), form in form()) {
        let story = Story::with_project();
        story.write("regio.toml", &form.give(&format!("{}{OWN}", story.project())));
        for (words, typed) in &commands {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let outcome = story.type_at(&words, typed);
            prop_assert!([0, 1, 2].contains(&outcome.code), "{words:?}\n{}", outcome.messages);
            prop_assert!(!outcome.messages.contains("liep vast"), "{words:?}\n{}", outcome.messages);
            let escapes = outcome.messages.contains('\u{1b}') || outcome.output.contains('\u{1b}');
            prop_assert!(!escapes, "an escape byte reached the terminal");
            let checked = story.run(&["controleer"]);
            prop_assert_eq!(checked.code, 0, "{:?}\n{}", words, checked.messages);
            let written = story.project();
            prop_assert_eq!(written.starts_with('\u{feff}'), form.mark);
            prop_assert_eq!(written.matches('\u{feff}').count(), usize::from(form.mark));
            prop_assert_eq!(written.ends_with('\n'), !form.unended);
            prop_assert!(!written.contains("\r\r"));
            let (pairs, newlines) = (written.matches("\r\n").count(), written.matches('\n').count());
            prop_assert!(form.ends.contains(&true) || pairs == 0);
            prop_assert!(form.ends.contains(&false) || pairs == newlines);
            for line in form.give(OWN).trim_start_matches('\u{feff}').split_inclusive('\n').filter(|line| line.trim() != "") {
                let mixed = form.ends.contains(&true) && form.ends.contains(&false);
                prop_assert!(written.contains(if mixed { line.trim_end() } else { line }), "{line:?} went from\n{written}");
            }
        }
        // The file of a person has a byte order mark now and then, which TOML does not know.
        let read = "import sys, tomllib; tomllib.loads(open(sys.argv[1], 'rb').read().decode('utf-8-sig'))";
        python::run(&["tomllib"], read, &[&story.path("regio.toml")]);
    }
}

#[test]
fn without_a_folder_of_its_own_it_says_so_and_works_on() {
    let story = Story::with_project();
    let done = story
        .command(&story.path(""), &["gebeurtenis", "nieuw", "Iets"])
        .env("REGIO_STATE", "/dev/null/nergens")
        .output()
        .expect("the program starts");
    assert!(done.status.success());
    assert!(String::from_utf8_lossy(&done.stderr).contains("geen eigen map voor kopieën"));
    assert!(story.project().contains("Iets"));
}

#[test]
fn a_copy_of_the_project_beside_it_is_pointed_out() {
    let story = Story::with_project();
    story.write("regio-LAPTOP-7F3K.toml", &story.project());
    story.run(&["status"]).succeeds().says_no("regio-LAPTOP-7F3K");
    story.run(&["gebeurtenis", "nieuw", "Een begin", "--project", "regio-LAPTOP-7F3K.toml"]).succeeds();
    story.write("iets-anders.toml", "id = \"iets anders\"\n");
    for words in [&["status"][..], &["controleer"], &["gebeurtenis", "nieuw", "Iets"]] {
        story.run(words).succeeds().says("regio-LAPTOP-7F3K.toml' is een kopie").says_no("iets-anders");
    }
    // Of the two it is never the file that every command takes that may go.
    let from_copy = story.run(&["gebeurtenis", "lijst", "--project", "regio-LAPTOP-7F3K.toml"]).succeeds();
    from_copy.says("dit is een kopie van het project in").says_no("haal haar dan weg");
    // Who is joining it knows.
    story.run(&["samenvoegen", "regio-LAPTOP-7F3K.toml", "--geen-vragen"]).succeeds().says_no("is een kopie");
}

/// What somebody wrote by hand is worth more than any result.
#[test]
fn no_result_comes_over_a_file_of_ones_own() {
    let story = Story::with_project();
    let before = story.project();
    story
        .run(&["document", "agenda", "--formaat", "markdown", "--uit", "regio.toml", "--overschrijf"])
        .ends_with(1)
        .says("daar komt geen resultaat overheen");
    assert_eq!(story.project(), before);
}
