//! A file of Word, to edit further: real headings, lists, boxes to tick and spots to fill in.

mod bars;
mod block;
mod control;
mod line;
mod list;
mod markup;
mod package;
mod page;
mod piece;
mod properties;
mod table;

#[cfg(test)]
mod tests;

use super::RenderError;
use super::Renderer;
use crate::document::Document;

/// WordprocessingML (ECMA-376, transitional) on A4, in Dutch. The same document gives the same bytes.
#[derive(Clone, Copy, Debug)]
pub struct Docx;

/// The parts that are the same in every file. The one that says what all parts are comes first.
const FIXED: &[(&str, &str)] = &[
    ("[Content_Types].xml", include_str!("parts/content_types.xml")),
    ("_rels/.rels", include_str!("parts/relationships.xml")),
    ("docProps/app.xml", include_str!("parts/program.xml")),
    ("word/_rels/document.xml.rels", include_str!("parts/document_relationships.xml")),
    ("word/styles.xml", include_str!("parts/styles.xml")),
    ("word/numbering.xml", include_str!("parts/numbering.xml")),
    ("word/settings.xml", include_str!("parts/settings.xml")),
    ("word/fontTable.xml", include_str!("parts/font_table.xml")),
    ("word/theme/theme1.xml", include_str!("parts/theme.xml")),
];

impl Renderer for Docx {
    fn render(&self, document: &Document) -> Result<Vec<u8>, RenderError> {
        let (body, header, footer) = (page::body(document), page::header(document), page::footer(document));
        let properties = properties::properties(document);
        let own = [
            ("word/document.xml", body.as_str()),
            ("word/header1.xml", &header),
            ("word/footer1.xml", &footer),
            ("docProps/core.xml", &properties),
        ];
        package::package(&[FIXED, &own].concat()).map_err(|_| RenderError::Unfit)
    }
}
