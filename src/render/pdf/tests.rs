use proptest::prelude::*;

use super::Pdf;
use crate::document::Block;
use crate::document::Document;
use crate::document::text;
use crate::render::Renderer;
use crate::render::any_document;
use crate::render::sample;

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
    let lines = vec![text("nog een"); 9_000];
    let rows = vec![vec![text("een"), text("twee")]; 5_000];
    let column = |title: &str| crate::document::Column { title: title.to_owned(), numeric: false };
    let table = crate::document::Table { caption: None, columns: vec![column("Een"), column("Twee")], rows };
    file(&Document { blocks: vec![Block::Bullets(lines), Block::Table(table)], ..sample::document() });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_makes_it_fail(document in any_document::document()) {
        let made = Pdf.render(&document);
        prop_assert!(made.is_ok(), "{:?}", made.err());
    }
}
