//! The only file that knows dialoguer.

use std::cell::Cell;
use std::fmt;
use std::time::Instant;

use console::Term;
use dialoguer::theme::Theme;
use dialoguer::{MultiSelect, Select};

use super::guard::Guard;
use super::layout::{Line, Tone};
use super::list_entries::{Entry, Meaning};
use super::raw_mode::RawMode;
use super::screen::Screen;
use super::{interruption, wording};
use crate::interview::PromptError;

/// A list to walk through with the arrows. Nothing of it is left on the screen.
pub(super) struct CursorList<'l> {
    pub screen: &'l Screen,
    pub guard: Guard,
    /// Stands above the list as long as it is there.
    pub above: &'l [Line],
    pub entries: &'l [Entry],
}

impl CursorList<'_> {
    /// The place of the chosen entry; nothing after Escape.
    pub fn select(&self, start: usize) -> Result<Option<usize>, PromptError> {
        let theme = ListTheme::new(self.screen, self.entries);
        let select = Select::with_theme(&theme)
            .items(self.entries.iter().map(|entry| &entry.text))
            .default(start.min(self.entries.len().saturating_sub(1)))
            .report(false);
        self.on_terminal(|term| select.clone().interact_on_opt(term))
    }

    /// The ticked entries and the one on which the cursor stood; nothing after Escape.
    pub fn select_several(&self, ticked: &[usize]) -> Result<Option<(Vec<usize>, usize)>, PromptError> {
        let theme = ListTheme::new(self.screen, self.entries);
        let ticks: Vec<bool> = (0..self.entries.len()).map(|index| ticked.contains(&index)).collect();
        let select = MultiSelect::with_theme(&theme)
            .items(self.entries.iter().map(|entry| &entry.text))
            .defaults(&ticks)
            .report(false);
        let chosen = self.on_terminal(|term| select.clone().interact_on_opt(term))?;
        Ok(chosen.map(|chosen| (chosen, theme.active.get())))
    }

    /// Shows a list, and shows it again when what came was left of a paste.
    fn on_terminal<T>(&self, show: impl Fn(&Term) -> dialoguer::Result<T>) -> Result<T, PromptError> {
        let _raw = RawMode::hold();
        loop {
            interruption::check()?;
            self.screen.say(self.above)?;
            let begun = Instant::now();
            let chosen = show(&self.screen.term).map_err(|error| {
                self.screen.show_cursor();
                interruption::reading_failed(error.into())
            })?;
            self.screen.term.clear_last_lines(self.above.len())?;
            self.screen.term.flush()?;
            if !self.guard.drops(begun) {
                return Ok(chosen);
            }
            self.screen.say(&self.screen.lines(Tone::Fault, wording::LEFT_OVER))?;
        }
    }
}

/// How a list looks: the item under the cursor stands out, what is said about an item and the commands stay quiet.
struct ListTheme<'l> {
    screen: &'l Screen,
    entries: &'l [Entry],
    /// The entry on which the cursor stood last. dialoguer itself does not tell.
    active: Cell<usize>,
}

impl<'l> ListTheme<'l> {
    fn new(screen: &'l Screen, entries: &'l [Entry]) -> ListTheme<'l> {
        ListTheme { screen, entries, active: Cell::new(0) }
    }

    fn write(&self, out: &mut dyn fmt::Write, text: &str, active: bool, tick: Option<bool>) -> fmt::Result {
        let index = self.entries.iter().position(|entry| entry.text == text).unwrap_or(0);
        let Some(entry) = self.entries.get(index) else { return Ok(()) };
        if active {
            self.active.set(index);
        }
        let is_item = matches!(entry.meaning, Meaning::Item(_));
        let marker = if active { "› " } else { "  " };
        let tick = match tick.filter(|_| is_item) {
            Some(true) => "[x] ",
            Some(false) => "[ ] ",
            None => "",
        };
        for (row, words) in text.split('\n').enumerate() {
            let tone = match row < entry.label_rows {
                true if active => Tone::Active,
                true if is_item => Tone::Plain,
                _ => Tone::Quiet,
            };
            let (newline, before) = if row == 0 { ("", format!("{marker}{tick}")) } else { ("\n", String::new()) };
            write!(out, "{newline}{}", self.screen.styled(tone, &format!("{before}{words}")))?;
        }
        Ok(())
    }
}

impl Theme for ListTheme<'_> {
    fn format_select_prompt_item(&self, out: &mut dyn fmt::Write, text: &str, active: bool) -> fmt::Result {
        self.write(out, text, active, None)
    }

    fn format_multi_select_prompt_item(
        &self,
        out: &mut dyn fmt::Write,
        text: &str,
        checked: bool,
        active: bool,
    ) -> fmt::Result {
        self.write(out, text, active, Some(checked))
    }
}
