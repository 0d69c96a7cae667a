use std::io;

use console::{Style, Term};
use unicode_width::UnicodeWidthStr;

use super::layout;
use super::layout::{Line, Look, Tone};
use crate::notation::{counted, single_line};

/// A line of text is easiest to read when it is no longer than this.
const WIDEST: usize = 100;

/// An answer of more rows is cut off on the screen; it is kept whole.
const LONGEST_ANSWER: usize = 8;

/// So many rows leave room for empty lines.
pub(super) const ROOMY: usize = 18;

/// Goes to the first column of the first row and takes away all that stands from there.
pub(super) const CLEARED: &str = "\u{1b}[H\u{1b}[J";

/// The terminal that questions are asked on, with its colours.
pub(super) struct Screen {
    pub term: Term,
    coloured: bool,
}

impl Screen {
    pub fn new(term: Term, coloured: bool) -> Screen {
        Screen { term, coloured }
    }

    /// How wide a row of text may be. The last column stays free: a terminal breaks a row there that fits.
    pub fn width(&self) -> usize {
        usize::from(self.term.size().1).clamp(2, WIDEST) - 1
    }

    pub fn rows(&self) -> usize {
        usize::from(self.term.size().0)
    }

    pub fn look(&self) -> Look {
        Look { width: self.width(), airy: self.rows() >= ROOMY }
    }

    /// A text on as many lines as it needs here.
    pub fn lines(&self, tone: Tone, words: &str) -> Vec<Line> {
        layout::wrapped(tone, words, self.width())
    }

    pub fn say(&self, lines: &[Line]) -> io::Result<()> {
        for line in lines {
            self.term.write_line(&self.styled(line.tone, &line.text))?;
        }
        self.term.flush()
    }

    /// Moves all that stands on the screen to where it can be scrolled back to.
    pub fn turn_page(&self) -> io::Result<()> {
        self.term.write_str(&"\n".repeat(self.rows()))?;
        self.clear()
    }

    pub fn clear(&self) -> io::Result<()> {
        self.term.write_str(CLEARED)?;
        self.term.flush()
    }

    /// An empty row, where there is room for it.
    pub fn space(&self) -> io::Result<()> {
        if self.look().airy { self.say(&[Line::new(Tone::Plain, "")]) } else { Ok(()) }
    }

    /// An answer as it stays on the screen, behind its label.
    pub fn say_answer(&self, label: &str, tone: Tone, answer: &str) -> io::Result<()> {
        let prefix = self.prefix(label);
        if !self.holds_label(label) {
            self.say(&self.lines(Tone::Quiet, label))?;
        }
        let room = self.width().saturating_sub(prefix.width()).max(8);
        let mut lines = layout::wrapped(tone, answer.trim_end(), room);
        let more = lines.len().saturating_sub(LONGEST_ANSWER);
        lines.truncate(LONGEST_ANSWER);
        if more > 0 {
            lines.push(Line::new(Tone::Quiet, format!("… en nog {}", counted(more, "regel", "regels"))));
        }
        for (index, line) in lines.iter().enumerate() {
            let before = if index == 0 { self.styled(Tone::Quiet, &prefix) } else { " ".repeat(prefix.width()) };
            self.term.write_line(&format!("{before}{}", self.styled(line.tone, &line.text)))?;
        }
        self.term.flush()
    }

    /// What stands before a text that is typed: the label, where there is room for it.
    pub fn prefix(&self, label: &str) -> String {
        if self.holds_label(label) { format!("{} › ", single_line(label)) } else { "› ".to_owned() }
    }

    /// Whether the label can stand before the text. Elsewhere it needs a line of its own.
    pub fn holds_label(&self, label: &str) -> bool {
        single_line(label).width() + 3 <= self.width() / 2
    }

    pub fn show_cursor(&self) {
        let _ = self.term.show_cursor();
        let _ = self.term.flush();
    }

    pub fn styled(&self, tone: Tone, text: &str) -> String {
        let style = match tone {
            Tone::Title | Tone::Active => Style::new().bold().cyan(),
            Tone::Question => Style::new().bold(),
            Tone::Quiet => Style::new().dim(),
            Tone::Fault => Style::new().yellow(),
            Tone::Answer => Style::new().cyan(),
            Tone::Plain => Style::new(),
        };
        style.for_stderr().force_styling(self.coloured).apply_to(text).to_string()
    }
}
