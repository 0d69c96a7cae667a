//! Every text that a user reads is Dutch: the help of every command and everything said about a wrong command line.
//! `check_dutch` is the door for texts from elsewhere.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::sync::LazyLock;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use regio::cli::command_line::{Request, help, usage_error};
use regio::cli::{Failure, command_line};

static ENGLISH: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("fixtures/english.txt").lines();
    lines.filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
});

/// Fails when an English word stands in this text; `name` says which text it is.
#[track_caller]
fn check_dutch(name: &str, text: &str) {
    let found = english_words(text);
    let shown: String = text.chars().take(400).collect();
    assert!(found.is_empty(), "English in {name}: {found:?}\n{shown}");
}

/// Names and terms that a Dutch professional knows in English, and that the guide uses.
const TERMS: [&str; 4] = ["table-top", "Information Sharing and Analysis Centre", "Traffic Light Protocol", "FIRST"];

fn english_words(text: &str) -> Vec<String> {
    let text = TERMS.iter().fold(text.to_owned(), |text, term| text.replace(term, ""));
    let words = text.split(|sign: char| !sign.is_alphabetic()).map(str::to_lowercase);
    words.filter(|word| ENGLISH.contains(word.as_str())).collect()
}

#[test]
fn the_word_list_catches_english() {
    assert!(ENGLISH.len() > 300);
    assert!(!english_words("the file could not be found").is_empty());
    assert!(!english_words("fout: Unexpected argument").is_empty());
    assert!(!english_words("Usage: regio [OPTIONS] [COMMAND]").is_empty());
    assert!(!english_words("[default: ja] [possible values: ja, nee]").is_empty());
}

#[test]
fn the_word_list_leaves_dutch_alone() {
    for text in [
        "We beginnen in week 3, of later: over een maand is er weer een open start.",
        "Print de werkbladen, want dat was de afspraak met het team.",
    ] {
        check_dutch("a Dutch sentence", text);
    }
}

/// Calls `visit` with the full name of every command and the command, the program itself first.
fn for_every_command(visit: &mut impl FnMut(&str, &Command)) {
    fn walk(path: &str, command: &Command, visit: &mut impl FnMut(&str, &Command)) {
        visit(path, command);
        for inner in command.get_subcommands() {
            walk(&format!("{path} {}", inner.get_name()), inner, visit);
        }
    }
    let mut program = help::definition();
    program.build();
    walk("regio", &program, visit);
}

/// The short and the long help of a command at a width in columns.
fn helps(path: &str, flag: &str, width: usize) -> String {
    let words = path.split(' ').chain([flag]);
    let read = help::definition().term_width(width).try_get_matches_from(words);
    let error = read.expect_err("help comes as an error");
    assert_eq!(error.kind(), ErrorKind::DisplayHelp, "{path} {flag}");
    error.to_string()
}

#[test]
fn help_is_dutch_and_fits() {
    for_every_command(&mut |path, _| {
        for (flag, width) in [("-h", 40), ("-h", 80), ("--help", 40), ("--help", 80)] {
            let text = helps(path, flag, width);
            check_dutch(&format!("{path} {flag}"), &text);
            check_fits(&text, width);
        }
    });
}

/// A line is too wide only where it holds a single word, or an option with its value.
#[track_caller]
fn check_fits(text: &str, width: usize) {
    for line in text.lines().filter(|line| line.chars().count() > width) {
        assert_eq!(line.split_whitespace().count(), 1, "wider than {width}: {line}");
    }
}

#[test]
fn help_says_what_a_command_does_and_gives_examples_that_run() {
    for_every_command(&mut |path, command| {
        let about = command.get_about().unwrap_or_else(|| panic!("{path} says nothing about itself")).to_string();
        assert!(!about.ends_with('.') && about.starts_with(char::is_uppercase), "{path}: {about}");
        let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        let examples: Vec<&str> = after.lines().filter_map(|line| line.strip_prefix("  regio")).collect();
        assert!((1..=3).contains(&examples.len()), "{path} has {} examples", examples.len());
        examples.iter().for_each(|example| check_example(example));
    });
}

#[track_caller]
fn check_example(example: &str) {
    assert!(example.chars().count() <= 71, "too wide for 80 columns: {example}");
    let words = std::iter::once("regio".to_owned()).chain(split(example)).map(OsString::from);
    let read = command_line::parse(words, None);
    assert!(matches!(read, Ok(Request::Run(_) | Request::Show(_))), "regio{example}: {read:?}");
}

/// The words of a command line, with double quotes as a shell reads them.
fn split(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (place, piece) in line.split('"').enumerate() {
        match place % 2 {
            0 => words.extend(piece.split_whitespace().map(str::to_owned)),
            _ => words.push(piece.to_owned()),
        }
    }
    words
}

