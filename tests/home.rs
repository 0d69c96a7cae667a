//! `regio` alone on a terminal: the screen, the menu, and how few keys a thing takes.

#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "it stands outside the program and looks at it")]

use std::fs;
use std::path::Path;

use portable_pty::CommandBuilder;

use crate::terminal::*;

const MENU: &str = "Wat wil je doen?";

struct Keyboard {
    terminal: Terminal,
    /// How many keys were pressed.
    keys: usize,
    folder: tempfile::TempDir,
}

impl Keyboard {
    /// `regio` in a folder with this example; in an empty folder without.
    fn at_home(example: Option<&str>, size: (u16, u16)) -> Keyboard {
        Keyboard::begin(example, &[], "2026-11-24", size)
    }

    fn begin(example: Option<&str>, words: &[&str], day: &str, (columns, rows): (u16, u16)) -> Keyboard {
        let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
        if let Some(example) = example {
            let project =
                fs::read(Path::new("examples").join(example).join("regio.toml")).expect("the example is there");
            fs::write(folder.path().join("regio.toml"), project).expect("the folder takes files");
        }
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_regio"));
        command.args(words);
        command.cwd(folder.path());
        command.env("TERM", "xterm-256color");
        command.env("REGIO_STATE", folder.path().join("state"));
        command.env("REGIO_VANDAAG", day);
        for name in ["REGIO_EENVOUDIG", "ACCESSIBLE", "NO_COLOR", "REGIO_PROJECT", "DISPLAY", "WAYLAND_DISPLAY"] {
            command.env_remove(name);
        }
        Keyboard { terminal: Terminal::start(command, columns, rows), keys: 0, folder }
    }

    /// Waits for what is asked, and types an answer with Enter behind it.
    fn answer(&mut self, asked: &str, typed: &str) -> &mut Keyboard {
        self.terminal.wait_for(asked).settle();
        self.terminal.send(&format!("{typed}\r")).settle();
        self.keys += typed.chars().count() + 1;
        self
    }

    fn project(&self) -> String {
        fs::read_to_string(self.folder.path().join("regio.toml")).expect("the project is there")
    }

    /// Stops at the menu. The number of keys is the one that stands in the documentation.
    fn stop_after(self, deed: &str, most: usize, typed: usize) {
        let keys = self.stop() - typed;
        assert!(keys <= most, "{deed}: {keys} keys");
        let told = fs::read_to_string("docs/toetsen.md").expect("it is there");
        assert!(told.contains(&format!("| {deed} | {keys} |")), "docs/toetsen.md does not say {keys} at '{deed}'");
    }

    fn stop(mut self) -> usize {
        self.terminal.wait_for(MENU).settle();
        self.terminal.send(":stop\r");
        assert_eq!(self.terminal.end(), 0);
        self.keys
    }
}

const USUAL: (u16, u16) = (80, 24);

#[test]
fn what_matters_is_on_one_screen() {
    let mut home = Keyboard::at_home(Some("halverwege"), USUAL);
    home.terminal.wait_for("Nummer, woord of pijl").settle();
    insta::assert_snapshot!(home.terminal.screen());
    home.stop();
}

#[test]
fn a_step_is_ticked_in_six_keys() {
    let mut home = Keyboard::at_home(Some("halverwege"), USUAL);
    let before = home.project();
    home.answer(MENU, "2").answer("Welke stappen zijn klaar?", "1").answer("Gekozen:", "");
    home.answer("Enter = terug", "");
    assert_ne!(home.project(), before, "nothing was ticked");
    assert!(home.project().contains("done = 2026-11-24"));
    home.stop_after("Een stap afvinken", 6, 0);
}

#[test]
fn an_answer_is_changed_without_its_id() {
    let text = "Een nieuwe storing\r";
    let mut home = Keyboard::at_home(Some("halverwege"), USUAL);
    home.answer(MENU, "5").answer("of welke vraag?", "aanl").answer("Waarom juist nu?", text);
    home.answer("Waarom is dit antwoord veranderd", "").answer("of welke vraag?", "").answer("Enter = terug", "");
    assert!(home.project().contains("Een nieuwe storing"));
    home.stop_after("Een antwoord wijzigen waarvan je de naam niet kent", 12, text.len());
}

