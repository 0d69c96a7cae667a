//! What stands on the screen while a list is asked: everything at once, so that nothing of it is lost when the screen changes.

use unicode_width::UnicodeWidthStr;

use super::layout::{Line, Look, Tone};
use super::{layout, numbered, wording};
use crate::interview::{COMMANDS, Command, Heading, PickItem, PickPrompt, Picked, folded, pick};
use crate::notation::{counted, single_line};

/// What a row of a list means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Row {
    /// Enter on an untouched list: leave it open, leave it as it was, or be done.
    Rest,
    /// An item, by its place.
    Item(usize),
    /// Several items by their numbers, typed in one line.
    Items(Vec<usize>),
    Command(Command),
    /// What fits no item and belongs in the text that the closing item asks for: names that were typed or pasted here.
    Typed(String),
}

/// A list as it is asked.
#[derive(Clone, Debug)]
pub(super) struct ListPage<'l> {
    pub prompt: &'l PickPrompt,
    /// What was told since the last question.
    pub told: &'l [Line],
    /// For several: what is chosen so far.
    pub chosen: Option<&'l [usize]>,
}

/// What has been typed, and where the arrows went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Typing {
    pub text: String,
    /// In bytes.
    pub cursor: usize,
    /// The rows that fit what was typed.
    pub rows: Vec<Row>,
    /// The row that Enter takes; none when what was typed fits none, or several.
    pub marked: Option<Row>,
    /// Why the last Enter took nothing.
    pub refused: String,
}

impl Typing {
    /// Nothing yet, below why the choice before was none.
    pub fn refusing(why: &str) -> Typing {
        Typing { refused: why.to_owned(), ..Typing::default() }
    }
}

/// The rows that a list keeps for its items, however small the screen is.
const FEWEST_ROWS: usize = 3;

