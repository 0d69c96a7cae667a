//! The only file that knows dialoguer. Its fuzzy list reads the keys and filters; the theme hears what is typed and draws the
//! page; what a typed text means is for [`ListPage::meant`] to say, as in every other list.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fmt;
use std::time::{Duration, Instant};

use dialoguer::FuzzySelect;
use dialoguer::theme::Theme;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::guard::Guard;
use super::list_page::{ListPage, Row, Typing};
use super::raw_mode::{RawMode, more_is_coming, waiting};
use super::screen::{CLEARED, Screen};
use super::{interruption, keys, wording};
use crate::interview::{COMMANDS, Command, PromptError, folded};
use crate::notation::capital;

/// A list to walk through with the arrows or to type in. Nothing of it is left on the screen.
pub(super) struct CursorList<'l> {
    pub screen: &'l Screen,
    pub guard: Guard,
    pub page: &'l ListPage<'l>,
}

impl CursorList<'_> {
    /// The row that was taken; nothing after Escape, which first clears what was typed. It begins with what is wrong with the choice before, if anything is.
    pub fn ask(&self, refused: &str) -> Result<Option<Row>, PromptError> {
        let _raw = RawMode::hold();
        self.screen.turn_page()?;
        let row = self.take(&ListTheme::new(self, Typing::refusing(refused)))?;
        self.screen.clear()?;
        Ok(row)
    }

    fn take(&self, theme: &ListTheme) -> Result<Option<Row>, PromptError> {
        let keys: Vec<String> = theme.keys.iter().map(|(key, _)| key.clone()).collect();
        // What fits nothing and was wiped comes back where a name is asked.
        let mut set_aside = String::new();
        loop {
            interruption::check()?;
            let typed = theme.typing.borrow().text.clone();
            let begun = Instant::now();
            let select = FuzzySelect::with_theme(theme).items(&keys).max_length(1).report(false);
            let select = select.with_initial_text(&typed).default(0);
            let taken = select.interact_on_opt(&self.screen.term);
            // The list leaves this to its terminal, which waits for a flush.
            self.screen.show_cursor();
            match theme.left.take() {
                Some(Left::With(row)) => return Ok(Some(row)),
                Some(Left::Rushed) => match self.rest(theme)? {
                    Some(row) => return Ok(Some(row)),
                    None => continue,
                },
                Some(Left::Blank) => {
                    theme.typing.replace(Typing::refusing(wording::SPACE));
                    theme.before.take();
                    theme.is_moved.set(false);
                    continue;
                }
                Some(Left::EndOfSequence) => {
                    keys::read_rest(&self.screen.term, &mut String::new())?;
                    theme.before.take();
                    theme.is_moved.set(false);
                    continue;
                }
                None => {}
            }
            let taken = taken.map_err(|error| interruption::reading_failed(error.into()))?;
            if taken.is_some() && self.guard.drops(begun) {
                theme.typing.replace(Typing::refusing(wording::LEFT_OVER));
                continue;
            }
            let mut typing = theme.typing.borrow_mut();
            let row = taken.and(typing.marked.clone());
            if taken.is_none() && !typing.text.is_empty() {
                if self.page.meant(&typing.text).is_none() {
                    set_aside = std::mem::take(&mut typing.text);
                }
                *typing = Typing::default();
                theme.is_moved.set(false);
                continue;
            }
            if taken.is_none() || row.is_some() {
                let asks_for_text = matches!(row, Some(Row::Item(item)) if self.page.prompt.closing == Some(item));
                return Ok(if asks_for_text && !set_aside.is_empty() { Some(Row::Typed(set_aside)) } else { row });
            }
            typing.refused = self.page.why_not(&typing.text);
        }
    }

    /// The rest of what comes faster than anyone types. Of several lines none is chosen: they go to the item that asks for names. One
    /// line is taken as if it was typed; without a row the list goes on.
    fn rest(&self, theme: &ListTheme) -> Result<Option<Row>, PromptError> {
        let mut text = theme.typing.borrow().text.clone();
        keys::read_rest(&self.screen.term, &mut text)?;
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let mut typing = Typing::default();
        let row = match lines.as_slice() {
            [line] => {
                typing = Typing { text: (*line).to_owned(), cursor: line.len(), ..typing };
                self.page.meant(line).filter(|_| text.ends_with('\n'))
            }
            [] => None,
            _ if self.page.prompt.closing.is_some() => Some(Row::Typed(lines.join("; "))),
            _ => {
                wording::PASTED.clone_into(&mut typing.refused);
                None
            }
        };
        if row.is_none() && text.ends_with('\n') && !typing.text.is_empty() {
            typing.refused = self.page.why_not(&typing.text);
        }
        theme.typing.replace(typing);
        Ok(row)
    }
}

