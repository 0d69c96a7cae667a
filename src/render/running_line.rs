use crate::document::Document;
use crate::notation;

/// What every page says of the whole, so that a loose one can be laid back: the title, and whose it is.
pub(super) fn running_line(document: &Document) -> String {
    let title = if document.title.trim().is_empty() { "Document" } else { &document.title };
    let whole = document.subtitle.iter().fold(title.to_owned(), |line, subtitle| format!("{line} · {subtitle}"));
    notation::shortened(&notation::printed_line(&whole), LONGEST)
}

/// Beside the label there is room for two lines of this.
const LONGEST: usize = 100;
