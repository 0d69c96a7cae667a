use super::layout::{checkbox, wrapped, writing_line};
use crate::document::{Block, BoxItem, CheckState, Inline, Signature, Table, text};

/// The lines of a page of text, as far as they are written.
pub(super) struct Lines {
    /// In columns; nothing leaves the breaking of lines to the reader.
    pub width: Option<usize>,
    pub written: Vec<String>,
    /// Whether blocks stand close to each other.
    pub close: bool,
}

impl Lines {
    pub fn new(width: Option<usize>) -> Lines {
        Lines { width, written: Vec::new(), close: false }
    }

    pub fn add(&mut self, first: &str, next: &str, text: &str) {
        self.written.extend(wrapped(text, first, next, self.width));
    }

    pub fn gap(&mut self) {
        if !self.close {
            self.row_gap();
        }
    }

    /// Between the rows of a table, also where blocks stand close.
    pub fn row_gap(&mut self) {
        if self.written.last().is_some_and(|line| !line.is_empty()) {
            self.written.push(String::new());
        }
    }

    pub fn into_bytes(self) -> Vec<u8> {
        let mut text = self.written.join("\n");
        text.push('\n');
        text.into_bytes()
    }
}

/// What writes a document in lines of text, with a look of its own.
pub(super) trait TextWriter {
    fn lines(&mut self) -> &mut Lines;
    /// The words of a line in the look of this writer.
    fn runs(&self, inlines: &[Inline]) -> String;
    /// A text on one line.
    fn line(&self, text: &str) -> String;
    /// A block that each writer has its own way with.
    fn own_block(&mut self, block: &Block);

    fn add(&mut self, first: &str, next: &str, text: &str) {
        self.lines().add(first, next, text);
    }

    fn block(&mut self, block: &Block) {
        if !matches!(block, Block::Progress { .. }) {
            self.lines().gap();
        }
        match block {
            Block::Paragraph(text) => self.add("", "", &self.runs(text)),
            Block::Bullets(items) => items.iter().for_each(|item| self.add("- ", "  ", &self.runs(item))),
            Block::Boxes(items) => self.boxes(items),
            Block::WritingLines(lines) => self.writing_lines(lines),
            Block::Signatures(parties) => self.signatures(parties),
            Block::Together(blocks) => self.together(blocks),
            // What another picture shows stands in words beside it.
            Block::Figure(figure) => figure.in_words().iter().for_each(|words| self.block(words)),
            Block::PageBreak => {}
            Block::Sheet(title) => self.own_block(&Block::Heading { level: 1, text: text(title) }),
            own => self.own_block(own),
        }
    }

    fn boxes(&mut self, items: &[BoxItem]) {
        for item in items {
            let marker = format!("{} {:<2} ", checkbox(CheckState::Open), item.number);
            let hanging = " ".repeat(marker.len());
            self.add(&marker, &hanging, &self.runs(&item.text));
            if let Some(detail) = &item.detail {
                self.add(&hanging, &hanging, &self.runs(detail));
            }
        }
    }

    /// The first line a little lower, so that there is room above it for a hand.
    fn writing_lines(&mut self, before: &[String]) {
        for (index, before) in before.iter().enumerate() {
            let before = self.line(before);
            let lines = self.lines();
            if index > 0 {
                lines.written.push(String::new());
            }
            lines.add("", "", &writing_line(&before, lines.width));
        }
    }

    fn signatures(&mut self, parties: &[Signature]) {
        for (index, one) in parties.iter().enumerate() {
            if index > 0 {
                self.lines().gap();
            }
            let party = self.line(&one.party);
            self.add("", "", &party);
            self.lines().written.push(String::new());
            self.writing_lines(&one.lines);
        }
    }

    /// The blocks without empty lines between them.
    fn together(&mut self, blocks: &[Block]) {
        for block in blocks {
            let close = std::mem::replace(&mut self.lines().close, true);
            self.block(block);
            self.lines().close = close;
        }
    }

    /// One row of a table below the other.
    fn stacked(&mut self, table: &Table) {
        for (index, row) in table.rows.iter().enumerate() {
            if index > 0 {
                self.lines().row_gap();
            }
            let (lead, rest) = row.split_at(table.lead.min(row.len()));
            let lead: Vec<String> = lead.iter().map(|cell| self.runs(cell)).filter(|text| !text.is_empty()).collect();
            if !lead.is_empty() {
                self.add("", "  ", &lead.join(" "));
            }
            let before = if lead.is_empty() { "" } else { "  " };
            for (column, cell) in table.columns.iter().skip(table.lead).zip(rest) {
                let text = self.runs(cell);
                if !text.is_empty() {
                    let title = self.line(&column.title);
                    self.add(before, "    ", &format!("{title}: {text}"));
                }
            }
        }
    }
}
