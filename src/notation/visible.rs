use std::borrow::Cow;

/// The text as a terminal shows it: every character that could steer it or mislead a reader as a sign, `‹U+202E›`.
/// Newlines and tabs stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(hides) {
        return Cow::Borrowed(text);
    }
    let shown = |letter: char| if hides(letter) { format!("‹U+{:04X}›", u32::from(letter)) } else { letter.into() };
    Cow::Owned(text.chars().map(shown).collect())
}

/// The visible text on one line.
pub fn single_line(text: &str) -> String {
    on_one_line(&visible(text))
}

pub fn on_one_line(text: &str) -> String {
    text.split(['\n', '\t']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Control characters but newline and tab, and characters that take no room or turn the reading direction.
pub fn hides(letter: char) -> bool {
    match letter {
        '\n' | '\t' => false,
        letter if letter.is_control() => true,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}' => true,
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        // Letters without a shape, and shapes of the letter before them that can carry a message of their own.
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => true,
        '\u{e0000}'..='\u{e0fff}' | '\u{fff9}'..='\u{fffb}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(visible(text), expected);
    }

    #[test]
    fn what_hides_is_shown() {
        check("gewoon, met é en €", "gewoon, met é en €");
        check("\u{1b}[31mrood", "‹U+001B›[31mrood");
        check("a\u{202e}b\u{9b}c\u{7f}", "a‹U+202E›b‹U+009B›c‹U+007F›");
        check("twee\nregels\ten", "twee\nregels\ten");
        check("a\u{3164}b\u{e0101}", "a‹U+3164›b‹U+E0101›");
        check("terug\rloop", "terug‹U+000D›loop");
        assert_eq!(single_line(" twee\nregels\t en \u{7}"), "twee regels en ‹U+0007›");
    }

    proptest! {
        #[test]
        fn nothing_that_hides_is_left(text in any::<String>()) {
            prop_assert!(!visible(&text).contains(hides));
        }
    }
}
