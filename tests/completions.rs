//! What `regio aanvullen` writes, in the shells that read it.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "it stands outside the program and looks at it"
)]

use std::process::Command;

use portable_pty::CommandBuilder;

use crate::terminal::Terminal;

/// What is typed before the Tab key, and what the shell makes of it: a command, a word, an option, its value, and the same below a command
/// or before one.
const TYPED: [(&str, &str); 10] = [
    ("chec", "checklist"),
    ("fase ontw", "ontwikkelen"),
    ("checklist --te", "--te-laat"),
    ("checklist --formaat mark", "markdown"),
    ("aanvullen powers", "powershell"),
    ("organisatie wij", "wijzig"),
    ("rondvraag maak uitb", "uitbouwen"),
    ("organisatie nieuw Werf --plaats kop", "kopgroep"),
    ("--kleur al", "altijd"),
    ("--eenvoudig --formaat mark", "markdown"),
];

/// Where the program stands, before where the others do.
fn path() -> String {
    let programs = std::path::Path::new(env!("CARGO_BIN_EXE_regio")).parent().expect("a program stands in a folder");
    format!("{}:{}", programs.display(), std::env::var("PATH").unwrap_or_default())
}

fn is_here(shell: &str) -> bool {
    let here = Command::new(shell).args(["-c", "exit"]).status().is_ok_and(|status| status.success());
    if !here {
        eprintln!("OVERGESLAGEN: {shell} is not on this machine, so nobody reads what it is given");
        assert!(std::env::var_os("CI").is_none(), "CI needs {shell}");
    }
    here
}

/// Each word is found by a script, which says what it would put there.
#[track_caller]
fn check_by_script(shell: &str, script_for: impl Fn(&str) -> String) {
    if !is_here(shell) {
        return;
    }
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    for (typed, becomes) in TYPED {
        let mut command = Command::new(shell);
        command.args(["-c", &script_for(typed)]).env("PATH", path()).env("HOME", folder.path());
        let output = command.current_dir(folder.path()).output().expect("the shell starts");
        let said = String::from_utf8_lossy(&output.stdout);
        let offered: Vec<&str> = said.split_whitespace().collect();
        assert_eq!(offered, [becomes], "{shell}: regio {typed}\n{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn bash_completes() {
    check_by_script("bash", |typed| {
        let last = typed.split(' ').count();
        format!(
            "source <(regio aanvullen bash); COMP_WORDS=(regio {typed}); COMP_CWORD={last}; \
             _regio regio \"${{COMP_WORDS[{last}]}}\" \"${{COMP_WORDS[$(({last} - 1))]}}\"; echo \"${{COMPREPLY[@]}}\""
        )
    });
}

#[test]
fn fish_completes() {
    // After a Tab stands what the word means.
    check_by_script("fish", |typed| {
        format!("regio aanvullen fish | source; complete --do-complete 'regio {typed}' | string split --fields 1 \\t")
    });
}

/// zsh completes at its prompt alone.
#[test]
fn zsh_completes() {
    if !is_here("zsh") {
        return;
    }
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    let mut command = CommandBuilder::new("zsh");
    command.args(["--no-rcs", "-i"]);
    command.cwd(folder.path());
    for (name, value) in [("PATH", path().as_str()), ("TERM", "xterm"), ("LANG", "C.UTF-8"), ("PS1", "prompt> ")] {
        command.env(name, value);
    }
    command.env("HOME", folder.path());
    let mut terminal = Terminal::start(command, 100, 50);
    terminal.wait_for("prompt>");
    terminal
        .send("autoload -Uz compinit; compinit -u -D; source <(regio aanvullen zsh); echo re''ady\r")
        .wait_for("ready prompt>");
    for (typed, becomes) in TYPED {
        let before = typed.rsplit_once(' ').map_or(String::new(), |(before, _)| format!("{before} "));
        terminal.send(&format!("\u{15}regio {typed}\t")).wait_for(&format!("prompt> regio {before}{becomes}"));
    }
}

/// There is none to read this.
#[test]
fn powershell_is_told_too() {
    let output = Command::new(env!("CARGO_BIN_EXE_regio")).args(["aanvullen", "PowerShell"]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    for words in ["Register-ArgumentCompleter", "'checklist'", "'--te-laat'"] {
        assert!(said.contains(words), "{words}");
    }
}
