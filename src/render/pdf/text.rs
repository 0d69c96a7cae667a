use std::ops::RangeInclusive;

use hypher::Lang;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::fonts::{can_draw, is_one_of_the_running_text};
use crate::notation;

/// Where a line may be broken within a word. No text of a user has this character left: it hides, and is left out.
const BREAK: &str = "\u{200b}";

/// The text as the fonts can draw it. What they lack becomes a note with its number, `‹U+4E16 U+754C›`; what hides is left out.
/// Words that would not fit in a column get places to be broken.
pub fn shown(text: &str) -> String {
    let shown = |line: &str| breakable(&drawable(&line.replace('\t', " "), can_draw));
    seen(text).split('\n').map(shown).collect::<Vec<_>>().join("\n")
}

/// Whether a code stands for some of its letters.
pub fn lacks_letters(word: &str) -> bool {
    let seen = seen(word);
    drawable(&seen, can_draw).matches(CODE).count() > seen.matches(CODE).count()
}

const CODE: &str = "‹U+";

/// One line for a picture, in which no font takes over what the running text lacks, and a mark that stands apart from its letter
/// would have no meaning of its own. It has no places to be broken.
pub fn shown_in_a_picture(line: &str) -> String {
    drawable(&seen(line).nfc().collect::<String>(), is_one_of_the_running_text)
}

/// What a reader sees of a text. A file for an archive may not hold the rest.
fn seen(text: &str) -> String {
    notation::printed(text).replace(notation::hides, "")
}

const PLAIN: RangeInclusive<u8> = b' '..=b'~';

fn drawable(line: &str, can_draw: fn(&str) -> bool) -> String {
    // Most lines are plain letters, which every font has.
    if line.bytes().all(|byte| PLAIN.contains(&byte)) {
        return line.to_owned();
    }
    let mut drawn = String::with_capacity(line.len());
    let mut note = Vec::new();
    for cluster in line.graphemes(true) {
        let (good, lacking) = sorted(cluster, can_draw);
        if !good.is_empty() {
            write_note(&mut note, &mut drawn);
            drawn.push_str(&good);
        }
        note.extend(lacking);
    }
    write_note(&mut note, &mut drawn);
    drawn
}

/// What can be drawn of a letter with its marks, and what cannot.
fn sorted(cluster: &str, can_draw: fn(&str) -> bool) -> (String, Vec<char>) {
    let cluster: String = cluster.chars().filter(|letter| !picks_a_picture(*letter)).collect();
    let whole = !cluster.chars().any(cannot_be_shown) && !cluster.starts_with(is_combining_mark) && can_draw(&cluster);
    if whole {
        return (cluster, Vec::new());
    }
    let mut letters = cluster.chars();
    let alone = |letter: &char| {
        !cannot_be_shown(*letter) && !is_combining_mark(*letter) && can_draw(letter.encode_utf8(&mut [0; 4]))
    };
    match letters.clone().next().filter(alone) {
        Some(first) => (first.to_string(), letters.by_ref().skip(1).collect()),
        None => (String::new(), letters.collect()),
    }
}

/// The signs that ask for a letter as a picture or as a letter.
fn picks_a_picture(letter: char) -> bool {
    matches!(letter, '\u{fe0e}' | '\u{fe0f}')
}

