use crate::document::{Bar, Block, BoxItem, CheckItem, Column, Document, Inline, Line, Signature, Table};
use crate::notation;

/// The document as it stands on paper, in a format that breaks lines and pages by itself.
pub(super) fn on_paper(document: &Document) -> Document {
    let mut paper = unbroken(document);
    for block in &mut paper.blocks {
        if let Block::Table(table) = block {
            table.rows.iter_mut().flatten().for_each(leave_room);
        }
    }
    paper.blocks = paper.blocks.into_iter().flat_map(last_signatures_together).collect();
    paper
}

/// In a cell with an open spot and nothing else the head of the column says what belongs there: all of it is room to write.
fn leave_room(cell: &mut Line) {
    if let [Inline::Blank(question)] = cell.as_mut_slice() {
        question.clear();
    }
}

/// Nobody signs on a page that bears only the last of the parties: that could belong to anything.
fn last_signatures_together(block: Block) -> Vec<Block> {
    /// Two rows of two.
    const TOGETHER: usize = 4;
    match block {
        Block::Signatures(mut parties) if parties.len() > 2 => {
            let before = parties.len().saturating_sub(TOGETHER).next_multiple_of(2);
            let last = Block::Together(vec![Block::Signatures(parties.split_off(before))]);
            let before = Block::Signatures(parties);
            [before, last].into_iter().filter(|block| !block.is_empty()).collect()
        }
        block => vec![block],
    }
}

/// The document with each date and amount on one line. Codes stay as they are: a person copies them, and a program reads them.
fn unbroken(document: &Document) -> Document {
    let mut whole = document.clone();
    words(&mut whole.title);
    whole.subtitle.iter_mut().for_each(words);
    whole.blocks.iter_mut().for_each(block);
    whole
}

fn block(block: &mut Block) {
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => line(text),
        Block::Bullets(items) => items.iter_mut().for_each(line),
        Block::Checklist(items) => items.iter_mut().for_each(check_item),
        Block::Table(table) => self::table(table),
        Block::Definitions(pairs) => pairs.iter_mut().for_each(|(term, text)| [term, text].into_iter().for_each(line)),
        Block::Notice { word, text, advice, .. } => {
            words(word);
            std::iter::once(text).chain(advice).for_each(line);
        }
        Block::Quote { text, from } => {
            line(text);
            words(from);
        }
        Block::Progress { label, remark, .. } => std::iter::once(label).chain(remark).for_each(words),
        Block::Bars { rows, .. } => rows.iter_mut().for_each(|Bar { label, names, .. }| {
            std::iter::once(label).chain(names).for_each(words);
        }),
        Block::Boxes(items) => items.iter_mut().for_each(|BoxItem { text, detail, .. }| {
            std::iter::once(text).chain(detail).for_each(line);
        }),
        Block::WritingLines(lines) => lines.iter_mut().for_each(words),
        Block::Signatures(parties) => parties.iter_mut().for_each(|Signature { party, lines }| {
            std::iter::once(party).chain(lines).for_each(words);
        }),
        Block::Together(blocks) => blocks.iter_mut().for_each(self::block),
        Block::Sheet(title) => words(title),
        // A picture lays out its own letters.
        Block::Figure(_) | Block::PageBreak => {}
    }
}

fn check_item(item: &mut CheckItem) {
    line(&mut item.title);
    for (word, text) in &mut item.particulars {
        words(word);
        line(text);
    }
}

fn table(table: &mut Table) {
    table.caption.iter_mut().for_each(words);
    table.columns.iter_mut().for_each(|Column { title, .. }| words(title));
    table.rows.iter_mut().flatten().for_each(line);
}

fn line(line: &mut Line) {
    for run in line {
        match run {
            Inline::Text(said)
            | Inline::Strong(said)
            | Inline::Emphasis(said)
            | Inline::Blank(said)
            | Inline::Withheld(said) => {
                words(said);
            }
            Inline::Code(_) | Inline::Box => {}
        }
    }
}

fn words(words: &mut String) {
    if let std::borrow::Cow::Owned(whole) = notation::unbroken(words) {
        *words = whole;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{any_document, sample};
    use chrono::NaiveDate;
    use proptest::prelude::*;
    use serde_json::Value as Json;

    const WORDS: &str = "€ 7.500 op 21 januari 2026";

    /// What is not whole, but for codes and pictures.
    fn breaking(value: &Json) -> Vec<&str> {
        match value {
            Json::String(text) => {
                Some(text.as_str()).filter(|text| notation::unbroken(text) != *text).into_iter().collect()
            }
            Json::Array(items) => items.iter().flat_map(breaking).collect(),
            Json::Object(fields) => {
                let kept = fields.iter().filter(|(name, _)| !matches!(name.as_str(), "code" | "figure"));
                kept.flat_map(|(_, field)| breaking(field)).collect()
            }
            Json::Null | Json::Bool(_) | Json::Number(_) => Vec::new(),
        }
    }

    fn json(document: &Document) -> Json {
        serde_json::to_value(document).expect("a document is JSON")
    }

    #[test]
    fn every_date_and_amount_stays_on_one_line() {
        let document = sample::document_full_of(WORDS);
        assert!(breaking(&json(&document)).len() > 20);
        assert_eq!(breaking(&json(&unbroken(&document))), Vec::<&str>::new());
    }

    /// So many parties stand before those that stay together.
    #[test]
    fn nobody_signs_alone_on_a_page() {
        let party = |number: usize| Signature { party: format!("Partij {number}"), lines: vec!["Naam:".to_owned()] };
        for (count, before) in [(2, 2), (3, 0), (4, 0), (5, 2), (6, 2), (7, 4), (8, 4)] {
            let parties: Vec<Signature> = (0..count).map(party).collect();
            let whole = Document::new("Verklaring", NaiveDate::default(), vec![Block::Signatures(parties.clone())]);
            let apart = Block::Signatures(parties[..before].to_vec());
            let last = Block::Together(vec![Block::Signatures(parties[before..].to_vec())]);
            let expected: Vec<Block> = [apart, last].into_iter().filter(|block| !block.is_empty()).collect();
            let expected = if count == 2 { whole.blocks.clone() } else { expected };
            assert_eq!(on_paper(&whole).blocks, expected, "{count}");
        }
    }

    #[test]
    fn a_cell_with_nothing_but_an_open_spot_is_room_to_write() {
        let spot = || Inline::Blank("Wie?".to_owned());
        let row = vec![vec![spot()], vec![Inline::Text("Of ".to_owned()), spot()]];
        let blocks = vec![Table::new(["Wie", "Of"], [row.clone()]).into(), Block::Paragraph(vec![spot()])];
        let paper = on_paper(&Document::new("Blad", NaiveDate::default(), blocks));
        let expected = Table::new(["Wie", "Of"], [vec![crate::document::blank(), row[1].clone()]]);
        assert_eq!(paper.blocks, vec![expected.into(), Block::Paragraph(vec![spot()])]);
    }

    proptest! {
        #[test]
        fn nothing_else_changes(document in any_document::document()) {
            let same = |document: &Document| notation::breakable(&json(document).to_string());
            prop_assert_eq!(same(&unbroken(&document)), same(&document));
        }
    }
}