/// So many keys in a row that come faster are pasted.
const RUSH: usize = 3;

/// So many that wait behind a letter are pasted too, however long the page takes to draw.
const PILE: u64 = 12;

struct ListTheme<'l> {
    screen: &'l Screen,
    page: &'l ListPage<'l>,
    /// What dialoguer searches in, and the row that each stands for.
    keys: Vec<(String, Row)>,
    typing: RefCell<Typing>,
    /// What stood there at the last drawing: an arrow changes the row and not the text.
    before: RefCell<Option<(String, usize, Row)>>,
    is_moved: Cell<bool>,
    /// Whether the last key changed nothing while more was waiting: it is the begin of a sequence that console does not know.
    is_idle: Cell<bool>,
    guard: Guard,
    /// When the last letter came, and how many came fast before it.
    pace: Cell<(Instant, usize)>,
    left: Cell<Option<Left>>,
}

/// Why the list is left in the middle of a line: dialoguer takes no text that none of its keys has.
enum Left {
    With(Row),
    /// Letters come faster than anyone types, and more are waiting: they are read.
    Rushed,
    /// Only spaces were typed: that chooses nothing, whatever other lists do with it.
    Blank,
    /// What came is no letter but the end of a sequence that console does not know: a key that means nothing here.
    EndOfSequence,
}

impl<'l> ListTheme<'l> {
    fn new(list: &CursorList<'l>, typing: Typing) -> ListTheme<'l> {
        let CursorList { screen, page, guard } = *list;
        let items = page.prompt.items.iter().enumerate();
        let mut keys: Vec<(String, Row)> =
            items.map(|(item, one)| (searched(item, &one.label), Row::Item(item))).collect();
        // dialoguer shows the row on which it stands only when that is the first: the arrows go round, so the others may follow.
        match page.untouched() {
            Row::Item(item) if item < keys.len() => keys.rotate_left(item),
            // An empty key is found only as long as nothing is typed.
            rest => keys.insert(0, (String::new(), rest)),
        }
        // A menu has but two ways beside it, and the arrows lead to no other.
        let works = |command: &Command| page.prompt.commands || matches!(command, Command::Back | Command::Stop);
        let commands = COMMANDS.iter().filter(|(_, words, command)| !words.is_empty() && works(command));
        keys.extend(commands.map(|(typed, _, command)| ((*typed).to_owned(), Row::Command(command.clone()))));
        if page.untouched() == Row::Rest {
            keys.push((page.rest().to_owned(), Row::Rest));
        }
        if page.chosen.is_some() {
            let numbers: Vec<String> = (1..=page.prompt.items.len()).map(|number| number.to_string()).collect();
            // dialoguer wants the signs in this order; numbers may be typed in any.
            keys.push((vec![numbers.join(", "); numbers.len().min(MOST_NUMBERS)].join(", "), Row::Items(Vec::new())));
        }
        let (before, is_moved, is_idle) = (RefCell::new(None), Cell::new(false), Cell::new(false));
        let (typing, left, pace) = (RefCell::new(typing), Cell::new(None), Cell::new((Instant::now(), 0)));
        ListTheme { screen, page, keys, typing, before, is_moved, is_idle, guard, pace, left }
    }

    /// The rows in dialoguer's own order, so that the arrows walk along what stands on the screen.
    fn found(&self, matcher: &SkimMatcherV2, typed: &str) -> Vec<Row> {
        let score = |(key, row): &(String, Row)| Some((row.clone(), matcher.fuzzy_match(key, typed)?));
        let mut found: Vec<(Row, i64)> = self.keys.iter().filter_map(score).collect();
        found.sort_unstable_by(|(_, one), (_, other)| other.cmp(one));
        found.into_iter().map(|(row, _)| row).collect()
    }

    fn draw(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        // A console of Windows hands over whole keys.
        self.is_idle.set(self.is_idle.get() && !cfg!(windows) && more_is_coming(Duration::ZERO));
        let lines = self.page.lines(&self.typing.borrow(), self.screen.rows(), self.screen.width());
        let drawn: Vec<String> = lines.iter().map(|line| self.screen.styled(line.tone, &line.text)).collect();
        write!(out, "{CLEARED}{}", drawn.join("\n"))
    }
}

/// So many numbers can be typed in one line, in any order.
const MOST_NUMBERS: usize = 6;

/// What dialoguer searches in for an item. It knows no accents, and takes one capital as a wish for capitals everywhere.
fn searched(item: usize, label: &str) -> String {
    let plain = folded(label);
    let capitals: Vec<String> = plain.split(' ').map(capital).collect();
    let (capitals, upper) = (capitals.join(" "), plain.to_uppercase());
    format!("{}. {label} {} {plain} {upper} {} {capitals}", item + 1, label.to_lowercase(), label.to_uppercase())
}

impl Theme for ListTheme<'_> {
    fn format_fuzzy_select_prompt(
        &self,
        out: &mut dyn fmt::Write,
        _prompt: &str,
        typed: &str,
        cursor: usize,
    ) -> fmt::Result {
        let mut typing = self.typing.borrow_mut();
        if typing.text != typed {
            typing.refused.clear();
            self.is_moved.set(false);
        }
        let (last, fast) = self.pace.get();
        let is_letter = typed.len() > typing.text.len();
        let is_fast = is_letter && last.elapsed() < keys::BETWEEN;
        if is_letter && self.is_idle.get() {
            // F1 is ESC O P.
            let is_help = self.page.prompt.commands && typed.ends_with('P');
            self.left.set(Some(if is_help { Left::With(Row::Command(Command::Help)) } else { Left::EndOfSequence }));
            return Err(fmt::Error);
        }
        self.is_idle.set(typing.text == typed && typing.cursor == cursor);
        self.pace.set((Instant::now(), if is_fast { fast + 1 } else { 0 }));
        let is_pasted = self.pace.get().1 >= RUSH || is_letter && waiting() >= PILE;
        if self.guard == Guard::On && is_pasted && more_is_coming(Duration::ZERO) {
            typed.clone_into(&mut typing.text);
            self.left.set(Some(Left::Rushed));
            return Err(fmt::Error);
        }
        let blank = (!typed.is_empty() && typed.trim().is_empty()).then_some(Left::Blank);
        if let Some(left) = blank.or_else(|| self.page.leaves(typed).map(Left::With)) {
            self.left.set(Some(left));
            return Err(fmt::Error);
        }
        typed.clone_into(&mut typing.text);
        typing.cursor = cursor;
        if !self.found(&SkimMatcherV2::default(), typed).is_empty() {
            // The one row that dialoguer shows draws it all.
            return Ok(());
        }
        (typing.rows, typing.marked) = (Vec::new(), None);
        drop(typing);
        self.draw(out)
    }

