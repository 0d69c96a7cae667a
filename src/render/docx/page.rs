use super::picture::Pictures;
use super::piece::{Paragraph, Piece};
use super::{block, footer, forms, slides, table_of_contents};
use crate::document::{Block, Document, Layout};
use crate::notation;
use crate::render::chapters::chapters;
use crate::render::label_look::label_look;
use crate::render::shared_widths::SharedWidths;
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

/// The text itself. A section ends with its measures: those of the last at the end, those of another in its last paragraph.
pub fn body(document: &Document, pictures: &mut Pictures) -> String {
    let (slides, notes) = slides::apart(document);
    let document = &Document { blocks: slides, ..document.clone() };
    let (sections, widths) = (footer::sections(document), SharedWidths::of(document));
    part("w:document", |markup| {
        markup.element("w:body", &[], |markup| {
            top(document).iter().for_each(|paragraph| paragraph.write(markup));
            let chapters = chapters(document);
            table_of_contents::paragraphs(&chapters).iter().for_each(|paragraph| paragraph.write(markup));
            for (number, blocks) in (1..).zip(&sections) {
                let mut pieces = pieces(document.layout, blocks, pictures, &widths);
                if number == sections.len() {
                    pieces.extend(slides::notes(&notes, pictures, &widths));
                }
                if !chapters.is_empty() {
                    table_of_contents::mark(&mut pieces);
                }
                if let Some(Piece::Table(table)) = pieces.last_mut().filter(|_| number == sections.len()) {
                    table.is_last = true;
                }
                pieces.iter().for_each(|piece| piece.write(markup));
                let measures = Markup::written(|markup| section(markup, document.layout, number, sections.len()));
                if number == sections.len() {
                    markup.own(&measures);
                } else {
                    Paragraph { ends_section: Some(measures), ..Paragraph::gap() }.write(markup);
                }
            }
        });
    })
}

fn pieces(layout: Layout, blocks: &[Block], pictures: &mut Pictures, widths: &SharedWidths) -> Vec<Piece> {
    let mut pieces = block::pieces(blocks, pictures, widths);
    if layout == Layout::Slides {
        pieces.iter_mut().for_each(slides::enlarge);
    }
    if layout == Layout::Forms {
        pieces.iter_mut().for_each(forms::keep_height);
    }
    pieces
}

/// What stands above every page.
pub fn header(document: &Document) -> String {
    part("w:hdr", |markup| {
        Paragraph::new("Koptekst", |markup| label(markup, document)).write(markup);
    })
}

pub const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

pub fn part(tag: &str, inside: impl FnOnce(&mut Markup)) -> String {
    DECLARATION.to_owned() + &Markup::written(|markup| markup.element(tag, NAMES, inside))
}

fn top(document: &Document) -> Vec<Paragraph> {
    if document.begins_with_sheet() {
        return Vec::new();
    }
    let has_date = document.layout != Layout::Flyer;
    let subtitle = document.subtitle.iter().map(|subtitle| Paragraph {
        // White below it, where no date follows.
        ends_list: !has_date,
        ..Paragraph::plain("Ondertitel", subtitle)
    });
    let date = has_date.then(|| Paragraph::plain("Datum", &notation::unbroken(&notation::date(document.date))));
    std::iter::once(Paragraph::plain("Titel", &document.title)).chain(subtitle).chain(date).collect()
}

fn section(markup: &mut Markup, layout: Layout, number: usize, of: usize) {
    markup.element("w:sectPr", &[], |markup| measures(markup, layout, number, of > 1));
}

/// A sheet begins on a page that is not the back of another, with the number one.
fn measures(markup: &mut Markup, layout: Layout, number: usize, is_sheet: bool) {
    markup.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rId1")]);
    markup.empty("w:footerReference", &[("w:type", "default"), ("r:id", &footer::id(number))]);
    if is_sheet {
        markup.value("w:type", "oddPage");
    }
    match layout {
        Layout::Page | Layout::Flyer | Layout::Forms => markup.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]),
        Layout::Slides => markup.empty("w:pgSz", &[("w:w", "16838"), ("w:h", "11906"), ("w:orient", "landscape")]),
    }
    markup.own(
        "<w:pgMar w:top=\"1418\" w:right=\"1247\" w:bottom=\"1474\" w:left=\"1247\" w:header=\"737\" w:footer=\"680\" \
         w:gutter=\"0\"/>",
    );
    if is_sheet {
        markup.empty("w:pgNumType", &[("w:start", "1")]);
    }
}

/// As FIRST prescribes: 12 points or more, to the right, in its own colour on black.
pub fn label(markup: &mut Markup, document: &Document) {
    if let Some(label) = document.label {
        let texts = [("colour", label_look(label).colour), ("label", label)];
        markup.form(include_str!("parts/label.xml"), &texts);
    }
}
