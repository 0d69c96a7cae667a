use crate::notation;

/// XML or HTML that is being written: text goes in through [`Markup::text`] and attributes alone, so nothing that a user typed can
/// become mark-up.
#[derive(Default)]
pub struct Markup(String);

/// Names and values of attributes.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Markup {
    /// What `inside` writes.
    pub fn written(inside: impl FnOnce(&mut Markup)) -> String {
        let mut markup = Markup::default();
        inside(&mut markup);
        markup.0
    }

    /// An element with what `inside` writes in it.
    pub fn element(&mut self, tag: &str, attributes: Attributes, inside: impl FnOnce(&mut Markup)) {
        begin_tag(tag, attributes, &mut self.0);
        self.0.push('>');
        inside(self);
        self.0.push_str(&format!("</{tag}>"));
    }

    /// An element of HTML that holds this text, with its line breaks.
    pub fn words(&mut self, tag: &str, attributes: Attributes, text: &str) {
        self.element(tag, attributes, |markup| markup.lines(text));
    }

    /// An element that holds nothing.
    pub fn empty(&mut self, tag: &str, attributes: Attributes) {
        begin_tag(tag, attributes, &mut self.0);
        self.0.push_str("/>");
    }

    /// An element with a single property, as Word names it.
    pub fn value(&mut self, tag: &str, value: &str) {
        self.empty(tag, &[("w:val", value)]);
    }

    /// A text without line breaks, and without what steers.
    pub fn text(&mut self, text: &str) {
        self.0.push_str(&escaped(&notation::printed(text)));
    }

    /// A text of HTML, with its line breaks.
    pub fn lines(&mut self, text: &str) {
        self.parts(text, '\n', "<br>", |markup, line| markup.text(line));
    }

    /// What `write` makes of each part of a text, with mark-up of our own between two.
    pub fn parts(&mut self, text: &str, sign: char, between: &str, write: impl Fn(&mut Markup, &str)) {
        for (number, part) in text.split(sign).enumerate() {
            self.own_if(number > 0, between);
            write(self, part);
        }
    }

    /// Mark-up that was written before.
    pub fn own(&mut self, xml: &str) {
        self.0.push_str(xml);
    }

    /// The same, where this holds.
    pub fn own_if(&mut self, holds: bool, xml: &str) {
        self.own(if holds { xml } else { "" });
    }

    /// A form with these texts in it, without the white space that its lines begin with.
    pub fn form(&mut self, form: &str, texts: &[(&str, &str)]) {
        let markup = |text: &str| Markup::written(|markup| markup.text(text));
        let values: Vec<(&str, String)> = texts.iter().map(|(name, text)| (*name, markup(text))).collect();
        self.form_of_own(form, &values);
    }

    /// A form with mark-up in it that was written before.
    pub fn form_of_own(&mut self, form: &str, values: &[(&str, impl AsRef<str>)]) {
        let form: String = form.lines().map(str::trim_start).collect();
        self.own(&notation::filled(&form, values));
    }
}

/// A tag up to what closes it, which is not the same where it holds nothing.
fn begin_tag(tag: &str, attributes: Attributes, to: &mut String) {
    to.push_str(&format!("<{tag}"));
    for (name, value) in attributes {
        to.push_str(&format!(" {name}=\"{}\"", escaped(&notation::printed_line(value))));
    }
}

/// The text with nothing in it that could be mark-up.
fn escaped(text: &str) -> String {
    notation::escaped(text).replace(is_no_character, "\u{fffd}")
}

/// Unicode keeps these for programs themselves. Some may not stand in XML.
pub fn is_no_character(letter: char) -> bool {
    u32::from(letter) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&letter)
}
