use chrono::{DateTime, FixedOffset, SecondsFormat};

use crate::domain::Value;
use crate::notation::hides;

/// A text as TOML: readable, on several lines where it has them, without a character that cannot be seen.
pub fn text(text: &str) -> String {
    if text.contains('\n') && !text.split('\n').any(looks_like_a_conflict) {
        return format!("\"\"\"\n{}\"\"\"", escaped(text, true));
    }
    one_line(text)
}

/// A text as TOML on one line.
pub fn one_line(text: &str) -> String {
    let is_plain = |letter: char| letter != '\'' && letter != '\n' && letter != '\t' && !hides(letter);
    if text.contains(['"', '\\']) && text.chars().all(is_plain) {
        return format!("'{text}'");
    }
    format!("\"{}\"", escaped(text, false))
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

/// What stands between quotes: one on each side, or three, between which lines and single quotes stay as they are.
fn escaped(text: &str, is_triple: bool) -> String {
    let mut made = String::with_capacity(text.len() + 16);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let quote_ends_here = !is_triple || matches!(letters.peek(), None | Some('"'));
        match letter {
            '\\' => made.push_str("\\\\"),
            '"' if quote_ends_here => made.push_str("\\\""),
            '\n' if !is_triple => made.push_str("\\n"),
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use chrono::DateTime;

    use super::*;

    /// What is written reads back as the same.
    #[track_caller]
    fn check(said: &Value, expected: &str) {
        let written = value(said);
        assert_eq!(written, expected);
        let read: toml::Table = format!("value = {written}").parse().expect("it is TOML");
        let expected: toml::Table = format!("value = {}", value_on_one_line(said)).parse().expect("it is TOML");
        assert_eq!(read, expected);
        if let Value::Text(words) = said {
            assert_eq!(read["value"].as_str(), Some(words.as_str()));
        }
    }

    fn record(fields: &[(&str, &str)]) -> Value {
        let fields = fields.iter().map(|(name, words)| ((*name).to_owned(), Value::text(*words)));
        Value::Record(fields.collect::<BTreeMap<_, _>>())
    }

    #[test]
    fn a_text_is_written_as_a_person_would() {
        check(&Value::text("een\ntwee"), "\"\"\"\neen\ntwee\"\"\"");
        check(&Value::text(r"in C:\map"), r"'in C:\map'");
        check(&Value::text(r#"zeg "ja""#), r#"'zeg "ja"'"#);
        check(&Value::text("zo'n \"ja\""), r#""zo'n \"ja\"""#);
        check(&Value::text("a\t\"b\""), r#""a\t\"b\"""#);
        check(&Value::text("een\ttwee\rdrie"), r#""een\ttwee\rdrie""#);
    }

    /// Three in a row would end the text.
    #[test]
    fn quotes_in_lines_are_marked_only_where_they_would_end_them() {
        check(&Value::text("een \"twee\"\ndrie\""), "\"\"\"\neen \"twee\"\ndrie\\\"\"\"\"");
        check(&Value::text("\"\"\"\neen"), "\"\"\"\n\\\"\\\"\"\neen\"\"\"");
    }

    #[test]
    fn what_git_would_take_for_a_conflict_stands_on_one_line() {
        check(&Value::text("<<<<<<< een\ntwee"), r#""<<<<<<< een\ntwee""#);
        check(&Value::text("een\n>>>>>>> twee"), r#""een\n>>>>>>> twee""#);
    }

    #[test]
    fn what_cannot_be_seen_is_told_by_its_number() {
        check(&Value::text("een\u{202e}twee"), r#""een\u202Etwee""#);
        check(&Value::text("\"een\u{202e}twee\""), r#""\"een\u202Etwee\"""#);
        check(&Value::text("een\u{e0001}twee"), r#""een\U000E0001twee""#);
    }

    #[test]
    fn a_list_stands_on_one_line_as_far_as_it_is_read_in_one_glance() {
        let list = |letters: usize| Value::List(vec![Value::text("é".repeat(letters)), Value::text("b")]);
        // With quotes, comma and brackets nine signs more.
        check(&list(91), &format!("[\"{}\", \"b\"]", "é".repeat(91)));
        check(&list(92), &format!("[\n  \"{}\",\n  \"b\",\n]", "é".repeat(92)));
        check(&Value::List(vec![record(&[("wie", "een\ntwee")])]), "[\n  { wie = \"een\\ntwee\" },\n]");
    }

    #[test]
    fn a_name_is_bare_where_it_can_be() {
        check(&record(&[]), "{}");
        check(&record(&[("een-twee_3", "x")]), r#"{ een-twee_3 = "x" }"#);
        check(&record(&[("één", "x")]), r#"{ "één" = "x" }"#);
        check(&record(&[("", "x")]), r#"{ "" = "x" }"#);
    }

    #[test]
    fn a_time_zone_has_whole_minutes() {
        let at = DateTime::parse_from_rfc3339("2026-11-24T10:00:00+00:00").expect("a moment");
        let local = at.with_timezone(&FixedOffset::east_opt(20 * 60 + 17).expect("an offset of Amsterdam until 1937"));
        assert_eq!(moment(local), "2026-11-24T10:20:00+00:20");
    }
}
