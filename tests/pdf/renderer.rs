use proptest::prelude::*;
use regio::render::{Pdf, Renderer};

use crate::document::{Block, Column, Document, Inline, Table, text};
use crate::{any_document, fonts, sample};

fn file(document: &Document) -> Vec<u8> {
    Pdf.render(document).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = sample::document();
    let first = file(&document);
    // What the typesetter remembers of the first time may not be what makes them the same.
    typst::comemo::evict(0);
    assert!(first.starts_with(b"%PDF-1.7") && first == file(&document));
}

#[test]
fn a_list_of_any_length_has_room() {
    let lines = vec![text("nog een"); 5_000];
    let rows = vec![vec![text("een"), text("twee")]; 2_500];
    let column = |title: &str| Column { title: title.to_owned(), numeric: false };
    let table = Table { caption: None, columns: vec![column("Een"), column("Twee")], rows, lead: 0 };
    file(&Document { blocks: vec![Block::Bullets(lines), Block::Table(table)], ..sample::document() });
}

/// Each character of each font, in each of the looks that a text can have.
#[test]
fn every_character_of_the_fonts_can_be_set() {
    let all: Vec<char> = ('\u{20}'..='\u{10ffff}').filter(|letter| fonts::can_draw(&letter.to_string())).collect();
    assert!(all.len() > 7_000, "only {}", all.len());
    let words: Vec<String> =
        all.chunks(40).map(|letters| letters.iter().map(|letter| format!("{letter} ")).collect()).collect();
    let looks = [Inline::Text, Inline::Strong, Inline::Emphasis, Inline::Code];
    let line = |words: &String| looks.iter().map(|look| look(words.clone())).collect::<Vec<Inline>>();
    file(&Document { blocks: words.iter().map(|words| Block::Paragraph(line(words))).collect(), ..sample::document() });
}

#[test]
fn a_table_of_many_columns_can_be_set() {
    let words = "Een lang opschrift ".repeat(20);
    let column = |_| Column { title: words.clone(), numeric: false };
    let (columns, rows) = ((0..40).map(column).collect(), vec![vec![text("cel"); 40]; 3]);
    let table = Table { caption: None, columns, rows, lead: 0 };
    file(&Document { blocks: vec![Block::Table(table)], ..sample::document() });
}

#[test]
fn a_heading_of_nothing_that_can_be_drawn_is_no_heading() {
    let nothing = "\u{fe0f}";
    let blocks = vec![Block::Heading { level: 1, text: text(nothing) }];
    file(&Document { title: nothing.to_owned(), blocks, ..sample::document() });
}

#[test]
fn a_print_knows_its_pages_what_it_lacks_and_where_an_address_goes() {
    let words = "Bel \u{5317}\u{4eac} of mail anna@zuidwald.example";
    let document = Document { blocks: vec![Block::Paragraph(text(words)), Block::PageBreak], ..sample::sheets() };
    let printed = Pdf.print(&document).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((printed.pages, printed.unseen.words.as_slice()), (Some(1), ["\u{5317}\u{4eac}".to_owned()].as_slice()));
    let target = b"mailto:anna@zuidwald.example";
    assert!(printed.bytes.windows(target.len()).any(|part| part == target));
    let sheets = Pdf.print(&sample::sheets()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((sheets.pages, sheets.unseen.words.len()), (Some(3), 0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_makes_it_fail(document in any_document::document()) {
        let made = Pdf.render(&document);
        prop_assert!(made.is_ok(), "{:?}", made.err());
    }
}