#[test]
fn a_meeting_is_held_and_its_minutes_are_made() {
    let mut home = Keyboard::at_home(Some("halverwege"), USUAL);
    home.answer(MENU, "4").answer("Wie zijn er?", "1").answer("Gekozen:", "").answer("nog meer?", "Piet");
    home.terminal.wait_for("Onderwerp 1 van").settle();
    insta::assert_snapshot!("a_topic_is_on_one_screen", home.terminal.screen());
    home.answer("Onderwerp 1 van", "besluit").answer("Wat is er besloten?", "We beginnen klein");
    home.answer("Waarom?", "").answer("Opgeschreven.", ":stop");
    home.answer("Hoe wil je het hebben?", "Word").answer("Enter = terug", "");
    let made = home.folder.path().join("stukken/verslag.docx");
    assert!(fs::read(&made).is_ok_and(|bytes| bytes.starts_with(b"PK")), "no file for Word");
    assert!(home.project().contains("[[meeting]]\ndate = 2026-11-24\npresent = ["), "{}", home.project());
    home.stop();
}

#[test]
fn a_checklist_for_word_takes_few_keys() {
    let mut home = Keyboard::at_home(Some("halverwege"), USUAL);
    home.answer(MENU, "3").answer("Hoe wil je het hebben?", "2").answer("Enter = terug", "");
    let made = home.folder.path().join("stukken/checklist.docx");
    assert!(fs::read(&made).is_ok_and(|bytes| bytes.starts_with(b"PK")), "no file for Word");
    home.stop_after("De checklist als Word-bestand", 8, 0);
}

#[test]
fn a_paper_that_is_there_already_stays() {
    let mut home = Keyboard::at_home(Some("halverwege"), USUAL);
    home.answer(MENU, "3").answer("Hoe wil je het hebben?", "2").answer("Enter = terug", "");
    home.answer(MENU, "3").answer("Hoe wil je het hebben?", "Word").answer("Enter = terug", "");
    assert!(home.folder.path().join("stukken/checklist 2.docx").is_file());
    home.stop();
}

#[test]
fn a_project_is_begun_with_nothing_but_enter() {
    let mut keyboard = Keyboard::begin(None, &["init"], "2026-11-24", USUAL);
    for asked in ["Hoe heet de", "In welke regio", "Wie is de trekker", "Welke organisatie trekt", "Wie zitten er in"] {
        keyboard.answer(asked, "");
    }
    while !keyboard.terminal.has_ended() {
        keyboard.terminal.settle();
        if keyboard.terminal.screen().contains("Ga verder met") {
            break;
        }
        keyboard.terminal.send("\r").settle();
        keyboard.keys += 1;
    }
    let told = fs::read_to_string("docs/toetsen.md").expect("it is there");
    assert!(told.contains(&format!("open laten (`regio init`) | {} |", keyboard.keys)), "{} keys", keyboard.keys);
}

#[test]
fn everything_can_be_left_again_and_nothing_changes() {
    let mut home = Keyboard::at_home(Some("halverwege"), (80, 40));
    let before = home.project();
    for (number, asked) in [
        ("2", "Welke stappen zijn klaar?"),
        ("3", "Hoe wil je het hebben?"),
        ("5", "of welke vraag?"),
        ("6", "Welk document?"),
        ("7", "Welke organisatie?"),
        ("inlezen", "In welke map"),
        ("naast elkaar", "Hoe wil je het hebben?"),
        ("besluit", "Wat is er besloten?"),
        ("succes", "Wat is er gelukt?"),
    ] {
        home.answer(MENU, number).answer(asked, "<").answer("Enter = terug", "");
    }
    assert_eq!(home.project(), before);
    home.stop();
}

#[test]
fn a_mistake_is_told_and_home_goes_on() {
    let mut home = Keyboard::at_home(Some("halverwege"), (80, 40));
    home.answer(MENU, "inlezen").answer("In welke map", "bestaat-niet");
    home.terminal.wait_for("fout:");
    home.answer("Enter = terug", "");
    home.stop();
}

#[test]
fn in_an_empty_folder_an_example_is_three_keys_away() {
    let mut home = Keyboard::at_home(None, USUAL);
    home.answer("Hier staat nog geen project", "2");
    home.terminal.wait_for(MENU);
    assert!(home.folder.path().join("voorbeeld/regio.toml").is_file());
    home.stop();
}

