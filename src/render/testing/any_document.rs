//! Documents of every shape with every text, for what must hold whatever a user typed.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::document::{
    Bar, Block, BoxItem, CheckItem, CheckState, Column, Document, Imprint, Inline, Layout, Signature, Table, Weight,
    each_of, withheld,
};
use crate::render::picture::any_figure;

pub(super) fn document() -> impl Strategy<Value = Document> {
    (words(), option::of(words()), vec(block(), 0..6), layout()).prop_map(|(title, subtitle, blocks, layout)| {
        Document {
            title,
            subtitle,
            date: NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar"),
            label: Some("TLP:AMBER+STRICT"),
            layout,
            imprint: Imprint::parse("K7M-4XP"),
            blocks,
            left_out: Vec::new(),
            awaiting_consent: BTreeSet::new(),
        }
    })
}

fn layout() -> impl Strategy<Value = Layout> {
    prop_oneof![Just(Layout::Page), Just(Layout::Slides), Just(Layout::Flyer), Just(Layout::Forms)]
}

/// Anything, and what is hardest to lay out: long words, wide letters, control characters, white space.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z €世界\u{301}👩❤☎\t\n\r\u{1b}\\[\u{200d}\u{fe0f}.-]{0,40}",
        "[a-z]{30,120}",
        "[a-z \n\t#*_<>\\[\\]()|~`!&=:;.,0-9\\\\/+@$%^{}'\"-]{0,24}",
        "[a-z ]{0,20}"
    ]
}

fn line() -> impl Strategy<Value = Vec<Inline>> {
    let inline = prop_oneof![
        words().prop_map(Inline::Text),
        words().prop_map(Inline::Strong),
        words().prop_map(Inline::Emphasis),
        words().prop_map(Inline::Code),
        words().prop_map(Inline::Blank),
        words().prop_map(Inline::Withheld),
        Just(Inline::Box),
    ];
    vec(inline, 0..4)
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![9 => flat_block(), 1 => vec(flat_block(), 0..4).prop_map(Block::Together), 1 => words().prop_map(Block::Sheet)]
}

fn flat_block() -> impl Strategy<Value = Block> {
    prop_oneof![
        (1_u8..4, line()).prop_map(|(level, text)| Block::Heading { level, text }),
        line().prop_map(Block::Paragraph),
        vec(line(), 0..4).prop_map(Block::Bullets),
        vec(check_item(), 0..4).prop_map(Block::Checklist),
        table().prop_map(Block::Table),
        vec((line(), line()), 0..4).prop_map(Block::Definitions),
        (weight(), words(), line(), option::of(line())).prop_map(|(weight, word, text, advice)| Block::Notice {
            weight,
            word,
            text,
            advice
        }),
        (line(), words()).prop_map(|(text, from)| Block::Quote { text, from }),
        (words(), 0_usize..9, 0_usize..9, option::of(words()))
            .prop_map(|(label, done, total, remark)| Block::Progress { label, done, total, remark }),
        (0_usize..9, vec(bar(), 0..4)).prop_map(|(of, rows)| Block::Bars { of, rows }),
        vec(box_item(), 0..4).prop_map(Block::Boxes),
        vec(words(), 0..3).prop_map(Block::WritingLines),
        vec((words(), vec(words(), 0..4)).prop_map(|(party, lines)| Signature { party, lines }), 0..4)
            .prop_map(Block::Signatures),
        any_figure::figure().prop_map(Block::Figure),
        Just(Block::PageBreak),
    ]
}

fn weight() -> impl Strategy<Value = Weight> {
    prop_oneof![Just(Weight::Attention), Just(Weight::Risk), Just(Weight::Good), Just(Weight::Spoken)]
}

fn bar() -> impl Strategy<Value = Bar> {
    (words(), 0_usize..9, vec(words(), 0..4)).prop_map(|(label, count, names)| Bar { label, count, names })
}

fn box_item() -> impl Strategy<Value = BoxItem> {
    (0_usize..120, line(), option::of(line())).prop_map(|(number, text, detail)| BoxItem { number, text, detail })
}

fn check_item() -> impl Strategy<Value = CheckItem> {
    let state = prop_oneof![Just(CheckState::Open), Just(CheckState::Done), Just(CheckState::Lapsed)];
    (state, line(), option::of(words()), vec((words(), line()), 0..4))
        .prop_map(|(state, title, id, particulars)| CheckItem { state, title, id, particulars })
}

