use std::borrow::Cow;

use super::visible::on_one_line;

/// The text as a document that is handed out shows it: every letter as it was typed, also where a script joins letters by signs that
/// nobody sees. What steers is left out, or is a space where it was one.
pub fn printed(text: &str) -> Cow<'_, str> {
    if !text.contains(steers) {
        return Cow::Borrowed(text);
    }
    let kept = |letter: char| match letter {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        letter => Some(letter).filter(|letter| !steers(*letter)),
    };
    Cow::Owned(text.chars().filter_map(kept).collect())
}

/// The printed text on one line.
pub fn printed_line(text: &str) -> String {
    on_one_line(&printed(text))
}

/// Control characters but newline and tab, what turns the reading direction of others, and what carries a message that nobody
/// sees. No script needs them; the marks that Arabic and Hebrew use between words are no part of it.
pub fn steers(letter: char) -> bool {
    match letter {
        '\n' | '\t' => false,
        letter if letter.is_control() => true,
        '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' => true,
        // Tags, and what has no meaning yet. Between them stand the shapes of Chinese letters.
        '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::visible::hides;
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(printed(text), expected);
    }

    #[test]
    fn letters_of_every_script_stay() {
        for text in [
            "toe\u{ad}leverings\u{ad}bedrijf",
            "10\u{a0}%",
            "👩\u{200d}💻 ❤\u{fe0f}",
            "می\u{200c}خواهم \u{200f}(א)",
            "क\u{94d}\u{200d}ष",
            "葛\u{e0100}城 北京",
            "twee\nregels\ten",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn what_steers_is_left_out() {
        check("\u{1b}[31mrood", "[31mrood");
        check("om\u{202e}keer\u{2066}x\u{2069}", "omkeerx");
        check("a\u{9b}b\u{7f}c\u{feff}d\u{e0041}e", "abcde");
        check("een\r\ntwee\u{b}drie\u{2028}vier", "een \ntwee drie vier");
        assert_eq!(printed_line(" een\r\ntwee\t drie\u{7} "), "een twee drie");
    }

    proptest! {
        #[test]
        fn nothing_that_steers_is_left(text in any::<String>()) {
            prop_assert!(!printed(&text).contains(steers));
            let plain = text.chars().filter(|letter| !steers(*letter)).collect::<String>();
            prop_assert_eq!(printed(&plain), plain.as_str());
        }

        #[test]
        fn what_steers_is_seen_on_a_screen(letter in any::<char>()) {
            prop_assert!(!steers(letter) || hides(letter));
        }
    }
}
