//! A trekker from the first question to the printed checklist, on a real terminal and through a pipe.

#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "it stands outside the program and looks at it")]
#![allow(dead_code, reason = "the harness of the terminal is shared with other tests")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use portable_pty::CommandBuilder;

use crate::terminal::*;

fn start(folder: &Path, words: &[&str], (columns, rows): (u16, u16)) -> Terminal {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_regio"));
    command.args(words);
    command.cwd(folder);
    command.env("TERM", "xterm-256color");
    command.env("REGIO_STATE", folder.join("state"));
    command.env("REGIO_VANDAAG", "2026-11-24");
    for name in ["REGIO_EENVOUDIG", "ACCESSIBLE", "NO_COLOR", "REGIO_PROJECT"] {
        command.env_remove(name);
    }
    Terminal::start(command, columns, rows)
}

/// Waits for a prompt, and types as a person does: not within the first moments.
fn answer(terminal: &mut Terminal, prompt: &str, keys: &str) {
    terminal.wait_for(prompt).settle();
    sleep(Duration::from_millis(30));
    terminal.send(keys).settle();
}

/// What is higher than the screen is read page by page.
fn read_introduction(screen: &mut Terminal, size: (u16, u16)) {
    if size.1 < 20 {
        answer(screen, "Enter = verder", ENTER);
    }
}

fn project(folder: &Path) -> String {
    fs::read_to_string(folder.join("regio.toml")).expect("the project is there")
}

fn init(folder: &Path, size: (u16, u16)) {
    let mut screen = start(folder, &["init"], size);
    answer(&mut screen, "Hoe heet de samenwerking?", "Samen Sterk\r");
    answer(&mut screen, "In welke regio?", "Zuidw\u{e2}ld\r");
    answer(&mut screen, "Wie is de trekker?", "Anna\r");
    answer(&mut screen, "Welke organisatie trekt", "Gemeente Zuid\r");
    answer(&mut screen, "Nog een organisatie", ENTER);
    answer(&mut screen, "Wie zitten er in de kopgroep?", "een andere\r");
    answer(&mut screen, "Nog een organisatie", "Bakkerij Het Hoekje\r");
    answer(&mut screen, "Nog een organisatie", ENTER);
    answer(&mut screen, "Zit zij ook in de kopgroep?", "ja\r");
    // A wrong date, a right one, and back to it over the next question.
    answer(&mut screen, "Op welke dag", "31-2-2027\r");
    answer(&mut screen, "bestaat niet", "\u{15}over 5 weken\r");
    answer(&mut screen, "Van hoe laat tot hoe laat", ESCAPE);
    answer(&mut screen, "29 december 2026", ENTER);
    answer(&mut screen, "Van hoe laat tot hoe laat", "-\r");
    answer(&mut screen, "Waar is de startbijeenkomst?", "Kade 12\r");
    // Help at a question, and the question comes again.
    answer(&mut screen, "Waarom juist nu?", "?\r");
    read_introduction(&mut screen, size);
    read_introduction(&mut screen, size);
    answer(&mut screen, "de handreiking uit 2018", "Een storing bij de buren\r");
    answer(&mut screen, "storing bij de buren", ENTER);
    screen.wait_for("Ga verder met");
    assert_eq!(screen.end(), 0);
    let project = project(folder);
    for kept in
        ["name = \"Samen Sterk\"", "region = \"Zuidwâld\"", "Een storing bij de buren", "value = 2026-12-29", "Kade 12"]
    {
        assert!(project.contains(kept), "no {kept} in\n{project}");
    }
}