/// What a file for an archive may not hold: each character must say what it is.
fn cannot_be_shown(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

fn write_note(lacking: &mut Vec<char>, to: &mut String) {
    if lacking.is_empty() {
        return;
    }
    let numbers: Vec<String> = lacking.drain(..).map(|letter| format!("U+{:04X}", u32::from(letter))).collect();
    to.push('‹');
    to.push_str(&numbers.join(" "));
    to.push('›');
}

/// The part of a word that the narrowest column holds.
const LONGEST_PART: usize = 12;
/// `samenwerkingsovereenkomsten` has 27 letters.
const LONGEST_WORD: usize = 30;
const SHORT_PART: usize = 6;

fn breakable(line: &str) -> String {
    line.split_inclusive(' ')
        .map(|word| if word.len() > LONGEST_PART { in_parts(word) } else { word.to_owned() })
        .collect()
}

/// An address is broken behind its signs.
fn in_parts(word: &str) -> String {
    let parts: Vec<&str> = word.split_inclusive(['-', '/', '@', '.', '_', '=', '&']).collect();
    if !parts.iter().any(|part| is_too_long(part)) && !word.contains('@') {
        return word.to_owned();
    }
    let parts = parts.into_iter().map(|part| if is_too_long(part) { in_short_parts(part) } else { part.to_owned() });
    parts.collect::<Vec<String>>().join(BREAK)
}

/// Whether no hyphen can make it fit, or it is no word at all.
fn is_too_long(part: &str) -> bool {
    let letters = |part: &str| part.trim_end().graphemes(true).count();
    // What stays on one line is several words, and no column breaks them.
    part.split('\u{a0}').any(|word| {
        letters(word) > LONGEST_WORD
            || hypher::hyphenate(word, Lang::Dutch).any(|syllable| letters(syllable) > LONGEST_PART)
    })
}

fn in_short_parts(part: &str) -> String {
    let letters: Vec<&str> = part.graphemes(true).collect();
    let parts: Vec<String> = letters.chunks(SHORT_PART).map(<[&str]>::concat).collect();
    parts.join(BREAK)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(shown(text).replace(BREAK, "|"), expected);
    }

    #[test]
    fn a_day_between_brackets_is_not_broken() {
        check("(Selma, 15\u{a0}april\u{a0}2025)", "(Selma, 15\u{a0}april\u{a0}2025)");
    }

    #[test]
    fn what_the_fonts_have_stays() {
        check("Zuidwâld: € 12, ‘ja’ – ☎ √2 → ∑ e\u{301}", "Zuidwâld: € 12, ‘ja’ – ☎ √2 → ∑ e\u{301}");
        check("een\ntwee\tdrie", "een\ntwee drie");
    }

    #[test]
    fn every_font_of_the_running_text_has_the_plain_letters() {
        assert!(PLAIN.into_iter().all(|letter| is_one_of_the_running_text(&char::from(letter).to_string())));
    }

    #[test]
    fn what_they_lack_is_one_note_with_its_numbers() {
        check("Groet 👩\u{200d}🔬!", "Groet ‹U+1F469 U+1F52C›!");
        check("世界 en שלום", "‹U+4E16 U+754C› en ‹U+05E9 U+05DC U+05D5 U+05DD›");
        check("☎\u{fe0f}", "☎");
        check("ж\u{20e2}b", "ж‹U+20E2›b");
        check("\u{301}los", "‹U+0301›los");
        check("a\r\nb", "a \nb");
    }

    #[test]
    fn what_hides_is_left_out_and_what_has_no_meaning_of_its_own_is_a_note() {
        check("om\u{202e}keer toe\u{ad}\u{200b}val", "omkeer toeval");
        check("\u{e000}\u{10ffff}", "‹U+E000 U+10FFFF›");
    }

    #[test]
    fn words_that_a_hyphen_cannot_help_get_places_to_break() {
        check("samenwerkingsovereenkomsten", "samenwerkingsovereenkomsten");
        check("startbijeenkomst-plannen", "startbijeenkomst-plannen");
        check("noor@westerkwel.example)", "noor@|westerkwel.|example)");
        check("Klaar. Einde van de zin...", "Klaar. Einde van de zin...");
        check("xxxxxxxxxxxxxxx", "xxxxxx|xxxxxx|xxx");
        check(&"la".repeat(17), &format!("{}|lalala|lala", ["lalala"; 4].join("|")));
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in "[a-zé €世👩☎\u{301}\u{20e2}\u{fe0f}\u{200d}]{0,30}") {
            let shown = shown(&text).replace(BREAK, "");
            for letter in text.chars().filter(|letter| !picks_a_picture(*letter) && !notation::hides(*letter)) {
                let number = format!("U+{:04X}", u32::from(letter));
                prop_assert!(shown.contains(letter) || shown.contains(&number), "{} in {}", number, shown);
            }
        }
    }
}
