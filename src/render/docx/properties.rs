use super::page::DECLARATION;
use crate::document::Document;
use crate::notation;
use crate::render::xml::Markup;

/// Longer titles than this are cut off by programs that list files.
const LONGEST_TITLE: usize = 200;

/// What the file says of itself. Its moment is the day of the document, so that the same document gives the same file.
pub fn properties(document: &Document) -> String {
    let moment = document.date.format("%Y-%m-%dT00:00:00Z").to_string();
    let texts = [("title", &*title(document)), ("moment", &moment)];
    DECLARATION.to_owned() + &Markup::written(|markup| markup.form(include_str!("parts/core_properties.xml"), &texts))
}

fn title(document: &Document) -> String {
    let title = notation::printed_line(&document.title);
    if title.is_empty() { "Document".to_owned() } else { notation::shortened(&title, LONGEST_TITLE) }
}
