//! The program from outside: what comes out, and with which exit code.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

use std::ffi::OsStr;
use std::process::{Command, Output, Stdio};

use regio::cli::command_line::help;

fn regio() -> Command {
    Command::new(env!("CARGO_BIN_EXE_regio"))
}

fn run<S: AsRef<OsStr>>(words: &[S]) -> Output {
    regio().args(words).output().expect("the program starts")
}

#[test]
fn help_and_version_go_to_standard_output() {
    for words in [&["--help"][..], &["-h"], &["help"], &["hulp", "stap"], &["stap", "-h"], &["-V"]] {
        let output = run(words);
        assert_eq!(output.status.code(), Some(0), "{words:?}");
        assert!(!output.stdout.is_empty() && output.stderr.is_empty(), "{words:?}");
    }
}

/// What a trekker meets first stands first, and no command is lost for it.
#[test]
fn help_lists_ten_commands_first_and_all_of_them_once() {
    let help = String::from_utf8(run(&["help"]).stdout).expect("help is text");
    let list = |head: &str| -> Vec<&str> {
        let (_, list) = help.split_once(head).expect("the list has its head");
        list.lines()
            .skip(1)
            .take_while(|line| !line.is_empty())
            .filter_map(|line| line.split_whitespace().next())
            .collect()
    };
    let (first, seldom) = (list("Opdrachten:"), list("Minder vaak nodig:"));
    assert_eq!(first.len(), 11, "ten commands and help itself: {first:?}");
    let mut listed: Vec<&str> = first.iter().chain(&seldom).copied().collect();
    listed.sort_unstable();
    let root = help::definition();
    let mut known: Vec<&str> = root.get_subcommands().map(clap::Command::get_name).collect();
    known.sort_unstable();
    assert_eq!(listed, known);
}

#[test]
fn wrong_use_goes_to_standard_error() {
    let output = run(&["chekclist"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "fout: 'chekclist' ken ik niet\ntip: bedoel je 'checklist'?\n");
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child =
        regio().arg("--help").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has /dev/full");
    let output = regio().arg("--help").stdout(full).output().expect("the program starts");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "fout: het resultaat past niet meer op de schijf\ntip: maak ruimte vrij en probeer het opnieuw\n"
    );
}

#[cfg(unix)]
#[test]
fn no_argument_reaches_the_terminal_as_it_is() {
    use std::os::unix::ffi::OsStrExt;
    let endless = vec![b'x'; 100_000];
    let hostile: [&[u8]; 6] =
        [b"\x1b[2J\x1b]0;titel\x07", b"\xff\xfe", b"--\xff", "\u{202e}".as_bytes(), b"een\nfout: twee", &endless];
    for bytes in hostile {
        for before in [&[][..], &["stap"], &["stap", "klaar"], &["fase"], &["--formaat"], &["status", "--kleur"]] {
            let words: Vec<&OsStr> = before.iter().map(OsStr::new).chain([OsStr::from_bytes(bytes)]).collect();
            let output = run(&words);
            assert_eq!(output.status.code(), Some(2), "{words:?}");
            check_harmless(&output.stderr);
        }
    }
}

#[cfg(unix)]
#[track_caller]
fn check_harmless(bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).expect("messages are UTF-8");
    let harmful = |sign: char| (sign.is_control() && sign != '\n') || sign == '\u{202e}';
    assert!(!text.contains(harmful), "{text:?}");
    assert!(text.chars().count() < 400, "too long: {text}");
    assert_eq!(text.matches("\nfout: ").count(), 0, "{text}");
}
