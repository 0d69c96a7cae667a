//! The terminal hands over every key at once and echoes nothing, for as long as a question is on the screen. console does
//! this for each key apart: what comes between two keys the terminal then echoes itself, into the middle of the drawing, and
//! a Ctrl-C that comes there interrupts no reading.

#[cfg(unix)]
use unix::take_over;
#[cfg(unix)]
pub(super) use unix::{more_is_coming, read_key, restore, waiting};

#[cfg(windows)]
pub(super) use super::console_input::{more_is_coming, read_key, waiting};

/// Holds the mode until it is dropped.
pub(super) struct RawMode(());

impl RawMode {
    pub fn hold() -> RawMode {
        take_over();
        RawMode(())
    }
}

impl Drop for RawMode {
    fn drop(&mut self) {
        restore();
    }
}

/// In a console of Windows every key is taken by itself, and the terminal is given back after it.
#[cfg(windows)]
fn take_over() {}

#[cfg(windows)]
pub(super) fn restore() {}

#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "the terminal is that of standard input")]
mod unix {
    use std::io;
    use std::sync::{Mutex, PoisonError};
    use std::time::Duration;

    use console::{Key, Term};
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::termios;
    use rustix::termios::{OptionalActions, Termios};

    /// How the terminal was before.
    static ORIGINAL: Mutex<Option<Termios>> = Mutex::new(None);

    /// Where the terminal does not allow it, console's own way is left.
    pub fn take_over() {
        if let Ok(original) = termios::tcgetattr(io::stdin()) {
            let mut raw = original.clone();
            raw.make_raw();
            // A newline still goes to the begin of the next line.
            raw.output_modes = original.output_modes;
            if termios::tcsetattr(io::stdin(), OptionalActions::Drain, &raw).is_ok() {
                *ORIGINAL.lock().unwrap_or_else(PoisonError::into_inner) = Some(original);
            }
        }
    }

    /// Waits for a key.
    pub fn read_key(term: &Term) -> io::Result<Key> {
        term.read_key_raw()
    }

    /// Whether a key comes within this time.
    pub fn more_is_coming(within: Duration) -> bool {
        let input = io::stdin();
        let mut waiting = [PollFd::new(&input, PollFlags::IN)];
        Timespec::try_from(within).is_ok_and(|within| poll(&mut waiting, Some(&within)).is_ok_and(|ready| ready > 0))
    }

    /// How many signs are waiting, about.
    pub fn waiting() -> u64 {
        rustix::io::ioctl_fionread(io::stdin()).unwrap_or_default()
    }

    /// Gives the terminal back as it was. A terminal that is gone needs nothing any more.
    pub fn restore() {
        if let Some(original) = ORIGINAL.lock().unwrap_or_else(PoisonError::into_inner).take() {
            let _ = termios::tcsetattr(io::stdin(), OptionalActions::Drain, &original);
        }
    }
}
