use super::picture::Pictures;
use super::piece::{Paragraph, Piece};
use super::{block, slides};
use crate::document::{Document, Layout};
use crate::notation;
use crate::render::label_look::label_look;
use crate::render::running_line::running_line;
use crate::render::xml::{Attributes, Markup};

/// How wide the text on a page is, in twentieths of a point: A4 without its margins.
pub const WIDTH: usize = 9_412;

const NAMES: Attributes = &[
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("xmlns:w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
    ("mc:Ignorable", "w14"),
];

/// The text itself.
pub fn body(document: &Document, pictures: &mut Pictures) -> String {
    part("w:document", |markup| {
        markup.element("w:body", &[], |markup| {
            top(document).iter().for_each(|paragraph| paragraph.write(markup));
            pieces(document, pictures).iter().for_each(|piece| piece.write(markup));
            markup.element("w:sectPr", &[], |markup| section(markup, document.layout));
        });
    })
}

fn pieces(document: &Document, pictures: &mut Pictures) -> Vec<Piece> {
    let mut pieces = block::pieces(&document.blocks, pictures);
    if document.layout == Layout::Slides {
        pieces.iter_mut().for_each(slides::enlarge);
    }
    pieces
}

/// What stands above every page.
pub fn header(document: &Document) -> String {
    part("w:hdr", |markup| {
        Paragraph::new("Koptekst", |markup| label(markup, document)).write(markup);
    })
}

/// What stands below every page.
pub fn footer(document: &Document) -> String {
    part("w:ftr", |markup| {
        Paragraph::plain("Voettekst", &running_line(document)).write(markup);
        let line = Paragraph::new("Voettekst", |markup| {
            markup.form(include_str!("parts/page_number.xml"), &[("date", &notation::date(document.date))]);
            label(markup, document);
        });
        line.write(markup);
    })
}

pub const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

fn part(tag: &str, inside: impl FnOnce(&mut Markup)) -> String {
    DECLARATION.to_owned() + &Markup::written(|markup| markup.element(tag, NAMES, inside))
}

fn top(document: &Document) -> Vec<Paragraph> {
    let subtitle = document.subtitle.iter().map(|subtitle| Paragraph::plain("Ondertitel", subtitle));
    let date = Paragraph::plain("Datum", &notation::date(document.date));
    std::iter::once(Paragraph::plain("Titel", &document.title)).chain(subtitle).chain([date]).collect()
}

fn section(markup: &mut Markup, layout: Layout) {
    markup.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rId1")]);
    markup.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId2")]);
    match layout {
        Layout::Page => markup.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]),
        Layout::Slides => markup.empty("w:pgSz", &[("w:w", "16838"), ("w:h", "11906"), ("w:orient", "landscape")]),
    }
    markup.own(
        "<w:pgMar w:top=\"1644\" w:right=\"1247\" w:bottom=\"1474\" w:left=\"1247\" w:header=\"737\" w:footer=\"680\" \
         w:gutter=\"0\"/>",
    );
}

/// As FIRST prescribes: 12 points or more, to the right, in its own colour on black.
fn label(markup: &mut Markup, document: &Document) {
    if let Some(label) = document.label {
        let texts = [("colour", label_look(label).colour), ("label", label)];
        markup.form(include_str!("parts/label.xml"), &texts);
    }
}
