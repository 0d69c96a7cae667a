/// Columns that a text takes on the screen.
pub(super) use textwrap::core::display_width as columns;

use crate::document::{CheckState, Inline, Line, withheld};
use crate::notation;

/// No page is set narrower than this; nothing could be read on it.
pub(super) const NARROWEST: usize = 30;

/// What a medium makes of a text of somebody else.
pub(super) type Medium = fn(&str) -> String;

/// What steers or hides is seen as a sign.
pub(super) fn on_screen(text: &str) -> String {
    steady(&notation::visible(text))
}

/// Letters as they were typed, without what steers.
pub(super) fn on_page(text: &str) -> String {
    steady(&notation::printed(text))
}

/// The words of a line, for formats without mark-up.
pub(super) fn words_in(inlines: &[Inline], medium: Medium) -> String {
    inlines.iter().map(|inline| run_in(inline, medium)).collect()
}

/// The words of one run.
pub(super) fn run_in(inline: &Inline, medium: Medium) -> String {
    match inline {
        Inline::Text(text) | Inline::Strong(text) | Inline::Emphasis(text) | Inline::Code(text) => {
            // A tab is as wide as the terminal likes, and would push the rest of its line over the edge.
            medium(text).replace('\t', " ")
        }
        Inline::Blank(question) if question.trim().is_empty() => BLANK.to_owned(),
        Inline::Blank(question) => format!("{BLANK} ({})", line_in(question, medium)),
        Inline::Withheld(question) => line_in(&withheld(question), medium),
        Inline::Box => checkbox(CheckState::Open).to_owned(),
    }
}

pub(super) fn line_in(text: &str, medium: Medium) -> String {
    notation::on_one_line(&medium(text))
}

/// The words of a line on a screen.
pub(super) fn words(inlines: &[Inline]) -> String {
    words_in(inlines, on_screen)
}

/// A line in which plain words stand out.
pub(super) fn strong(inlines: &[Inline]) -> Line {
    let strong = |inline: &Inline| match inline {
        Inline::Text(text) => Inline::Strong(text.clone()),
        other => other.clone(),
    };
    inlines.iter().map(strong).collect()
}

/// Whether a paragraph announces what stands below it, and so has no place alone at the foot of a page: it stands out whole,
/// ends with a colon, or is the question to which answers come.
pub(super) fn announces(paragraph: &[Inline]) -> bool {
    match paragraph {
        [Inline::Strong(_)] => true,
        _ => words(paragraph).trim_end().ends_with([':', '?']),
    }
}

pub(super) fn single_line(text: &str) -> String {
    line_in(text, on_screen)
}

/// Without the sign that asks for a letter as a picture: terminals do not agree on how wide the letter then is.
fn steady(text: &str) -> String {
    text.replace('\u{fe0f}', "")
}

/// A line to write on.
pub(super) const BLANK: &str = "______________";

/// A line to write on, as wide as there is room, behind what stands before it.
pub(super) fn writing_line(before: &str, width: Option<usize>) -> String {
    let front = if before.is_empty() { String::new() } else { format!("{before} ") };
    let room = width.unwrap_or(PAGE).min(PAGE).saturating_sub(columns(&front));
    if room < BLANK.len() { front } else { format!("{front}{}", "_".repeat(room)) }
}

/// Lines to write on are no wider than a page.
const PAGE: usize = 72;

/// Text in lines of at most `width` columns, the first after `first` and the others after `next`, which both leave room. Lines
/// that the writer broke stay broken. Colour takes no room.
pub(super) fn wrapped(text: &str, first: &str, next: &str, width: Option<usize>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut first = first;
    for paragraph in text.split('\n') {
        match width {
            None => lines.push(format!("{first}{paragraph}")),
            Some(width) => {
                let options = textwrap::Options::new(width).initial_indent(first).subsequent_indent(next);
                lines.extend(textwrap::wrap(paragraph, options).into_iter().map(String::from));
            }
        }
        first = next;
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
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
        Some(remark) => format!("{counted}, {}", notation::on_one_line(remark)),
        None => counted,
    }
}