fn walk_and_interrupt(folder: &Path, size: (u16, u16)) {
    let mut screen = start(folder, &["fase", "verkennen"], size);
    read_introduction(&mut screen, size);
    answer(&mut screen, "Waar wil je beginnen?", ENTER);
    // The core of the first part was asked by init; what goes deeper is offered.
    answer(&mut screen, "Wil je hier dieper op ingaan?", "ja\r");
    answer(&mut screen, "Hoeveel uur per maand", "16,5\r");
    // Back over what follows: the answer stands there, and Enter keeps it.
    answer(&mut screen, "Van welke organisaties", ESCAPE);
    answer(&mut screen, "16,5 uur per maand", ENTER);
    answer(&mut screen, "Van welke organisaties", CTRL_C);
    assert_eq!(screen.end(), 130);
    assert!(project(folder).contains("value = 16.5"));
}

fn resume_and_stop(folder: &Path, size: (u16, u16)) {
    let mut screen = start(folder, &["fase", "verkennen"], size);
    read_introduction(&mut screen, size);
    answer(&mut screen, "Waar wil je beginnen?", ENTER);
    // It goes on where it stopped. Escape at the first question says that there is nothing before it.
    answer(&mut screen, "Wil je hier dieper op ingaan?", ESCAPE);
    answer(&mut screen, "kan niet.", CTRL_C);
    assert_eq!(screen.end(), 130);
}

fn change_one_answer(folder: &Path, size: (u16, u16)) {
    let mut screen = start(folder, &["fase", "--vraag", "aanleiding"], size);
    answer(&mut screen, "Vorig antwoord: Een storing bij de buren", "Een nieuwe wethouder\r");
    answer(&mut screen, "Een nieuwe wethouder", ENTER);
    screen.wait_for("Alles is bewaard");
    // A narrow terminal breaks this sentence between two words.
    screen.wait_for("regio checklist");
    assert_eq!(screen.end(), 0);
    let project = project(folder);
    assert!(project.contains("Een nieuwe wethouder") && project.contains("[[history]]"), "{project}");
}

fn type_in_a_sheet(folder: &Path, size: (u16, u16)) {
    let mut screen = start(folder, &["noteer"], size);
    answer(&mut screen, "Van wie is het eerste werkblad?", "bakkerij het hoekje\r");
    // A slip in the code, the right one with its answer, and an answer on a line of its own.
    answer(&mut screen, "Wie vulde dit blad in?", "Joris\r");
    answer(&mut screen, "Drijfveer en belang", "t66y3 2\r");
    answer(&mut screen, "bedoel je T66-3Y", "t66-3y 2\r");
    answer(&mut screen, "Bewaard. Gewenste rol: Meedenken", "gx7yd\r");
    answer(&mut screen, "Eigen doel van Bakkerij Het Hoekje", "Leren\r");
    // Back to it, and better.
    answer(&mut screen, "Bewaard.", ESCAPE);
    answer(&mut screen, "Er staat: Leren", "Van elkaar leren\r");
    answer(&mut screen, "stond: Leren.", ":stop\r");
    screen.wait_for("2 antwoorden overgenomen");
    assert_eq!(screen.end(), 0);
    assert!(project(folder).contains("value = \"Van elkaar leren\""));
}

fn print_the_checklist(folder: &Path, size: (u16, u16)) {
    let mut screen = start(folder, &["checklist"], size);
    assert_eq!(screen.end(), 0);
    let printed = String::from_utf8_lossy(&screen.bytes()).into_owned();
    for words in ["Eerst deze zes", "[ ]", "Voor", "TLP:AMBER"] {
        assert!(printed.contains(words), "no {words} in\n{printed}");
    }
    for line in console::strip_ansi_codes(&printed).lines() {
        assert!(line.trim_end().chars().count() <= usize::from(size.0), "too wide: {line}");
    }
}

fn play(size: (u16, u16)) {
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    init(folder.path(), size);
    walk_and_interrupt(folder.path(), size);
    resume_and_stop(folder.path(), size);
    change_one_answer(folder.path(), size);
    type_in_a_sheet(folder.path(), size);
    print_the_checklist(folder.path(), size);
}

#[test]
fn on_a_screen_of_80_by_24() {
    play((80, 24));
}

#[test]
fn on_a_screen_of_40_by_15() {
    play((40, 15));
}

