use super::line::tab;
use super::page::{label, part};
use super::piece::Paragraph;
use crate::document::{Block, Document, Layout};
use crate::notation;
use crate::render::running_line::{day_line, running_line};
use crate::render::xml::Markup;

/// What stands below every page of a section.
pub struct Footer {
    /// By this name a section refers to it.
    pub id: String,
    /// The part of the file in which it stands.
    pub file: String,
    pub xml: String,
}

/// One for each section.
pub fn footers(document: &Document) -> Vec<Footer> {
    let sections = sections(document);
    // LibreOffice does not count the pages of a section. There a sheet says nothing of it, for the word before the number is part of it.
    let count = match sections.len() {
        0 | 1 => include_str!("parts/count_of_pages.xml"),
        _ => include_str!("parts/count_of_sheet.xml"),
    };
    let footer = |(number, blocks): (usize, &[Block])| Footer {
        id: id(number),
        file: format!("word/footer{number}.xml"),
        xml: footer(document, document.title_of(blocks), count),
    };
    (1..).zip(sections).map(footer).collect()
}

/// Each sheet has a section of its own.
pub fn sections(document: &Document) -> Vec<&[Block]> {
    let sheets: Vec<&[Block]> = document.sheets().collect();
    if sheets.is_empty() { vec![&[]] } else { sheets }
}

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

/// What the document is tied to, with its footers.
pub fn relationships(fixed: &str, footers: &[Footer]) -> String {
    let own = Markup::written(|markup| {
        for Footer { id, file, .. } in footers {
            let target = file.trim_start_matches("word/");
            markup.empty("Relationship", &[("Id", id), ("Type", FOOTER), ("Target", target)]);
        }
    });
    fixed.replace("</Relationships>", &format!("{own}</Relationships>"))
}

/// What sort of part each is, with its footers.
pub fn content_types(fixed: &str, footers: &[Footer]) -> String {
    let own = Markup::written(|markup| {
        for Footer { file, .. } in footers {
            markup.empty("Override", &[("PartName", &format!("/{file}")), ("ContentType", CONTENT)]);
        }
    });
    fixed.replace("</Types>", &format!("{own}</Types>"))
}
