//! What the events of a console of Windows are as keys.

use console::Key;

/// A key that goes down or up there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Event {
    pub is_down: bool,
    /// Which key it is, whatever is held with it.
    pub code: u16,
    /// The sign, or half of one, as UTF-16; 0 where the key has none.
    pub unit: u16,
    /// Alt or Ctrl is held with it.
    pub is_held: bool,
}

/// Makes keys of events. A sign beyond the first 65,536 comes in two.
#[derive(Debug, Default)]
pub(super) struct Signs {
    first_half: Option<u16>,
}

const ALT: u16 = 0x12;

impl Signs {
    /// Nothing where the event is no key yet. A sign that is on no key, as “ or €, is pasted with the release of Alt.
    pub fn key(&mut self, event: Event) -> Option<Key> {
        let is_on_no_key = event.code == ALT && event.unit != 0;
        match event.unit {
            _ if !event.is_down && !is_on_no_key => None,
            0 => without_sign(event),
            unit @ 0xd800..0xdc00 => {
                self.first_half = Some(unit);
                None
            }
            unit => {
                let units = self.first_half.take().into_iter().chain([unit]);
                char::decode_utf16(units).next()?.ok().map(with_sign)
            }
        }
    }
}

fn with_sign(sign: char) -> Key {
    match sign {
        '\r' => Key::Enter,
        '\t' => Key::Tab,
        '\u{8}' => Key::Backspace,
        '\u{1b}' => Key::Escape,
        '\u{3}' => Key::CtrlC,
        sign => Key::Char(sign),
    }
}

/// What console has no name for is what a terminal elsewhere would send for it.
fn without_sign(event: Event) -> Option<Key> {
    let sequence = |signs: &str| Key::UnknownEscSeq(signs.chars().collect());
    Some(match event.code {
        0x08 => Key::Backspace,
        0x09 => Key::Tab,
        0x0d => Key::Enter,
        0x1b => Key::Escape,
        0x23 => Key::End,
        0x24 => Key::Home,
        0x25 if event.is_held => sequence("[1;5D"),
        0x25 => Key::ArrowLeft,
        0x26 => Key::ArrowUp,
        0x27 if event.is_held => sequence("[1;5C"),
        0x27 => Key::ArrowRight,
        0x28 => Key::ArrowDown,
        0x2e => Key::Del,
        0x70 => sequence("[11~"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::keys;
    use super::super::keys::Stroke;
    use super::super::text_buffer::Edit;
    use super::*;

    const ESCAPE: u16 = 0x1b;
    const LEFT: u16 = 0x25;
    const RIGHT: u16 = 0x27;
    const F1: u16 = 0x70;
    const SHIFT: u16 = 0x10;

    fn down(code: u16, unit: u16) -> Event {
        Event { is_down: true, code, unit, is_held: false }
    }

    fn up(code: u16, unit: u16) -> Event {
        Event { is_down: false, ..down(code, unit) }
    }

    #[track_caller]
    fn check(events: &[Event], expected: &[Stroke]) {
        let mut signs = Signs::default();
        let mut keys = events.iter().filter_map(|event| signs.key(*event));
        let mut next = || keys.next().ok_or_else(|| std::io::ErrorKind::UnexpectedEof.into());
        let strokes: Vec<Stroke> = std::iter::from_fn(|| keys::read(&mut next).ok()).collect();
        assert_eq!(strokes, expected);
    }

    #[test]
    fn a_key_that_goes_up_is_no_key() {
        let (letter, enter) = (u16::from(b'A'), u16::from(b'\r'));
        check(
            &[
                down(SHIFT, 0),
                down(letter, letter),
                up(letter, letter),
                up(SHIFT, 0),
                down(enter, enter),
                up(enter, enter),
            ],
            &[Stroke::Letter('A'), Stroke::Enter],
        );
    }

    #[test]
    fn a_sign_on_no_key_comes_when_alt_goes_up() {
        check(&[down(ALT, 0), up(ALT, 0x201c), down(ALT, 0), up(ALT, 0)], &[Stroke::Letter('“')]);
    }

    #[test]
    fn a_sign_may_come_in_two() {
        let halves: Vec<u16> = "🦠".encode_utf16().collect();
        let with_keys: Vec<Event> = halves.iter().flat_map(|half| [down(0, *half), up(0, *half)]).collect();
        check(&with_keys, &[Stroke::Letter('🦠')]);
        let with_alt: Vec<Event> = halves.iter().flat_map(|half| [down(ALT, 0), up(ALT, *half)]).collect();
        check(&with_alt, &[Stroke::Letter('🦠')]);
        // Half a sign is none, and takes no other with it.
        check(
            &[down(0, halves[1]), down(0, halves[0]), down(0, halves[0]), down(0, halves[1])],
            &[Stroke::Letter('🦠')],
        );
    }

    #[test]
    fn keys_without_a_sign_edit_and_ask_for_help() {
        let with_ctrl = |code| Event { is_held: true, ..down(code, 0) };
        check(
            &[
                down(ESCAPE, 0),
                down(F1, 0),
                down(LEFT, 0),
                with_ctrl(LEFT),
                with_ctrl(RIGHT),
                down(F1 + 1, 0),
                down(3, 3),
            ],
            &[
                Stroke::Escape,
                Stroke::Help,
                Stroke::Edit(Edit::Left),
                Stroke::Edit(Edit::WordLeft),
                Stroke::Edit(Edit::WordRight),
                Stroke::Interrupt,
            ],
        );
    }
}
