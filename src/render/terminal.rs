use comfy_table::CellAlignment;
use comfy_table::ContentArrangement;
use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use console::Style;
use unicode_width::UnicodeWidthStr;

use super::RenderError;
use super::Renderer;
use super::layout::checkbox;
use super::layout::progress;
use super::layout::words;
use super::layout::wrapped;
use crate::document::Block;
use crate::document::CheckItem;
use crate::document::CheckState;
use crate::document::Document;
use crate::document::Table;
use crate::notation;
use crate::notation::single_line;

/// A page on a terminal: a title that stands out, tables where they fit, colour where it helps and never alone.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// In columns. Text is set no wider than is easy to read.
    pub width: usize,
    pub colour: bool,
}

const WIDEST: usize = 100;
const NARROWEST: usize = 30;
/// A bar of progress of so many columns, where there is room for it.
const BAR: usize = 16;

impl Renderer for Terminal {
    fn render(&self, document: &Document) -> Result<Vec<u8>, RenderError> {
        let width = self.width.saturating_sub(1).clamp(NARROWEST, WIDEST);
        let mut page = Page { width, colour: self.colour, lines: Vec::new() };
        page.head(document);
        document.blocks.iter().for_each(|block| page.block(block));
        if let Some(label) = document.label {
            page.gap();
            page.lines.push(format!("{label:>width$}"));
        }
        let mut text = page.lines.join("\n");
        text.push('\n');
        Ok(text.into_bytes())
    }
}

struct Page {
    width: usize,
    colour: bool,
    lines: Vec<String>,
}

impl Page {
    fn styled(&self, style: Style, text: &str) -> String {
        style.force_styling(self.colour).apply_to(text).to_string()
    }

    fn add(&mut self, first: &str, next: &str, text: &str, style: Style) {
        for line in wrapped(text, first, next, Some(self.width)) {
            let line = if line.is_empty() { line } else { self.styled(style.clone(), &line) };
            self.lines.push(line);
        }
    }

    fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// Title to the left and label to the right, on one line where they fit.
    fn head(&mut self, document: &Document) {
        let title = single_line(&document.title);
        let label = document.label.unwrap_or_default();
        let room = self.width.saturating_sub(title.width() + label.width());
        if room > 1 {
            let styled = self.styled(Style::new().bold(), &title);
            self.lines.push(format!("{styled}{}{label}", " ".repeat(room)).trim_end().to_owned());
        } else {
            self.lines.push(format!("{label:>width$}", width = self.width));
            self.add("", "", &title, Style::new().bold());
        }
        let date = notation::date(document.date);
        let below = match &document.subtitle {
            Some(subtitle) => format!("{}, {date}", single_line(subtitle)),
            None => date,
        };
        self.add("", "", &below, Style::new().dim());
    }

    fn block(&mut self, block: &Block) {
        if !matches!(block, Block::Progress { .. }) {
            self.gap();
        }
        match block {
            Block::Heading { level: 1, text } => {
                self.add("", "", &words(text), Style::new().bold().underlined());
            }
            Block::Heading { text, .. } => self.add("", "", &words(text), Style::new().bold()),
            Block::Paragraph(text) => self.add("", "", &words(text), Style::new()),
            Block::Bullets(items) => items.iter().for_each(|item| self.add("- ", "  ", &words(item), Style::new())),
            Block::Checklist(items) => {
                for (index, item) in items.iter().enumerate() {
                    if index > 0 && !item.particulars.is_empty() {
                        self.gap();
                    }
                    self.check_item(item);
                }
            }
            Block::Table(table) => self.table(table),
            Block::Definitions(pairs) => {
                for (term, text) in pairs {
                    self.add("", "", &words(term), Style::new().bold());
                    self.add("  ", "  ", &words(text), Style::new());
                }
            }
            Block::Notice { word, text, advice } => {
                self.notice(word, &words(text), advice.as_ref().map(|text| words(text)))
            }
            Block::Quote { text, from } => {
                self.add("  ", "  ", &format!("{} ({})", words(text), single_line(from)), Style::new().italic());
            }
            Block::Progress { label, done, total, remark } => self.progress(label, *done, *total, remark.as_deref()),
            Block::PageBreak => {}
        }
    }

