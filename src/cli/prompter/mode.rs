#![expect(clippy::disallowed_methods, reason = "the way of asking depends on the environment and the terminal")]

use console::Term;
use std::ffi::OsString;
use std::io::IsTerminal;

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
    /// `--eenvoudig`.
    pub asked_plain: bool,
    pub variables: Variables,
    /// Both standard input and standard error are terminals that know cursor control.
    pub on_terminal: bool,
    /// Rows and columns, where they are known.
    pub size: Option<(u16, u16)>,
}

/// What the environment says about the way of asking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variables {
    /// The value of `REGIO_EENVOUDIG`.
    pub regio_plain: Option<OsString>,
    /// The value of `ACCESSIBLE`, which other programs know too.
    pub accessible: Option<OsString>,
    /// The value of `TERM`.
    pub term: Option<OsString>,
}

impl Variables {
    /// As they are now.
    pub fn here() -> Variables {
        Variables {
            regio_plain: std::env::var_os("REGIO_EENVOUDIG"),
            accessible: std::env::var_os("ACCESSIBLE"),
            term: std::env::var_os("TERM"),
        }
    }

    pub fn ask_plain(&self) -> bool {
        is_on(&self.regio_plain) || is_on(&self.accessible) || self.term.as_deref() == Some("dumb".as_ref())
    }
}

impl Surroundings {
    /// As they are now.
    pub fn here(asked_plain: bool) -> Surroundings {
        let term = Term::stderr();
        let attended = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
        Surroundings {
            asked_plain,
            variables: Variables::here(),
            on_terminal: attended && !term.features().is_msys_tty(),
            size: term.size_checked(),
        }
    }
}

impl Mode {
    pub fn choose(surroundings: &Surroundings) -> Mode {
        let small = surroundings.size.is_some_and(|(rows, columns)| rows < FEWEST_ROWS || columns < FEWEST_COLUMNS);
        let plain = surroundings.asked_plain || surroundings.variables.ask_plain() || small;
        if plain || !surroundings.on_terminal { Mode::Plain } else { Mode::Terminal }
    }
}

const FEWEST_ROWS: u16 = 8;
const FEWEST_COLUMNS: u16 = 40;

/// A variable is on when it says something, unless that is a word for off.
fn is_on(value: &Option<OsString>) -> bool {
    let off = ["", "0", "nee", "uit", "no", "false", "off"];
    value.as_deref().is_some_and(|value| !off.iter().any(|word| value.eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usual() -> Surroundings {
        let variables = Variables { term: Some("xterm-256color".into()), ..Variables::default() };
        Surroundings { asked_plain: false, variables, on_terminal: true, size: Some((24, 80)) }
    }

    #[track_caller]
    fn check(surroundings: Surroundings, expected: Mode) {
        assert_eq!(Mode::choose(&surroundings), expected, "{surroundings:?}");
    }

    #[track_caller]
    fn check_variables(variables: Variables, expected: Mode) {
        check(Surroundings { variables, ..usual() }, expected);
    }

    #[test]
    fn a_usual_terminal_gets_lists_with_a_cursor() {
        check(usual(), Mode::Terminal);
        check(Surroundings { size: Some((8, 40)), ..usual() }, Mode::Terminal);
        check(Surroundings { size: None, ..usual() }, Mode::Terminal);
        check_variables(Variables { regio_plain: Some("0".into()), ..Variables::default() }, Mode::Terminal);
        check_variables(Variables { accessible: Some("".into()), ..Variables::default() }, Mode::Terminal);
    }

    #[test]
    fn who_asks_for_plain_gets_plain() {
        check(Surroundings { asked_plain: true, ..usual() }, Mode::Plain);
        check_variables(Variables { regio_plain: Some("1".into()), ..Variables::default() }, Mode::Plain);
        check_variables(Variables { accessible: Some("ja".into()), ..Variables::default() }, Mode::Plain);
        check_variables(Variables { term: Some("dumb".into()), ..Variables::default() }, Mode::Plain);
    }

    #[test]
    fn what_cannot_move_a_cursor_gets_plain() {
        check(Surroundings { on_terminal: false, ..usual() }, Mode::Plain);
        check(Surroundings { size: Some((7, 80)), ..usual() }, Mode::Plain);
        check(Surroundings { size: Some((24, 39)), ..usual() }, Mode::Plain);
    }
}
