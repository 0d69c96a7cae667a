use super::control;
use crate::document::{Inline, withheld};
use crate::notation;
use crate::notation::Stretch;
use crate::render::xml::Markup;

/// The look of a run of text: the id of its style, or none where it is as the paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look(Option<&'static str>);

impl Look {
    pub const PLAIN: Look = Look(None);
    pub const STRONG: Look = Look(Some("Zwaar"));
    pub const EMPHASIS: Look = Look(Some("Nadruk"));
    pub const CODE: Look = Look(Some("Code"));
    /// What matters less.
    pub const QUIET: Look = Look(Some("Bijzaak"));
    /// What can be followed.
    pub const LINK: Look = Look(Some("Verwijzing"));
    /// The filled part of a bar.
    pub const FULL: Look = Look(Some("Balkvol"));
    /// The rest of a bar.
    pub const REST: Look = Look(Some("Balkleeg"));
}

/// The runs of a line.
pub fn line(markup: &mut Markup, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => addressed(markup, text),
            Inline::Strong(text) => run(markup, Look::STRONG, text),
            Inline::Emphasis(text) => run(markup, Look::EMPHASIS, text),
            Inline::Code(text) => run(markup, Look::CODE, text),
            Inline::Withheld(question) => run(markup, Look::EMPHASIS, &withheld(question)),
            Inline::Blank(question) => control::open_spot(markup, question, control::ROOM),
            Inline::Box => control::check_box(markup, "Aankruisen", false),
        }
    }
}

/// A text in which addresses can be followed.
fn addressed(markup: &mut Markup, text: &str) {
    for stretch in notation::addresses(text) {
        match stretch {
            Stretch::Words(words) => run(markup, Look::PLAIN, words),
            Stretch::Site(site) => link(markup, site, site),
            Stretch::Mail(mail) => link(markup, &format!("mailto:{mail}"), mail),
        }
    }
}

fn link(markup: &mut Markup, target: &str, words: &str) {
    let field = format!("HYPERLINK \"{target}\"");
    markup.element("w:fldSimple", &[("w:instr", &field)], |markup| run(markup, Look::LINK, words));
}

/// A run of text, with its line breaks, tabs and white space.
pub fn run(markup: &mut Markup, look: Look, text: &str) {
    if text.is_empty() {
        return;
    }
    markup.element("w:r", &[], |markup| {
        if let Some(style) = look.0 {
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
