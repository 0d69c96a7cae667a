use chrono::{DateTime, FixedOffset, SecondsFormat};

use crate::domain::Value;
use crate::notation::hides;

/// A text as TOML: readable, on several lines where it has them, without a character that cannot be seen.
pub fn text(text: &str) -> String {
    if text.contains('\n') && !text.split('\n').any(looks_like_a_conflict) {
        return format!("\"\"\"\n{}\"\"\"", escaped(text, Quotes::Triple));
    }
    one_line(text)
}

/// A text as TOML on one line.
pub fn one_line(text: &str) -> String {
    let is_plain = |letter: char| letter != '\'' && letter != '\n' && letter != '\t' && !hides(letter);
    if text.contains(['"', '\\']) && text.chars().all(is_plain) {
        return format!("'{text}'");
    }
    format!("\"{}\"", escaped(text, Quotes::Single))
}

/// A moment with its time zone in whole minutes.
pub fn moment(at: DateTime<FixedOffset>) -> String {
    let minutes = at.offset().local_minus_utc() / 60 * 60;
    let at = FixedOffset::east_opt(minutes).map_or(at, |offset| at.with_timezone(&offset));
    at.to_rfc3339_opts(SecondsFormat::AutoSi, false)
}

/// A value, lists of records and long lists with one item on a line.
pub fn value(value: &Value) -> String {
    const WIDEST: usize = 100;
    let Value::List(items) = value else { return plain_or(value, text) };
    let on_one_line = value_on_one_line(value);
    let has_records = items.iter().any(|item| matches!(item, Value::Record(_)));
    if !has_records && on_one_line.chars().count() <= WIDEST {
        return on_one_line;
    }
    let lines = items.iter().map(|item| format!("  {},\n", value_on_one_line(item)));
    format!("[\n{}]", lines.collect::<String>())
}

/// A value without a newline anywhere.
pub fn value_on_one_line(value: &Value) -> String {
    plain_or(value, one_line)
}

fn plain_or(value: &Value, text: fn(&str) -> String) -> String {
    match value {
        Value::Text(words) => text(words),
        Value::Flag(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Date(day) => day.to_string(),
        Value::List(items) => format!("[{}]", joined(items.iter().map(value_on_one_line))),
        Value::Record(fields) if fields.is_empty() => "{}".to_owned(),
        Value::Record(fields) => {
            let field = |(name, value): (&String, &Value)| format!("{} = {}", key(name), value_on_one_line(value));
            format!("{{ {} }}", joined(fields.iter().map(field)))
        }
    }
}

fn joined(pieces: impl Iterator<Item = String>) -> String {
    pieces.collect::<Vec<_>>().join(", ")
}

fn key(name: &str) -> String {
    let bare = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    if !name.is_empty() && name.chars().all(bare) { name.to_owned() } else { one_line(name) }
}

/// A text in which git's marks stand would be taken for a conflict.
fn looks_like_a_conflict(line: &str) -> bool {
    line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>")
}

#[derive(Clone, Copy, PartialEq)]
enum Quotes {
    Single,
    Triple,
}

fn escaped(text: &str, quotes: Quotes) -> String {
    let mut made = String::with_capacity(text.len() + 16);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let quote_ends_here = quotes == Quotes::Single || matches!(letters.peek(), None | Some('"'));
        match letter {
            '\\' => made.push_str("\\\\"),
            '"' if quote_ends_here => made.push_str("\\\""),
            '\n' if quotes == Quotes::Single => made.push_str("\\n"),
            '\t' => made.push_str("\\t"),
            '\r' => made.push_str("\\r"),
            '\n' => made.push('\n'),
            hidden if hides(hidden) => made.push_str(&match u32::from(hidden) {
                short @ ..=0xffff => format!("\\u{short:04X}"),
                long => format!("\\U{long:08X}"),
            }),
            plain => made.push(plain),
        }
    }
    made
}
