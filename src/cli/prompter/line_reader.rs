use std::time::{Duration, Instant};

use unicode_width::UnicodeWidthStr;

use super::guard::Guard;
use super::keys::Stroke;
use super::layout::Tone;
use super::raw_mode::{RawMode, more_is_coming, read_key};
use super::recall::Walk;
use super::rows::{Place, Rows};
use super::screen::Screen;
use super::text_buffer::{Shape, TextBuffer};
use super::{interruption, keys, wording};
use crate::interview::{Command, PromptError};

/// A text that is edited on the screen. dialoguer's own input knows no Escape, no Home, no Delete and no help key, and
/// prints a line again that is wider than the screen.
pub(super) struct LineReader<'s> {
    pub screen: &'s Screen,
    pub label: &'s str,
    /// Stands above the text as long as it is typed: what Enter does with nothing in the line, and with something.
    pub hint: [&'s str; 2],
    pub guard: Guard,
    /// Hears what is there so far at the end of each line, and when the typing breaks off.
    pub noted: &'s dyn Fn(&str),
    pub buffer: TextBuffer,
    /// What the arrow up brings back.
    pub typed: Walk,
    pub drawn: Option<Drawn>,
}

/// What stands on the screen now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drawn {
    size: (u16, u16),
    rows: usize,
    cursor: Place,
}

impl LineReader<'_> {
    /// Reads until Enter, or the empty line that ends several, or a command: typed, or the key for it. Gives the command, if it was
    /// one, and the text so far. Nothing of it is left on the screen.
    pub fn read(mut self) -> Result<(Option<Command>, TextBuffer), PromptError> {
        interruption::check()?;
        let raw = RawMode::hold();
        self.bracketed_paste(true)?;
        let ended = self.read_strokes();
        // The terminal goes back to how it was, whatever came of it.
        let erased = self.erase().and(self.bracketed_paste(false));
        drop(raw);
        if ended.is_err() {
            (self.noted)(self.buffer.text());
        }
        let command = ended?;
        erased?;
        Ok((command, self.buffer))
    }

    fn read_strokes(&mut self) -> Result<Option<Command>, PromptError> {
        let mut begun = Instant::now();
        let mut dropping = false;
        loop {
            self.draw()?;
            let stroke = keys::read(&mut || read_key(&self.screen.term)).map_err(interruption::reading_failed)?;
            interruption::check()?;
            // What comes right behind what was dropped is more of it.
            dropping = dropping && self.guard.drops(begun);
            match stroke {
                Stroke::Letter(_) if dropping => begun = Instant::now(),
                Stroke::Enter if self.guard.drops(begun) => {
                    self.erase()?;
                    self.buffer.clear();
                    self.screen.say(&self.screen.lines(Tone::Fault, wording::LEFT_OVER))?;
                    (begun, dropping) = (Instant::now(), true);
                }
                Stroke::Enter if self.is_pasted() => {
                    let mut below = String::new();
                    keys::read_rest(&self.screen.term, &mut below)?;
                    self.buffer.insert_below(&below);
                }
                Stroke::Enter => {
                    let command = self.take_command();
                    if command.is_some() || self.ends_here() {
                        return Ok(command);
                    }
                    self.buffer.insert("\n");
                    (self.noted)(self.buffer.text());
                }
                Stroke::Escape => return Ok(Some(Command::Back)),
                Stroke::Help => return Ok(Some(Command::Help)),
                Stroke::Interrupt => return Err(PromptError::Interrupted),
                Stroke::EndOfInput if self.buffer.text().is_empty() => return Err(PromptError::EndOfInput),
                stroke => self.edit(stroke),
            }
        }
    }

    /// Whether an Enter that would do something is a newline of a paste that the terminal did not mark: more keys are waiting behind it.
    fn is_pasted(&self) -> bool {
        let does_something = match self.buffer.shape {
            Shape::OneLine => self.guard == Guard::On,
            Shape::Lines => self.ends_here() || Command::read(self.buffer.line_text()).is_some(),
        };
        does_something && more_is_coming(Duration::ZERO)
    }

    /// The command that stands in the line of the cursor; it is no text.
    fn take_command(&mut self) -> Option<Command> {
        let command = Command::read(self.buffer.line_text())?;
        self.buffer.delete_line();
        Some(command)
    }

    /// Enter ends one line; of several lines it ends the empty one.
    fn ends_here(&self) -> bool {
        let buffer = &self.buffer;
        buffer.shape == Shape::OneLine || (buffer.line_text().trim().is_empty() && buffer.is_at_end())
    }

    fn edit(&mut self, stroke: Stroke) {
        match stroke {
            Stroke::Letter(letter) => self.buffer.insert(letter.encode_utf8(&mut [0; 4])),
            Stroke::Pasted(text) => self.buffer.insert(&text),
            Stroke::Edit(edit) => self.buffer.apply(edit),
            Stroke::Up if !self.move_row(|row| row.checked_sub(1)) => self.bring_back(Walk::older),
            Stroke::Down if !self.move_row(|row| Some(row + 1)) => self.bring_back(Walk::newer),
            _ => {}
        }
    }

    /// Puts an older or a newer line in the place of this one, if there is any.
    fn bring_back(&mut self, step: fn(&mut Walk, &str) -> Option<String>) {
        if let Some(line) = step(&mut self.typed, self.buffer.text()) {
            self.buffer = TextBuffer::new(self.buffer.shape, &line);
        }
    }

    /// Whether there was a row to go to.
    fn move_row(&mut self, to: impl Fn(usize) -> Option<usize>) -> bool {
        let rows = Rows::new(self.buffer.text(), self.room());
        let Place { row, column } = rows.place(self.buffer.cursor());
        let Some(row) = to(row).filter(|row| *row < rows.ranges.len()) else { return false };
        let cursor = rows.cursor(Place { row, column });
        self.buffer.go_to(cursor);
        true
    }

    /// The columns for the text. One space may hang beyond a row, and the last column stays free.
    fn room(&self) -> usize {
        self.screen.width().saturating_sub(self.screen.prefix(self.label).width() + 1).max(1)
    }

    fn draw(&mut self) -> Result<(), PromptError> {
        self.go_to_begin()?;
        let term = &self.screen.term;
        let size = term.size();
        let prefix = self.screen.prefix(self.label);
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
        if !screen.holds_label(self.label) {
            lines.extend(screen.lines(Tone::Quiet, self.label));
        }
        lines.extend(screen.lines(Tone::Quiet, self.hint[usize::from(!self.buffer.text().trim().is_empty())]));
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

    /// Asks the terminal to mark a paste, so that its newlines are no Enter. Of a console of Windows no marks are read.
    fn bracketed_paste(&self, on: bool) -> Result<(), PromptError> {
        if cfg!(unix) {
            self.screen.term.write_str(if on { "\u{1b}[?2004h" } else { "\u{1b}[?2004l" })?;
            self.screen.term.flush()?;
        }
        Ok(())
    }
}
