use std::time::Instant;

use unicode_width::UnicodeWidthStr;

use super::guard::Guard;
use super::keys::Stroke;
use super::layout::Tone;
use super::raw_mode::RawMode;
use super::rows::{Place, Rows};
use super::screen::Screen;
use super::text_buffer::{LeftOut, Shape, TextBuffer};
use super::{interruption, keys, wording};
use crate::interview::{Command, PromptError};

/// A text that is edited on the screen. dialoguer's own input knows no Escape, no Home, no Delete and no help key, and
/// prints a line again that is wider than the screen.
pub(super) struct LineReader<'s> {
    screen: &'s Screen,
    label: String,
    /// Stands above the text as long as it is typed.
    hint: String,
    shape: Shape,
    buffer: TextBuffer,
    guard: Guard,
    /// Hears what is there so far at the end of each line, and when the typing breaks off.
    noted: Option<&'s dyn Fn(&str)>,
    drawn: Option<Drawn>,
}

/// How the typing ended, and the text so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    pub end: End,
    pub text: String,
    pub left_out: LeftOut,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum End {
    Entered,
    /// A command that was typed, or the key for it.
    Command(Command),
}

/// What stands on the screen now.
#[derive(Clone, Copy, Debug)]
struct Drawn {
    size: (u16, u16),
    rows: usize,
    cursor: Place,
}

impl<'s> LineReader<'s> {
    pub fn new(screen: &'s Screen, label: &str, shape: Shape, text: &str) -> LineReader<'s> {
        let buffer = TextBuffer::new(shape, text);
        LineReader {
            screen,
            label: label.to_owned(),
            hint: String::new(),
            shape,
            buffer,
            guard: Guard::Off,
            noted: None,
            drawn: None,
        }
    }

    pub fn hint(mut self, hint: &str) -> LineReader<'s> {
        self.hint = hint.to_owned();
        self
    }

