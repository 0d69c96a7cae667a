use console::Style;

use super::layout::{NARROWEST, checkbox, columns, on_screen, progress, run_in, single_line, words, wrapped};
use super::text_lines::{Lines, TextWriter};
use super::{RenderError, Renderer, terminal_table};
use crate::document::{Bar, Block, CheckItem, CheckState, Document, Inline, Table, Weight};
use crate::notation;

/// A page on a terminal: a title that stands out, tables where they fit, colour where it helps and never alone.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// In columns. Text is set no wider than is easy to read.
    pub width: usize,
    pub colour: bool,
}

const WIDEST: usize = 100;
/// The column of the texts of a step lies so far behind that of their words.
const PARTICULAR: usize = 11;
/// The names before the bars of progress take so many columns.
const LABEL: usize = 36;
/// A bar of progress of so many columns, where there is room for it.
const BAR: usize = 16;

impl Renderer for Terminal {
    fn render(&self, document: &Document) -> Result<Vec<u8>, RenderError> {
        let width = self.width.saturating_sub(1).clamp(NARROWEST, WIDEST);
        let mut page = Page { width, colour: self.colour, lines: Lines::new(Some(width)) };
        page.head(document);
        document.blocks.iter().for_each(|block| page.block(block));
        if let Some(label) = document.label {
            page.lines.gap();
            page.lines.written.push(format!("{label:>width$}"));
        }
        Ok(page.lines.into_bytes())
    }
}

struct Page {
    width: usize,
    colour: bool,
    lines: Lines,
}

impl Page {
    fn styled(&self, style: Style, text: &str) -> String {
        style.force_styling(self.colour).apply_to(text).to_string()
    }

    /// Every word for itself, so that a line may break between them.
    fn styled_words(&self, style: &Style, text: &str) -> String {
        let styled = |part: &str| {
            let word = part.trim_end();
            let space = &part[word.len()..];
            if word.is_empty() { part.to_owned() } else { format!("{}{space}", self.styled(style.clone(), word)) }
        };
        text.split_inclusive([' ', '\n']).map(styled).collect()
    }

    /// Text in one style.
    fn add_styled(&mut self, first: &str, next: &str, text: &str, style: Style) {
        for line in wrapped(text, first, next, Some(self.width)) {
            let line = if line.is_empty() { line } else { self.styled(style.clone(), &line) };
            self.lines.written.push(line);
        }
    }

    /// Title to the left and label to the right, on one line where they fit.
    fn head(&mut self, document: &Document) {
        let title = single_line(&document.title);
        let label = document.label.unwrap_or_default();
        let room = self.width.saturating_sub(columns(&title) + columns(label));
        if room > 1 {
            let styled = self.styled(Style::new().bold(), &title);
            self.lines.written.push(format!("{styled}{}{label}", " ".repeat(room)).trim_end().to_owned());
        } else {
            self.lines.written.push(format!("{label:>width$}", width = self.width));
            self.add_styled("", "", &title, Style::new().bold());
        }
        let date = notation::date(document.date);
        let below = match &document.subtitle {
            Some(subtitle) => format!("{}, {date}", single_line(subtitle)),
            None => date,
        };
        self.add_styled("", "", &below, Style::new().dim());
    }

    fn check_item(&mut self, item: &CheckItem) {
        let style = match item.state {
            CheckState::Open => Style::new().bold(),
            CheckState::Done | CheckState::Lapsed => Style::new(),
        };
        let title = words(&item.title);
        let id = item.id.as_ref().map(|id| single_line(id)).unwrap_or_default();
        let room = self.width.saturating_sub(4 + columns(&title) + columns(&id));
        if room > 1 && !title.contains('\n') && !id.is_empty() {
            let head = self.styled(style, &format!("{} {title}", checkbox(item.state)));
            let id = self.styled(Style::new().dim(), &id);
            self.lines.written.push(format!("{head}{}{id}", " ".repeat(room)));
        } else {
            self.add_styled(&format!("{} ", checkbox(item.state)), "    ", &title, style);
            if !id.is_empty() {
                self.add_styled("    ", "    ", &id, Style::new().dim());
            }
        }
        item.particulars.iter().for_each(|(word, text)| self.particular(word, text));
    }