#[test]
fn every_argument_has_an_explanation_and_every_choice_is_named() {
    for_every_command(&mut |path, command| {
        for argument in command.get_arguments() {
            let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
            assert!(!help.is_empty(), "{path} {argument} has no help");
            for value in argument.get_possible_values() {
                let named = !argument.get_action().takes_values() || help.contains(value.get_name());
                assert!(named, "{path} {argument} does not name {}", value.get_name());
            }
        }
    });
}

#[test]
fn help_goes_by_several_names() {
    let shown = |words: &[&str]| match command_line::parse(words.iter().map(OsString::from), None) {
        Ok(Request::Show(text)) => text,
        other => panic!("{words:?}: {other:?}"),
    };
    let help = shown(&["regio", "stap", "--help"]);
    assert!(help.contains("Gebruik:\n  regio stap [OPDRACHT] [OPTIES]"), "{help}");
    assert_eq!(help, shown(&["regio", "stap", "--hulp"]));
    assert_eq!(help, shown(&["regio", "stap", "help"]));
    assert_eq!(shown(&["regio", "--versie"]), concat!("regio ", env!("CARGO_PKG_VERSION"), "\n"));
}

fn told(failure: &Failure) -> String {
    let mut written = Vec::new();
    failure.write_to(&mut written).expect("a vector takes all bytes");
    String::from_utf8(written).expect("messages are UTF-8")
}

/// What is said about this command line, which must be wrong.
#[track_caller]
fn said(line: &str) -> String {
    let words = std::iter::once("regio".to_owned()).chain(split(line)).map(OsString::from);
    let failure = command_line::parse(words, None).expect_err(line);
    assert_eq!(failure.exit.code(), 2, "{line}");
    told(&failure)
}

#[track_caller]
fn check_said(line: &str, expected: &str) {
    let said = said(line);
    assert_eq!(said, expected, "{line}");
    check_dutch(line, &said);
}

#[test]
fn a_wrong_command_line_is_explained_in_dutch() {
    check_said("chekclist", "fout: 'chekclist' ken ik niet\ntip: bedoel je 'checklist'?\n");
    check_said("FASE", "fout: 'FASE' ken ik niet\ntip: bedoel je 'fase'?\n");
    check_said("xyzzy", "fout: 'xyzzy' ken ik niet\ntip: typ 'regio --help' voor uitleg en voorbeelden\n");
    check_said(
        "stap vandaag",
        "fout: 'vandaag' ken ik niet\ntip: typ 'regio stap --help' voor uitleg en voorbeelden\n",
    );
    check_said("uitnodiging", "fout: 'uitnodiging' ken ik niet\ntip: bedoel je 'regio document uitnodiging'?\n");
    check_said("stap klaar K7M", "fout: 'klaar' ken ik niet\ntip: bedoel je 'regio klaar'?\n");
    check_said("fase verkenen", "fout: 'verkenen' kan niet bij 'FASE'\ntip: bedoel je 'verkennen'?\n");
    check_said("klar x", "fout: 'klar' ken ik niet\ntip: bedoel je 'klaar'?\n");
    check_said("status --formt", "fout: de optie '--formt' ken ik niet\ntip: bedoel je '--formaat'?\n");
    check_said(
        "status --formaat xlm",
        "fout: 'xlm' kan niet bij '--formaat'\ntip: hier kan staan: terminal, markdown, html, docx, pdf, csv, xlsx, ics, json\n",
    );
    check_said(
        "vragenlijst toon",
        "fout: hier ontbreekt nog: ID\ntip: typ 'regio vragenlijst toon --help' voor uitleg en voorbeelden\n",
    );
    check_said(
        "besluit nieuw We komen",
        "fout: 'komen' had ik hier niet verwacht\ntip: zet een tekst van meer woorden tussen aanhalingstekens\n",
    );
    check_said(
        "besluit nieuw -tekst",
        "fout: de optie '-t' ken ik niet\ntip: begint je tekst met een streepje? Zet er dan -- voor\n",
    );
    check_said(
        "--kleur auto --kleur auto",
        "fout: '--kleur' staat er meer dan een keer\ntip: noem het maar een keer\n",
    );
    check_said(
        "fase --vraag a --onderdeel b",
        "fout: '--vraag' gaat niet samen met '--onderdeel'\ntip: kies er een van de twee\n",
    );
    check_said(
        "fase --vraag 12",
        "fout: '12' bij '--vraag' wijst niets aan\n\
         tip: noem een woord eruit, de code van een stap (K7M), of een id als verkennen.aanleiding\n",
    );
}