    fn format_fuzzy_select_prompt_item(
        &self,
        out: &mut dyn fmt::Write,
        key: &str,
        _active: bool,
        _highlight: bool,
        matcher: &SkimMatcherV2,
        typed: &str,
    ) -> fmt::Result {
        let Some((_, here)) = self.keys.iter().find(|(known, _)| known == key) else { return Ok(()) };
        let untouched = self.page.untouched();
        // Where the arrows come upon the numbers nothing was typed yet.
        let here = if *here == Row::Items(Vec::new()) { &untouched } else { here };
        let mut typing = self.typing.borrow_mut();
        let mut rows = self.found(matcher, typed);
        let before = self.before.replace(Some((typed.to_owned(), typing.cursor, here.clone())));
        let stayed = before.filter(|(text, cursor, _)| text == typed && *cursor == typing.cursor);
        if stayed.as_ref().is_none_or(|(.., row)| row != here) {
            self.is_idle.set(false);
        }
        if stayed.is_some_and(|(.., row)| row != *here) {
            self.is_moved.set(true);
            typing.refused.clear();
        }
        typing.marked = if self.is_moved.get() { Some(here.clone()) } else { self.page.meant(typed) };
        let marked = typing.marked.clone();
        // A command stands there when it is meant; what leaves things as they are stands on top, once.
        rows.retain(|row| {
            matches!(row, Row::Item(_)) || Some(row) == marked.as_ref() || (*row == Row::Rest && typed.is_empty())
        });
        let mut seen = BTreeSet::new();
        rows.retain(|row| seen.insert(row.clone()));
        if let Some(marked) = marked.filter(|marked| !rows.contains(marked)) {
            rows.insert(0, marked);
        }
        if typed.is_empty() {
            rows.sort();
        }
        typing.rows = rows;
        drop(typing);
        self.draw(out)
    }
}
