use super::picture::Pictures;
use super::piece::{Paragraph, Piece};
use super::{block, footer, forms, slides, table_of_contents};
use crate::document::{Block, Document, Layout};
use crate::notation;
use crate::render::chapters::chapters;
use crate::render::label_look::label_colour;
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
    let (document, notes) = &document.without_notes();
    let (sections, widths) = (footer::sections(document), SharedWidths::of(document));
    part("w:document", |markup| {
        markup.element("w:body", &[], |markup| {
            top(document).iter().for_each(|paragraph| paragraph.write(markup));
            let chapters = chapters(document);
            table_of_contents::pieces(&chapters).iter().for_each(|piece| piece.write(markup));
            for (number, blocks) in (1..).zip(&sections) {
                let mut pieces = pieces(document.layout, blocks, pictures, &widths);
                if number == sections.len() {
                    pieces.extend(slides::notes(notes, pictures, &widths));
                }
                if !chapters.is_empty() {
                    table_of_contents::mark(&mut pieces);
                }
                if let Some(Piece::Table(table)) = pieces.last_mut().filter(|_| number == sections.len()) {
                    table.is_last = true;
                }
                pieces.iter().for_each(|piece| piece.write(markup));
                let measures = section(document.layout, number, sections.len());
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
    match layout {
        Layout::Slides => pieces.iter_mut().for_each(slides::enlarge),
        Layout::Forms => forms::keep_height(&mut pieces),
        Layout::Page | Layout::Flyer => {}
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

/// A list that is the same in every file, with what `own` writes behind it.
pub fn extended(fixed: &str, own: impl FnOnce(&mut Markup)) -> String {
    let (list, end) = fixed.split_at(fixed.rfind("</").unwrap_or(fixed.len()));
    format!("{list}{}{end}", Markup::written(own))
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

/// The measures of a section. A sheet begins on a page that is not the back of another, with the number one.
fn section(layout: Layout, number: usize, of: usize) -> String {
    let paper = match layout {
        Layout::Page | Layout::Flyer | Layout::Forms => "w:w=\"11906\" w:h=\"16838\"",
        Layout::Slides => "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"",
    };
    let of_sheet = ["<w:type w:val=\"oddPage\"/>", "<w:pgNumType w:start=\"1\"/>"];
    let [begins, counts] = if of > 1 { of_sheet } else { [""; 2] };
    let values = [("footer", &*footer::id(number)), ("begins", begins), ("paper", paper), ("counts", counts)];
    Markup::written(|markup| markup.form_of_own(include_str!("parts/section.xml"), &values))
}

/// As FIRST prescribes: 12 points or more, to the right, in its own colour on black.
pub fn label(markup: &mut Markup, document: &Document) {
    if let Some(label) = document.label {
        let texts = [("colour", label_colour(label)), ("label", label)];
        markup.form(include_str!("parts/label.xml"), &texts);
    }
}
