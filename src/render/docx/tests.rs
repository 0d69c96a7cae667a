use std::io::{Cursor, Read};

use proptest::prelude::*;
use roxmltree::Node;
use zip::ZipArchive;

use super::Docx;
use crate::document::{Block, Document, Inline, Layout, Table, Weight, text};
use crate::notation;
use crate::render::on_paper::on_paper;
use crate::render::xml::is_no_character;
use crate::render::{Renderer, any_document, sample};

fn file(document: &Document) -> Vec<u8> {
    Docx.render(document).expect("takes every document")
}

/// The parts of the file, by name.
fn parts(document: &Document) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(file(document))).expect("is a package");
    let names: Vec<String> = archive.file_names().map(|name| name.expect("is UTF-8").into_owned()).collect();
    let mut read = |index| {
        let mut part = archive.by_index(index).expect("the part is there");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("is UTF-8");
        (part.name().expect("is UTF-8").into_owned(), text)
    };
    let texts = |name: &str| !name.ends_with(".png");
    names.iter().enumerate().filter(|(_, name)| texts(name)).map(|(index, _)| read(index)).collect()
}

fn part(document: &Document, name: &str) -> String {
    parts(document).into_iter().find(|(known, _)| known == name).expect("the part is there").1
}

fn body(document: &Document) -> String {
    part(document, "word/document.xml")
}

fn with(blocks: Vec<Block>) -> Document {
    Document { blocks, ..sample::document() }
}

/// The words as a reader sees them, with tabs and line breaks as white space.
fn shown(xml: &str) -> String {
    let tree = roxmltree::Document::parse(xml).expect("is well-formed");
    let word = |node: Node| match node.tag_name().name() {
        "t" => node.text().unwrap_or_default().to_owned(),
        "br" | "tab" | "p" => "\n".to_owned(),
        _ => String::new(),
    };
    tree.descendants().filter(Node::is_element).map(word).collect()
}

/// White space, capitals and the sign that asks for a picture aside, and what may not stand in the file as the sign for that.
fn folded(text: &str) -> String {
    let sign = |letter| if is_no_character(letter) { '\u{fffd}' } else { letter };
    text.chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '\u{fe0f}')
        .map(sign)
        .flat_map(char::to_uppercase)
        .collect()
}

/// With its picture it is looked at beside what PDF brings.
#[test]
#[cfg(not(feature = "pdf"))]
fn the_sample() {
    insta::assert_snapshot!(body(&sample::document()).replace("<w:p>", "\n<w:p>").replace("<w:t", "\n  <w:t"));
}

#[test]
fn every_part_is_well_formed_and_is_there_once() {
    let parts = parts(&sample::document());
    for (name, xml) in &parts {
        roxmltree::Document::parse(xml).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(parts.iter().filter(|(other, _)| other == name).count(), 1, "{name}");
    }
    let listed = &parts[0].1;
    assert_eq!(parts[0].0, "[Content_Types].xml");
    for (name, _) in &parts[1..] {
        // Pictures are listed by how their names end.
        let of_a_kind = name.ends_with(".rels") || name.ends_with(".svg");
        assert!(of_a_kind || listed.contains(&format!("\"/{name}\"")), "{name} is not listed");
    }
}