impl ListPage<'_> {
    /// The row that Enter takes as long as nobody touched the list: in a menu what it offers first, in a question never an answer.
    pub fn untouched(&self) -> Row {
        match self.prompt.chosen.first() {
            Some(item) if !self.prompt.commands && self.chosen.is_none() => Row::Item(*item),
            _ => Row::Rest,
        }
    }

    /// What Enter on the untouched list does, in words.
    pub fn rest(&self) -> &str {
        if self.chosen.is_some_and(|chosen| chosen != self.prompt.chosen) { "klaar" } else { &self.prompt.on_empty }
    }

    /// The row that is meant by what was typed alone.
    pub fn meant(&self, typed: &str) -> Option<Row> {
        if let Some(command) = Command::read(typed) {
            return (!matches!(command, Command::Wrong(_))).then_some(Row::Command(command));
        }
        let words = folded(typed);
        if (self.untouched() == Row::Rest && words == folded(self.rest()))
            || (self.chosen.is_some() && words == "klaar")
        {
            return Some(Row::Rest);
        }
        match pick(self.labels(), typed) {
            Picked::Nothing => Some(self.untouched()),
            Picked::One(item) => Some(Row::Item(item)),
            _ if self.chosen.is_some() => numbered::numbers(typed, self.prompt).map(Row::Items),
            _ => None,
        }
    }

    /// The command whose text is typed on a line of its own, as soon as it begins: a remark.
    pub fn leaves(&self, typed: &str) -> Option<Row> {
        // Behind a word that fits nothing the ways out still lead out.
        let fits_nothing = |word: &str| !word.trim().is_empty() && self.meant(word).is_none();
        for (way, command) in [("<", Command::Back), (":stop", Command::Stop)] {
            if typed.strip_suffix(way).is_some_and(fits_nothing) {
                return Some(Row::Command(command));
            }
        }
        let is_begun = typed.ends_with(char::is_whitespace);
        let command = Command::read(typed).filter(|command| is_begun && matches!(command, Command::Note(_)))?;
        Some(Row::Command(command))
    }

    /// Why what was typed means nothing, in a sentence.
    pub fn why_not(&self, typed: &str) -> String {
        let typed = single_line(typed);
        if let Picked::Several(places) = pick(self.labels(), &typed) {
            let numbers: Vec<String> = places.iter().map(|place| (place + 1).to_string()).collect();
            return format!("'{typed}' past bij {}: typ meer letters, of het nummer.", numbers.join(" en "));
        }
        if let Some(PickItem { label, .. }) = self.prompt.closing.and_then(|item| self.prompt.items.get(item)) {
            return format!("'{typed}' staat niet in de lijst. Wis het met Esc en kies '{label}', of typ een nummer.");
        }
        if numbered::is_within(&typed, self.prompt) {
            return format!("'{typed}' is te weinig om te kiezen: typ het begin, of het nummer.");
        }
        format!("'{typed}' staat niet in de lijst. Typ een nummer of een woord, of wis het met Esc.")
    }

    fn labels(&self) -> impl Iterator<Item = &str> {
        self.prompt.items.iter().map(|item| item.label.as_str())
    }

    /// Whether everything that was told fits above the list.
    pub fn holds_told(&self, rows: usize, width: usize) -> bool {
        let wanted = self.prompt.items.len() + 1;
        let foot = self.foot(&Typing::default(), width).len();
        self.head(true, self.prompt.heading.remarks.len(), rows, width).len() + foot + wanted.min(FEWEST_ROWS + 2)
            < rows
    }

    /// All lines, at most as many as there are rows, less one: a terminal scrolls when its last row ends.
    pub fn lines(&self, typing: &Typing, rows: usize, width: usize) -> Vec<Line> {
        let foot = self.foot(typing, width);
        let blocks: Vec<Vec<Line>> = typing.rows.iter().map(|row| self.block(row, typing, width)).collect();
        let wanted: usize = blocks.iter().map(Vec::len).sum();
        let room = (rows - 1).saturating_sub(foot.len());
        // What was told goes first, then the remarks from the last; how many there are more is always said.
        let all = self.prompt.heading.remarks.len();
        let ways = (0..=all).rev().flat_map(|remarks| [true, false].map(|told| (told, remarks)));
        let mut heads = ways.map(|(told, remarks)| self.head(told, remarks, rows, width));
        let mut lines = heads.find(|head| head.len() + wanted.min(FEWEST_ROWS) <= room).unwrap_or_default();
        lines.truncate(room.saturating_sub(1));
        let body = room.saturating_sub(lines.len());
        let marked = typing.rows.iter().position(|row| Some(row) == typing.marked.as_ref()).unwrap_or(0);
        lines.extend(window(&blocks, marked, body));
        lines.extend(foot);
        lines
    }

    fn head(&self, told: bool, remarks: usize, rows: usize, width: usize) -> Vec<Line> {
        let airy = rows >= super::screen::ROOMY;
        let mut heading = self.prompt.heading.clone();
        if heading.ask.is_empty() {
            heading = Heading { ask: self.prompt.label.clone(), ..heading };
        }
        let more = heading.remarks.len().saturating_sub(remarks);
        heading.remarks.truncate(remarks);
        if more > 0 && remarks > 0 {
            heading.remarks.push(format!("… en nog {more}"));
        } else if more > 0 {
            let count = counted(more, "opmerking", "opmerkingen");
            heading.remarks.push(format!("({count} hier niet in beeld)"));
        }
        let mut lines = if told { self.told.to_vec() } else { Vec::new() };
        lines.extend(layout::heading(&heading, Look { width, airy }));
        if lines.first().is_some_and(|line| line.text.is_empty()) {
            lines.remove(0);
        }
        if let Some(chosen) = self.chosen.filter(|chosen| !chosen.is_empty()) {
            let chosen = numbered::words(chosen, self.prompt);
            lines.extend(layout::wrapped(Tone::Answer, &format!("Gekozen: {chosen}"), width));
        }
        lines
    }

    fn foot(&self, typing: &Typing, width: usize) -> Vec<Line> {
        let mut lines = vec![Line::new(Tone::Plain, input_line(typing, width))];
        let (tone, enter) = match &typing.marked {
            _ if !typing.refused.is_empty() => (Tone::Fault, typing.refused.clone()),
            Some(row) => (Tone::Quiet, format!("Enter = {}", self.words(row))),
            None => (Tone::Quiet, self.why_not(&typing.text)),
        };
        lines.extend(layout::wrapped(tone, &enter, width));
        let keys = if self.prompt.commands { wording::LIST_KEYS } else { wording::MENU_KEYS };
        lines.extend(layout::wrapped(Tone::Quiet, keys, width));
        lines
    }

    fn words(&self, row: &Row) -> String {
        match row {
            Row::Rest => self.rest().to_owned(),
            Row::Item(item) => {
                let label = &self.prompt.items[*item].label;
                match self.chosen {
                    Some(chosen) if chosen.contains(item) => format!("{label} weghalen"),
                    Some(_) => format!("{label} erbij"),
                    None => label.clone(),
                }
            }
            Row::Items(items) => format!("{} erbij", numbered::words(items, self.prompt)),
            Row::Typed(text) => text.clone(),
            Row::Command(command) => {
                let known = COMMANDS.iter().find(|(_, _, known)| known == command);
                known.map_or_else(String::new, |(_, words, _)| (*words).to_owned())
            }
        }
    }

    /// One row with the mark before it; what is said about an item stands below the marked one alone.
    fn block(&self, row: &Row, typing: &Typing, width: usize) -> Vec<Line> {
        let is_marked = typing.marked.as_ref() == Some(row);
        let marker = if is_marked { "› " } else { "  " };
        let (first, text, tone, detail) = match row {
            Row::Item(item) => {
                let PickItem { label, detail } = &self.prompt.items[*item];
                let (box_before, behind) = match self.chosen {
                    Some(chosen) if chosen.contains(item) => ("[x] ", ""),
                    Some(_) => ("[ ] ", ""),
                    None if self.prompt.commands && self.prompt.chosen.contains(item) => ("", " (vorige keuze)"),
                    None => ("", ""),
                };
                let mark = format!("{marker}{:>2}. {box_before}", item + 1);
                (mark, format!("{label}{behind}"), Tone::Plain, detail.as_deref())
            }
            row => (format!("{marker}    "), self.words(row), Tone::Quiet, None),
        };
        let tone = if is_marked { Tone::Active } else { tone };
        layout::entry(tone, &first, &text, detail.filter(|_| is_marked), width)
    }
}