/// Rows may be shorter or longer than there are columns.
fn table() -> impl Strategy<Value = Table> {
    let column = (words(), any::<bool>()).prop_map(|(title, numeric)| Column { title, numeric });
    let parts = (option::of(words()), vec(column, 0..6), vec(vec(line(), 0..7), 0..4), 0_usize..8);
    parts.prop_map(|(caption, columns, rows, lead)| Table { caption, columns, rows, lead })
}

/// Every text of the document that a format must show.
pub(super) fn texts(document: &Document) -> Vec<String> {
    let mut texts = vec![document.title.clone()];
    texts.extend(document.subtitle.clone());
    texts.extend(texts_below_title(document));
    texts
}

pub(super) fn texts_below_title(document: &Document) -> Vec<String> {
    document.blocks.iter().flat_map(texts_of).collect()
}

/// What a format without pictures must show besides.
pub(super) fn texts_of_pictures(document: &Document) -> Vec<String> {
    let words = each_of(&document.blocks).into_iter().filter_map(|block| match block {
        Block::Figure(figure) => figure.in_words(),
        _ => None,
    });
    words.flat_map(|words| texts_of(&words)).collect()
}

fn texts_of(block: &Block) -> Vec<String> {
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => texts_in(text),
        Block::Bullets(items) => items.iter().flat_map(|item| texts_in(item)).collect(),
        Block::Checklist(items) => items.iter().flat_map(texts_of_item).collect(),
        Block::Table(table) => texts_of_table(table),
        Block::Definitions(pairs) => {
            pairs.iter().flat_map(|(term, text)| [texts_in(term), texts_in(text)].concat()).collect()
        }
        Block::Notice { word, text, advice, .. } => {
            [vec![word.clone()], texts_in(text), texts_in(advice.as_deref().unwrap_or_default())].concat()
        }
        Block::Quote { text, from } => [texts_in(text), vec![from.clone()]].concat(),
        Block::Progress { label, remark, .. } => std::iter::once(label.clone()).chain(remark.clone()).collect(),
        Block::Bars { rows, .. } => {
            rows.iter().flat_map(|row| [vec![row.label.clone()], row.names.clone()].concat()).collect()
        }
        Block::Boxes(items) => items
            .iter()
            .flat_map(|item| [texts_in(&item.text), texts_in(item.detail.as_deref().unwrap_or_default())].concat())
            .collect(),
        Block::WritingLines(lines) => lines.clone(),
        Block::Signatures(parties) => {
            parties.iter().flat_map(|one| [vec![one.party.clone()], one.lines.clone()].concat()).collect()
        }
        Block::Together(blocks) => blocks.iter().flat_map(texts_of).collect(),
        // Not every format shows them, and what they say stands in words elsewhere.
        Block::Figure(_) | Block::PageBreak => Vec::new(),
        Block::Sheet(title) => vec![title.clone()],
    }
}

fn texts_of_item(item: &CheckItem) -> Vec<String> {
    let mut texts = texts_in(&item.title);
    texts.extend(item.id.clone());
    item.particulars.iter().for_each(|(word, text)| texts.extend([vec![word.clone()], texts_in(text)].concat()));
    texts
}

fn texts_of_table(table: &Table) -> Vec<String> {
    if table.columns.is_empty() {
        return Vec::new();
    }
    let mut texts: Vec<String> = table.caption.iter().cloned().collect();
    texts.extend(table.columns.iter().map(|column| column.title.clone()));
    let cells = table.rows.iter().flat_map(|row| row.iter().take(table.columns.len()));
    texts.extend(cells.flat_map(|cell| texts_in(cell)));
    texts
}

fn texts_in(inlines: &[Inline]) -> Vec<String> {
    let text = |inline: &Inline| match inline {
        // White space asks nothing, so behind the line stands nothing.
        Inline::Blank(question) if question.trim().is_empty() => String::new(),
        Inline::Withheld(question) => withheld(question),
        Inline::Text(text)
        | Inline::Strong(text)
        | Inline::Emphasis(text)
        | Inline::Code(text)
        | Inline::Blank(text) => text.clone(),
        Inline::Box => String::new(),
    };
    inlines.iter().map(text).collect()
}
