#![expect(clippy::disallowed_methods, reason = "the way of asking depends on the environment and the terminal")]

use std::env;
use std::ffi::OsString;
use std::io::IsTerminal;

use console::Term;

use crate::cli::arguments::Manner;

/// Which prompter asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Lists with a cursor, colours, lines that can be edited.
    Terminal,
    /// Line by line, without a single escape byte: for a screen reader, a pipe, a very small or a simple terminal.
    Plain,
}

/// All that decides on the way of asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surroundings {
    /// Whether the command line or the environment asks for plain lines.
    pub asked_plain: bool,
    /// Both standard input and standard error are terminals that know cursor control.
    pub on_terminal: bool,
    /// Rows and columns, where they are known.
    pub size: Option<(u16, u16)>,
}

impl Surroundings {
    /// As they are now.
    pub fn here(manner: Manner) -> Surroundings {
        let term = Term::stderr();
        let attended = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
        Surroundings {
            asked_plain: asks_plain(manner),
            on_terminal: attended && !term.features().is_msys_tty(),
            size: term.size_checked(),
        }
    }
}

impl Mode {
    pub fn choose(surroundings: &Surroundings) -> Mode {
        let small = surroundings.size.is_some_and(|(rows, columns)| rows < FEWEST_ROWS || columns < FEWEST_COLUMNS);
        if surroundings.asked_plain || small || !surroundings.on_terminal { Mode::Plain } else { Mode::Terminal }
    }
}

const FEWEST_ROWS: u16 = 8;
const FEWEST_COLUMNS: u16 = 40;

/// Whether plain lines are asked for, by `--eenvoudig` or by the environment.
pub fn asks_plain(manner: Manner) -> bool {
    manner == Manner::Plain || variables_ask_plain(|name| env::var_os(name))
}

/// A variable is on when it says something, unless that is a word for off. Other programs know `ACCESSIBLE` too.
fn variables_ask_plain(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    let off = ["", "0", "nee", "uit", "no", "false", "off"];
    let is_on = |name| variable(name).is_some_and(|value| !off.iter().any(|word| value.eq_ignore_ascii_case(word)));
    is_on("REGIO_EENVOUDIG") || is_on("ACCESSIBLE") || variable("TERM").is_some_and(|term| term == "dumb")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usual() -> Surroundings {
        Surroundings { asked_plain: false, on_terminal: true, size: Some((24, 80)) }
    }

    #[track_caller]
    fn check(surroundings: Surroundings, expected: Mode) {
        assert_eq!(Mode::choose(&surroundings), expected, "{surroundings:?}");
    }

    #[track_caller]
    fn check_variable(name: &str, value: &str, expected: bool) {
        assert_eq!(variables_ask_plain(|asked| (asked == name).then(|| value.into())), expected, "{name}={value}");
    }

    #[test]
    fn a_usual_terminal_gets_lists_with_a_cursor() {
        check(usual(), Mode::Terminal);
        check(Surroundings { size: Some((8, 40)), ..usual() }, Mode::Terminal);
        check(Surroundings { size: None, ..usual() }, Mode::Terminal);
        check_variable("REGIO_EENVOUDIG", "0", false);
        check_variable("ACCESSIBLE", "", false);
        check_variable("TERM", "xterm-256color", false);
    }

    #[test]
    fn who_asks_for_plain_gets_plain() {
        check(Surroundings { asked_plain: true, ..usual() }, Mode::Plain);
        check_variable("REGIO_EENVOUDIG", "1", true);
        check_variable("ACCESSIBLE", "ja", true);
        check_variable("TERM", "dumb", true);
    }

    #[test]
    fn what_cannot_move_a_cursor_gets_plain() {
        check(Surroundings { on_terminal: false, ..usual() }, Mode::Plain);
        check(Surroundings { size: Some((7, 80)), ..usual() }, Mode::Plain);
        check(Surroundings { size: Some((24, 39)), ..usual() }, Mode::Plain);
    }
}
