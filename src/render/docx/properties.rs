use crate::document::Document;
use crate::notation;
use crate::render::xml::{Attributes, Markup};

const NAMES: Attributes = &[
    ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:dcterms", "http://purl.org/dc/terms/"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
];

/// Longer titles than this are cut off by programs that list files.
const LONGEST_TITLE: usize = 200;

/// What the file says of itself. Its moment is the day of the document, so that the same document gives the same file.
pub fn properties(document: &Document) -> String {
    let mut markup = Markup::default();
    markup.own("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    markup.element("cp:coreProperties", NAMES, |markup| {
        markup.element("dc:title", &[], |markup| markup.text(&title(document)));
        markup.element("dc:creator", &[], |markup| markup.text("regio"));
        markup.element("cp:lastModifiedBy", &[], |markup| markup.text("regio"));
        let moment = document.date.format("%Y-%m-%dT00:00:00Z").to_string();
        for name in ["dcterms:created", "dcterms:modified"] {
            markup.element(name, &[("xsi:type", "dcterms:W3CDTF")], |markup| markup.text(&moment));
        }
        markup.element("dc:language", &[], |markup| markup.text("nl-NL"));
    });
    markup.into_string()
}

fn title(document: &Document) -> String {
    let title = notation::printed_line(&document.title);
    if title.is_empty() { "Document".to_owned() } else { notation::shortened(&title, LONGEST_TITLE) }
}