    /// The words below each other and the texts below each other, where there is room.
    fn particular(&mut self, word: &str, text: &[Inline]) {
        let word = format!("{}:", single_line(word));
        let dim = self.styled_words(&Style::new().dim(), &word);
        let text = self.runs(text);
        match PARTICULAR.checked_sub(columns(&word)) {
            Some(room) if room > 0 && self.width >= 60 => {
                self.add(&format!("    {dim}{}", " ".repeat(room)), &" ".repeat(4 + PARTICULAR), &text);
            }
            _ => self.add("    ", "      ", &format!("{dim} {text}")),
        }
    }

    fn notice(&mut self, weight: Weight, word: &str, text: &[Inline], advice: Option<&[Inline]>) {
        let style = match weight {
            Weight::Good => Style::new().green(),
            Weight::Risk => Style::new().red(),
            Weight::Attention | Weight::Spoken => Style::new().yellow(),
        };
        let marker = self.styled_words(&style.bold(), &format!("{}:", single_line(word).to_uppercase()));
        self.add("", "  ", &format!("{marker} {}", self.runs(text)));
        if let Some(advice) = advice {
            self.add_styled("  ", "  ", &words(advice), Style::new().dim());
        }
    }

    fn progress(&mut self, label: &str, done: usize, total: usize, remark: Option<&str>) {
        let label = single_line(label);
        let counted = single_line(&progress(done, total, remark));
        if LABEL + BAR + 24 > self.width || columns(&label) + 2 > LABEL || total == 0 {
            return self.add("", "  ", &format!("{label}: {counted}"));
        }
        let bar = drawn(done, total);
        let padding = " ".repeat(LABEL - columns(&label));
        let before = LABEL + BAR + 2;
        // What does not fit behind the bar stands below the count as a whole.
        let fits = before + columns(&counted) <= self.width;
        let counted = if fits { counted } else { counted.replacen(", ", ",\n", 1) };
        self.add(&format!("{label}{padding}{bar}  "), &" ".repeat(before), &counted);
    }

    /// The bars below each other, behind their labels where all of these fit, and the names below each.
    fn bars(&mut self, of: usize, rows: &[Bar]) {
        let beside =
            LABEL + BAR + 12 <= self.width && rows.iter().all(|row| columns(&single_line(&row.label)) + 2 <= LABEL);
        for row in rows {
            let label = single_line(&row.label);
            let share = notation::share(row.count, of);
            let counted = if of == 0 { share } else { format!("{}  {share}", drawn(row.count, of)) };
            if beside {
                let padding = " ".repeat(LABEL - columns(&label));
                self.lines.written.push(format!("{label}{padding}{counted}").trim_end().to_owned());
            } else {
                self.add("", "  ", &label);
                if !counted.is_empty() {
                    self.lines.written.push(format!("  {counted}"));
                }
            }
            let names: Vec<String> = row.names.iter().map(|name| single_line(name)).collect();
            if !names.is_empty() {
                self.add_styled("  ", "  ", &notation::enumeration(&names), Style::new().dim());
            }
        }
    }

    /// A table where every column has room; else one row below the other.
    fn table(&mut self, table: &Table) {
        if let Some(caption) = &table.caption {
            self.add_styled("", "", &single_line(caption), Style::new().bold());
        }
        match terminal_table::lines(table, self.width) {
            Some(lines) => self.lines.written.extend(lines),
            None => self.stacked(table),
        }
    }
}

impl TextWriter for Page {
    fn lines(&mut self) -> &mut Lines {
        &mut self.lines
    }

    fn line(&self, text: &str) -> String {
        single_line(text)
    }

    /// The words of a line, what is strong in bold.
    fn runs(&self, inlines: &[Inline]) -> String {
        let styled = |inline: &Inline| match inline {
            Inline::Strong(_) => self.styled_words(&Style::new().bold(), &run_in(inline, on_screen)),
            Inline::Emphasis(_) => self.styled_words(&Style::new().italic(), &run_in(inline, on_screen)),
            Inline::Text(_) | Inline::Code(_) | Inline::Blank(_) | Inline::Withheld(_) | Inline::Box => {
                run_in(inline, on_screen)
            }
        };
        inlines.iter().map(styled).collect()
    }

