use crate::notation;

/// HTML that is being written: text goes in through [`Markup::text`] alone, so nothing that a user typed can become mark-up.
#[derive(Default)]
pub struct Markup(String);

/// Names and values of attributes.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

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
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            escape(&notation::single_line(value), &mut self.0);
            self.0.push('"');
        }
        self.0.push('>');
    }
}

fn escape(text: &str, to: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            '\'' => to.push_str("&#39;"),
            // Not one of these may stand in an HTML document.
            '\u{fdd0}'..='\u{fdef}' => to.push('\u{fffd}'),
            other if u32::from(other) & 0xfffe == 0xfffe => to.push('\u{fffd}'),
            other => to.push(other),
        }
    }
}
