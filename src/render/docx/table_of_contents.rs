use super::line::{run, tab};
use super::piece::{Paragraph, Piece, in_style, listed};
use crate::notation;

/// The headings on which the chapters begin.
const CHAPTER: &str = "Kop1";

/// The chapters, each with the way to it and its page. LibreOffice leaves the pages out of a table of contents of Word until someone asks
/// for them; of a list with references it finds them itself, as Word does when it opens the file.
pub fn pieces(chapters: &[String]) -> Vec<Piece> {
    let entry = |(at, chapter): (usize, &String)| {
        Paragraph::new("Inhopg1", |markup| {
            let anchor = name(at);
            markup.element("w:hyperlink", &[("w:anchor", &anchor), ("w:history", "1")], |markup| {
                run(markup, None, &notation::printed_line(chapter));
                tab(markup);
                markup.form(include_str!("parts/page_reference.xml"), &[("anchor", &anchor)]);
            });
        })
    };
    let title = Paragraph::new("Standaard", |markup| run(markup, Some("Zwaar"), "Inhoud"));
    let title = (!chapters.is_empty()).then_some(Paragraph { keep_next: true, ..title });
    let entries = chapters.iter().enumerate().map(entry);
    listed(title.into_iter().chain(entries).map(Piece::Paragraph).collect())
}

/// Gives the headings of the chapters the names that the list calls.
pub fn mark(pieces: &mut [Piece]) {
    for (at, heading) in in_style(pieces, CHAPTER).enumerate() {
        let (name, inside) = (name(at), &heading.inside);
        heading.inside =
            format!("<w:bookmarkStart w:id=\"{at}\" w:name=\"{name}\"/>{inside}<w:bookmarkEnd w:id=\"{at}\"/>");
    }
}

fn name(at: usize) -> String {
    format!("deel{}", at + 1)
}
