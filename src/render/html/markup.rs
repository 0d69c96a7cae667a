use crate::notation;
use crate::render::xml::{Attributes, begin_tag, escape};

/// HTML that is being written: text goes in through [`Markup::text`] alone, so nothing that a user typed can become mark-up.
#[derive(Default)]
pub struct Markup(String);

impl Markup {
    /// An element with what `inside` writes in it.
    pub fn element(&mut self, tag: &str, attributes: Attributes, inside: impl FnOnce(&mut Markup)) {
        self.open(tag, attributes);
        inside(self);
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// An element that holds this text.
    pub fn words(&mut self, tag: &str, attributes: Attributes, text: &str) {
        self.element(tag, attributes, |markup| markup.text(text));
    }

    /// An element that never holds anything.
    pub fn empty(&mut self, tag: &str, attributes: Attributes) {
        self.open(tag, attributes);
    }

    /// A text, with its line breaks. Characters that steer or hide are shown as signs.
    pub fn text(&mut self, text: &str) {
        for (number, line) in notation::visible(text).split('\n').enumerate() {
            if number > 0 {
                self.0.push_str("<br>");
            }
            escape(line, &mut self.0);
        }
    }

    pub fn newline(&mut self) {
        self.0.push('\n');
    }

    /// Mark-up of our own making.
    pub fn own(&mut self, html: &str) {
        self.0.push_str(html);
    }

    pub fn into_string(self) -> String {
        self.0
    }

    fn open(&mut self, tag: &str, attributes: Attributes) {
        begin_tag(tag, attributes, &mut self.0);
        self.0.push('>');
    }
}