/// Runs the program with lines on standard input; gives what it said, and its exit code.
fn pipe(folder: &Path, words: &[&str], lines: &str) -> (String, Option<i32>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_regio"))
        .args(words)
        .current_dir(folder)
        .env("REGIO_STATE", folder.join("state"))
        .env("REGIO_VANDAAG", "2026-11-24")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().expect("it is a pipe").write_all(lines.as_bytes()).expect("the program reads");
    let done = child.wait_with_output().expect("the program ends");
    let said = [done.stderr, done.stdout].concat();
    assert!(!said.contains(&0x1b), "an escape byte in plain mode");
    (String::from_utf8(said).expect("it is UTF-8"), done.status.code())
}

#[track_caller]
fn check(said: &(String, Option<i32>), words: &[&str]) {
    assert_eq!(said.1, Some(0), "{}", said.0);
    for words in words {
        assert!(said.0.contains(words), "no '{words}' in\n{}", said.0);
    }
}

#[test]
fn in_plain_lines_through_a_pipe() {
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    let folder = folder.path();
    let lines = "Samen Sterk\nZuidwâld\nAnna\nGemeente Zuid\n\neen andere\nBakkerij Het Hoekje\n\nja\n31-2-2027\n\
                 over 5 weken\n<\n\n-\nKade 12\n?\nEen storing bij de buren\n\n";
    check(
        &pipe(folder, &["init"], lines),
        &["Herkomst:", "bestaat niet", "Vorig antwoord: 29 december 2026", "Ga verder met"],
    );
    // The input ends in the middle of the walk: what was answered is kept, and the next walk goes on behind it.
    check(&pipe(folder, &["fase", "verkennen"], "\n2\n16,5\n<\n\n"), &["De invoer is op", "Van welke organisaties"]);
    check(
        &pipe(folder, &["fase", "verkennen"], "\n<\n:stop\n"),
        &["Wil je hier dieper op ingaan?", "verder terug kan niet", "Gestopt"],
    );
    let lines = "Een nieuwe wethouder\n\n";
    check(
        &pipe(folder, &["fase", "--vraag", "aanleiding"], lines),
        &["Vorig antwoord: Een storing", "Alles is bewaard"],
    );
    check(&pipe(folder, &["checklist"], ""), &["Eerst deze zes", "[ ] ", "Wie: ", "TLP:AMBER"]);
    let project = project(folder);
    for kept in ["value = 16.5", "Een nieuwe wethouder", "value = 2026-12-29"] {
        assert!(project.contains(kept), "no {kept} in\n{project}");
    }
}

#[test]
fn a_file_for_word_goes_to_a_file_or_a_pipe_and_not_to_the_screen() {
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    fs::copy("examples/vroeg/regio.toml", folder.path().join("regio.toml")).expect("the example is there");
    let mut screen = start(folder.path(), &["status", "--formaat", "docx"], (80, 24));
    assert_eq!(screen.end(), 2, "{}", screen.dump());
    let shown = screen.screen();
    assert!(shown.contains("fout: een bestand voor Word past niet op het scherm"), "{shown}");
    assert!(shown.contains("tip: schrijf het naar een bestand, bijvoorbeeld: --uit document.docx"), "{shown}");
    let piped = Command::new(env!("CARGO_BIN_EXE_regio"))
        .args(["status", "--formaat", "docx"])
        .current_dir(folder.path())
        .output()
        .expect("the program starts");
    assert!(piped.stdout.starts_with(b"PK"), "{}", String::from_utf8_lossy(&piped.stderr));
}

/// What was said, by everybody, as it stands in the file. That a question came by and was left open is no answer.
fn said(folder: &Path) -> Vec<String> {
    let project = project(folder);
    let says = ["value", "state", "note", "[[history]]", "[[organisation]]", "[[variant]]"];
    let is_left = |line: &str| matches!(line, "state = \"open\"" | "state = \"skipped\"");
    let lines = project.lines().map(str::trim);
    lines.filter(|line| says.iter().any(|word| line.starts_with(word)) && !is_left(line)).map(str::to_owned).collect()
}

