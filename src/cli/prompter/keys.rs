use std::io;
use std::time::Duration;

use console::{Key, Term};

use super::interruption;
use super::raw_mode::{more_is_coming, read_key};
use super::text_buffer::Edit;
use crate::interview::PromptError;

/// What a person does at the keyboard, whatever the terminal makes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stroke {
    Letter(char),
    Pasted(String),
    Enter,
    Escape,
    /// F1.
    Help,
    /// Ctrl-C.
    Interrupt,
    /// Ctrl-D.
    EndOfInput,
    Up,
    Down,
    Edit(Edit),
    /// A key that means nothing here.
    Other,
}

/// Between two keys of a person lies more time.
pub(super) const BETWEEN: Duration = Duration::from_millis(12);

/// Adds what comes faster than anyone types: a paste, in a terminal that does not mark one.
pub(super) fn read_rest(term: &Term, text: &mut String) -> Result<(), PromptError> {
    while more_is_coming(BETWEEN) {
        match read(&mut || read_key(term)).map_err(interruption::reading_failed)? {
            Stroke::Letter(letter) => text.push(letter),
            Stroke::Pasted(more) => text.push_str(&more),
            Stroke::Enter => text.push('\n'),
            Stroke::Interrupt => return Err(PromptError::Interrupted),
            _ => {}
        }
    }
    Ok(())
}

/// Reads one stroke. console hands over part of the sequences it does not know; the rest is read here.
pub(super) fn read(next: &mut impl FnMut() -> io::Result<Key>) -> io::Result<Stroke> {
    Ok(match next()? {
        Key::UnknownEscSeq(sequence) => return read_sequence(&sequence, next),
        Key::Char(letter) => of_letter(letter),
        Key::Enter => Stroke::Enter,
        Key::Escape => Stroke::Escape,
        Key::CtrlC => Stroke::Interrupt,
        Key::ArrowLeft => Stroke::Edit(Edit::Left),
        Key::ArrowRight => Stroke::Edit(Edit::Right),
        Key::ArrowUp => Stroke::Up,
        Key::ArrowDown => Stroke::Down,
        Key::Home => Stroke::Edit(Edit::Home),
        Key::End => Stroke::Edit(Edit::End),
        Key::Backspace => Stroke::Edit(Edit::Backspace),
        Key::Del => Stroke::Edit(Edit::Delete),
        _ => Stroke::Other,
    })
}

fn of_letter(letter: char) -> Stroke {
    match letter {
        '\u{4}' => Stroke::EndOfInput,
        '\u{b}' => Stroke::Edit(Edit::DeleteToLineEnd),
        '\u{15}' => Stroke::Edit(Edit::DeleteToLineStart),
        '\u{17}' => Stroke::Edit(Edit::DeleteWord),
        letter if letter.is_control() => Stroke::Other,
        letter => Stroke::Letter(letter),
    }
}

fn read_sequence(begin: &[char], next: &mut impl FnMut() -> io::Result<Key>) -> io::Result<Stroke> {
    match begin {
        ['\u{1b}'] => Ok(Stroke::Escape),
        // Application mode: ESC O and one letter more.
        ['O'] => Ok(match next()? {
            Key::Char('P') => Stroke::Help,
            Key::Char(letter) => of_last_letter(letter, false),
            Key::CtrlC => Stroke::Interrupt,
            _ => Stroke::Other,
        }),
        // Alt and a key.
        ['b'] => Ok(Stroke::Edit(Edit::WordLeft)),
        ['f'] => Ok(Stroke::Edit(Edit::WordRight)),
        ['\u{7f}' | '\u{8}'] => Ok(Stroke::Edit(Edit::DeleteWord)),
        ['[', _, ..] => {
            let body = whole_sequence(&begin[1..], next)?;
            match body.as_str() {
                // xterm's older F1, and that of the Linux console.
                "11~" | "[A" => Ok(Stroke::Help),
                "200~" => read_paste(next),
                body => Ok(match body.strip_prefix("1;").map(str::as_bytes) {
                    // Held together with Alt (3) or Ctrl (5) an arrow moves by words; with another key it does what it does alone.
                    Some([held, letter]) => of_last_letter(char::from(*letter), matches!(held, b'3' | b'5')),
                    _ => Stroke::Other,
                }),
            }
        }
        _ => Ok(Stroke::Other),
    }
}

/// The key whose sequence ends with this letter.
fn of_last_letter(letter: char, by_words: bool) -> Stroke {
    match letter {
        'A' => Stroke::Up,
        'B' => Stroke::Down,
        'C' => Stroke::Edit(if by_words { Edit::WordRight } else { Edit::Right }),
        'D' => Stroke::Edit(if by_words { Edit::WordLeft } else { Edit::Left }),
        'H' => Stroke::Edit(Edit::Home),
        'F' => Stroke::Edit(Edit::End),
        _ => Stroke::Other,
    }
}

/// The longest sequence that any terminal sends is far shorter.
const LONGEST_SEQUENCE: usize = 32;

