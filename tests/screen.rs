//! How questions look and behave on a real terminal, seen from the keyboard and the screen.

#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "runs itself again as the program on the terminal")]

use std::io::Write;

use portable_pty::CommandBuilder;
use regio::cli::progress::{Progress, Way};
use regio::cli::prompter::{PlainPrompter, TerminalPrompter, Typist, watch_interruptions};
use regio::interview::{Command, Heading, LinePrompt, Note, PickItem, PickPrompt, PromptError, Prompter, Reply};

use crate::terminal::*;

/// Names the scene that this program plays when a test starts it on a terminal.
const SCENE: &str = "REGIO_TEST_SCENE";

/// Clears the screen.
const CLEARED: &str = "\u{1b}[2J\u{1b}[H";

const SIZES: [(u16, u16); 2] = [(80, 24), (40, 15)];

fn start(scene: &str, size: (u16, u16)) -> Terminal {
    start_with(scene, size, "EDITOR", "")
}

fn start_with(scene: &str, (columns, rows): (u16, u16), variable: &str, value: &str) -> Terminal {
    let program = std::env::current_exe().expect("a test knows its own program");
    let mut command = CommandBuilder::new(program);
    command.args(["screen::play_scene", "--exact", "--ignored", "--nocapture", "--test-threads=1"]);
    command.env(SCENE, scene);
    command.env("TERM", "xterm-256color");
    command.env(variable, value);
    Terminal::start(command, columns, rows)
}

/// Not a test, but what the tests start: asks the question of the scene until there is an answer.
#[test]
#[ignore = "played on a terminal by the other tests"]
fn play_scene() {
    let Ok(scene) = std::env::var(SCENE) else { return };
    // What the test framework has printed is no part of the scene.
    tell(CLEARED);
    let (scene, manner) = scene.split_once(": ").unwrap_or((&scene, ""));
    if scene == "progress" {
        play_progress(manner);
    }
    watch_interruptions(manner == "plain");
    let on_terminal = || TerminalPrompter::new(console::Term::buffered_stderr(), true);
    let mut prompter: Box<dyn Prompter> = match manner {
        "plain" => Box::new(PlainPrompter::new(std::io::stdin().lock(), std::io::stderr(), Typist::Person)),
        "guarded" => Box::new(on_terminal()),
        _ => Box::new(on_terminal().without_paste_guard()),
    };
    let ended = loop {
        match ask(scene, prompter.as_mut()) {
            Ok(said) if said.starts_with("Command") => tell(&format!("{said}\n")),
            other => break other,
        }
    };
    drop(prompter);
    std::process::exit(match ended {
        Ok(said) => {
            tell(&format!("{said}\n"));
            0
        }
        Err(PromptError::Interrupted) => 130,
        Err(PromptError::EndOfInput) => 3,
        Err(PromptError::Io(_)) => 4,
    });
}

/// Five steps of which a clock says that each takes six tenths of a second. Waits at the fourth.
fn play_progress(manner: &str) {
    let ticks = std::cell::Cell::new(0);
    let elapsed = move || std::time::Duration::from_millis(600 * ticks.replace(ticks.get() + 1));
    let way = Way::choose(manner == "plain", true);
    let mut progress = Progress::new(5, way, console::Term::stderr(), elapsed);
    for name in
        ["agenda", "besluiten", "draagvlak", "financiering met een naam die veel langer is dan het scherm", "flyer"]
    {
        progress.begin(name);
        if name.starts_with("financiering") {
            std::io::stdin().read_line(&mut String::new()).expect("the terminal can be read");
        }
    }
    drop(progress);
    tell("Geschreven.\n");
    std::process::exit(0);
}

fn tell(words: &str) {
    std::io::stderr().write_all(words.as_bytes()).expect("the terminal is there");
}

