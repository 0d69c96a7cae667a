//! Reads the keys of a console of Windows. console reads them there one by one: it cannot say whether more are waiting, knows no F1, and
//! drops each sign that is on no key.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use std::{io, thread};

use console::{Key, Term};
use crossterm_winapi::{Console, ConsoleMode, Handle, InputRecord};

use super::console_keys::{Event, Signs};

/// What was taken to see whether it is there. It is read next.
static AHEAD: Mutex<Option<Key>> = Mutex::new(None);

/// Waits for a key. Ctrl-C is one too.
pub fn read_key(_: &Term) -> io::Result<Key> {
    if let Some(key) = AHEAD.lock().unwrap_or_else(PoisonError::into_inner).take() {
        return Ok(key);
    }
    let handle = Handle::input_handle()?;
    let _unprocessed = Unprocessed::hold(handle.clone())?;
    let (console, mut signs) = (Console::from(handle), Signs::default());
    loop {
        if let Some(key) = take(&console, &mut signs)? {
            return Ok(key);
        }
    }
}

/// Whether a key comes within this time. Who hears that it does, reads it: dialoguer does not know of it.
pub fn more_is_coming(within: Duration) -> bool {
    let mut ahead = AHEAD.lock().unwrap_or_else(PoisonError::into_inner);
    if ahead.is_none() {
        // A console that is gone has no more keys, which the next reading tells.
        *ahead = key_within(within).unwrap_or_default();
    }
    ahead.is_some()
}

/// How many signs are waiting, about: a key goes down and up.
pub fn waiting() -> u64 {
    let console = Handle::input_handle().map(Console::from);
    console.and_then(|console| console.number_of_console_input_events()).map_or(0, |events| u64::from(events / 2))
}

fn key_within(within: Duration) -> io::Result<Option<Key>> {
    let until = Instant::now() + within;
    let (console, mut signs) = (Console::from(Handle::input_handle()?), Signs::default());
    loop {
        while console.number_of_console_input_events()? > 0 {
            if let Some(key) = take(&console, &mut signs)? {
                return Ok(Some(key));
            }
        }
        if Instant::now() >= until {
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(1));
    }
}

/// For as long as it lives, Ctrl-C is a key and no signal.
struct Unprocessed {
    mode: ConsoleMode,
    before: u32,
}

const ENABLE_PROCESSED_INPUT: u32 = 1;

impl Unprocessed {
    fn hold(handle: Handle) -> io::Result<Unprocessed> {
        let mode = ConsoleMode::from(handle);
        let before = mode.mode()?;
        mode.set_mode(before & !ENABLE_PROCESSED_INPUT)?;
        Ok(Unprocessed { mode, before })
    }
}

impl Drop for Unprocessed {
    fn drop(&mut self) {
        // A console that is gone needs nothing any more.
        let _ = self.mode.set_mode(self.before);
    }
}

const ALT_OR_CTRL: u32 = 0xf;

/// The next event, if it is a key.
fn take(console: &Console, signs: &mut Signs) -> io::Result<Option<Key>> {
    let InputRecord::KeyEvent(event) = console.read_single_input_event()? else { return Ok(None) };
    Ok(signs.key(Event {
        is_down: event.key_down,
        code: event.virtual_key_code,
        unit: event.u_char,
        is_held: event.control_key_state.has_state(ALT_OR_CTRL),
    }))
}
