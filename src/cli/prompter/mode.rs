#![expect(clippy::disallowed_methods, reason = "the way of asking depends on the environment and the terminal")]

use std::env;
use std::ffi::OsString;
use std::io::IsTerminal;

use console::Term;

use crate::cli::sequences;
use crate::cli::sequences::Stream;

/// Whether what suits this terminal and this user are lists with a cursor, colours, lines that can be edited. Else it goes line by
/// line, without a single escape byte: for a screen reader, a pipe, a very small or a simple terminal.
pub fn suits_a_cursor(plain: bool) -> bool {
    let attended = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    let on_terminal = attended && sequences::are_understood(Stream::Error);
    allows_a_cursor(asks_plain(plain), on_terminal, Term::stderr().size_checked())
}

/// Lists with a cursor need terminals that know cursor control on both sides, and so many rows and columns where these are known.
fn allows_a_cursor(asked_plain: bool, on_terminal: bool, size: Option<(u16, u16)>) -> bool {
    let small = size.is_some_and(|(rows, columns)| rows < FEWEST_ROWS || columns < FEWEST_COLUMNS);
    on_terminal && !asked_plain && !small
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
        assert!(allows_a_cursor(false, true, Some((24, 80))));
        assert!(allows_a_cursor(false, true, Some((8, 40))));
        assert!(allows_a_cursor(false, true, None));
        check_variable("REGIO_EENVOUDIG", "0", false);
        check_variable("ACCESSIBLE", "", false);
        check_variable("TERM", "xterm-256color", false);
    }

    #[test]
    fn who_asks_for_plain_gets_plain() {
        assert!(!allows_a_cursor(true, true, Some((24, 80))));
        check_variable("REGIO_EENVOUDIG", "1", true);
        check_variable("ACCESSIBLE", "ja", true);
        check_variable("TERM", "dumb", true);
    }

    #[test]
    fn what_cannot_move_a_cursor_gets_plain() {
        assert!(!allows_a_cursor(false, false, Some((24, 80))));
        assert!(!allows_a_cursor(false, true, Some((7, 80))));
        assert!(!allows_a_cursor(false, true, Some((24, 39))));
    }
}
