use crate::document::{Bar, Block, BoxItem, CheckItem, Column, Document, Inline, Line, Signature, Table};
use crate::notation;

/// The document with each date and amount on one line, for a format that breaks lines by itself. Codes stay as they are: a person
/// copies them, and a program reads them.
pub(super) fn unbroken(document: &Document) -> Document {
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
            Inline::Text(said) | Inline::Strong(said) | Inline::Emphasis(said) | Inline::Blank(said) => words(said),
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

    proptest! {
        #[test]
        fn nothing_else_changes(document in any_document::document()) {
            let same = |document: &Document| notation::breakable(&json(document).to_string());
            prop_assert_eq!(same(&unbroken(&document)), same(&document));
        }
    }
}