#[test]
fn nothing_but_enter_changes_no_answer_on_a_screen() {
    for (phase, size) in [("verkennen", (80, 24)), ("ontwikkelen", (40, 15)), ("uitbouwen", (80, 40))] {
        let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
        assert_eq!(pipe(folder.path(), &["init", "--geen-vragen"], "").1, Some(0));
        for name in ["Gemeente Zuid", "Bakkerij Het Hoekje"] {
            assert_eq!(pipe(folder.path(), &["organisatie", "nieuw", name, "--plaats", "kopgroep"], "").1, Some(0));
        }
        let before = said(folder.path());
        let mut screen = start(folder.path(), &["fase", phase], size);
        let mut enters = 0;
        while !screen.has_ended() {
            screen.settle();
            sleep(Duration::from_millis(20));
            screen.send(ENTER);
            enters += 1;
            assert!(enters < 400, "it does not end\n{}", screen.dump());
        }
        assert!(enters > 12, "it walked\n{}", screen.dump());
        assert_eq!(said(folder.path()), before, "{phase}");
    }
}

#[test]
fn nothing_but_enter_changes_no_answer_in_plain_lines() {
    for example in ["halverwege", "tweede-jaar"] {
        for phase in ["verkennen", "ontwikkelen", "uitbouwen"] {
            let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
            let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(example).join("regio.toml");
            fs::copy(&example, folder.path().join("regio.toml")).expect("the example is there");
            let before = said(folder.path());
            let (told, _) = pipe(folder.path(), &["fase", phase], &"\n".repeat(600));
            assert_eq!(said(folder.path()), before, "{phase}\n{told}");
        }
    }
}

#[test]
fn what_was_typed_and_not_said_is_offered_again() {
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    let story = ["init", "--geen-vragen", "--antwoord", "verkennen.kopgroep=Gemeente Zuid; Bakkerij; Werf"];
    assert_eq!(start(folder.path(), &story, (80, 24)).end(), 0);
    let ask = |question: &str| start(folder.path(), &["fase", "--vraag", question], (80, 24));
    // A long text: two lines and a half, and Ctrl-C.
    let mut screen = ask("aanleiding");
    answer(&mut screen, "Antwoord", "Eerste reden\rTweede reden\rDerde h");
    answer(&mut screen, "Derde h", CTRL_C);
    assert_eq!(screen.end(), 130);
    assert!(!project(folder.path()).contains("Eerste reden"), "it was no answer yet");
    let mut screen = ask("aanleiding");
    answer(&mut screen, "Dit typte je een vorige keer", "alf\r\r");
    screen.wait_for("Alles is bewaard");
    assert_eq!(screen.end(), 0);
    assert!(project(folder.path()).contains("Derde half"));
    // A list of which one item was chosen.
    let mut screen = ask("argumenten");
    answer(&mut screen, "Keuze", "2\r");
    answer(&mut screen, "Gekozen:", CTRL_C);
    assert_eq!(screen.end(), 130);
    assert!(!project(folder.path()).contains("bewustzijn"), "it was no answer yet");
    let mut screen = ask("argumenten");
    answer(&mut screen, "Gekozen:", ENTER);
    screen.wait_for("Alles is bewaard");
    assert_eq!(screen.end(), 0);
    assert!(project(folder.path()).contains("bewustzijn"));
}

/// What a trekker sees last, on a screen of the usual size.
#[test]
fn the_end_of_init_and_of_a_phase() {
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    for (words, name) in [(&["init"][..], "end_of_init"), (&["fase", "uitbouwen"], "end_of_phase")] {
        let mut screen = start(folder.path(), words, (80, 24));
        while !screen.settle().has_ended() {
            screen.send(ENTER);
        }
        insta::assert_snapshot!(name, screen.screen());
    }
}
