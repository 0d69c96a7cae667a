use std::io;
use std::io::{BufRead, Read};

use super::interruption;
use super::interruption::Waiting;
use super::text_buffer::{LeftOut, Shape, TextBuffer};
use crate::domain::LONGEST_TEXT;
use crate::interview::PromptError;

/// One line as it came in, without its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum InputLine {
    Text(String, LeftOut),
    /// Bytes that are no UTF-8.
    Unreadable,
    /// There is no more.
    End,
}

/// Waits for one line; Ctrl-C ends the waiting.
pub(super) fn wait_for_line(input: &mut impl BufRead) -> Result<InputLine, PromptError> {
    let waiting = Waiting::begin();
    interruption::check()?;
    let line = read_line(input)?;
    drop(waiting);
    interruption::check()?;
    Ok(line)
}

/// Reads one line. Of a line that is too long the rest is read too, so that it cannot pass for the next answer.
fn read_line(input: &mut impl BufRead) -> io::Result<InputLine> {
    let mut bytes = Vec::new();
    let read = input.by_ref().take(MOST_BYTES).read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Ok(InputLine::End);
    }
    let cut_off = bytes.last() != Some(&b'\n') && skip_line(input)?;
    if cut_off {
        // A letter may be cut in two.
        let whole = bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
        if bytes.len() - whole < 4 {
            bytes.truncate(whole);
        }
    }
    let Ok(text) = String::from_utf8(bytes) else { return Ok(InputLine::Unreadable) };
    let text = text.trim_end_matches(['\n', '\r']).trim_start_matches('\u{feff}');
    let buffer = TextBuffer::new(Shape::OneLine, text);
    let left_out = LeftOut { excess: buffer.left_out.excess || cut_off, ..buffer.left_out };
    Ok(InputLine::Text(buffer.text().to_owned(), left_out))
}

const MOST_BYTES: u64 = LONGEST_TEXT as u64 + 2;

/// Reads to the end of the line, and tells whether anything but its end was there.
fn skip_line(input: &mut impl BufRead) -> io::Result<bool> {
    let mut skipped = false;
    loop {
        let bytes = input.fill_buf()?;
        let line_end = bytes.iter().position(|byte| *byte == b'\n');
        let used = line_end.map_or(bytes.len(), |place| place + 1);
        skipped |= line_end.unwrap_or(used) > 0;
        let ended = line_end.is_some() || bytes.is_empty();
        input.consume(used);
        if ended {
            return Ok(skipped);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(input: &[u8], expected: &[&str]) {
        let mut input = input;
        let mut lines = Vec::new();
        loop {
            match read_line(&mut input).expect("memory can be read") {
                InputLine::Text(text, left_out) => {
                    lines.push(if left_out == LeftOut::default() { text } else { format!("{text} +") });
                }
                InputLine::Unreadable => lines.push("?".to_owned()),
                InputLine::End => break,
            }
        }
        assert_eq!(lines, expected);
    }

    #[test]
    fn lines_end_as_on_any_system() {
        check(b"een\ntwee\r\n\ndrie", &["een", "twee", "", "drie"]);
        check("\u{feff}één\n".as_bytes(), &["één"]);
        check("cafe\u{301}\n".as_bytes(), &["café"]);
        check(b"", &[]);
    }

    #[test]
    fn what_cannot_be_read_is_told_apart() {
        check(b"caf\xe9\ngoed\n", &["?", "goed"]);
        check(b"\x1b[2Jtekst\x00\n", &["[2Jtekst +"]);
        check(b"a\tb\n", &["a b"]);
    }

    #[test]
    fn the_rest_of_a_long_line_is_no_answer() {
        let long = "é".repeat(LONGEST_TEXT);
        let cut = format!("{} +", "é".repeat(LONGEST_TEXT / 2));
        check(format!("{long}\nnee\n").as_bytes(), &[&cut, "nee"]);
        let fits = "x".repeat(LONGEST_TEXT);
        check(format!("{fits}\r\nnee\n").as_bytes(), &[&fits, "nee"]);
        check(fits.as_bytes(), &[&fits]);
    }

    proptest! {
        #[test]
        fn any_bytes_can_be_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let mut input = bytes.as_slice();
            while read_line(&mut input).expect("memory can be read") != InputLine::End {}
        }
    }
}