#[test]
fn every_style_that_is_named_is_there() {
    let (body, styles) = (body(&sample::document()), part(&sample::document(), "word/styles.xml"));
    let tree = roxmltree::Document::parse(&body).expect("is well-formed");
    let named = tree.descendants().filter(|node| ["pStyle", "rStyle", "tblStyle"].contains(&node.tag_name().name()));
    let names: Vec<String> =
        named.filter_map(|node| node.attributes().next().map(|name| name.value().to_owned())).collect();
    assert!(names.len() > 40);
    for name in names {
        assert!(styles.contains(&format!("w:styleId=\"{name}\"")), "{name}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(file(&sample::document()), file(&sample::document()));
}

#[test]
fn nothing_that_was_typed_becomes_mark_up() {
    let typed = "</w:t></w:p><w:p>&lt;&#9;<!-- ]]> <?x ?> \" ' \u{1b}[31m";
    let document = sample::document_full_of(typed);
    let plain = sample::document_full_of(&"x".repeat(notation::printed(typed).chars().count()));
    let elements = |document: &Document| {
        let body = body(document);
        roxmltree::Document::parse(&body).expect("is well-formed").descendants().filter(Node::is_element).count()
    };
    assert_eq!(elements(&document), elements(&plain));
    assert!(shown(&body(&document)).contains(&*notation::printed(typed)));
}

#[test]
fn lines_and_white_space_stay() {
    let body = body(&with(vec![Block::Paragraph(text("een\n  twee\tdrie "))]));
    let kept = "<w:t xml:space=\"preserve\">een</w:t><w:br/><w:t xml:space=\"preserve\">  twee</w:t><w:tab/>\
                <w:t xml:space=\"preserve\">drie </w:t>";
    assert!(body.contains(kept), "{body}");
}

#[test]
fn what_stands_together_is_tied_up_to_its_last_line() {
    let group = || Block::Together(vec![Block::Paragraph(text("een")), Block::Paragraph(text("twee"))]);
    let body = body(&with(vec![group(), group()]));
    assert_eq!(body.matches("<w:keepNext/>").count(), 2);
}

#[test]
fn a_page_begins_without_an_empty_line() {
    let body = body(&with(vec![Block::PageBreak, Block::PageBreak, Block::Paragraph(text("een")), Block::PageBreak]));
    assert_eq!(body.matches("<w:pageBreakBefore/>").count(), 1);
    assert_eq!(body.matches("<w:p>").count(), 4, "title, subtitle, date and the paragraph");
}

#[test]
fn a_document_without_a_label_has_none() {
    let document = Document { label: None, ..sample::document() };
    assert!(!parts(&document).iter().any(|(_, xml)| xml.contains("TLP")));
    let labelled = parts(&sample::document());
    let with_label = labelled.iter().filter(|(_, xml)| xml.contains("TLP:AMBER")).map(|(name, _)| name.as_str());
    assert_eq!(with_label.collect::<Vec<_>>(), ["word/header1.xml", "word/footer1.xml"]);
}

#[test]
fn the_name_of_a_control_is_no_longer_than_word_allows() {
    for words in ["x".repeat(10_000), "\u{1f469}".repeat(500), "woord ".repeat(500), "\u{202e}".repeat(90)] {
        let body = body(&sample::document_full_of(&words));
        let tree = roxmltree::Document::parse(&body).expect("is well-formed");
        let names = tree.descendants().filter(|node| node.tag_name().name() == "alias");
        for name in names.flat_map(|node| node.attributes()) {
            assert!(name.value().encode_utf16().count() <= 64, "{}", name.value());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_word_is_there_whatever_was_typed(document in any_document::document()) {
        let shown = folded(&shown(&body(&document)));
        let texts = if document.begins_with_sheet() { any_document::texts_below_title } else { any_document::texts };
        for text in texts(&on_paper(&document)) {
            let expected = folded(&notation::printed(&text));
            prop_assert!(shown.contains(&expected), "{:?} is missing", expected);
        }
    }

    #[test]
    fn the_same_bytes_whatever_was_typed(document in any_document::document()) {
        prop_assert_eq!(file(&document), file(&document));
    }
}

#[test]
fn slides_lie_on_their_side_in_larger_type() {
    let slides = Document { layout: Layout::Slides, ..sample::document() };
    let of = |document: &Document, what: &str| body(document).matches(what).count();
    assert_eq!(of(&slides, "w:orient=\"landscape\""), 1);
    assert_eq!(of(&sample::document(), "w:orient=\"landscape\""), 0);
    let text = |document: &Document| part(document, "word/styles.xml");
    assert!(text(&sample::document()).contains("<w:sz w:val=\"21\"/>"), "the size of a page");
    assert!(text(&slides).contains("<w:sz w:val=\"46\"/>") && !text(&slides).contains("<w:sz w:val=\"21\"/>"));
}

#[test]
fn what_is_said_beside_slides_stands_behind_them() {
    let heading = |words: &str| Block::Heading { level: 1, text: text(words) };
    let said =
        Block::Notice { weight: Weight::Spoken, word: "zeg erbij".to_owned(), text: text("Wacht even."), advice: None };
    let blocks = vec![heading("Doel"), said, Block::PageBreak, heading("Meedoen")];
    let words = shown(&body(&Document { layout: Layout::Slides, ..with(blocks) }));
    let (slides, notes) = words.split_once("Wat je erbij zegt").expect("there are notes");
    assert!(slides.contains("Meedoen") && !slides.contains("Wacht even."), "{slides}");
    assert!(notes.contains("Doel") && notes.contains("Wacht even."), "{notes}");
}

#[test]
fn what_announces_a_list_stands_on_the_page_where_it_begins() {
    let kept = |words: &str| {
        let body = body(&with(vec![Block::Paragraph(text(words)), Block::Bullets(vec![text("Oefenen")])]));
        let words = body.find(words).expect("it is there");
        body[..words].rsplit("<w:p>").next().expect("it stands in a paragraph").contains("w:keepNext")
    };
    assert!(kept("Dit doen we:") && !kept("Dit doen we."));
}

#[test]
fn an_open_spot_has_its_question_where_no_head_says_it() {
    let spot = || Inline::Blank("Toegezegd bedrag".to_owned());
    let beside = vec![Inline::Text("Samen ".to_owned()), spot()];
    let table =
        Table::new(["Organisatie", "Bedrag"], [vec![text("De Kade"), vec![spot()]], vec![text("Ooij"), beside]]);
    let body = body(&with(vec![Block::Table(table), Block::Paragraph(vec![Inline::Blank("Doel".to_owned())])]));
    assert_eq!(body.matches("(Toegezegd bedrag)<").count(), 1, "alone in a cell all of it is room: {body}");
    assert!(
        body.contains(">__________ (Toegezegd bedrag)<") && body.contains(">____________________ (Doel)<"),
        "{body}"
    );
}

#[test]
fn on_a_sheet_stands_its_own_title_alone() {
    let of = |document: &Document| body(document).matches("w:val=\"Titel\"").count();
    assert_eq!((of(&sample::sheets()), of(&sample::document())), (0, 1));
}

#[test]
fn a_flyer_bears_no_day_and_no_page_number() {
    let flyer = Document { layout: Layout::Flyer, ..sample::document() };
    assert!(
        body(&sample::document()).contains("24\u{a0}november\u{a0}2026") && !body(&flyer).contains("w:val=\"Datum\"")
    );
    let foot = part(&flyer, "word/footer1.xml");
    assert!(foot.contains("TLP:AMBER") && !foot.contains("bladzijde"), "{foot}");
}

#[test]
fn the_chapters_of_a_long_document_stand_first_and_lead_to_their_headings() {
    let heading = |words: &str| Block::Heading { level: 1, text: text(words) };
    let filling = (0..300).map(|_| Block::Paragraph(text("woorden")));
    let body = body(&with([heading("Eén & al"), heading("Twee")].into_iter().chain(filling).collect()));
    assert!(body.contains(" PAGEREF deel2 "), "{}", &body[..2_000]);
    for (name, words) in [("deel1", "Eén &amp; al"), ("deel2", "Twee")] {
        let (there, here) = (format!("w:anchor=\"{name}\""), format!("w:name=\"{name}\""));
        let [link, mark] = [there, here].map(|sign| body.find(&sign).unwrap_or_else(|| panic!("no {sign}")));
        assert!(link < mark && body[link..].find(words) < Some(400) && body[mark..].find(words) < Some(400));
    }
    assert!(!self::body(&with(vec![heading("Eén"), heading("Twee")])).contains("PAGEREF"));
}

#[test]
fn each_sheet_is_a_section_that_begins_on_an_odd_page_with_number_one() {
    let sheets = sample::sheets();
    let body = body(&sheets);
    let count = |what: &str| body.matches(what).count();
    assert_eq!(
        (count("<w:sectPr>"), count("<w:type w:val=\"oddPage\"/>"), count("<w:pgNumType w:start=\"1\"/>")),
        (2, 2, 2)
    );
    assert!(
        body.find("</w:sectPr></w:pPr></w:p>") < body.find("Werkblad van Bakkerij"),
        "the first ends before the second"
    );
    for (footer, name) in
        [("word/footer1.xml", "Werkblad van De Kade (K7Q) · Samen"), ("word/footer2.xml", "Werkblad van Bakkerij")]
    {
        let footer = part(&sheets, footer);
        assert!(footer.contains(name) && footer.contains("SECTIONPAGES"), "{footer}");
    }
    let whole = part(&sample::document(), "word/footer1.xml");
    assert!(whole.contains("NUMPAGES") && !whole.contains("SECTIONPAGES"), "{whole}");
    assert!(whole.contains(" · versie K7M-4XP · bladzijde"), "{whole}");
}

#[test]
fn an_address_can_be_followed_and_the_first_column_says_what_a_row_is_about() {
    let table = |lead| {
        Block::from(Table::new(["Wie", "Wat"], [vec![text("Mail anna@zuidwald.example."), text("x")]]).led_by(lead))
    };
    let led = body(&with(vec![table(1)]));
    assert!(led.contains("w:instr=\"HYPERLINK &quot;mailto:anna@zuidwald.example&quot;\""), "{led}");
    assert!(led.contains("w:firstColumn=\"1\""), "{led}");
    assert!(body(&with(vec![table(0)])).contains("w:firstColumn=\"0\""));
}
