use crate::document::Document;
use crate::notation;

/// What every page says of what it belongs to, so that a loose one can be laid back: the title, of the whole or of a sheet, and whose
/// it is.
pub(super) fn running_line(document: &Document, title: &str) -> String {
    notation::shortened(&notation::printed_line(&titles(document, title, "Document", " · ")), LONGEST)
}

/// The title, or else another word, and the subtitle behind it.
pub(super) fn titles(document: &Document, title: &str, or: &str, between: &str) -> String {
    let title = if title.trim().is_empty() { or } else { title };
    std::iter::once(title).chain(document.subtitle.as_deref()).collect::<Vec<_>>().join(between)
}

/// Beside the label there is room for two lines of this.
const LONGEST: usize = 100;

/// The day on which the document was made, and which version of it this is.
pub(super) fn day_line(document: &Document) -> String {
    let version = document.imprint.iter().map(|imprint| format!(" · versie {imprint}"));
    std::iter::once(notation::date(document.date)).chain(version).collect()
}