#[test]
fn help_about_an_unknown_command_names_the_nearest() {
    let failure = help::text(&["stp".to_owned()]).expect_err("there is no such command");
    assert_eq!(told(&failure), "fout: 'stp' ken ik niet\ntip: bedoel je 'stap'?\n");
}

/// An error of this kind with all that clap may put in one.
fn error_of(kind: ErrorKind) -> clap::Error {
    let mut error = clap::Error::new(kind);
    let text = |text: &str| ContextValue::String(text.to_owned());
    error.insert(ContextKind::InvalidArg, text("--op <DATUM>"));
    error.insert(ContextKind::InvalidValue, text("gisteren"));
    error.insert(ContextKind::InvalidSubcommand, text("lijts"));
    error.insert(ContextKind::ActualNumValues, ContextValue::Number(1));
    error.insert(ContextKind::ExpectedNumValues, ContextValue::Number(2));
    error.insert(ContextKind::MinValues, ContextValue::Number(2));
    error
}

#[test]
fn every_kind_of_error_is_told_in_dutch() {
    let kinds = [
        ErrorKind::InvalidValue,
        ErrorKind::UnknownArgument,
        ErrorKind::InvalidSubcommand,
        ErrorKind::NoEquals,
        ErrorKind::ValueValidation,
        ErrorKind::TooManyValues,
        ErrorKind::TooFewValues,
        ErrorKind::WrongNumberOfValues,
        ErrorKind::ArgumentConflict,
        ErrorKind::MissingRequiredArgument,
        ErrorKind::MissingSubcommand,
        ErrorKind::InvalidUtf8,
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand,
        ErrorKind::Io,
        ErrorKind::Format,
    ];
    for kind in kinds {
        for error in [clap::Error::new(kind), error_of(kind)] {
            let told = told(&usage_error::failure(&error, &[]));
            assert!(told.starts_with("fout: ") && told.contains("\ntip: "), "{kind:?}: {told}");
            check_dutch(&format!("{kind:?}"), &told);
        }
    }
}

#[test]
fn every_command_explains_every_misuse_in_dutch() {
    for_every_command(&mut |path, command| {
        let mut misuses = vec!["--onzin".to_owned(), "-x".to_owned(), "--eenvoudig=ja".to_owned()];
        for argument in command.get_arguments().filter(|argument| argument.get_action().takes_values()) {
            if let Some(long) = argument.get_long() {
                misuses.extend([format!("--{long}"), format!("--{long}=ﾊ\u{1b}"), format!("--{long}=")]);
            }
        }
        for misuse in misuses {
            let words = path.split(' ').chain([misuse.as_str()]).map(OsString::from);
            if let Err(failure) = command_line::parse(words, None) {
                check_dutch(&format!("{path} {misuse}"), &told(&failure));
            }
        }
    });
}

#[test]
fn an_endless_argument_is_refused_at_once() {
    let endless = "x".repeat(1_000_000);
    for line in [&endless[..], &format!("--{endless}"), &format!("fase {endless}"), &format!("--formaat {endless}")] {
        assert!(said(line).chars().count() < 400);
    }
}

#[test]
fn the_questionnaires_are_dutch() {
    for name in ["verkennen", "ontwikkelen", "uitbouwen"] {
        let text = std::fs::read_to_string(format!("questionnaires/{name}.toml")).expect("the questionnaire is there");
        for line in text.lines().filter(|line| !line.trim_start().starts_with('#')) {
            // What stands before the first quotation mark is a key, which is English.
            let Some((key, words)) = line.split_once('"') else { continue };
            let technical = [
                "when",
                "consent",
                "done_when",
                "lapses_when",
                "means",
                "type",
                "per",
                "perspective",
                "due",
                "version",
                "tlp",
            ];
            if !technical.iter().any(|known| key.trim_start().starts_with(&format!("{known} "))) {
                // What stands between braces is an expression.
                let spoken = words.split("{{").map(|part| part.rsplit("}}").next().unwrap_or_default());
                check_dutch(&format!("{name}: {line}"), &spoken.collect::<Vec<_>>().join(" "));
            }
        }
    }
}

#[test]
fn what_changed_since_the_guide_is_told_in_dutch() {
    for fact in regio::built_in::supplement().facts {
        check_dutch(fact.id.as_str(), &fact.text);
        if let Some(asked) = &fact.question {
            check_dutch(fact.id.as_str(), &format!("{} {} {}", asked.label, asked.help, asked.why));
        }
    }
}