#[test]
fn what_is_left_lying_is_walked_through() {
    let mut keyboard = Keyboard::begin(Some("halverwege"), &["stap", "nalopen"], "2028-11-24", USUAL);
    keyboard.answer("1 van", "1").answer("2 van", "2").answer("Voor wanneer dan wel?", "ooit");
    keyboard.answer("Dat kan niet", "\u{15}over 2 weken");
    keyboard.answer("3 van", "vervallen").answer("4 van", "").answer("5 van", ":stop");
    assert_eq!(keyboard.terminal.end(), 0);
    let project = keyboard.project();
    for kept in ["done = 2028-11-24", "due = 2028-12-08", "dropped = 2028-11-24"] {
        assert!(project.contains(kept), "no {kept}");
    }
}

/// A small question that is left halfway records nothing, and says so.
#[test]
fn who_goes_back_or_stops_at_the_reason_decides_nothing() {
    for leaving in ["<", ":stop", "\u{3}"] {
        let mut keyboard = Keyboard::begin(Some("halverwege"), &["besluit", "nieuw"], "2026-11-24", USUAL);
        let before = keyboard.project();
        keyboard.answer("Wat is er besloten?", "Foutje").answer("Waarom?", leaving);
        // Back is to the line before, where what was typed still stands.
        if leaving == "<" {
            keyboard.answer("Besluit › Foutje", "\u{15}<");
        }
        keyboard.terminal.wait_for("Er is niets veranderd.");
        assert_eq!(keyboard.terminal.end(), if leaving == "\u{3}" { 130 } else { 0 });
        assert_eq!(keyboard.project(), before, "{leaving:?}");
    }
}

#[test]
fn a_capital_is_no_other_word() {
    let mut home = Keyboard::at_home(Some("halverwege"), USUAL);
    home.answer(MENU, "Checklist").answer("Hoe wil je het hebben?", "<").answer("Enter = terug", "");
    home.stop();
}

#[test]
fn pasted_lines_are_as_many_organisations() {
    let mut keyboard = Keyboard::begin(None, &["init"], "2026-11-24", USUAL);
    for asked in ["Hoe heet de", "In welke regio", "Wie is de trekker", "Welke organisatie trekt"] {
        keyboard.answer(asked, "");
    }
    keyboard.answer("Wie zitten er in", &pasted("Bakkerij Mol\nGemeente Noordwolde\nROC Noord\n"));
    keyboard.answer("Zijn dit 3 organisaties?", "ja").answer("Nog een organisatie", "niemand");
    keyboard.terminal.wait_for("is geen naam");
    keyboard.answer("Nog een organisatie", "").answer("Op welke dag is de startbijeenkomst?", ":stop");
    assert_eq!(keyboard.terminal.end(), 0);
    let project = keyboard.project();
    for kept in ["\"Bakkerij Mol\"", "\"Gemeente Noordwolde\"", "\"ROC Noord\""] {
        assert!(project.contains(kept), "no {kept} in\n{project}");
    }
    assert!(!project.contains("iemand"), "{project}");
}

/// A terminal may hand over a paste as if it was typed, also while a list is on the screen.
#[cfg(unix)]
#[test]
fn lines_that_come_unmarked_are_names_too_and_tick_nothing() {
    let mut keyboard = Keyboard::begin(Some("vroeg"), &["fase", "--vraag", "kandidaten"], "2026-11-24", USUAL);
    keyboard.terminal.wait_for("Keuze ›").settle().send("Bakkerij Mol\rGemeente Noordwolde\rROC Noord").settle();
    keyboard.terminal.wait_for("Bakkerij Mol; Gemeente Noordwolde; ROC Noord").send("\r").settle();
    keyboard.terminal.wait_for("Tot nu toe").settle();
    keyboard.answer("Nog een organisatie", "");
    assert_eq!(keyboard.terminal.end(), 0);
    let project = keyboard.project();
    for kept in ["name = \"Bakkerij Mol\"", "name = \"Gemeente Noordwolde\"", "name = \"ROC Noord\""] {
        assert!(project.contains(kept), "no {kept} in\n{project}");
    }
}

