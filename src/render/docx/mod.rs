//! A file of Word, to edit further: real headings, lists, boxes to tick and spots to fill in.

mod block;
mod control;
mod footer;
mod forms;
mod larger;
mod line;
mod list;

mod package;
mod page;
#[cfg(feature = "pdf")]
mod picture;
#[cfg(not(feature = "pdf"))]
#[path = "no_picture.rs"]
mod picture;
mod piece;
mod properties;
mod slides;
mod table;
mod table_of_contents;

#[cfg(test)]
mod tests;

use picture::Pictures;

use super::on_paper::on_paper;
use super::{RenderError, Renderer, Unseen};
use crate::document::{Document, Layout};

/// WordprocessingML (ECMA-376, transitional) on A4, in Dutch. The same document gives the same bytes.
#[derive(Clone, Copy, Debug)]
pub struct Docx;

/// The parts that are the same in every file.
const FIXED: &[(&str, &str)] = &[
    ("_rels/.rels", include_str!("parts/relationships.xml")),
    ("docProps/app.xml", include_str!("parts/program.xml")),
    ("word/numbering.xml", include_str!("parts/numbering.xml")),
    ("word/settings.xml", include_str!("parts/settings.xml")),
    ("word/fontTable.xml", include_str!("parts/font_table.xml")),
    ("word/theme/theme1.xml", include_str!("parts/theme.xml")),
];

const CONTENT_TYPES: &str = include_str!("parts/content_types.xml");
const RELATIONSHIPS: &str = include_str!("parts/document_relationships.xml");
const STYLES: &str = include_str!("parts/styles.xml");

impl Renderer for Docx {
    fn render(&self, document: &Document) -> Result<Vec<u8>, RenderError> {
        let mut pictures = Pictures::default();
        let body = page::body(&on_paper(document), &mut pictures);
        let footers = footer::footers(document);
        let styles = match document.layout {
            Layout::Page => STYLES.to_owned(),
            Layout::Flyer => larger::for_paper(STYLES),
            Layout::Slides => slides::styles(STYLES),
            Layout::Forms => forms::styles(STYLES),
        };
        let relationships = pictures.relationships(&footer::relationships(RELATIONSHIPS, footers.len()));
        // The part that says what all parts are comes first.
        let kinds = ("[Content_Types].xml", footer::content_types(CONTENT_TYPES, footers.len()));
        let own = [
            ("word/_rels/document.xml.rels", relationships),
            ("word/document.xml", body),
            ("word/styles.xml", styles),
            ("word/header1.xml", page::header(document)),
            ("docProps/core.xml", properties::properties(document)),
        ];
        let fixed = FIXED.iter().map(|(name, text)| (*name, (*text).to_owned()));
        let texts = std::iter::once(kinds).chain(fixed).chain(own).map(|(name, text)| (name.to_owned(), text));
        let footers = (1..).zip(footers).map(|(number, xml)| (format!("word/footer{number}.xml"), xml));
        let texts = texts.chain(footers).map(|(name, text)| (name, text.into_bytes()));
        package::package(texts.chain(pictures.files()?)).map_err(|_| RenderError::Unfit)
    }

    fn unseen(&self, document: &Document) -> Unseen {
        let pictures = if cfg!(feature = "pdf") { 0 } else { document.pictures() };
        Unseen { pictures, ..Unseen::default() }
    }
}
