use hypher::Lang;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::fonts::can_draw;
use crate::notation;

/// Where a line may be broken within a word. No text of a user has this character left: it hides.
const BREAK: &str = "\u{200b}";

/// The text as the fonts can draw it. What they lack, and what hides, becomes a note with its number: `‹U+4E16 U+754C›`.
/// Words that would not fit in a column get places to be broken.
pub fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            shown.push('\n');
        }
        shown.push_str(&breakable(&drawable(&line.replace('\t', " "))));
    }
    shown
}

fn drawable(line: &str) -> String {
    let mut drawn = String::with_capacity(line.len());
    let mut note = Vec::new();
    for cluster in line.graphemes(true) {
        let (good, lacking) = sorted(cluster);
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
fn sorted(cluster: &str) -> (String, Vec<char>) {
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
    let own_meaning = matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    own_meaning || notation::hides(letter)
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
    line.split_inclusive(' ').map(|word| if too_long(word) { in_short_parts(word) } else { word.to_owned() }).collect()
}

/// Whether no hyphen can make it fit, or it is no word at all.
fn too_long(word: &str) -> bool {
    let word = word.trim_end();
    let letters = |part: &str| part.graphemes(true).count();
    let parts = || word.split_inclusive(['-', '/']);
    let mut syllables = parts().flat_map(|part| hypher::hyphenate(part, Lang::Dutch));
    word.len() > LONGEST_PART
        && (syllables.any(|syllable| letters(syllable) > LONGEST_PART)
            || parts().any(|part| letters(part) > LONGEST_WORD))
}

fn in_short_parts(word: &str) -> String {
    let letters: Vec<&str> = word.graphemes(true).collect();
    let parts: Vec<String> = letters.chunks(SHORT_PART).map(<[&str]>::concat).collect();
    parts.join(BREAK)
}
