use super::line::tab;
use super::page::{extended, label, part};
use super::piece::Paragraph;
use crate::document::{Block, Document, Layout};
use crate::notation;
use crate::render::running_line::{day_line, running_line};

/// What stands below every page, for each section.
pub fn footers(document: &Document) -> Vec<String> {
    let sections = sections(document);
    // LibreOffice does not count the pages of a section. There a sheet says nothing of it, for the word before the number is part of it.
    let count = match sections.len() {
        0 | 1 => include_str!("parts/count_of_pages.xml"),
        _ => include_str!("parts/count_of_sheet.xml"),
    };
    sections.into_iter().map(|blocks| footer(document, document.title_of(blocks), count)).collect()
}

/// Each sheet has a section of its own.
pub fn sections(document: &Document) -> Vec<&[Block]> {
    let sheets: Vec<&[Block]> = document.sheets().collect();
    if sheets.is_empty() { vec![&[]] } else { sheets }
}

/// By this name a section refers to its footer.
pub fn id(number: usize) -> String {
    format!("voet{number}")
}

fn footer(document: &Document, title: &str, count: &str) -> String {
    part("w:ftr", |markup| {
        if document.layout == Layout::Flyer {
            return Paragraph::new("Koptekst", |markup| label(markup, document)).write(markup);
        }
        Paragraph::plain("Voettekst", &notation::unbroken(&running_line(document, title))).write(markup);
        let line = Paragraph::new("Voettekst", |markup| {
            let day = day_line(document);
            markup.form(include_str!("parts/page_number.xml"), &[("date", &*notation::unbroken(&day))]);
            markup.form(count, &[]);
            tab(markup);
            label(markup, document);
        });
        line.write(markup);
    })
}

const FOOTER: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml";

/// What the document is tied to, with so many footers.
pub fn relationships(fixed: &str, footers: usize) -> String {
    extended(fixed, |markup| {
        for number in 1..=footers {
            let target = format!("footer{number}.xml");
            markup.empty("Relationship", &[("Id", &id(number)), ("Type", FOOTER), ("Target", &target)]);
        }
    })
}

/// What sort of part each is, with so many footers.
pub fn content_types(fixed: &str, footers: usize) -> String {
    extended(fixed, |markup| {
        for number in 1..=footers {
            let name = format!("/word/footer{number}.xml");
            markup.empty("Override", &[("PartName", &name), ("ContentType", CONTENT)]);
        }
    })
}
