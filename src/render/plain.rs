use super::bar::bars;
use super::layout::{Medium, NARROWEST, checkbox, line_in, on_page, on_screen, words_in};
use super::text_lines::{Lines, TextWriter};
use super::{RenderError, Renderer, Unseen};
use crate::document::{Block, CheckItem, Document, Inline};
use crate::notation;

/// Lines of text and nothing else: no escape byte, no box, nothing that a screen reader stumbles over. For a pipe, a printer
/// and everyone who prefers it.
#[derive(Clone, Copy, Debug)]
pub struct Plain {
    /// In columns, at least 30; nothing leaves the breaking of lines to the reader.
    pub width: Option<usize>,
}

/// The same on its way to a screen, where what steers or hides must be seen.
#[derive(Clone, Copy, Debug)]
pub struct PlainScreen {
    pub width: Option<usize>,
}

impl Renderer for Plain {
    fn render(&self, document: &Document) -> Result<Vec<u8>, RenderError> {
        Ok(written(document, self.width, on_page))
    }

    fn unseen(&self, document: &Document) -> Unseen {
        Unseen { pictures: document.pictures(), ..Unseen::default() }
    }
}

impl Renderer for PlainScreen {
    fn render(&self, document: &Document) -> Result<Vec<u8>, RenderError> {
        Ok(written(document, self.width, on_screen))
    }
}

fn written(document: &Document, width: Option<usize>, medium: Medium) -> Vec<u8> {
    let mut page = Page { lines: Lines::new(width.map(|width| width.max(NARROWEST))), medium };
    document.label.into_iter().for_each(|label| page.add("", "", label));
    page.add("", "", &page.line(&document.title));
    if let Some(subtitle) = &document.subtitle {
        page.add("", "", &page.line(subtitle));
    }
    page.add("", "", &notation::date(document.date));
    document.blocks.iter().for_each(|block| page.block(block));
    if let Some(label) = document.label {
        page.lines.gap();
        page.add("", "", label);
    }
    page.lines.into_bytes()
}

struct Page {
    lines: Lines,
    medium: Medium,
}

impl Page {
    fn check_item(&mut self, item: &CheckItem) {
        let title = self.runs(&item.title);
        self.add(&format!("{} ", checkbox(item.state)), "    ", &title);
        for (word, text) in &item.particulars {
            self.add("    ", "      ", &format!("{}: {}", self.line(word), self.runs(text)));
        }
        if let Some(id) = &item.id {
            self.add("    ", "      ", &format!("Id: {}", self.line(id)));
        }
    }
}

impl TextWriter for Page {
    fn lines(&mut self) -> &mut Lines {
        &mut self.lines
    }

    fn runs(&self, inlines: &[Inline]) -> String {
        words_in(inlines, self.medium)
    }

    fn line(&self, text: &str) -> String {
        line_in(text, self.medium)
    }

    fn own_block(&mut self, block: &Block) {
        match block {
            Block::Heading { text, .. } => self.add("", "", &self.runs(text)),
            Block::Checklist(items) => {
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        self.lines.gap();
                    }
                    self.check_item(item);
                }
            }
            Block::Table(table) => {
                table.caption.iter().for_each(|caption| self.add("", "", &self.line(caption)));
                self.stacked(table);
            }
            Block::Definitions(pairs) => {
                for (term, text) in pairs {
                    self.add("", "  ", &format!("{}: {}", self.runs(term), self.runs(text)));
                }
            }
            Block::Notice { word, text, advice, .. } => {
                self.add("", "  ", &format!("{}: {}", notation::capital(&self.line(word)), self.runs(text)));
                if let Some(advice) = advice {
                    self.add("  ", "  ", &self.runs(advice));
                }
            }
            Block::Quote { text, from } => self.add("", "  ", &format!("{}: {}", self.line(from), self.runs(text))),
            Block::Progress { .. } | Block::Bars { .. } => {
                for bar in bars(block) {
                    self.add("- ", "  ", &format!("{}: {}", self.line(bar.label), self.line(&bar.words)));
                }
            }
            Block::Paragraph(_) | Block::Bullets(_) | Block::Boxes(_) | Block::WritingLines(_) => {}
            Block::Signatures(_) | Block::Together(_) | Block::Figure(_) | Block::PageBreak | Block::Sheet(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{any_document, sample};
    use proptest::option;
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    fn plain(width: Option<usize>) -> String {
        let bytes = Plain { width }.render(&sample::document()).expect("every document fits");
        String::from_utf8(bytes).expect("the text is UTF-8")
    }

    #[test]
    fn the_sample_on_a_page() {
        insta::assert_snapshot!(plain(Some(80)));
    }

    #[test]
    fn the_sample_on_a_narrow_screen() {
        insta::assert_snapshot!(plain(Some(40)));
    }

    proptest! {
        #[test]
        fn no_text_breaks_out(document in any_document::document(), width in option::of(0_usize..110)) {
            let bytes = Plain { width }.render(&document).expect("every document fits");
            let shown = String::from_utf8(bytes).expect("the text is UTF-8");
            prop_assert!(!shown.chars().any(|letter| letter.is_control() && letter != '\n'));
            for line in shown.lines() {
                prop_assert!(width.is_none_or(|width| line.width() <= width.max(NARROWEST)), "{:?}: {}", width, line);
            }
        }
    }
}