/// Reads on until the sign that ends a sequence.
fn whole_sequence(begin: &[char], next: &mut impl FnMut() -> io::Result<Key>) -> io::Result<String> {
    let mut body: String = begin.iter().collect();
    let is_final = |sign: char| ('@'..='~').contains(&sign);
    // The Linux console sends a second bracket, which ends nothing.
    while body == "[" || !body.ends_with(is_final) && body.len() < LONGEST_SEQUENCE {
        let Key::Char(sign) = next()? else { break };
        body.push(sign);
    }
    Ok(body)
}

/// Reads to the end of a bracketed paste. Sequences inside it are dropped: they can only steer.
fn read_paste(next: &mut impl FnMut() -> io::Result<Key>) -> io::Result<Stroke> {
    let mut pasted = String::new();
    loop {
        match next()? {
            Key::UnknownEscSeq(begin) if ends_paste(&begin, next)? => return Ok(Stroke::Pasted(pasted)),
            Key::CtrlC => return Ok(Stroke::Interrupt),
            Key::Enter => pasted.push('\n'),
            Key::Tab => pasted.push('\t'),
            Key::Char(letter) => pasted.push(letter),
            _ => {}
        }
    }
}

fn ends_paste(begin: &[char], next: &mut impl FnMut() -> io::Result<Key>) -> io::Result<bool> {
    let ['[', rest @ ..] = begin else { return Ok(false) };
    Ok(whole_sequence(rest, next)? == "201~")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(keys: &[Key], expected: &[Stroke]) {
        let mut left = keys.iter().cloned();
        let mut next = || left.next().ok_or_else(|| io::Error::from(io::ErrorKind::UnexpectedEof));
        let strokes: Vec<Stroke> = std::iter::from_fn(|| read(&mut next).ok()).collect();
        assert_eq!(strokes, expected);
    }

    fn sequence(signs: &str) -> Key {
        Key::UnknownEscSeq(signs.chars().collect())
    }

    fn letters(text: &str) -> Vec<Key> {
        text.chars().map(|letter| if letter == '\n' { Key::Enter } else { Key::Char(letter) }).collect()
    }

    #[test]
    fn control_keys_edit_and_are_never_text() {
        check(
            &letters("é\u{15}\u{17}\u{b}\u{4}\u{7}"),
            &[
                Stroke::Letter('é'),
                Stroke::Edit(Edit::DeleteToLineStart),
                Stroke::Edit(Edit::DeleteWord),
                Stroke::Edit(Edit::DeleteToLineEnd),
                Stroke::EndOfInput,
                Stroke::Other,
            ],
        );
    }

    #[test]
    fn the_help_key_is_known_in_every_form() {
        check(&[sequence("O"), Key::Char('P'), Key::Char('x')], &[Stroke::Help, Stroke::Letter('x')]);
        check(&[sequence("[11"), Key::Char('~'), Key::Char('x')], &[Stroke::Help, Stroke::Letter('x')]);
        check(&[sequence("[[A"), Key::Char('x')], &[Stroke::Help, Stroke::Letter('x')]);
    }

    #[test]
    fn an_unknown_key_leaves_no_letters_behind() {
        check(
            &[sequence("[1;"), Key::Char('5'), Key::Char('P'), Key::Char('x')],
            &[Stroke::Other, Stroke::Letter('x')],
        );
        check(&[sequence("[24"), Key::Char('~'), Key::Char('x')], &[Stroke::Other, Stroke::Letter('x')]);
        check(&[sequence("q"), Key::Char('x')], &[Stroke::Other, Stroke::Letter('x')]);
    }

    #[test]
    fn ctrl_and_alt_move_by_words() {
        for (modifier, key, edit) in [
            ('5', 'D', Edit::WordLeft),
            ('3', 'D', Edit::WordLeft),
            ('5', 'C', Edit::WordRight),
            ('3', 'C', Edit::WordRight),
            ('2', 'D', Edit::Left),
            ('5', 'H', Edit::Home),
        ] {
            let keys = [sequence("[1;"), Key::Char(modifier), Key::Char(key), Key::Char('x')];
            check(&keys, &[Stroke::Edit(edit), Stroke::Letter('x')]);
        }
        for (signs, edit) in [("b", Edit::WordLeft), ("f", Edit::WordRight), ("\u{7f}", Edit::DeleteWord)] {
            check(&[sequence(signs), Key::Char('x')], &[Stroke::Edit(edit), Stroke::Letter('x')]);
        }
    }

    #[test]
    fn a_paste_comes_whole() {
        let mut keys = vec![sequence("[20"), Key::Char('0'), Key::Char('~')];
        keys.extend(letters("een\ntwee"));
        keys.extend([sequence("[31"), Key::Char('m')]);
        keys.extend([sequence("[20"), Key::Char('1'), Key::Char('~'), Key::Enter]);
        check(&keys, &[Stroke::Pasted("een\ntwee".to_owned()), Stroke::Enter]);
    }

    #[test]
    fn ctrl_c_ends_a_paste_that_does_not_end() {
        check(&[sequence("[20"), Key::Char('0'), Key::Char('~'), Key::Char('a'), Key::CtrlC], &[Stroke::Interrupt]);
    }
}
