use super::control;
use crate::document::Inline;
use crate::render::xml::Markup;

/// The look of a run of text, by the id of its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As the paragraph is.
    Plain,
    Strong,
    Emphasis,
    Code,
    /// What matters less.
    Quiet,
    /// The filled part of a bar.
    Full,
    /// The rest of a bar.
    Rest,
}

impl Look {
    fn style(self) -> Option<&'static str> {
        match self {
            Look::Plain => None,
            Look::Strong => Some("Zwaar"),
            Look::Emphasis => Some("Nadruk"),
            Look::Code => Some("Code"),
            Look::Quiet => Some("Bijzaak"),
            Look::Full => Some("Balkvol"),
            Look::Rest => Some("Balkleeg"),
        }
    }
}

/// The runs of a line.
pub fn line(markup: &mut Markup, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => run(markup, Look::Plain, text),
            Inline::Strong(text) => run(markup, Look::Strong, text),
            Inline::Emphasis(text) => run(markup, Look::Emphasis, text),
            Inline::Code(text) => run(markup, Look::Code, text),
            Inline::Blank(question) => control::open_spot(markup, question),
            Inline::Box => control::check_box(markup, "Aankruisen", false),
        }
    }
}

/// A run of text, with its line breaks, tabs and white space.
pub fn run(markup: &mut Markup, look: Look, text: &str) {
    if text.is_empty() {
        return;
    }
    markup.element("w:r", &[], |markup| {
        if let Some(style) = look.style() {
            markup.element("w:rPr", &[], |markup| markup.value("w:rStyle", style));
        }
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                markup.empty("w:br", &[]);
            }
            between_tabs(markup, line);
        }
    });
}

/// To the next column of the paragraph.
pub fn tab(markup: &mut Markup) {
    markup.element("w:r", &[], |markup| markup.empty("w:tab", &[]));
}

fn between_tabs(markup: &mut Markup, line: &str) {
    for (number, words) in line.split('\t').enumerate() {
        if number > 0 {
            markup.empty("w:tab", &[]);
        }
        if !words.is_empty() {
            markup.element("w:t", &[("xml:space", "preserve")], |markup| markup.text(words));
        }
    }
}
