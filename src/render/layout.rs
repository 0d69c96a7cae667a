use unicode_width::UnicodeWidthStr;

use crate::document::CheckState;
use crate::document::Inline;
use crate::notation::single_line;
use crate::notation::visible;

/// The words of a line, for formats without mark-up.
pub(super) fn words(inlines: &[Inline]) -> String {
    let word = |inline: &Inline| match inline {
        Inline::Text(text) | Inline::Strong(text) | Inline::Emphasis(text) | Inline::Code(text) => {
            // A tab is as wide as the terminal likes, and would push the rest of its line over the edge.
            visible(text).replace('\t', " ")
        }
        Inline::Blank(question) => format!("{BLANK} ({})", single_line(question)),
    };
    inlines.iter().map(word).collect()
}

/// A line to write on.
pub(super) const BLANK: &str = "______________";

/// Text in lines of at most `width` columns, the first after `first` and the others after `next`. Lines that the writer broke
/// stay broken.
pub(super) fn wrapped(text: &str, first: &str, next: &str, width: Option<usize>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut first = first;
    for paragraph in text.split('\n') {
        match width {
            None => lines.push(format!("{first}{}", paragraph.trim_end())),
            Some(width) => {
                let room = width.max(first.width().max(next.width()) + 8);
                let options = textwrap::Options::new(room).initial_indent(first).subsequent_indent(next);
                lines.extend(textwrap::wrap(paragraph, options).iter().map(|line| line.trim_end().to_owned()));
            }
        }
        first = next;
    }
    lines
}

pub(super) fn checkbox(state: CheckState) -> &'static str {
    match state {
        CheckState::Open => "[ ]",
        CheckState::Done => "[x]",
        CheckState::Lapsed => "[-]",
    }
}

/// `3 van 8 klaar`, with what there is to remark.
pub(super) fn progress(done: usize, total: usize, remark: Option<&str>) -> String {
    let counted = match (done, total) {
        (_, 0) => "niets te vragen".to_owned(),
        (done, total) if done >= total => format!("alle {total} klaar"),
        (done, total) => format!("{done} van {total} klaar"),
    };
    match remark {
        Some(remark) => format!("{counted}, {}", single_line(remark)),
        None => counted,
    }
}