fn ask(scene: &str, prompter: &mut dyn Prompter) -> Result<String, PromptError> {
    Ok(match scene {
        "line" => said(prompter.line(&line_prompt(None))?, prompter)?,
        "line again" => said(prompter.line(&line_prompt(Some("Samen oefenen")))?, prompter)?,
        "lines" => said(prompter.lines(&line_prompt(Some("Eerste regel\nTweede regel")))?, prompter)?,
        "line refused" => {
            let mut prompt = line_prompt(None);
            let reply = prompter.line(&prompt)?;
            if let Reply::Answer(typed) = &reply {
                prompt.again(typed.clone());
            }
            said(reply, prompter)?;
            said(prompter.line(&prompt)?, prompter)?
        }
        "two lines" => {
            said(prompter.line(&line_prompt(None))?, prompter)?;
            said(prompter.line(&line_prompt(None))?, prompter)?
        }
        "pick" => said(prompter.pick(&pick_prompt(3))?, prompter)?,
        "pick open" => {
            let prompt = PickPrompt { chosen: Vec::new(), on_empty: "overslaan".to_owned(), ..pick_prompt(4) };
            said(prompter.pick(&prompt)?, prompter)?
        }
        "a long page" => {
            let lines = (1..=30).map(|line| format!("Regel {line} van wat er te lezen is")).collect();
            prompter.tell(&Note::Page(lines))?;
            said(prompter.pick(&pick_prompt(3))?, prompter)?
        }
        "pick a side" => said(prompter.pick(&long_prompt())?, prompter)?,
        "pick with voices" => {
            let voices = (1..=9).map(|number| format!("Organisatie {number}: dit is wat wij er zelf van vinden."));
            let prompt = PickPrompt { heading: Heading { remarks: voices.collect(), ..heading() }, ..pick_prompt(4) };
            said(prompter.pick(&prompt)?, prompter)?
        }
        "pick long" => said(prompter.pick(&pick_prompt(40))?, prompter)?,
        "pick several" => said(prompter.pick_several(&pick_prompt(4))?, prompter)?,
        other => panic!("there is no scene '{other}'"),
    })
}

/// The reply in words; help is given on the spot, as the engine does.
fn said<T: std::fmt::Debug>(reply: Reply<T>, prompter: &mut dyn Prompter) -> Result<String, PromptError> {
    if let Reply::Command(Command::Help) = reply {
        let part = |word: &str, text: &str| (word.to_owned(), text.to_owned());
        let help = "Noem wat je samen wilt bereiken. Het hoeft nog niet precies: bij de startbijeenkomst praten jullie \
                    erover door.";
        prompter.tell(&Note::Explanation(vec![
            part("Uitleg", help),
            part("Voorbeeld", "Over een jaar heeft elke gemeente samen met de anderen geoefend."),
        ]))?;
    }
    Ok(format!("{reply:?}"))
}

fn heading() -> Heading {
    Heading {
        place: "Doelen en ambities, vraag 3 van 8".to_owned(),
        ask: "Wat willen jullie over een jaar samen bereikt hebben, en waaraan merken de organisaties in de regio dat het \
              gelukt is?"
            .to_owned(),
        remarks: vec!["Typ één zin, zo concreet als je nu kunt.".to_owned()],
        ..Heading::default()
    }
}

fn line_prompt(earlier: Option<&str>) -> LinePrompt {
    let mut heading = heading();
    heading.remarks.extend(earlier.map(|earlier| format!("Vorig antwoord: {earlier} (Mo, 3 maart 2026)")));
    let on_empty = if earlier.is_some() { "zo laten" } else { "overslaan" }.to_owned();
    LinePrompt {
        heading,
        label: "Antwoord".to_owned(),
        earlier: earlier.map(str::to_owned),
        on_empty,
        ..LinePrompt::default()
    }
}

fn pick_prompt(count: usize) -> PickPrompt {
    let names = ["Ja", "Nee, en dat komt er ook niet", "Gedeeltelijk", "Café Zuiderzee"];
    let items = (0..count).map(|index| PickItem {
        label: names.get(index).map_or_else(|| format!("Organisatie {}", index + 1), |name| (*name).to_owned()),
        detail: (index == 1).then(|| "Dan komt er een stap bij om steun te vragen aan het bestuur.".to_owned()),
    });
    PickPrompt {
        heading: heading(),
        label: "Antwoord".to_owned(),
        items: items.collect(),
        chosen: vec![1],
        on_empty: "zo laten".to_owned(),
        at_most: Some(2),
        closing: None,
        commands: true,
    }
}

