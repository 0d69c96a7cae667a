use super::layout::words;
use super::{Plain, Renderer};
use crate::document::{Block, Document, Layout, each_of};

/// As many lines of plain text stand on ten pages.
const TEN_PAGES: usize = 480;
const COLUMNS: usize = 90;

/// The headings by which one finds the way in a document of ten pages or more, from top to bottom. Of a shorter one, of slides and
/// of a stack of sheets there are none.
pub fn chapters(document: &Document) -> Vec<String> {
    let chapter = |block: &Block| match block {
        Block::Heading { level: 1, text } => Some(words(text)),
        _ => None,
    };
    let found: Vec<String> = each_of(&document.blocks).into_iter().filter_map(chapter).collect();
    let is_to_read = document.layout == Layout::Page && document.sheets().count() == 1;
    if is_to_read && found.len() > 1 && is_long(document) { found } else { Vec::new() }
}

fn is_long(document: &Document) -> bool {
    let lines = |bytes: Vec<u8>| bytes.iter().filter(|byte| **byte == b'\n').count();
    Plain { width: Some(COLUMNS) }.render(document).is_ok_and(|bytes| lines(bytes) >= TEN_PAGES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::text;
    use chrono::NaiveDate;

    fn document(paragraphs: usize) -> Document {
        let heading = |words: &str, level| Block::Heading { level, text: text(words) };
        let mut blocks = vec![heading("Eén", 1), heading("Dieper", 2), Block::Together(vec![heading("Twee", 1)])];
        blocks.extend((0..paragraphs).map(|_| Block::Paragraph(text("woorden"))));
        Document::new("Titel", NaiveDate::default(), blocks)
    }

    #[test]
    fn only_a_long_document_to_read_has_chapters() {
        assert_eq!(chapters(&document(300)), ["Eén", "Twee"]);
        assert_eq!(chapters(&document(150)), [""; 0]);
        assert_eq!(chapters(&Document { layout: Layout::Slides, ..document(300) }), [""; 0]);
        let mut stack = document(300);
        stack.blocks.push(Block::Sheet("Blad".to_owned()));
        assert_eq!(chapters(&stack), [""; 0]);
    }
}