    fn check_item(&mut self, item: &CheckItem) {
        let style = match item.state {
            CheckState::Open => Style::new().bold(),
            CheckState::Done | CheckState::Lapsed => Style::new(),
        };
        let title = words(&item.title);
        let id = item.id.as_ref().map(|id| single_line(id)).unwrap_or_default();
        let room = self.width.saturating_sub(4 + title.width() + id.width());
        if room > 1 {
            let head = self.styled(style, &format!("{} {title}", checkbox(item.state)));
            let id = self.styled(Style::new().dim(), &id);
            self.lines.push(format!("{head}{}{id}", " ".repeat(room)));
        } else {
            self.add(&format!("{} ", checkbox(item.state)), "    ", &title, style);
            self.add("    ", "    ", &id, Style::new().dim());
        }
        for (word, text) in &item.particulars {
            let text = words(text);
            let marker = format!("    {:<11}", format!("{word}:"));
            let hanging = " ".repeat(marker.width());
            if self.width >= 60 {
                self.add(&marker, &hanging, &text, Style::new());
            } else {
                self.add("    ", "      ", &format!("{word}: {text}"), Style::new());
            }
        }
    }

    fn notice(&mut self, word: &str, text: &str, advice: Option<String>) {
        let style = match word {
            "goed" => Style::new().green(),
            "risico" => Style::new().red(),
            _ => Style::new().yellow(),
        };
        let marker = word.to_uppercase();
        let lines = wrapped(text, &format!("{marker}: "), "  ", Some(self.width));
        for (index, line) in lines.into_iter().enumerate() {
            let line = match line.strip_prefix(&marker) {
                Some(rest) if index == 0 => format!("{}{rest}", self.styled(style.clone().bold(), &marker)),
                _ => line,
            };
            self.lines.push(line);
        }
        if let Some(advice) = advice {
            self.add("  ", "  ", &advice, Style::new().dim());
        }
    }

    fn progress(&mut self, label: &str, done: usize, total: usize, remark: Option<&str>) {
        let counted = progress(done, total, remark);
        let label = single_line(label);
        let room = 36 + BAR + 2 + counted.width();
        if room > self.width || label.width() > 34 || total == 0 {
            return self.add("", "  ", &format!("{label}: {counted}"), Style::new());
        }
        let filled = (done.min(total) * BAR).checked_div(total).unwrap_or(0);
        let bar = format!("{}{}", "█".repeat(filled), "░".repeat(BAR - filled));
        let padding = " ".repeat(36 - label.width());
        self.lines.push(format!("{label}{padding}{bar}  {counted}"));
    }

    /// A table where every column has room; else one row below the other.
    fn table(&mut self, table: &Table) {
        if let Some(caption) = &table.caption {
            self.add("", "", &single_line(caption), Style::new().bold());
        }
        if table.columns.len() * 14 > self.width {
            return self.stacked(table);
        }
        let mut drawn = comfy_table::Table::new();
        drawn.load_style(UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
        drawn.set_width(u16::try_from(self.width).unwrap_or(u16::MAX));
        drawn.set_header(table.columns.iter().map(|column| single_line(&column.title)));
        for row in &table.rows {
            drawn.add_row(row.iter().map(|cell| words(cell)));
        }
        for (index, _) in table.columns.iter().enumerate().filter(|(_, column)| column.numeric) {
            if let Some(column) = drawn.column_mut(index) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        self.lines.extend(drawn.to_string().lines().map(|line| line.trim_end().to_owned()));
    }

    fn stacked(&mut self, table: &Table) {
        for (index, row) in table.rows.iter().enumerate() {
            if index > 0 {
                self.gap();
            }
            for (column, cell) in table.columns.iter().zip(row) {
                let text = words(cell);
                if !text.is_empty() {
                    self.add("", "  ", &format!("{}: {text}", single_line(&column.title)), Style::new());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;
    use proptest::prelude::*;

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
        fn no_text_pushes_a_line_over_the_edge(text in "[a-zé€世界\t\n .-]{0,60}", width in 31_usize..110) {
            let bytes = Terminal { width, colour: false }.render(&sample::document_full_of(&text)).expect("it fits");
            for line in String::from_utf8(bytes).expect("the text is UTF-8").lines() {
                prop_assert!(!line.contains('\t') && line.width() <= width, "{}: {}", width, line);
            }
        }

        #[test]
        fn no_text_breaks_out(text in any::<String>(), width in 1_usize..130) {
            let document = sample::document_with(&text);
            let bytes = Terminal { width, colour: false }.render(&document).expect("every document fits");
            let shown = String::from_utf8(bytes).expect("the text is UTF-8");
            prop_assert!(!shown.chars().any(|letter| letter.is_control() && letter != '\n' && letter != '\t'));
        }
    }
}
