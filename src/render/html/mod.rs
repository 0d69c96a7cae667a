//! One page that stands by itself: no script, no request, readable on a screen of any width, on paper and by a screen reader.

mod block;
mod definitions;

#[cfg(test)]
mod tests;

use super::label_look::label_look;
use super::xml::{Attributes, Markup};
use super::{RenderError, Renderer};
use crate::document::{Document, Layout};
use crate::notation;

/// HTML of one file: WCAG 2.2 AA, and A4 when it is printed.
#[derive(Clone, Copy, Debug)]
pub struct Html;

const STYLE: &str = include_str!("style.css");

/// Nothing is fetched and nothing runs.
const HEAD: &str = r#"
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
"#;

impl Renderer for Html {
    fn render(&self, document: &Document) -> Result<Vec<u8>, RenderError> {
        let mut page = Markup::default();
        page.own("<!DOCTYPE html>\n");
        page.element("html", &[("lang", "nl")], |page| {
            page.newline();
            page.element("head", &[], |page| head(page, document));
            page.newline();
            page.element("body", layout(document), |page| body(page, document));
            page.newline();
        });
        page.newline();
        Ok(page.into_string().into_bytes())
    }
}

fn head(page: &mut Markup, document: &Document) {
    page.own(HEAD);
    page.words("title", &[], &notation::printed_line(&title(document)));
    page.newline();
    page.element("style", &[], |page| {
        page.own("\n");
        page.own(STYLE);
        page.own(&margins(document));
    });
    page.newline();
}

fn title(document: &Document) -> String {
    let named = if document.title.trim().is_empty() { "Document" } else { &document.title };
    match &document.subtitle {
        Some(subtitle) => format!("{named} - {subtitle}"),
        None => named.to_owned(),
    }
}

fn layout(document: &Document) -> Attributes<'static> {
    match document.layout {
        Layout::Page => &[],
        Layout::Slides => &[("class", "slides")],
    }
}

/// What stands in the margins of every printed page: the label as FIRST prescribes, and the number of the page.
fn margins(document: &Document) -> String {
    let number = "@bottom-left { content: \"bladzijde \" counter(page) \" van \" counter(pages); }";
    let label = document.label.map_or_else(String::new, |label| {
        let said = format!("{{ content: \"{label}\"; color: #{}; }}", label_look(label).colour);
        format!("  @top-right {said}\n  @bottom-right {said}\n")
    });
    format!("@page {{\n  {number}\n{label}}}\n")
}

fn body(page: &mut Markup, document: &Document) {
    page.newline();
    page.element("header", &[], |page| label(page, document));
    page.newline();
    page.element("main", &[], |page| {
        page.newline();
        page.words("h1", &[], &document.title);
        page.newline();
        page.element("p", &[("class", "below-title")], |page| {
            if let Some(subtitle) = &document.subtitle {
                page.lines(subtitle);
                page.void("br", &[]);
            }
            let moment = document.date.format("%Y-%m-%d").to_string();
            page.words("time", &[("datetime", &moment)], &notation::date(document.date));
        });
        page.newline();
        block::blocks(page, &document.blocks);
    });
    page.newline();
    page.element("footer", &[], |page| label(page, document));
    page.newline();
}

fn label(page: &mut Markup, document: &Document) {
    if let Some(label) = document.label {
        page.words("p", &[("class", &format!("label {}", label_look(label).class))], label);
    }
}
