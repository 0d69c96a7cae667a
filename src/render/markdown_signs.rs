//! Which signs Markdown takes for its own, and how a text keeps it from that.

use super::layout::{line_in, on_page};

/// Before a mark: the start of a line, white space or a bracket, or it might not be taken for a mark.
pub(super) fn opens(before: Option<char>) -> bool {
    before.is_none_or(|letter| letter.is_whitespace() || letter == '(')
}

pub(super) fn closes(after: Option<char>) -> bool {
    after.is_none_or(|letter| letter.is_whitespace() || matches!(letter, ',' | '.' | ';' | ':' | '!' | '?' | ')'))
}

/// An empty text has no marks; between them would be none.
pub(super) fn marked(mark: &str, escaped: &str) -> String {
    if escaped.is_empty() { String::new() } else { format!("{mark}{escaped}{mark}") }
}

pub(super) fn code(before: &str, text: &str) -> String {
    // Within code nothing can be escaped, and a table asks for another `|` than a line does.
    if text.is_empty() || text.contains(['`', '|']) { escaped_after(before, text) } else { format!("`{text}`") }
}

/// A text on one line of its own.
pub(super) fn escaped(text: &str) -> String {
    escaped_after("", &line_in(text, on_page))
}

/// Every sign that Markdown or HTML could take for its own gets a backslash; a number with a point at the start of a line
/// would become a list.
pub(super) fn escaped_after(before: &str, text: &str) -> String {
    let mut seen = before.trim_start().to_owned();
    let mut safe = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        let after_digits = !seen.is_empty() && seen.bytes().all(|byte| byte.is_ascii_digit());
        let is_sign = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '@' => true,
            // At the end of a heading it would be taken for its close.
            '#' => true,
            '+' | '-' | '=' | ':' if seen.is_empty() => true,
            // Many a reader makes a link of an address by itself.
            '.' => after_digits || seen.to_lowercase().ends_with("www"),
            ')' => after_digits,
            '/' => seen.ends_with(':'),
            _ => false,
        };
        if is_sign {
            safe.push('\\');
        }
        safe.push(letter);
        if !(seen.is_empty() && letter.is_whitespace()) {
            seen.push(letter);
        }
    }
    safe
}
