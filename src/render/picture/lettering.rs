use hypher::Lang;
use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthChar;

use super::palette;
use crate::notation;

/// How letters look: their height, whether they are bold, and their colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lettering {
    pub size: f32,
    pub bold: bool,
    pub colour: &'static str,
}

impl Lettering {
    pub const PLAIN: Lettering = Lettering { size: 12.0, bold: false, colour: palette::INK };
    pub const STRONG: Lettering = Lettering { size: 12.0, bold: true, colour: palette::INK };
    pub const SMALL: Lettering = Lettering { size: 11.0, bold: false, colour: palette::INK };

    pub const QUIET: Lettering = Lettering { colour: palette::QUIET, ..Lettering::SMALL };

    pub fn line_height(self) -> f32 {
        self.size * 1.3
    }

    /// How far letters reach above their feet.
    pub fn ascent(self) -> f32 {
        self.size
    }

    /// How high so many lines are.
    pub fn height(self, lines: usize) -> f32 {
        lines as f32 * self.line_height()
    }
}

/// What the letters from the space to the tilde take, in thousandths of their size: the most of Noto Sans and DejaVu Sans, which
/// is one of the widest that a computer may choose instead.
const WIDTHS: [u16; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 551, 838, 318, 361, 318, 372, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 339, 295, 656, 557, 907,
    760, 787, 605, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 372, 390, 838, 500, 500, 613, 635, 550, 635,
    615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 413, 521, 392, 634, 592, 818, 592, 592, 525, 636,
    551, 636, 838,
];
/// The most that bold makes a letter wider.
const BOLD: f32 = 1.27;
/// A letter of which the width is not known.
const OTHER: f32 = 1.05;
/// A letter that is as wide as two: a picture, or a letter of East Asia.
const WIDE: f32 = 1.4;

/// The most room that a line of letters takes.
pub fn width(words: &str, lettering: Lettering) -> f32 {
    words.chars().map(|letter| advance(letter, lettering)).sum()
}

fn advance(letter: char, lettering: Lettering) -> f32 {
    let bold = if lettering.bold { BOLD } else { 1.0 };
    share(letter) * bold * lettering.size
}

/// In parts of the size of the letters.
fn share(letter: char) -> f32 {
    // An accent adds nothing to the letter that bears it.
    let bare = if letter.is_ascii() { letter } else { std::iter::once(letter).nfd().next().unwrap_or(letter) };
    let known = u32::from(bare).checked_sub(32).and_then(|place| WIDTHS.get(usize::try_from(place).ok()?));
    match (known, letter.width()) {
        (_, Some(0)) => 0.0,
        (Some(known), _) => f32::from(*known) / 1000.0,
        (None, Some(1)) => OTHER,
        (None, _) => WIDE,
    }
}

const MORE: &str = "…";

/// The words in at most so many lines, none wider than this. A word that is too long for a line is hyphenated; what does not
/// fit is left off, with a sign for it.
pub fn fitted(words: &str, lettering: Lettering, room: f32, most: usize) -> Vec<String> {
    let words = notation::printed_line(words);
    // Where not even the sign for more fits, nothing can be read.
    if room < width(MORE, lettering) {
        return Vec::new();
    }
    let mut lines = broken(&words, lettering, room);
    if lines.len() > most.max(1) {
        lines.truncate(most.max(1));
        if let Some(last) = lines.last_mut() {
            cut_off(last, lettering, room);
        }
    }
    lines
}

fn broken(words: &str, lettering: Lettering, room: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in words.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&longer, lettering) <= room {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line = hyphenated(word, lettering, room, &mut lines);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A word that may be too long for a line: its last line, with those before it pushed. It is broken between syllables, and where not even a
/// syllable fits between letters.
fn hyphenated(word: &str, lettering: Lettering, room: f32, lines: &mut Vec<String>) -> String {
    let hyphen = advance('-', lettering);
    let mut line = String::new();
    let mut rest = hypher::hyphenate(word, Lang::Dutch).peekable();
    while let Some(syllable) = rest.next() {
        let behind = if rest.peek().is_some() { hyphen } else { 0.0 };
        if width(&line, lettering) + width(syllable, lettering) + behind <= room {
            line.push_str(syllable);
            continue;
        }
        if !line.is_empty() {
            if !line.ends_with('-') && width(&line, lettering) + hyphen <= room {
                line.push('-');
            }
            lines.push(std::mem::take(&mut line));
        }
        for letter in syllable.chars() {
            if !line.is_empty() && width(&line, lettering) + advance(letter, lettering) > room {
                lines.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
    }
    line
}

fn cut_off(line: &mut String, lettering: Lettering, room: f32) {
    while !line.is_empty() && width(line, lettering) + width(MORE, lettering) > room {
        line.pop();
    }
    let kept = line.trim_end().len();
    line.truncate(kept);
    line.push_str(MORE);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(words: &str, room: f32, most: usize, expected: &[&str]) {
        assert_eq!(fitted(words, Lettering::PLAIN, room, most), expected);
    }

    #[test]
    fn words_are_laid_in_lines() {
        check("Gemeente Westerkwel", 200.0, 2, &["Gemeente Westerkwel"]);
        check("Gemeente Westerkwel", 90.0, 2, &["Gemeente", "Westerkwel"]);
        check("Ondernemersvereniging", 80.0, 3, &["Onderne-", "mersvereni-", "ging"]);
        check("Veiligheidsregio Kwelland en omstreken", 110.0, 2, &["Veiligheidsregio", "Kwelland en…"]);
        check("", 80.0, 3, &[]);
    }

    /// Of the font that goes along in PDF and in pictures, at its own scale.
    #[test]
    fn no_letter_of_noto_sans_is_wider_than_was_measured() {
        let regular: &[u8] = include_bytes!("../../../fonts/NotoSans-Regular.ttf");
        let bold: &[u8] = include_bytes!("../../../fonts/NotoSans-Bold.ttf");
        for (font, bold) in [(regular, false), (bold, true)] {
            let face = ttf_parser::Face::parse(font, 0).expect("it is a font");
            let known = (' '..='\u{17f}').chain('\u{2010}'..='\u{2026}').chain(['€']);
            for letter in known.filter(|letter| !letter.is_control() && *letter != '\u{ad}') {
                let Some(glyph) = face.glyph_index(letter) else { continue };
                let Some(taken) = face.glyph_hor_advance(glyph) else { continue };
                let taken = f32::from(taken) / f32::from(face.units_per_em());
                let thought = width(&letter.to_string(), Lettering { size: 1.0, bold, ..Lettering::PLAIN });
                assert!(taken <= thought + 0.001, "{letter}, bold {bold}: {taken}, thought {thought}");
            }
        }
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_room(words in ".{0,80}", room in 24.0_f32..300.0, most in 1_usize..5, bold: bool) {
            let lettering = Lettering { bold, ..Lettering::PLAIN };
            let lines = fitted(&words, lettering, room, most);
            prop_assert!(lines.len() <= most);
            for line in &lines {
                prop_assert!(width(line, lettering) <= room + 0.01, "{line:?}");
                prop_assert!(!line.contains('\n'));
            }
        }

        #[test]
        fn with_enough_lines_no_letter_is_lost(words in "[a-zé ]{0,80}", room in 24.0_f32..300.0) {
            let lines = fitted(&words, Lettering::PLAIN, room, usize::MAX);
            let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&words));
        }
    }
}
