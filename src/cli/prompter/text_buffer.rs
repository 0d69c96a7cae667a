use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthChar;

use crate::domain::LONGEST_TEXT;
use crate::notation::hides;

/// A text that is being typed, with the place of the cursor. What hides or steers never gets in, and letters are kept in
/// their shortest form, so that an é is one letter however it was typed.
#[derive(Clone, Debug)]
pub(super) struct TextBuffer {
    text: String,
    /// Counted in bytes.
    cursor: usize,
    pub shape: Shape,
    pub left_out: LeftOut,
}

/// Whether a newline may stand in the text. In one line, lines that are pasted stand behind each other with a comma between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    OneLine,
    Lines,
}

/// What a key changes in the text, or where it takes the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edit {
    Left,
    Right,
    WordLeft,
    WordRight,
    Home,
    End,
    Backspace,
    Delete,
    DeleteWord,
    DeleteToLineStart,
    DeleteToLineEnd,
}

/// What could not get in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LeftOut {
    pub signs: bool,
    pub excess: bool,
}

impl TextBuffer {
    pub fn new(shape: Shape, text: &str) -> TextBuffer {
        let mut buffer = TextBuffer { text: String::new(), cursor: 0, shape, left_out: LeftOut::default() };
        buffer.insert(text);
        buffer
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn cursor(&self) -> usize {
        self.cursor
    }

    pub fn is_at_end(&self) -> bool {
        self.cursor == self.text.len()
    }

    pub fn insert(&mut self, added: &str) {
        let mut before = self.text[..self.cursor].to_owned();
        before.push_str(&self.allowed(added));
        let mut before: String = before.nfc().collect();
        let room = LONGEST_TEXT.saturating_sub(self.text.len() - self.cursor);
        if before.len() > room {
            before.truncate(before.floor_char_boundary(room));
            self.left_out.excess = true;
        }
        self.replace(0..self.cursor, &before);
    }

    /// Puts lines in below what stands before the cursor: both belong to one paste.
    pub fn insert_below(&mut self, lines: &str) {
        let before = self.text[..self.cursor].to_owned();
        self.replace(0..self.cursor, "");
        self.insert(&format!("{before}\n{lines}"));
    }

    pub fn clear(&mut self) {
        self.replace(0..self.text.len(), "");
    }

    pub fn apply(&mut self, edit: Edit) {
        let (here, line) = (self.cursor, self.line());
        match edit {
            Edit::Left => self.cursor = self.before(),
            Edit::Right => self.cursor = self.behind(),
            Edit::WordLeft => self.cursor = self.word_start(),
            Edit::WordRight => self.cursor = self.word_end(),
            Edit::Home => self.cursor = line.start,
            Edit::End => self.cursor = line.end,
            Edit::Backspace => self.replace(self.before()..here, ""),
            Edit::Delete => self.replace(here..self.behind(), ""),
            Edit::DeleteWord => self.replace(self.word_start()..here, ""),
            Edit::DeleteToLineStart => self.replace(line.start..here, ""),
            Edit::DeleteToLineEnd => self.replace(here..line.end, ""),
        }
    }

    /// Takes out the line that the cursor is in.
    pub fn delete_line(&mut self) {
        let line = self.line();
        let start = line.start.saturating_sub(1);
        let end = if line.start == 0 { (line.end + 1).min(self.text.len()) } else { line.end };
        self.replace(start..end, "");
    }

    /// Puts the cursor at a place that [`super::rows`] gave.
    pub fn go_to(&mut self, place: usize) {
        self.cursor = self.text.floor_char_boundary(place);
    }

    /// The line that the cursor is in.
    pub fn line(&self) -> Range<usize> {
        let start = self.text[..self.cursor].rfind('\n').map_or(0, |newline| newline + 1);
        let end = self.text[self.cursor..].find('\n').map_or(self.text.len(), |newline| self.cursor + newline);
        start..end
    }

    pub fn line_text(&self) -> &str {
        &self.text[self.line()]
    }

    /// The letters that may stand in the text, with newlines as the shape wants them.
    fn allowed(&mut self, added: &str) -> String {
        let added = added.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
        let added = match self.shape {
            Shape::OneLine if added.contains('\n') => {
                let lines: Vec<&str> = added.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
                lines.join(", ")
            }
            _ => added,
        };
        let kept: String = added.chars().filter(|letter| !hides(*letter)).collect();
        self.left_out.signs |= kept.len() < added.len();
        kept
    }

    /// Leaves the cursor behind what was put in.
    fn replace(&mut self, range: Range<usize>, text: &str) {
        self.cursor = range.start + text.len();
        self.text.replace_range(range, text);
    }

    fn before(&self) -> usize {
        let mut letters = self.text[..self.cursor].char_indices().rev();
        letters.find(|(_, letter)| !joins_the_letter_before(*letter)).map_or(0, |(place, _)| place)
    }

    fn word_start(&self) -> usize {
        let before = self.text[..self.cursor].trim_end();
        before.len() - before.rsplit(char::is_whitespace).next().map_or(0, str::len)
    }

    fn word_end(&self) -> usize {
        let behind = self.text[self.cursor..].trim_start();
        self.text.len() - behind.find(char::is_whitespace).map_or(0, |space| behind.len() - space)
    }

    fn behind(&self) -> usize {
        next_letter(&self.text, self.cursor)
    }
}

/// The place behind the letter at this place, with the accents that stand on it.
pub(super) fn next_letter(text: &str, place: usize) -> usize {
    let mut letters = text[place..].char_indices().skip(1);
    letters.find(|(_, letter)| !joins_the_letter_before(*letter)).map_or(text.len(), |(offset, _)| place + offset)
}

fn joins_the_letter_before(letter: char) -> bool {
    letter.width() == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `|` stands for the cursor.
    fn shown(buffer: &TextBuffer) -> String {
        let (before, behind) = buffer.text.split_at(buffer.cursor);
        format!("{before}|{behind}")
    }

    #[track_caller]
    fn check(shape: Shape, start: &str, keys: impl Fn(&mut TextBuffer), expected: &str) {
        let mut buffer = TextBuffer::new(shape, &start.replace('|', ""));
        buffer.cursor = start.find('|').expect("the cursor is marked");
        keys(&mut buffer);
        assert_eq!(shown(&buffer), expected);
    }

    fn check_line(start: &str, keys: impl Fn(&mut TextBuffer), expected: &str) {
        check(Shape::OneLine, start, keys, expected);
    }

    fn check_lines(start: &str, keys: impl Fn(&mut TextBuffer), expected: &str) {
        check(Shape::Lines, start, keys, expected);
    }

    #[test]
    fn letters_come_in_at_the_cursor() {
        check_line("ab|d", |buffer| buffer.insert("c"), "abc|d");
        check_line("|", |buffer| buffer.insert("één\r\ntwee\tdrie"), "één, twee drie|");
        check_lines("|", |buffer| buffer.insert("één\r\ntwee\rdrie"), "één\ntwee\ndrie|");
    }

    #[test]
    fn an_accent_joins_its_letter() {
        check_line("cafe|", |buffer| buffer.insert("\u{301}"), "café|");
        check_line("q\u{323}|", |buffer| buffer.apply(Edit::Backspace), "|");
        check_line("|q\u{323}x", |buffer| buffer.apply(Edit::Right), "q\u{323}|x");
        check_line("|q\u{323}x", |buffer| buffer.apply(Edit::Delete), "|x");
    }

    #[test]
    fn what_hides_stays_out() {
        let mut buffer = TextBuffer::new(Shape::OneLine, "a\u{1b}[31m\u{202e}b\u{0}");
        assert_eq!(shown(&buffer), "a[31mb|");
        assert!(buffer.left_out.signs && !buffer.left_out.excess);
        buffer.insert(&"x".repeat(LONGEST_TEXT));
        assert_eq!(buffer.text.len(), LONGEST_TEXT);
        assert!(buffer.left_out.excess);
    }

    #[test]
    fn keys_take_away() {
        check_line("een twee |drie", |buffer| buffer.apply(Edit::DeleteWord), "een |drie");
        check_line("één|", |buffer| buffer.apply(Edit::DeleteWord), "|");
        check_line("een\u{a0}twee|", |buffer| buffer.apply(Edit::DeleteWord), "een\u{a0}|");
        check_line("een twee|drie", |buffer| buffer.apply(Edit::DeleteToLineStart), "|drie");
        check_lines("een\ntwee|drie\nvier", |buffer| buffer.apply(Edit::DeleteToLineStart), "een\n|drie\nvier");
        check_lines("een\ntwee|drie\nvier", |buffer| buffer.apply(Edit::DeleteToLineEnd), "een\ntwee|\nvier");
        check_lines("een\n:stop|", TextBuffer::delete_line, "een|");
        check_lines(":stop|\neen", TextBuffer::delete_line, "|een");
        check_lines("een\n:stop|\ntwee", TextBuffer::delete_line, "een|\ntwee");
        check_line(":stop|", TextBuffer::delete_line, "|");
        check_line("|", |buffer| buffer.apply(Edit::Backspace), "|");
        check_line("|", |buffer| buffer.apply(Edit::Delete), "|");
    }

    #[test]
    fn lines_go_below_what_they_were_pasted_with() {
        check_lines("een|vijf\nzes", |buffer| buffer.insert_below("\ntwee\n"), "een\n\ntwee\n|vijf\nzes");
        check_line("een|", |buffer| buffer.insert_below("twee\ndrie\n"), "een, twee, drie|");
        check_line("een|vier", |buffer| buffer.insert_below("twee\ndrie"), "een, twee, drie|vier");
    }

    #[test]
    fn keys_move_by_words() {
        check_line("een twee dr|ie", |buffer| buffer.apply(Edit::WordLeft), "een twee |drie");
        check_line("een twee |drie", |buffer| buffer.apply(Edit::WordLeft), "een |twee drie");
        check_line("|een", |buffer| buffer.apply(Edit::WordLeft), "|een");
        check_line("|één twee", |buffer| buffer.apply(Edit::WordRight), "één| twee");
        check_line("één|  twee drie", |buffer| buffer.apply(Edit::WordRight), "één  twee| drie");
        check_lines("een|\ntwee", |buffer| buffer.apply(Edit::WordRight), "een\ntwee|");
        check_line("een|  ", |buffer| buffer.apply(Edit::WordRight), "een  |");
    }

    #[test]
    fn home_and_end_stay_in_the_line() {
        check_lines("een\ntw|ee\ndrie", |buffer| buffer.apply(Edit::Home), "een\n|twee\ndrie");
        check_lines("een\ntw|ee\ndrie", |buffer| buffer.apply(Edit::End), "een\ntwee|\ndrie");
    }

    proptest! {
        #[test]
        fn no_key_breaks_the_text(start in any::<String>(), keys in proptest::collection::vec(0..14, 0..40)) {
            let mut buffer = TextBuffer::new(Shape::Lines, &start);
            for key in keys {
                match key {
                    0 => buffer.insert("e\u{301}\n漢"),
                    1 => buffer.apply(Edit::Backspace),
                    2 => buffer.apply(Edit::Delete),
                    3 => buffer.apply(Edit::DeleteToLineStart),
                    4 => buffer.apply(Edit::DeleteToLineEnd),
                    5 => buffer.apply(Edit::DeleteWord),
                    6 => buffer.delete_line(),
                    7 | 8 => buffer.apply(Edit::Left),
                    9 => buffer.apply(Edit::Right),
                    10 => buffer.apply(Edit::Home),
                    11 => buffer.apply(Edit::WordLeft),
                    12 => buffer.apply(Edit::WordRight),
                    _ => buffer.apply(Edit::End),
                }
                prop_assert!(buffer.text.is_char_boundary(buffer.cursor));
                prop_assert!(!buffer.text.contains(hides));
            }
        }
    }
}
