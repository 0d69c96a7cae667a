use super::control;
use crate::document::{Inline, withheld};
use crate::notation;
use crate::notation::Stretch;
use crate::render::xml::Markup;

/// The runs of a line.
pub fn line(markup: &mut Markup, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => addressed(markup, text),
            Inline::Strong(text) => run(markup, Some("Zwaar"), text),
            Inline::Emphasis(text) => run(markup, Some("Nadruk"), text),
            Inline::Code(text) => run(markup, Some("Code"), text),
            Inline::Withheld(question) => run(markup, Some("Nadruk"), &withheld(question)),
            Inline::Blank(question) => control::open_spot(markup, question, control::ROOM),
            Inline::Box => control::check_box(markup, "Aankruisen", false),
        }
    }
}

/// A text in which addresses can be followed.
fn addressed(markup: &mut Markup, text: &str) {
    for stretch in notation::addresses(text) {
        match stretch {
            Stretch::Words(words) => run(markup, None, words),
            Stretch::Site(site) => link(markup, site, site),
            Stretch::Mail(mail) => link(markup, &format!("mailto:{mail}"), mail),
        }
    }
}

fn link(markup: &mut Markup, target: &str, words: &str) {
    let field = format!("HYPERLINK \"{target}\"");
    markup.element("w:fldSimple", &[("w:instr", &field)], |markup| run(markup, Some("Verwijzing"), words));
}

/// A run of text, with its line breaks, tabs and white space, in the style with this id; in none it is as the paragraph is.
pub fn run(markup: &mut Markup, style: Option<&str>, text: &str) {
    if text.is_empty() {
        return;
    }
    markup.element("w:r", &[], |markup| {
        if let Some(style) = style {
            markup.element("w:rPr", &[], |markup| markup.value("w:rStyle", style));
        }

        markup.parts(text, '\n', "<w:br/>", |markup, line| {
            markup.parts(line, '\t', "<w:tab/>", |markup, words| {
                if !words.is_empty() {
                    markup.element("w:t", &[("xml:space", "preserve")], |markup| markup.text(words));
                }
            });
        });
    });
}

/// To the next column of the paragraph.
pub fn tab(markup: &mut Markup) {
    markup.element("w:r", &[], |markup| markup.empty("w:tab", &[]));
}