    pub fn guard(mut self, guard: Guard) -> LineReader<'s> {
        self.guard = guard;
        self
    }

    pub fn noted(mut self, noted: &'s dyn Fn(&str)) -> LineReader<'s> {
        self.noted = Some(noted);
        self
    }

    fn note(&self) {
        if let Some(noted) = self.noted {
            noted(self.buffer.text());
        }
    }

    /// Reads until Enter, or the empty line that ends several, or a command. Nothing of it is left on the screen.
    pub fn read(mut self) -> Result<Typed, PromptError> {
        interruption::check()?;
        let raw = RawMode::hold();
        self.bracketed_paste(true)?;
        let ended = self.read_strokes();
        // The terminal goes back to how it was, whatever came of it.
        let erased = self.erase().and(self.bracketed_paste(false));
        drop(raw);
        if ended.is_err() {
            self.note();
        }
        let end = ended?;
        erased?;
        Ok(Typed { end, text: self.buffer.text().trim_end().to_owned(), left_out: self.buffer.left_out })
    }

    fn read_strokes(&mut self) -> Result<End, PromptError> {
        let mut begun = Instant::now();
        loop {
            self.draw()?;
            let stroke = keys::read(&mut || self.screen.term.read_key_raw()).map_err(interruption::reading_failed)?;
            interruption::check()?;
            match stroke {
                Stroke::Enter if self.guard.drops(begun) => {
                    self.drop_left_over()?;
                    begun = Instant::now();
                }
                Stroke::Enter => {
                    if let Some(end) = self.enter() {
                        return Ok(end);
                    }
                }
                Stroke::Escape => return Ok(End::Command(Command::Back)),
                Stroke::Help => return Ok(End::Command(Command::Help)),
                Stroke::Interrupt => return Err(PromptError::Interrupted),
                Stroke::EndOfInput if self.buffer.text().is_empty() => return Err(PromptError::EndOfInput),
                stroke => self.edit(stroke),
            }
        }
    }

    /// Enter ends one line; of several lines it ends the empty one.
    fn enter(&mut self) -> Option<End> {
        let line = &self.buffer.text()[self.buffer.line()];
        if let Some(command) = Command::read(line) {
            self.buffer.delete_line();
            return Some(End::Command(command));
        }
        if self.shape == Shape::OneLine || (line.trim().is_empty() && self.buffer.is_at_end()) {
            return Some(End::Entered);
        }
        self.buffer.insert("\n");
        self.note();
        None
    }

    fn drop_left_over(&mut self) -> Result<(), PromptError> {
        self.erase()?;
        self.buffer.clear();
        Ok(self.screen.say(&self.screen.lines(Tone::Fault, wording::LEFT_OVER))?)
    }

    fn edit(&mut self, stroke: Stroke) {
        let buffer = &mut self.buffer;
        match stroke {
            Stroke::Letter(letter) => buffer.insert(letter.encode_utf8(&mut [0; 4])),
            Stroke::Pasted(text) => buffer.insert(&text),
            Stroke::Backspace => buffer.backspace(),
            Stroke::Delete => buffer.delete(),
            Stroke::DeleteWord => buffer.delete_word(),
            Stroke::DeleteToLineStart => buffer.delete_to_line_start(),
            Stroke::DeleteToLineEnd => buffer.delete_to_line_end(),
            Stroke::Left => buffer.left(),
            Stroke::Right => buffer.right(),
            Stroke::Home => buffer.home(),
            Stroke::End => buffer.end(),
            Stroke::Up => self.move_row(|row| row.checked_sub(1)),
            Stroke::Down => self.move_row(|row| Some(row + 1)),
            _ => {}
        }
    }

    fn move_row(&mut self, to: impl Fn(usize) -> Option<usize>) {
        let rows = Rows::new(self.buffer.text(), self.room());
        let Place { row, column } = rows.place(self.buffer.cursor());
        if let Some(row) = to(row).filter(|row| *row < rows.ranges.len()) {
            let cursor = rows.cursor(Place { row, column });
            self.buffer.go_to(cursor);
        }
    }

    /// The columns for the text. One space may hang beyond a row, and the last column stays free.
    fn room(&self) -> usize {
        self.screen.width().saturating_sub(self.screen.prefix(&self.label).width() + 1).max(1)
    }

    fn draw(&mut self) -> Result<(), PromptError> {
        self.go_to_begin()?;
        let term = &self.screen.term;
        let size = term.size();
        let prefix = self.screen.prefix(&self.label);
        let rows = Rows::new(self.buffer.text(), self.room());
        let place = rows.place(self.buffer.cursor());
        // A text higher than the screen shows the part around the cursor.
        let most = usize::from(size.0).saturating_sub(1).max(1);
        let first = (place.row + 1).saturating_sub(most);
        let count = (rows.ranges.len() - first).min(most);
        let mut shown = self.above(most - count);
        let above = shown.len();
        for row in first..first + count {
            let before = if row == 0 { self.screen.styled(Tone::Quiet, &prefix) } else { " ".repeat(prefix.width()) };
            shown.push(format!("{before}{}", rows.row(row)));
        }
        term.write_str(&shown.join("\n"))?;
        let cursor = Place { row: above + place.row - first, column: prefix.width() + place.column };
        term.move_cursor_up(shown.len() - 1 - cursor.row)?;
        term.write_str("\r")?;
        term.move_cursor_right(cursor.column)?;
        term.flush()?;
        self.drawn = Some(Drawn { size, rows: shown.len(), cursor });
        Ok(())
    }

    /// What stands above the text, as far as there is room: the label when it is long, and the hint.
    fn above(&self, room: usize) -> Vec<String> {
        let screen = self.screen;
        let mut lines = Vec::new();
        if !screen.holds_label(&self.label) {
            lines.extend(screen.lines(Tone::Quiet, &self.label));
        }
        lines.extend(screen.lines(Tone::Quiet, &self.hint));
        lines.truncate(room);
        lines.iter().map(|line| screen.styled(line.tone, &line.text)).collect()
    }

    /// Goes to where the text begins and clears what is there. After a resize nobody knows where that is: the text then
    /// begins anew below.
    fn go_to_begin(&mut self) -> Result<(), PromptError> {
        let term = &self.screen.term;
        if let Some(drawn) = self.drawn.take() {
            if drawn.size == term.size() {
                term.move_cursor_up(drawn.cursor.row)?;
            } else {
                term.move_cursor_down(drawn.rows - 1 - drawn.cursor.row)?;
                term.write_line("")?;
            }
            term.clear_to_end_of_screen()?;
        }
        Ok(())
    }

    fn erase(&mut self) -> Result<(), PromptError> {
        self.go_to_begin()?;
        Ok(self.screen.term.flush()?)
    }

    /// Asks the terminal to mark a paste, so that its newlines are no Enter. The console of Windows knows no such thing.
    fn bracketed_paste(&self, on: bool) -> Result<(), PromptError> {
        if cfg!(unix) {
            self.screen.term.write_str(if on { "\u{1b}[?2004h" } else { "\u{1b}[?2004l" })?;
            self.screen.term.flush()?;
        }
        Ok(())
    }
}
