use super::line::{Look, run};
use super::piece::{Paragraph, Piece};
use crate::notation;
use crate::render::xml::Markup;

/// The headings on which the chapters begin.
const CHAPTER: &str = "Kop1";

/// The chapters, each with the way to it and its page. LibreOffice leaves the pages out of a table of contents of Word until someone asks
/// for them; of a list with references it finds them itself, as Word does when it opens the file.
pub fn paragraphs(chapters: &[String]) -> Vec<Paragraph> {
    let entry = |(at, chapter): (usize, &String)| {
        Paragraph::new("Inhopg1", |markup| {
            let anchor = name(at);
            markup.element("w:hyperlink", &[("w:anchor", &anchor), ("w:history", "1")], |markup| {
                run(markup, Look::PLAIN, &notation::printed_line(chapter));
                markup.element("w:r", &[], |markup| markup.empty("w:tab", &[]));
                page_of(markup, &anchor);
            });
        })
    };
    let mut entries: Vec<Paragraph> = chapters.iter().enumerate().map(entry).collect();
    if let Some(last) = entries.last_mut() {
        last.ends_list = true;
    }
    let title = Paragraph::new("Standaard", |markup| run(markup, Look::STRONG, "Inhoud"));
    let title = (!entries.is_empty()).then_some(Paragraph { keep_next: true, ..title });
    title.into_iter().chain(entries).collect()
}

fn page_of(markup: &mut Markup, anchor: &str) {
    let field = |markup: &mut Markup, attributes: &[(&str, &str)]| {
        markup.element("w:r", &[], |markup| markup.empty("w:fldChar", attributes));
    };
    field(markup, &[("w:fldCharType", "begin"), ("w:dirty", "true")]);
    markup.element("w:r", &[], |markup| {
        let what = format!(" PAGEREF {anchor} \\h ");
        markup.element("w:instrText", &[("xml:space", "preserve")], |markup| markup.text(&what));
    });
    field(markup, &[("w:fldCharType", "separate")]);
    field(markup, &[("w:fldCharType", "end")]);
}

/// Gives the headings of the chapters the names that the list calls.
pub fn mark(pieces: &mut [Piece]) {
    let headings = pieces.iter_mut().filter_map(|piece| match piece {
        Piece::Paragraph(paragraph) if paragraph.style == CHAPTER => Some(paragraph),
        _ => None,
    });
    for (at, heading) in headings.enumerate() {
        let id = at.to_string();
        let inside = std::mem::take(&mut heading.inside);
        heading.inside = Markup::written(|markup| {
            markup.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name(at))]);
            markup.own(&inside);
            markup.empty("w:bookmarkEnd", &[("w:id", &id)]);
        });
    }
}

fn name(at: usize) -> String {
    format!("deel{}", at + 1)
}