    fn own_block(&mut self, block: &Block) {
        match block {
            Block::Heading { level: 1, text } => {
                self.add_styled("", "", &words(text), Style::new().bold().underlined());
            }
            Block::Heading { text, .. } => self.add_styled("", "", &words(text), Style::new().bold()),
            Block::Checklist(items) => {
                for (index, item) in items.iter().enumerate() {
                    if index > 0 && !item.particulars.is_empty() {
                        self.lines.gap();
                    }
                    self.check_item(item);
                }
            }
            Block::Table(table) => self.table(table),
            Block::Definitions(pairs) => {
                for (term, text) in pairs {
                    self.add_styled("", "", &words(term), Style::new().bold());
                    self.add("  ", "  ", &self.runs(text));
                }
            }
            Block::Notice { weight, word, text, advice } => self.notice(*weight, word, text, advice.as_deref()),
            Block::Quote { text, from } => {
                self.add_styled("  ", "  ", &format!("{} ({})", words(text), single_line(from)), Style::new().italic());
            }
            Block::Progress { label, done, total, remark } => self.progress(label, *done, *total, remark.as_deref()),
            Block::Bars { of, rows } => self.bars(*of, rows),
            Block::Paragraph(_) | Block::Bullets(_) | Block::Boxes(_) | Block::WritingLines(_) => {}
            Block::Signatures(_) | Block::Together(_) | Block::Figure(_) | Block::PageBreak | Block::Sheet(_) => {}
        }
    }
}

/// A bar of so much of the whole, which is not nothing.
fn drawn(part: usize, whole: usize) -> String {
    let filled = part.min(whole) * BAR / whole;
    format!("{}{}", "█".repeat(filled), "░".repeat(BAR - filled))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Column, text};
    use crate::render::{any_document, sample};
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    fn terminal(width: usize, colour: bool) -> String {
        let bytes = Terminal { width, colour }.render(&sample::document()).expect("every document fits");
        String::from_utf8(bytes).expect("the text is UTF-8")
    }

    #[test]
    fn the_sample_on_a_usual_screen() {
        insta::assert_snapshot!(terminal(80, false));
    }

    #[test]
    fn the_sample_on_a_narrow_screen() {
        insta::assert_snapshot!(terminal(40, false));
    }

    #[test]
    fn a_long_word_stays_whole_where_the_page_has_room_for_it() {
        let column = |title: &str| Column { title: title.to_owned(), numeric: false };
        let much = "veel woorden die samen een hele regel vullen en nog een halve erbij";
        let row = vec![text("Ondernemersvereniging De Kade"), text(much), text(much)];
        let columns = ["Wie", "Wat", "Waarom"].map(column).to_vec();
        let blocks = vec![Block::Table(Table { caption: None, columns, rows: vec![row], lead: 0 })];
        let document = Document { blocks, ..sample::document() };
        let bytes = Terminal { width: 60, colour: false }.render(&document).expect("every document fits");
        let shown = String::from_utf8(bytes).expect("the text is UTF-8");
        assert!(shown.contains("Ondernemersvereniging"), "{shown}");
    }

    #[test]
    fn colour_changes_no_words() {
        assert_eq!(console::strip_ansi_codes(&terminal(80, true)), terminal(80, false));
        assert_ne!(terminal(80, true), terminal(80, false));
    }

    #[test]
    fn no_line_is_wider_than_the_screen() {
        for width in [30, 40, 62, 80, 120] {
            for line in terminal(width, false).lines() {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_out(document in any_document::document(), width in 0_usize..130, colour: bool) {
            let bytes = Terminal { width, colour }.render(&document).expect("every document fits");
            let coloured = String::from_utf8(bytes).expect("the text is UTF-8");
            let shown = without_colour(&coloured);
            prop_assert!(colour || shown == coloured);
            prop_assert!(!shown.chars().any(|letter| letter.is_control() && letter != '\n'), "{:?}", shown);
            for line in shown.lines() {
                prop_assert!(line.width() <= width.clamp(NARROWEST, WIDEST), "{}: {}", width, line);
            }
        }
    }

    /// The text without `ESC [ digits and semicolons m`, the only sequence that may be there.
    fn without_colour(text: &str) -> String {
        let mut parts = text.split("\u{1b}[");
        let mut plain = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let rest = part.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ';');
            plain.push_str(rest.strip_prefix('m').unwrap_or("\u{1b}"));
        }
        plain
    }
}