/// The typed text with a mark where the next sign comes. What does not fit is left out at the front.
fn input_line(typing: &Typing, width: usize) -> String {
    let (before, behind) = typing.text.split_at(typing.cursor.min(typing.text.len()));
    let mut shown: String = format!("Keuze › {before}▏{behind}");
    while shown.width() > width && shown.chars().count() > 1 {
        shown = format!("…{}", shown.chars().skip(2).collect::<String>());
    }
    shown
}

/// The blocks around the marked one that fit in so many rows, and how many there are when not all do.
fn window(blocks: &[Vec<Line>], marked: usize, rows: usize) -> Vec<Line> {
    let height = |from: usize, to: usize| blocks[from..to].iter().map(Vec::len).sum::<usize>();
    let everything = height(0, blocks.len()) <= rows;
    let rows = if everything { rows } else { rows.saturating_sub(1) };
    let marked = marked.min(blocks.len());
    let fits = |from: usize, to: usize| height(from, to) <= rows;
    let forward =
        |from: usize, to: usize| (to + 1..=blocks.len()).take_while(|to| fits(from, *to)).last().unwrap_or(to);
    // The one after it shows that there is more; what is left of the room goes to what stands before, which was read first.
    let ahead = (marked + 2).min(blocks.len());
    let to = if fits(marked, ahead) { ahead } else { forward(marked, marked) };
    let from = (0..marked).rev().take_while(|from| fits(*from, to)).last().unwrap_or(marked);
    let to = forward(from, to);
    let mut lines: Vec<Line> = blocks[from..to].concat();
    if !everything {
        lines.push(Line::new(Tone::Quiet, format!("      {} van {}; pijltjes = meer", to - from, blocks.len())));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(marked: usize, shown: &str) {
        let blocks: Vec<Vec<Line>> = (1..=9).map(|row| vec![Line::new(Tone::Plain, row.to_string())]).collect();
        let lines: Vec<String> = window(&blocks, marked, 6).into_iter().map(|line| line.text).collect();
        assert_eq!(lines[..5].join(" "), shown, "the mark at {}", marked + 1);
        assert_eq!(lines[5].trim(), "5 van 9; pijltjes = meer");
    }

    #[test]
    fn behind_a_word_that_fits_nothing_the_ways_out_lead_out() {
        let prompt = PickPrompt::new(Heading::default(), ["Ja", "Nee"].map(PickItem::new).to_vec(), "open");
        let page = ListPage { prompt: &prompt, told: &[], chosen: None };
        assert_eq!(page.leaves("weet niet<"), Some(Row::Command(Command::Back)));
        assert_eq!(page.leaves("weet niet:stop"), Some(Row::Command(Command::Stop)));
        assert_eq!(page.leaves("ja<"), None, "a word that fits is taken by Enter");
        assert!(page.why_not("e").contains("te weinig om te kiezen"), "{}", page.why_not("e"));
        assert!(page.why_not("x").contains("staat niet in de lijst"), "{}", page.why_not("x"));
    }

    #[test]
    fn what_stands_before_the_mark_stays_in_view_as_long_as_it_fits() {
        check(0, "1 2 3 4 5");
        check(2, "1 2 3 4 5");
        check(3, "1 2 3 4 5");
        check(4, "2 3 4 5 6");
        check(7, "5 6 7 8 9");
        check(8, "5 6 7 8 9");
    }
}