#[test]
fn what_is_said_of_faulty_questionnaires_is_dutch() {
    for entry in std::fs::read_dir("tests/fixtures/questionnaires").expect("the fixtures are there").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let bytes = std::fs::read(entry.path()).expect("a fixture can be read");
        let faults = match regio::source::SourceFile::from_bytes(&name, &bytes) {
            Ok(source) => regio::catalog::assemble(&[source]).err().unwrap_or_default(),
            Err(faults) => vec![faults],
        };
        for fault in faults.iter().flat_map(|faults| &faults.found) {
            check_dutch(&name, &without_keys(&fault.message));
            check_dutch(&name, &without_keys(fault.tip.as_deref().unwrap_or_default()));
        }
    }
}

/// What stands between quotation marks is what the author wrote, or the key to write: both are repeated as they are.
fn without_keys(message: &str) -> String {
    let outside = |mark: char, text: &str| text.split(mark).step_by(2).collect::<Vec<_>>().join(" ");
    let rest = outside('"', &outside('\'', message));
    let mut words: Vec<&str> = Vec::new();
    for word in rest.split_whitespace() {
        if word == "=" {
            // The key before it is what there is to write.
            words.pop();
        } else if !regio::domain::KindName::WORDS.contains(&word.trim_end_matches(',')) {
            words.push(word);
        }
    }
    words.join(" ")
}

#[test]
fn what_the_program_shows_of_an_example_is_dutch() {
    for example in ["vroeg", "halverwege", "tweede-jaar"] {
        let project = format!("examples/{example}/regio.toml");
        for words in [
            &["status"][..],
            &["checklist", "--alles"],
            &["organisatie"],
            &["besluit", "lijst", "--alles"],
            &["gebeurtenis"],
            &["geschiedenis"],
            &["vragenlijst", "toon", "verkennen"],
            &["vragenlijst", "toon", "ontwikkelen"],
            &["vragenlijst", "toon", "uitbouwen"],
            &["document"],
            &["document", "uitnodiging"],
            &["document", "agenda"],
            &["document", "intentieverklaring"],
            &["document", "flyer"],
            &["document", "pitch"],
            &["document", "presentatie"],
            &["document", "scenario"],
            &["document", "roadmap"],
            &["document", "voortgang"],
            &["document", "resultaten"],
            &["document", "besluiten"],
            &["document", "overdracht"],
            &["document", "overzicht"],
            &["document", "bestaat-niet"],
            &["klaar", "bestaat-niet"],
            &["organisatie", "weg", "bestaat-niet"],
        ] {
            let output = std::process::Command::new(env!("CARGO_BIN_EXE_regio"))
                .args(words)
                .args(["--project", &project])
                .env("REGIO_STATE", std::env::temp_dir().join("regio-dutch"))
                .output()
                .expect("the program starts");
            for text in [&output.stdout, &output.stderr] {
                let text = String::from_utf8_lossy(text);
                // An id is a name, and so is an address of mail.
                let lines = text.lines().filter(|line| !line.trim_start().starts_with("Id: "));
                let spoken = lines.flat_map(str::split_whitespace).filter(|word| !word.contains('@'));
                check_dutch(&format!("{words:?} of {example}"), &spoken.collect::<Vec<_>>().join(" "));
            }
        }
    }
}

#[test]
fn the_page_of_a_request_is_dutch() {
    let mut checked = 0;
    for entry in std::fs::read_dir("src/round/page").expect("the page is there").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let text = if name.ends_with(".mjs") || name.ends_with(".html") {
            std::fs::read_to_string(entry.path()).expect("a module is text")
        } else {
            continue;
        };
        let spoken = if name.ends_with(".html") { outside_tags(&text) } else { spoken_in_script(&text) };
        checked += spoken.len();
        spoken.iter().for_each(|words| check_dutch(&name, words));
    }
    assert!(checked > 80, "only {checked} texts");
}

/// What stands between tags, with what is filled in left out.
fn outside_tags(html: &str) -> Vec<String> {
    let texts = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim());
    texts.filter(|text| !text.is_empty()).map(without_code).collect()
}

/// The texts of a script with more than one word, comments and selectors left aside.
fn spoken_in_script(script: &str) -> Vec<String> {
    let code = |line: &&str| !["//", "/*", "*"].iter().any(|mark| line.trim_start().starts_with(mark));
    let lines =
        script.lines().filter(code).filter(|line| !line.contains("new Error(") && !line.contains("querySelector"));
    let texts = lines.flat_map(|line| line.split(['"', '`']).skip(1).step_by(2));
    // What holds ` = ` is a line of an answer file, whose keys are English; what holds `=>` is code within a text.
    texts
        .filter(|text| text.trim().contains(' ') && !text.contains(" = ") && !text.contains("=>"))
        .map(without_code)
        .collect()
}

/// A template without what stands between braces.
fn without_code(template: &str) -> String {
    let parts = template.split('{').enumerate();
    parts.map(|(place, part)| if place == 0 { part } else { part.rsplit('}').next().unwrap_or_default() }).collect()
}
