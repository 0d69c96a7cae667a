use std::io;
use std::io::Write;

use super::exit::Exit;
use crate::notation::visible;

/// What the shell does, unless it fails.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

/// How a command ends.
pub type Ended = Result<Exit>;

/// Why a command did not do what was asked: what is told about it on stderr, and the exit code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub exit: Exit,
    /// What was found in a file, with the lines shown, in whole lines. It comes first.
    pub report: Option<String>,
    /// In the order in which they are told. None when all has been said already.
    pub faults: Vec<Fault>,
}

/// One thing that is wrong, in Dutch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fault {
    /// What happened and where, without capital or full stop: it stands behind `fout:`.
    pub what: String,
    /// What to do; each stands behind `tip:`.
    pub tips: Vec<String>,
}

impl Failure {
    pub fn new(what: impl Into<String>) -> Failure {
        Failure::from(vec![Fault::new(what)])
    }

    /// The command line itself is wrong.
    pub fn wrong_use(what: impl Into<String>) -> Failure {
        Failure { exit: Exit::WrongUse, ..Failure::new(what) }
    }

    /// Ends with this exit code and says nothing more.
    pub fn quiet(exit: Exit) -> Failure {
        Failure { exit, report: None, faults: Vec::new() }
    }

    /// Adds a tip to the last fault.
    pub fn tip(self, tip: impl Into<String>) -> Failure {
        self.tips([tip])
    }

    /// Adds a fault, behind the others.
    pub fn and(mut self, what: impl Into<String>) -> Failure {
        self.faults.push(Fault::new(what));
        self
    }

    /// Adds to the last fault what tips there are.
    pub fn tips(mut self, tips: impl IntoIterator<Item = impl Into<String>>) -> Failure {
        if let Some(fault) = self.faults.last_mut() {
            fault.tips.extend(tips.into_iter().map(Into::into));
        }
        self
    }

    /// Adds as a tip the known word that was perhaps meant, if there is one.
    pub fn near(self, near: Option<&str>) -> Failure {
        self.tips(near.map(|near| format!("bedoel je '{near}'?")))
    }

    /// Adds a tip: the known word that was perhaps meant, or else what to do.
    pub fn near_or(self, near: Option<&str>, otherwise: impl Into<String>) -> Failure {
        self.near(near).tips(near.is_none().then(|| otherwise.into()))
    }

    /// Writes the faults as a person reads them. What came from a file or an argument cannot reach the terminal as a
    /// control character.
    pub fn write_to(&self, output: &mut dyn Write) -> io::Result<()> {
        if let Some(report) = &self.report {
            writeln!(output, "{}", visible(report.trim_end()))?;
        }
        self.faults.iter().try_for_each(|fault| fault.write_to(output))
    }
}

impl Fault {
    pub fn new(what: impl Into<String>) -> Fault {
        Fault { what: what.into(), ..Fault::default() }
    }

    fn write_to(&self, output: &mut dyn Write) -> io::Result<()> {
        writeln!(output, "fout: {}", visible(&self.what))?;
        self.tips.iter().try_for_each(|tip| writeln!(output, "tip: {}", visible(tip)))
    }
}

impl From<Vec<Fault>> for Failure {
    fn from(faults: Vec<Fault>) -> Failure {
        Failure { exit: Exit::Failed, report: None, faults }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(failure: &Failure, expected: &str) {
        let mut written = Vec::new();
        failure.write_to(&mut written).expect("a vector takes all bytes");
        assert_eq!(String::from_utf8_lossy(&written), expected);
    }

    #[test]
    fn a_fault_comes_before_its_tips() {
        let failure = Failure::new("'kopgrep' ken ik niet").tip("bedoel je 'kopgroep'?");
        check(&failure, "fout: 'kopgrep' ken ik niet\ntip: bedoel je 'kopgroep'?\n");
    }

    #[test]
    fn no_control_character_reaches_the_terminal() {
        check(&Failure::new("'\u{1b}[2J' ken ik niet"), "fout: '‹U+001B›[2J' ken ik niet\n");
    }

    #[test]
    fn a_quiet_end_says_nothing() {
        check(&Failure::quiet(Exit::Interrupted), "");
    }
}
