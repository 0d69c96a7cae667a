use std::io;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use super::raw_mode;
use crate::interview::PromptError;

static INTERRUPTED: AtomicBool = AtomicBool::new(false);
static WAITING: AtomicBool = AtomicBool::new(false);
static WATCHING: Once = Once::new();

/// Makes Ctrl-C end the program in good order. The program looks up before every prompt; where it cannot look up, because it
/// waits for a whole line or is busy and Ctrl-C comes again, the handler itself says goodbye.
pub fn watch_interruptions(plain: bool) {
    WATCHING.call_once(|| {
        // Without a handler Ctrl-C still ends the program, only less politely.
        let _ = ctrlc::set_handler(move || {
            let again = INTERRUPTED.swap(true, Ordering::SeqCst);
            if again || WAITING.load(Ordering::SeqCst) || (cfg!(windows) && !plain) {
                leave(plain);
            }
        });
    });
}

#[expect(clippy::disallowed_methods, reason = "a signal ends the program here and nowhere else")]
fn leave(plain: bool) -> ! {
    raw_mode::restore();
    let term = console::Term::stderr();
    if !plain {
        let _ = term.show_cursor();
    }
    let _ = term.write_line("\nGestopt. Wat je hebt geantwoord, is bewaard.");
    std::process::exit(130)
}

/// Looked at before every prompt and after every key.
pub(super) fn check() -> Result<(), PromptError> {
    if INTERRUPTED.swap(false, Ordering::SeqCst) { Err(PromptError::Interrupted) } else { Ok(()) }
}

/// As long as this lives, the program waits for a whole line and Ctrl-C has to end it from outside.
pub(super) struct Waiting(());

impl Waiting {
    pub fn begin() -> Waiting {
        WAITING.store(true, Ordering::SeqCst);
        Waiting(())
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        WAITING.store(false, Ordering::SeqCst);
    }
}

/// What a failed reading of keys means: console and dialoguer tell Ctrl-C, and a terminal that is gone, as errors.
pub(super) fn reading_failed(error: io::Error) -> PromptError {
    const TERMINAL_GONE: i32 = 5;
    match error.kind() {
        io::ErrorKind::Interrupted => PromptError::Interrupted,
        io::ErrorKind::UnexpectedEof => PromptError::EndOfInput,
        _ if cfg!(unix) && error.raw_os_error() == Some(TERMINAL_GONE) => PromptError::EndOfInput,
        _ if check().is_err() => PromptError::Interrupted,
        _ => PromptError::Io(error),
    }
}
