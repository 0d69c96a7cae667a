use std::process::ExitCode;

/// How the program ends, as the one who called it sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// All went well; stopping by choice too.
    Done = 0,
    /// Something failed, or a check found faults.
    Failed = 1,
    /// The command line was not understood.
    WrongUse = 2,
    /// A trial found something to do.
    Waiting = 3,
    /// Stopped by Ctrl-C.
    Interrupted = 130,
}

impl Exit {
    pub const fn code(self) -> u8 {
        self as u8
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.code())
    }
}