#[test]
fn a_name_that_is_not_in_the_list_waits_where_names_are_asked() {
    let mut keyboard = Keyboard::begin(Some("vroeg"), &["fase", "--vraag", "kandidaten"], "2026-11-24", USUAL);
    keyboard.terminal.wait_for("Keuze ›").settle();
    for letter in "Zorggroep Noord".chars() {
        keyboard.terminal.send(&letter.to_string()).settle();
    }
    keyboard.terminal.wait_for("staat niet in de lijst").send("\u{1b}").settle();
    keyboard.terminal.send("een andere").settle().send("\r").wait_for("› Zorggroep Noord").settle();
    keyboard.terminal.send("\r").wait_for("Tot nu toe").settle();
    keyboard.answer("Nog een organisatie", "");
    assert_eq!(keyboard.terminal.end(), 0);
    assert!(keyboard.project().contains("name = \"Zorggroep Noord\""), "{}", keyboard.project());
}

#[test]
fn what_sort_of_organisation_it_is_is_chosen() {
    let mut home = Keyboard::at_home(Some("vroeg"), USUAL);
    home.answer(MENU, "7").answer("Welke organisatie?", "2").answer("Veiling De Sprong", "4");
    home.answer("Wat voor organisatie is het?", "branche").answer("Enter = terug", "");
    let kind = "name = \"Veiling De Sprong\"\nkind = \"branche-belangenorganisatie\"";
    assert!(home.project().contains(kind), "{}", home.project());
    home.stop();
}

/// The reason and what is left behind are what a successor needs; nobody finds the options for them.
#[test]
fn who_leaves_is_asked_why_and_since_when() {
    let mut home = Keyboard::at_home(Some("vroeg"), USUAL);
    home.answer(MENU, "7").answer("Welke organisatie?", "2").answer("Veiling De Sprong", "5");
    home.answer("Waarom gaat ze weg?", "Failliet").answer("zonder haar liggen?", "De zaal");
    home.answer("Sinds wanneer", "ooit")
        .answer("is geen datum", "\u{7f}\u{7f}\u{7f}\u{7f}gisteren")
        .answer("Enter = terug", "");
    for line in ["left = 2026-11-23", "left_because = \"Failliet\"", "left_behind = \"De zaal\""] {
        assert!(home.project().contains(line), "{line}: {}", home.project());
    }
    home.stop();
}

#[test]
fn a_copy_is_put_back_from_a_list_after_a_yes() {
    let mut keyboard =
        Keyboard::begin(Some("vroeg"), &["gebeurtenis", "nieuw", "De eerste koffie"], "2026-11-24", (80, 24));
    assert_eq!(keyboard.terminal.end(), 0);
    let before = fs::read_to_string("examples/vroeg/regio.toml").expect("the example is there");
    assert_ne!(keyboard.project(), before);
    let mut again = |answers: &[(&str, &str)]| {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_regio"));
        command.args(["herstel"]);
        command.cwd(keyboard.folder.path());
        command.env("TERM", "xterm-256color");
        command.env("REGIO_STATE", keyboard.folder.path().join("state"));
        command.env("REGIO_VANDAAG", "2026-11-24");
        keyboard.terminal = Terminal::start(command, 80, 24);
        for (asked, typed) in answers {
            keyboard.answer(asked, typed);
        }
        assert_eq!(keyboard.terminal.end(), 0, "{}", keyboard.terminal.dump());
        keyboard.project()
    };
    let changed = again(&[("Welke kopie zet je terug?", "1"), ("Zet je de kopie van", "")]);
    assert!(changed.contains("De eerste koffie"), "without a yes nothing changes");
    assert_eq!(again(&[("Welke kopie zet je terug?", "1"), ("Zet je de kopie van", "1")]), before);
}

#[test]
fn a_command_that_has_commands_lists_them() {
    for (command, inner, asked) in [("stap", "eigen stap", "Wat moet er gebeuren"), ("rondvraag", "naast elkaar", "")] {
        let mut keyboard = Keyboard::begin(Some("halverwege"), &[command], "2026-11-24", USUAL);
        keyboard.answer(MENU, inner);
        keyboard.terminal.wait_for(asked).settle();
        assert_eq!(keyboard.terminal.count("fout:"), 0, "{}", keyboard.terminal.dump());
    }
}
