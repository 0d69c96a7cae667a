use unicode_width::UnicodeWidthStr;

use super::fault::{Fault, Span, on_one_line};
use super::source_file::SourceFile;

/// The most characters of a line that are shown.
const WIDEST: usize = 80;

/// A fault with its place, the line it is in and what to do.
///
/// annotate-snippets reads the column off the text it shows, and what is shown here is not what stands in the file.
pub fn excerpt(source: &SourceFile, fault: &Fault) -> String {
    let mut lines = vec![format!("{}: {}", fault.severity.word(), fault.message)];
    match &fault.span {
        Some(span) => lines.extend(marked_line(source, span)),
        None => lines.push(format!("--> {}", on_one_line(&source.name))),
    }
    lines.extend(fault.tip.as_ref().map(|tip| format!("tip: {tip}")));
    lines.join("\n")
}

fn marked_line(source: &SourceFile, span: &Span) -> [String; 4] {
    let position = source.position(span.start);
    let number = position.line.to_string();
    let margin = " ".repeat(number.len());
    let window = Window::around(&source.text, span);
    let arrows = "^".repeat(window.inside.width().max(1));
    let indent = " ".repeat(window.before.width());
    [
        format!("{margin}--> {}:{}:{}", on_one_line(&source.name), position.line, position.column),
        format!("{margin} |"),
        format!("{number} | {}{}{}", window.before, window.inside, window.after),
        format!("{margin} | {indent}{arrows}"),
    ]
}

/// The part of one line around a fault, as it is shown.
#[derive(Debug, PartialEq)]
struct Window {
    before: String,
    inside: String,
    after: String,
}

impl Window {
    fn around(text: &str, span: &Span) -> Window {
        let start = text.floor_char_boundary(span.start);
        let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
        let end = text.ceil_char_boundary(span.end).clamp(start, line_end);
        Window::fitting(&text[line_start..start], &text[start..end], &text[end..line_end])
    }

    /// The fault itself first, then what stands before it, then what follows, as far as there is room.
    fn fitting(before: &str, inside: &str, after: &str) -> Window {
        let inside = Taken::of(inside.chars(), WIDEST * 3 / 4);
        let room = WIDEST - inside.width;
        let for_after = Taken::of(after.chars(), room / 2).width;
        let before = Taken::of(before.chars().rev(), room - for_after);
        let after = if inside.cut { Taken::rest() } else { Taken::of(after.chars(), room - before.width) };
        let ellipsis = |cut: bool| if cut { "…" } else { "" };
        Window {
            before: ellipsis(before.cut).to_owned() + &before.pieces.into_iter().rev().collect::<String>(),
            inside: inside.pieces.concat(),
            after: after.pieces.concat() + ellipsis(after.cut),
        }
    }
}

/// As many characters as fit, each as it is shown.
#[derive(Default)]
struct Taken {
    pieces: Vec<String>,
    width: usize,
    cut: bool,
}

impl Taken {
    fn of(characters: impl Iterator<Item = char>, most: usize) -> Taken {
        let mut taken = Taken::default();
        for character in characters {
            let piece = on_one_line(character.encode_utf8(&mut [0; 4]));
            let width = piece.chars().count();
            if taken.width + width > most {
                taken.cut = true;
                break;
            }
            taken.width += width;
            taken.pieces.push(piece);
        }
        taken
    }

    /// Nothing, of something longer.
    fn rest() -> Taken {
        Taken { cut: true, ..Taken::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, span: Span, expected: &str) {
        let fault = Fault::at(span, "onbekende sleutel 'kopgrep'").tip("bedoel je 'kopgroep'?");
        assert_eq!(excerpt(&SourceFile::new("verkennen.toml", text), &fault), expected);
    }

    #[test]
    fn the_line_is_shown_with_an_arrow() {
        check(
            "schema = 1\n  kopgrep = 3\n",
            13..20,
            "fout: onbekende sleutel 'kopgrep'\n --> verkennen.toml:2:3\n  |\n2 |   kopgrep = 3\n  |   ^^^^^^^\n\
             tip: bedoel je 'kopgroep'?",
        );
    }

    #[test]
    fn what_cannot_be_seen_is_written_out() {
        let arrows = "^".repeat(8);
        check(
            "a\u{202e}\u{1b}\u{9b}",
            1..4,
            &format!(
                "fout: onbekende sleutel 'kopgrep'\n --> verkennen.toml:1:2\n  |\n\
                 1 | a‹U+202E›‹U+001B›‹U+009B›\n  |  {arrows}\ntip: bedoel je 'kopgroep'?"
            ),
        );
    }

    #[test]
    fn a_long_line_is_cut_around_the_fault() {
        let text = format!("{}wrong{}", "a".repeat(300), "b".repeat(300));
        let window = Window::around(&text, &(300..305));
        let expected = Window {
            before: format!("…{}", "a".repeat(38)),
            inside: "wrong".to_owned(),
            after: format!("{}…", "b".repeat(37)),
        };
        assert_eq!(window, expected);
    }

    proptest::proptest! {
        #[test]
        fn no_span_of_any_text_panics_or_shows_a_control(text in "(?s).{0,200}", start in 0..900usize, length in 0..900usize) {
            let source = SourceFile::new(text.clone(), text.clone());
            let shown = excerpt(&source, &Fault::at(start..start + length, &text).tip(&text));
            proptest::prop_assert!(shown.chars().all(|letter| letter == '\n' || !letter.is_control()));
        }
    }
}
