use std::time::{Duration, Instant};

/// Whether an answer that comes too soon to be typed is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guard {
    On,
    Off,
}

/// Nobody reads a question and answers it within this time: it is what was left of a paste.
const LEFT_OVER: Duration = Duration::from_millis(15);

impl Guard {
    /// Whether an answer that comes now, to a question asked then, is dropped.
    pub fn drops(self, asked: Instant) -> bool {
        self == Guard::On && asked.elapsed() < LEFT_OVER
    }
}
