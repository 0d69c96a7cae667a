use std::process::ExitCode;

/// How the program ends, as the one who called it sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All went well; stopping by choice too.
    Done,
    /// Something failed, or a check found faults.
    Failed,
    /// The command line was not understood.
    WrongUse,
    /// Something newer is waiting.
    Newer,
    /// Stopped by Ctrl-C.
    Interrupted,
}

impl Exit {
    pub const fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::Failed => 1,
            Exit::WrongUse => 2,
            Exit::Newer => 3,
            Exit::Interrupted => 130,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.code())
    }
}