/// A question with more below it than a small screen holds.
fn long_prompt() -> PickPrompt {
    let mut prompt = pick_prompt(3);
    let remark = "Er staat: wij leveren de leiding van de oefening, en wie er niet bij kan zijn, leest het verslag.";
    prompt.heading.remarks = vec![remark.to_owned(), remark.replace("Er staat", "Het bestand zegt")];
    prompt
}

#[test]
fn what_is_typed_is_the_answer() {
    for size in SIZES {
        let mut terminal = start("line", size);
        terminal.wait_for("Antwoord ›").send("samen oefenn").send(LEFT).send("e").send(ENTER);
        terminal.wait_for(r#"Answer("samen oefenen")"#);
        assert_eq!(terminal.end(), 0);
        assert_eq!(terminal.count("Antwoord › samen oefenen"), 1, "{}", terminal.dump());
        assert_eq!(terminal.count("Enter = overslaan"), 0, "{}", terminal.dump());
    }
}

#[test]
fn a_question_is_whole_on_the_screen() {
    for size in SIZES {
        let mut terminal = start("line", size);
        terminal
            .wait_for(&heading().ask)
            .wait_for("Typ één zin, zo concreet als je nu kunt.")
            .wait_for("Enter = overslaan");
        terminal.send(ENTER).wait_for("Empty");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn the_keys_of_a_line_edit_it() {
    let mut terminal = start("line", (80, 24));
    terminal.wait_for("Antwoord ›");
    terminal.send("weg").send(CTRL_U).send("twee drie vier").send(CTRL_W).send(HOME).send("een ");
    terminal.wait_for("› een twee drie").send(HOME).send(DELETE).send("E").send(END).send("!\u{7}").send(ENTER);
    terminal.wait_for(r#"Answer("Een twee drie !")"#);
    assert_eq!(terminal.end(), 0);
}

#[test]
fn the_keys_for_words_move_by_words() {
    let mut terminal = start("line", (80, 24));
    terminal.wait_for("Antwoord ›").send("samen eens oefenen").send("\u{1b}[1;5D").send("goed ");
    terminal.send("\u{1b}b\u{1b}b").send(CTRL_W).send("\u{1b}f").send(" vaak").send("\u{b}").send(ENTER);
    terminal.wait_for(r#"Answer("eens vaak")"#);
    assert_eq!(terminal.end(), 0);
}

#[test]
fn what_was_refused_stands_in_the_line_again() {
    let mut terminal = start("line refused", (80, 24));
    terminal.wait_for("Antwoord ›").send("31-2-2027\r").wait_for("Antwoord › 31-2-2027").settle();
    terminal.send(LEFT).send("\u{7f}6").send(ENTER).wait_for(r#"Answer("31-2-2067")"#);
    assert_eq!(terminal.end(), 0);
}

#[test]
fn the_arrow_up_brings_back_what_was_typed_here() {
    let mut terminal = start("two lines", (80, 24));
    terminal.wait_for("Antwoord ›").send("eerste\r").wait_for("Antwoord: eerste").settle();
    terminal.send("half").send(UP).send(UP).send("!").send(DOWN).send(UP).send(ENTER);
    terminal.wait_for(r#"Answer("eerste!")"#);
    assert_eq!(terminal.end(), 0);
    let mut terminal = start("line again", (80, 24));
    terminal.wait_for("Antwoord ›").send(UP).send(" met ons\r").wait_for(r#"Answer("Samen oefenen met ons")"#);
    assert_eq!(terminal.end(), 0);
}

#[test]
fn escape_clears_a_list_before_it_goes_back() {
    let mut terminal = start("pick", (80, 24));
    terminal.wait_for("Keuze ›").settle().send("zzz").wait_for("staat niet in de lijst").settle();
    terminal.send(ESCAPE).wait_for("Enter = zo laten").settle().send(ESCAPE).wait_for_output("Command(Back)");
}

/// dialoguer takes the end of a sequence that console does not know for a letter.
#[test]
fn a_key_that_means_nothing_types_nothing_in_a_list() {
    const F5: &str = "\x1b[15~";
    const CTRL_RIGHT: &str = "\x1b[1;5C";
    for scene in ["pick", "pick several"] {
        let mut terminal = start(scene, (80, 24));
        for key in [F5, CTRL_RIGHT, "\x1bOQ"] {
            terminal.wait_for("Keuze ›").settle().send(key).settle();
            assert_eq!(terminal.count("staat niet in de lijst"), 0, "{}", terminal.dump());
        }
        terminal.send("zzz").settle().send(F5).settle().wait_for("'zzz' staat niet in de lijst");
        terminal.send(ESCAPE).settle().send(F1).wait_for_output("Command(Help)");
    }
}

#[test]
fn escape_and_its_sign_go_back() {
    for size in SIZES {
        for scene in ["line", "lines", "pick", "pick several", "pick with voices", "pick long"] {
            let mut terminal = start(scene, size);
            terminal.wait_for("Enter").settle().send(ESCAPE).wait_for_output("Command(Back)").settle();
            terminal.send(CTRL_C);
            assert_eq!(terminal.end(), 130, "{scene}");
        }
        for scene in ["line", "lines", "pick", "pick several", "pick long"] {
            let mut terminal = start(scene, size);
            terminal.wait_for("Enter").settle().send("<\r").wait_for_output("Command(Back)").settle();
            terminal.send(CTRL_C);
            assert_eq!(terminal.end(), 130, "{scene}");
        }
    }
}

#[test]
fn help_comes_by_its_sign_and_its_key_and_keeps_what_was_typed() {
    for size in SIZES {
        let mut terminal = start("line", size);
        terminal
            .wait_for("Antwoord ›")
            .send("?\r")
            .wait_for("samen met de anderen geoefend")
            .wait_for("Antwoord ›")
            .settle();
        terminal.send("half").send(F1).wait_for("› half").settle().send(" af\r").wait_for(r#"Answer("half af")"#);
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn every_question_stands_on_a_screen_of_its_own_with_its_commands() {
    let mut terminal = start("two lines", (80, 40));
    terminal.wait_for("Antwoord ›").send("een\r").wait_for("Antwoord: een").settle();
    assert_eq!(terminal.count("Ook te typen"), 1, "{}", terminal.dump());
    assert_eq!(terminal.count("gelukt is?"), 1, "{}", terminal.dump());
    terminal.send(F1).wait_for("startbijeenkomst").settle();
    assert_eq!(terminal.count("Ook te typen"), 1, "{}", terminal.dump());
}

#[test]
fn enter_on_an_untouched_list_leaves_the_answer_as_it_was() {
    for size in SIZES {
        for (scene, left) in [("pick", "(zo laten)"), ("pick several", "(zo laten)"), ("pick open", "(overslaan)")] {
            let mut terminal = start(scene, size);
            terminal.wait_for("Keuze ›").settle().send(ENTER).wait_for("Empty");
            assert_eq!(terminal.end(), 0);
            assert_eq!(terminal.count(&format!("Antwoord › {left}")), 1, "{}", terminal.dump());
            assert_eq!(terminal.count("Gedeeltelijk"), 0, "the list stays\n{}", terminal.dump());
        }
    }
}

/// What is typed at a list, and what comes of it: in the terminal as in plain mode.
const TYPED: [(&str, Option<usize>); 12] = [
    ("1", Some(0)),
    ("3.", Some(2)),
    ("ja", Some(0)),
    ("JA", Some(0)),
    ("nee", Some(1)),
    ("ook niet", Some(1)),
    ("gedeel", Some(2)),
    ("cafe", Some(3)),
    ("café zuider", Some(3)),
    ("j", None),
    ("5", None),
    ("misschien", None),
];

#[test]
fn the_same_words_choose_the_same_in_every_list() {
    for (typed, expected) in TYPED {
        for scene in ["pick open", "pick open: plain"] {
            let mut terminal = start(scene, (80, 24));
            terminal.wait_for("Enter =").settle().send(typed).settle().send(ENTER);
            match expected {
                Some(place) => {
                    terminal.wait_for(&format!("Answer({place})"));
                    assert_eq!(terminal.end(), 0);
                }
                None if typed == "j" => drop(terminal.wait_for("te weinig om te kiezen")),
                None => drop(terminal.wait_for("staat niet in de lijst")),
            }
        }
    }
}

#[test]
fn words_that_fit_two_items_are_asked_back_with_the_text_in_place() {
    let mut terminal = start("pick several", (80, 24));
    terminal.wait_for("Keuze ›").settle().send("ie").settle().send(ENTER).wait_for("te weinig om te kiezen").settle();
    terminal.send("\u{7f}\u{7f}").settle().send("zuider").wait_for("› 4. [ ] Café").send(ENTER).wait_for("[x] Café");
}

#[test]
fn the_arrows_walk_and_the_question_stays_whole() {
    for size in SIZES {
        let mut terminal = start("pick a side", size);
        terminal.wait_for("› zo laten").settle();
        let before = terminal.screen();
        assert_eq!(terminal.count("gelukt is?"), 1, "{}", terminal.dump());
        terminal.send(DOWN).wait_for("› 1. Ja").send(UP).wait_for("› zo laten").settle();
        assert_eq!(terminal.screen(), before, "{}", terminal.dump());
        terminal.send(&DOWN.repeat(3)).wait_for("› 3. Gedeeltelijk").settle();
        assert_eq!(terminal.count("gelukt is?"), 1, "{}", terminal.dump());
        terminal.send(ENTER).wait_for("Answer(2)");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn the_commands_are_typed_in_a_list_as_in_a_text() {
    for size in SIZES {
        for scene in ["pick", "pick several"] {
            for (typed, command) in
                [("-", "Skip"), (":stop", "Stop"), (":weetniet", "Unknown"), (":nvt", "NotApplicable")]
            {
                let mut terminal = start(scene, size);
                terminal.wait_for("Keuze ›").settle().send(typed).settle().send(ENTER);
                terminal.wait_for_output(&format!("Command({command})"));
            }
        }
    }
}

#[test]
fn help_in_a_list_keeps_what_was_chosen() {
    for size in SIZES {
        let mut terminal = start("pick several", size);
        terminal.wait_for("Keuze ›").settle().send("ja\r").wait_for("[x] Ja").settle().send("?\r");
        terminal.wait_for("startbijeenkomst").settle();
        if terminal.count("Enter = verder") > 0 {
            terminal.send(ENTER);
        }
        terminal.wait_for("[x] Ja").wait_for("Enter = klaar").settle().send(ENTER).wait_for("Answer([0, 1])");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn a_note_can_be_made_from_a_list() {
    let mut terminal = start("pick", (80, 24));
    terminal.wait_for("Keuze ›").settle().send(":notitie").settle().send(ENTER);
    terminal.wait_for("Notitie ›").send("nog vragen aan Mo\r").wait_for_output(r#"Command(Note("nog vragen aan Mo"))"#);
    // Or in one line, as at a text.
    for asked in ["pick", "pick several"] {
        let mut terminal = start(asked, (80, 24));
        terminal.wait_for("Keuze ›").settle().send(":notitie nog vragen aan Mo\r");
        terminal.wait_for_output(r#"Command(Note("nog vragen aan Mo"))"#);
    }
}

#[test]
fn several_are_chosen_one_after_another_or_by_their_numbers() {
    for size in [(80, 24), (40, 18)] {
        let mut terminal = start("pick several", size);
        terminal
            .wait_for("Keuze ›")
            .settle()
            .send("1\r")
            .wait_for("[x] Ja")
            .settle()
            .send(ENTER)
            .wait_for("Answer([0, 1])");
        assert_eq!(terminal.end(), 0);
        assert_eq!(terminal.count("Antwoord › Ja, Nee, en dat komt er ook niet"), 1, "{}", terminal.dump());
        let mut terminal = start("pick several", size);
        terminal
            .wait_for("Keuze ›")
            .settle()
            .send("2\r")
            .wait_for("[ ] Nee")
            .settle()
            .send("3 1\r")
            .wait_for("[x] Ja")
            .settle();
        terminal.send("klaar\r").wait_for("Answer([0, 2])");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn one_too_many_is_refused_and_the_others_stay_chosen() {
    let mut terminal = start("pick several", (80, 30));
    terminal.wait_for("Keuze ›").settle().send("1\r").wait_for("[x] Ja").settle().send("4\r");
    terminal.wait_for("Dat zijn er 3. Kies er hooguit 2.").wait_for("[x] Ja").wait_for("[ ] Café Zuiderzee");
}

#[test]
fn space_and_letters_confirm_nothing() {
    let mut terminal = start("pick several", (80, 24));
    terminal.wait_for("Keuze ›").settle().send("a").settle().send("\u{7f} ").settle().send("\u{7f}").settle();
    terminal.send(ENTER).wait_for("Empty");
    assert_eq!(terminal.end(), 0);
    let mut terminal = start("pick several", (80, 24));
    terminal.wait_for("Keuze ›").settle().send(DOWN).settle().send(" ").wait_for("De spatie kiest niets");
    terminal.send(ENTER).wait_for("Empty");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn what_is_higher_than_the_screen_is_read_page_by_page() {
    for size in [(80, 20), (40, 15)] {
        let mut terminal = start("a long page", size);
        let mut seen = String::new();
        while terminal.count("Keuze ›") == 0 {
            terminal.wait_until("a page or the list", |terminal| {
                terminal.count("Enter = verder") + terminal.count("Keuze ›") > 0
            });
            seen.push_str(&terminal.settle().screen());
            if terminal.count("Enter = verder") > 0 {
                terminal.send(ENTER).settle();
            }
        }
        for line in 1..=30 {
            assert!(seen.contains(&format!("Regel {line} ")), "{line}\n{seen}");
        }
    }
}

#[test]
fn a_list_longer_than_the_screen_is_walked_and_narrowed() {
    for size in SIZES {
        let mut terminal = start("pick long", size);
        terminal.wait_for("pijltjes = meer").wait_for("Enter = zo laten").settle();
        terminal.send("41").settle().send(ENTER).wait_for("'41' staat niet in de lijst.").settle();
        terminal
            .send("\u{7f}\u{7f}")
            .settle()
            .send("organisatie 7")
            .wait_for("Enter = Organisatie 7")
            .send(ENTER)
            .wait_for("Answer(6)");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn a_line_that_is_a_command_throws_no_text_away() {
    for scene in ["lines", "lines: plain"] {
        for command in ["-", ":weetniet", ":nvt", ":wis"] {
            let mut terminal = start(scene, (80, 24));
            terminal
                .wait_for("Enter")
                .settle()
                .send("een\r")
                .settle()
                .send(command)
                .send("\r")
                .wait_for("Er staat al tekst");
            terminal.settle().send("twee\r").settle().send("\r").wait_for(r#"Answer("een\ntwee")"#);
        }
    }
}

#[test]
fn several_lines_end_with_an_empty_one() {
    for size in SIZES {
        let mut terminal = start("lines", size);
        terminal.wait_for("Antwoord ›").send("een\rtwee\r").settle().send(ENTER).wait_for(r#"Answer("een\ntwee")"#);
        assert_eq!(terminal.end(), 0);
        assert_eq!(terminal.count("Antwoord › een twee"), 1, "{}", terminal.dump());
    }
}

#[test]
fn an_earlier_text_can_be_changed() {
    let mut terminal = start("lines", (80, 24));
    terminal.wait_for("Antwoord ›").send(":wijzig\r").wait_for("› Eerste regel Tweede regel").settle();
    terminal.send(UP).send(HOME).send("Allere").send(DELETE).settle().send(&DOWN.repeat(2)).send(END);
    terminal.send("\r").settle().send(ENTER).wait_for(r#"Answer("Allereerste regel\nTweede regel")"#);
    assert_eq!(terminal.end(), 0);
}

#[test]
fn stopping_in_the_middle_of_a_text_keeps_the_text() {
    let mut terminal = start("lines", (80, 24));
    terminal.wait_for("Antwoord ›").send("een\r:stop\r").wait_for(r#"Answer("een")"#);
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_text_can_be_written_in_an_editor() {
    let mut terminal = start_with("lines", (80, 24), "VISUAL", "sed -i s/Tweede/Laatste/");
    terminal.wait_for("Antwoord ›").send(":editor\r").wait_for(r#"Answer("Eerste regel\nLaatste regel")"#);
    assert_eq!(terminal.end(), 0);
}

#[test]
fn without_an_editor_the_text_stays() {
    let mut terminal = start_with("lines", (80, 24), "VISUAL", "/bestaat/niet");
    terminal.wait_for("Antwoord ›").send("een\r:editor\r").wait_for("start niet").wait_for("› een").settle();
    terminal.send("\r\r").wait_for(r#"Answer("een")"#);
    assert_eq!(terminal.end(), 0);
}

#[test]
fn ctrl_c_ends_every_prompt_in_good_order() {
    for size in SIZES {
        for scene in ["line", "lines", "pick", "pick several", "pick long"] {
            let mut terminal = start(scene, size);
            terminal.wait_for("Enter").settle().send(CTRL_C);
            assert_eq!(terminal.end(), 130, "{scene}\n{}", terminal.dump());
        }
    }
}

#[test]
fn plain_mode_ends_in_good_order_without_an_escape_byte() {
    for scene in ["line: plain", "lines: plain", "pick: plain", "pick several: plain"] {
        let mut terminal = start(scene, (80, 24));
        terminal.wait_for("Enter =").send("?\n").wait_for("samen met de anderen geoefend").settle().send(CTRL_C);
        terminal.wait_for("Gestopt. Wat je hebt geantwoord, is bewaard.");
        assert_eq!(terminal.end(), 130, "{scene}\n{}", terminal.dump());
        let bytes = String::from_utf8(terminal.bytes()).expect("the program writes text");
        let (_, said) = bytes.split_once(CLEARED).expect("the scene begins");
        assert!(!said.contains('\u{1b}'), "{said:?}");
    }
}

#[test]
fn ctrl_d_is_the_end_of_the_input() {
    let mut terminal = start("line", (80, 24));
    terminal.wait_for("Antwoord ›").send(CTRL_D);
    assert_eq!(terminal.end(), 3);
}

#[test]
fn a_pasted_newline_is_no_enter() {
    let mut terminal = start("line", (80, 24));
    terminal.wait_for("Antwoord ›").settle().send(&pasted("een\ntwee")).wait_for("› een, twee").settle();
    terminal.send(ENTER).wait_for(r#"Answer("een, twee")"#);
    assert_eq!(terminal.end(), 0);
    let mut terminal = start("lines", (80, 24));
    terminal.wait_for("Antwoord ›").settle().send(&pasted("een\n\ntwee")).settle().send("\r\r");
    terminal.wait_for(r#"Answer("een\n\ntwee")"#);
    assert_eq!(terminal.end(), 0);
}

#[cfg(unix)]
#[test]
fn a_paste_that_is_not_marked_waits_for_enter_whole() {
    let mut terminal = start("two lines: guarded", (80, 30));
    terminal.wait_for("Antwoord ›").settle().send("een\rtwee\rdrie\r").wait_for("› een, twee, drie").settle();
    terminal.send(ENTER).settle().send("vier").settle().send(ENTER).wait_for(r#"Answer("vier")"#);
    assert_eq!(terminal.end(), 0);
    // An empty line ends a text that is typed, and a command is one that is typed.
    let mut terminal = start("lines", (80, 24));
    terminal.wait_for("Antwoord ›").settle().send("een\r\r:stop\rtwee").wait_for("twee").settle();
    terminal.send("\r\r").wait_for(r#"Answer("een\n\n:stop\ntwee")"#);
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_long_paste_comes_whole() {
    let long: String = (0..5_500).map(|number| format!("woord{number} ")).collect();
    let mut terminal = start("line", (80, 24));
    terminal.wait_for("Antwoord ›").settle();
    terminal.send(&pasted(long.trim())).wait_for("woord5499").settle().send(ENTER);
    assert_eq!(terminal.end(), 0);
    let said = String::from_utf8(terminal.bytes()).expect("the screen is text");
    let expected = format!("Answer({:?})", long.trim());
    assert!(said.replace("\r\n", "").contains(&expected), "{}", terminal.dump());
}

#[test]
fn fast_typing_loses_nothing() {
    let mut terminal = start("line", (80, 24));
    terminal.wait_for("Antwoord ›").settle();
    let words: Vec<String> = (0..300).map(|number| format!("w{number}")).collect();
    for word in &words {
        terminal.send(&format!("{word} "));
    }
    terminal.wait_for(&format!("Antwoord › {}", words.join(" "))).send(ENTER).wait_for_output("Answer");
    assert_eq!(terminal.end(), 0);
    let said = String::from_utf8(terminal.bytes()).expect("the screen is text");
    let expected = format!("Answer({:?})", words.join(" "));
    assert!(said.replace("\r\n", "").contains(&expected), "{}", terminal.dump());
}

#[test]
fn wide_and_joined_letters_keep_their_place() {
    let mut terminal = start("line", (40, 15));
    terminal.wait_for("Antwoord ›").settle();
    let (_, start) = terminal.cursor();
    terminal.send("漢字e\u{301}").settle();
    assert_eq!(terminal.cursor().1, start + 5, "{}", terminal.dump());
    terminal.send(LEFT).send(LEFT).settle();
    assert_eq!(terminal.cursor().1, start + 2, "{}", terminal.dump());
    terminal.send("\u{7f}x").settle().send(ENTER).wait_for(r#"Answer("x字é")"#);
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_long_answer_wraps_between_words() {
    let words =
        "dit antwoord is langer dan er op een regel past en loopt dus door op de volgende regels van het scherm";
    for size in SIZES {
        let mut terminal = start("line", size);
        terminal.wait_for("Antwoord ›").settle().send(words).wait_for(words).settle();
        assert_eq!(terminal.count("Antwoord ›"), 1, "{}", terminal.dump());
        terminal.send(HOME).settle().send(&"\u{1b}[3~".repeat(4)).settle().send(ENTER);
        terminal.wait_for(&format!("Answer({:?})", &words[4..]));
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn a_resize_loses_nothing() {
    let mut terminal = start("line", (80, 24));
    terminal.wait_for("Antwoord ›").send("dit stond er al voordat het scherm kleiner werd").settle();
    terminal.resize(40, 15).settle().send("!").settle().resize(100, 30).settle().send("!").settle().send(ENTER);
    terminal.wait_for(r#"Answer("dit stond er al voordat het scherm kleiner werd!!")"#);
    assert_eq!(terminal.end(), 0);
}

#[test]
fn of_more_remarks_than_a_screen_holds_the_first_are_shown() {
    let mut terminal = start("pick with voices", (80, 30));
    terminal.wait_for("Organisatie 9:").settle();
    let mut terminal = start("pick with voices", (80, 16));
    terminal.wait_for("… en nog").settle();
    let screen = terminal.screen();
    assert!(screen.contains("Organisatie 1:") && !screen.contains("Organisatie 9:"), "{}", terminal.dump());
    assert!(screen.contains("1. Ja") && screen.contains("Enter ="), "{}", terminal.dump());
}

#[test]
fn a_tiny_screen_breaks_nothing() {
    for scene in ["line", "lines", "pick", "pick several", "pick long"] {
        let mut terminal = start(scene, (20, 2));
        terminal.settle().settle().send("1").settle().send("\r").settle().send("\r").settle();
        assert_eq!(terminal.end(), 0, "{scene}\n{}", terminal.dump());
    }
}

#[test]
fn progress_is_one_line_that_is_gone_at_the_end() {
    let mut terminal = start("progress", (40, 15));
    terminal.wait_for("4 van 5: financiering").settle();
    let screen = terminal.screen();
    assert_eq!(screen.trim(), "4 van 5: financiering met een naam die…", "{}", terminal.dump());
    // The end of the input, which a terminal does not show as it does Enter.
    terminal.send(CTRL_D);
    assert_eq!(terminal.end(), 0);
    terminal.wait_for("Geschreven.");
    assert_eq!(terminal.count("van 5"), 0, "{}", terminal.dump());
    assert!(!String::from_utf8_lossy(&terminal.bytes()).contains("2 van 5"), "the first second is silent");
}

#[test]
fn progress_in_plain_lines_stays() {
    let mut terminal = start("progress: plain", (80, 24));
    terminal.wait_for("4 van 5: financiering").send(CTRL_D);
    assert_eq!(terminal.end(), 0);
    terminal.wait_for("3 van 5: draagvlak 4 van 5: financiering").wait_for("5 van 5: flyer Geschreven.");
    let told = String::from_utf8_lossy(&terminal.bytes()).into_owned();
    let told = told.rsplit_once(CLEARED).expect("the scene begins").1;
    assert!(!told.contains(ESCAPE), "{told:?}");
}
