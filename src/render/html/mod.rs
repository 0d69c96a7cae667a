//! One page that stands by itself: no script, no request, readable on a screen of any width, on paper and by a screen reader.

mod block;
mod definitions;

#[cfg(test)]
mod tests;

use super::chapters::chapters;
use super::label_look::{label_colour, label_look};
use super::on_paper::on_paper;
use super::running_line::{day_line, running_line, titles};
use super::shared_widths::SharedWidths;
use super::xml::Markup;
use super::{RenderError, Renderer};
use crate::document::{Block, Document, Layout};
use crate::notation;

/// HTML of one file: WCAG 2.2 AA, and A4 when it is printed.
#[derive(Clone, Copy, Debug)]
pub struct Html;

const STYLE: &str = include_str!("style.css");

/// Nothing is fetched and nothing runs.
const PAGE: &str = include_str!("page.html");

impl Renderer for Html {
    fn render(&self, document: &Document) -> Result<Vec<u8>, RenderError> {
        let name = notation::printed_line(&titles(document, &document.title, "Document", " - "));
        let document = &on_paper(document);
        let values = [
            ("title", Markup::written(|page| page.text(&name))),
            ("style", STYLE.to_owned() + &margins(document)),
            ("layout", look(document.layout).to_owned()),
            ("paper", if document.begins_with_sheet() { " class=\"sheet-1\"" } else { "" }.to_owned()),
            ("label", Markup::written(|page| label(page, document))),
            ("heading", Markup::written(|page| page.lines(&document.title))),
            ("below", Markup::written(|page| below_title(page, document))),
            ("blocks", with_chapters(document, Markup::written(|page| contents(page, document)))),
        ];
        Ok(notation::filled(PAGE, &values).into_bytes())
    }
}

fn look(layout: Layout) -> &'static str {
    match layout {
        Layout::Page => "",
        Layout::Slides => " class=\"slides\"",
        Layout::Flyer => " class=\"flyer\"",
        Layout::Forms => " class=\"forms\"",
    }
}

/// Before a long document the list of its chapters, each with the way to it.
fn with_chapters(document: &Document, contents: String) -> String {
    let chapters = chapters(document);
    if chapters.is_empty() {
        return contents;
    }
    let list = Markup::written(|page| {
        page.element("nav", &[("class", "chapters"), ("aria-label", "Inhoud")], |page| {
            page.element("p", &[], |page| page.words("strong", &[], "Inhoud"));
            page.element("ol", &[], |page| {
                for (number, chapter) in (1..).zip(&chapters) {
                    let target = format!("#deel-{number}");
                    page.element("li", &[], |page| page.words("a", &[("href", &target)], chapter));
                }
            });
        });
    });
    // Only a heading of a chapter is written so.
    let parts = contents.split("<h2>").enumerate().map(|(number, part)| match number {
        0 => part.to_owned(),
        number => format!("<h2 id=\"deel-{number}\">{part}"),
    });
    std::iter::once(list).chain(parts).collect()
}

/// The sheets, each with its number, and what stands before them.
fn numbered(document: &Document) -> impl Iterator<Item = (usize, &[Block])> {
    let first = usize::from(document.begins_with_sheet());
    document.sheets().enumerate().map(move |(at, blocks)| (at + first, blocks))
}

/// Slides come without what is said beside them: that stands behind them, on pages of its own.
fn contents(page: &mut Markup, document: &Document) {
    let (shown, notes) = document.without_notes();
    let widths = SharedWidths::of(&shown);
    for (number, blocks) in numbered(&shown) {
        match number {
            0 => block::blocks(page, blocks, &widths),
            number => page.element("section", &[("class", &format!("sheet sheet-{number}"))], |page| {
                block::blocks(page, blocks, &widths);
            }),
        }
    }
    if !notes.is_empty() {
        let widths = SharedWidths::of(document);
        page.element("section", &[("class", "notes")], |page| block::blocks(page, &notes, &widths));
    }
}

/// What stands in the margins of every printed page: the label as FIRST prescribes, to what and when the page belongs, and its
/// number. Browsers cannot count the pages of one sheet beforehand, so there the number stands by itself.
fn margins(document: &Document) -> String {
    let number = match document.layout {
        Layout::Flyer => String::new(),
        _ => foot(document, &document.title, "counter(page) \" van \" counter(pages)"),
    };
    let of_sheets = numbered(document).filter(|(number, _)| *number > 0).map(|(number, blocks)| {
        let foot = foot(document, document.title_of(blocks), &format!("counter(sheet-{number})"));
        format!(
            "@page sheet-{number} {{ counter-increment: sheet-{number}; {foot} }}\n.sheet-{number} {{ page: sheet-{number}; }}\n"
        )
    });
    let label = document.label.map_or_else(String::new, |label| {
        let said = format!("{{ content: \"{label}\"; color: #{}; }}", label_colour(label));
        format!("  @top-right {said}\n  @bottom-right {said}\n")
    });
    let sheets: String = of_sheets.collect();
    format!("@page {{\n  {number}\n{label}}}\n{sheets}")
}

fn foot(document: &Document, title: &str, number: &str) -> String {
    let (running, date) = (style_text(&running_line(document, title)), day_line(document));
    format!("@bottom-left {{ content: \"{running}\\a {date} · bladzijde \" {number}; white-space: pre-wrap; }}")
}

/// A text within quotes in a style sheet: whatever has a meaning there, or in the page around it, is written as its number.
fn style_text(text: &str) -> String {
    let written = |letter: char| match letter {
        letter if letter.is_alphanumeric() || " ,.-·–()".contains(letter) => letter.to_string(),
        letter => format!("\\{:x} ", u32::from(letter)),
    };
    text.chars().map(written).collect()
}

fn below_title(page: &mut Markup, document: &Document) {
    if let Some(subtitle) = &document.subtitle {
        page.lines(subtitle);
        page.own("<br>");
    }
    if document.layout == Layout::Flyer {
        return;
    }
    let moment = document.date.format("%Y-%m-%d").to_string();
    page.words("time", &[("datetime", &moment)], &notation::unbroken(&notation::date(document.date)));
}

fn label(page: &mut Markup, document: &Document) {
    if let Some(label) = document.label {
        page.words("p", &[("class", &format!("label {}", label_look(label).0))], label);
    }
}
