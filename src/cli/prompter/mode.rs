#![expect(clippy::disallowed_methods, reason = "the way of asking depends on the environment and the terminal")]

use std::env;
use std::ffi::OsString;
use std::io::IsTerminal;

use console::Term;

use crate::cli::sequences;
use crate::cli::sequences::Stream;

/// Which prompter asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Lists with a cursor, colours, lines that can be edited.
    Terminal,
    /// Line by line, without a single escape byte: for a screen reader, a pipe, a very small or a simple terminal.
    Plain,
}

impl Mode {
    /// The way of asking that suits this terminal and this user.
    pub fn here(plain: bool) -> Mode {
        let term = Term::stderr();
        let attended = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
        Mode::choose(asks_plain(plain), attended && sequences::are_understood(Stream::Error), term.size_checked())
    }

    /// Lists with a cursor need terminals that know cursor control on both sides, and so many rows and columns where these are known.
    fn choose(asked_plain: bool, on_terminal: bool, size: Option<(u16, u16)>) -> Mode {
        let small = size.is_some_and(|(rows, columns)| rows < FEWEST_ROWS || columns < FEWEST_COLUMNS);
        if asked_plain || small || !on_terminal { Mode::Plain } else { Mode::Terminal }
    }
}

const FEWEST_ROWS: u16 = 8;
const FEWEST_COLUMNS: u16 = 40;

/// Whether plain lines are asked for, by `--eenvoudig` or by the environment.
pub fn asks_plain(plain: bool) -> bool {
    plain || variables_ask_plain(|name| env::var_os(name))
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

    #[track_caller]
    fn check_variable(name: &str, value: &str, expected: bool) {
        assert_eq!(variables_ask_plain(|asked| (asked == name).then(|| value.into())), expected, "{name}={value}");
    }

    #[test]
    fn a_usual_terminal_gets_lists_with_a_cursor() {
        assert_eq!(Mode::choose(false, true, Some((24, 80))), Mode::Terminal);
        assert_eq!(Mode::choose(false, true, Some((8, 40))), Mode::Terminal);
        assert_eq!(Mode::choose(false, true, None), Mode::Terminal);
        check_variable("REGIO_EENVOUDIG", "0", false);
        check_variable("ACCESSIBLE", "", false);
        check_variable("TERM", "xterm-256color", false);
    }

    #[test]
    fn who_asks_for_plain_gets_plain() {
        assert_eq!(Mode::choose(true, true, Some((24, 80))), Mode::Plain);
        check_variable("REGIO_EENVOUDIG", "1", true);
        check_variable("ACCESSIBLE", "ja", true);
        check_variable("TERM", "dumb", true);
    }

    #[test]
    fn what_cannot_move_a_cursor_gets_plain() {
        assert_eq!(Mode::choose(false, false, Some((24, 80))), Mode::Plain);
        assert_eq!(Mode::choose(false, true, Some((7, 80))), Mode::Plain);
        assert_eq!(Mode::choose(false, true, Some((24, 39))), Mode::Plain);
    }
}
