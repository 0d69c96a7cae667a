use textwrap::Options;
use unicode_width::UnicodeWidthStr;

use crate::interview::{Heading, Note};
use crate::notation::{sentence, visible};

/// A line for the screen with the weight that it has there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub tone: Tone,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Title,
    Question,
    Plain,
    /// What may be passed over.
    Quiet,
    Fault,
    /// The item on which the cursor stands.
    Active,
    /// What was answered.
    Answer,
}

/// What there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// In columns.
    pub width: usize,
    /// Whether empty lines set things apart.
    pub airy: bool,
}

impl Line {
    pub fn new(tone: Tone, text: impl Into<String>) -> Line {
        Line { tone, text: text.into() }
    }

    fn empty() -> Line {
        Line::new(Tone::Plain, "")
    }
}

/// A question with what stands above and below it.
pub(super) fn heading(heading: &Heading, look: Look) -> Vec<Line> {
    let mut lines = Vec::new();
    if !heading.place.is_empty() || !heading.ask.is_empty() {
        lines.push(Line::empty());
    }
    lines.extend(wrapped(Tone::Quiet, &heading.place, look.width));
    lines.extend(wrapped(Tone::Question, &heading.ask, look.width));
    if look.airy && !lines.is_empty() {
        lines.push(Line::empty());
    }
    lines.extend(heading.remarks.iter().flat_map(|remark| wrapped(Tone::Plain, remark, look.width)));
    if look.airy && !heading.remarks.is_empty() {
        lines.push(Line::empty());
    }
    lines
}

pub(super) fn note(note: &Note, look: Look) -> Vec<Line> {
    let mut lines = Vec::new();
    let width = look.width;
    match note {
        Note::Title { title, paragraphs } => {
            lines.push(Line::empty());
            lines.extend(wrapped(Tone::Title, title, width));
            lines.extend(paragraphs.iter().flat_map(|paragraph| wrapped(Tone::Plain, paragraph, width)));
        }
        Note::Explanation(parts) => {
            for (index, (word, text)) in parts.iter().enumerate() {
                if look.airy && index > 0 {
                    lines.push(Line::empty());
                }
                lines.extend(hanging(Tone::Plain, "  ", "  ", &format!("{word}: {text}"), width));
            }
        }
        Note::Confirmed { label, answer } => {
            lines.extend(wrapped(Tone::Quiet, &format!("Bewaard. {label}: {answer}"), width));
        }
        Note::Page(page) => {
            for (place, line) in page.iter().enumerate() {
                let indent = " ".repeat(line.len() - line.trim_start().len());
                let tone = if place == 0 { Tone::Title } else { Tone::Plain };
                lines.extend(hanging(tone, &indent, &format!("{indent}  "), line.trim_start(), width));
            }
        }
        Note::Remark(text) => lines.extend(wrapped(Tone::Plain, text, width)),
        Note::Warning(text) => lines.extend(wrapped(Tone::Fault, text, width)),
        Note::Items { intro, items } => {
            lines.push(Line::empty());
            lines.extend(wrapped(Tone::Plain, intro, width));
            lines.extend(items.iter().enumerate().flat_map(|(index, item)| numbered(index, item, None, width)));
        }
        Note::Refused { fault, tip } => {
            lines.extend(wrapped(Tone::Fault, &format!("Dat kan niet: {fault}."), width));
            lines.extend(wrapped(Tone::Plain, &sentence(&format!("Tip: {tip}")), width));
        }
    }
    lines
}

/// One item with its number, by its place from 0, and what stands below it.
pub(super) fn numbered(place: usize, item: &str, detail: Option<&str>, width: usize) -> Vec<Line> {
    entry(Tone::Plain, &format!("{:>3}. ", place + 1), item, detail, width)
}

/// An entry of a list behind its mark, and what stands below it.
pub(super) fn entry(tone: Tone, mark: &str, text: &str, detail: Option<&str>, width: usize) -> Vec<Line> {
    let indent = " ".repeat(mark.width());
    let mut lines = hanging(tone, mark, &indent, text, width);
    lines.extend(detail.into_iter().flat_map(|detail| hanging(Tone::Quiet, &indent, &indent, detail, width)));
    lines
}

/// A text on as many lines as it needs; no line when it is empty.
pub(super) fn wrapped(tone: Tone, text: &str, width: usize) -> Vec<Line> {
    if text.is_empty() { Vec::new() } else { hanging(tone, "", "", text, width) }
}

/// A text on at least one line, with one indent before the first line and another before those that follow.
pub(super) fn hanging(tone: Tone, first: &str, next: &str, text: &str, width: usize) -> Vec<Line> {
    let shown = visible(text).replace('\t', " ");
    let (mut lines, mut indent) = (Vec::new(), first);
    for paragraph in shown.split('\n') {
        let options = Options::new(width.max(next.len() + 8)).initial_indent(indent).subsequent_indent(next);
        lines.extend(textwrap::wrap(paragraph, options).iter().map(|line| Line::new(tone, line.trim_end())));
        indent = next;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const NARROW: Look = Look { width: 30, airy: false };

    #[track_caller]
    fn check(lines: &[Line], expected: &[&str]) {
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, expected);
    }

    fn sample() -> Heading {
        Heading {
            place: "Doelen, vraag 3 van 8".to_owned(),
            ask: "Wat wil je over een jaar bereikt hebben?".to_owned(),
            remarks: vec!["Typ één zin.".to_owned()],
            ..Heading::default()
        }
    }

    #[test]
    fn a_question_stands_below_its_place() {
        let question = ["", "Doelen, vraag 3 van 8", "Wat wil je over een jaar", "bereikt hebben?"];
        check(&heading(&sample(), NARROW), &[&question[..], &["Typ één zin."]].concat());
        let airy = Look { airy: true, ..NARROW };
        check(&heading(&sample(), airy), &[&question[..], &["", "Typ één zin.", ""]].concat());
        check(&heading(&Heading::default(), airy), &[]);
    }

    #[test]
    fn nothing_of_a_text_steers_the_terminal() {
        check(&note(&Note::Remark("a\u{1b}[2J\tb\r".to_owned()), NARROW), &["a‹U+001B›[2J b‹U+000D›"]);
    }

    #[test]
    fn items_hang_below_their_number() {
        let items = vec!["een korte".to_owned(), "een die langer is dan de regel breed is".to_owned()];
        let note = note(&Note::Items { intro: "Er staan er 2:".to_owned(), items }, NARROW);
        let expected = ["", "Er staan er 2:", "  1. een korte", "  2. een die langer is dan de", "     regel breed is"];
        check(&note, &expected);
    }
}
