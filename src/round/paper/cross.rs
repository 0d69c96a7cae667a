//! The signs by which a person ticks a box.

/// A box, and one that was ticked.
pub const BOX: char = '\u{2610}';
pub const TICKED: char = '\u{2611}';

/// What stands for a drawn sign that is not known.
const UNKNOWN_SIGN: char = '\u{fffd}';

pub(super) fn is_box(sign: char) -> bool {
    matches!(sign, BOX | TICKED | '\u{2612}')
}

/// Whether these words are a cross and nothing else.
pub(super) fn is_cross(words: &str) -> bool {
    let signs = "xX\u{d7}vV+\u{2611}\u{2612}\u{2713}\u{2714}\u{2715}\u{2716}\u{2717}\u{2718}";
    !words.trim().is_empty() && words.trim().chars().all(|sign| signs.contains(sign))
}

/// What a font of signs draws for a code: Word keeps it so, and not as a letter.
pub(super) fn drawn(font: &str, code: &str) -> char {
    let code = u32::from_str_radix(code, 16).unwrap_or_default() & 0xff;
    match (font, code) {
        ("Wingdings", 0xfe) | ("Wingdings 2", 0x52) => TICKED,
        ("Wingdings", 0x78 | 0xfd) | ("Wingdings 2", 0x51 | 0x53 | 0x54) => '\u{2612}',
        ("Wingdings", 0xfb) | ("Wingdings 2", 0x4f) => '\u{2717}',
        ("Wingdings", 0xfc) | ("Wingdings 2", 0x50) => '\u{2713}',
        ("Wingdings", 0x6f | 0x70 | 0x71 | 0x72 | 0xa8) | ("Wingdings 2", 0x30 | 0xa3) => BOX,
        _ => UNKNOWN_SIGN,
    }
}

/// What stands behind each box of a line, and what stands where nothing is asked. A cross directly beside a box ticks it; who
/// has no boxes types a cross in its place.
pub(super) fn boxes(is_box_line: bool, text: &str) -> (Vec<(bool, &str)>, Vec<&str>) {
    let mut boxes: Vec<(bool, &str)> = Vec::new();
    let mut loose = Vec::new();
    for part in text.split_inclusive(is_box) {
        let sign = part.chars().next_back().filter(|sign| is_box(*sign));
        let mut words = part.trim_end_matches(is_box);
        let before = words.strip_suffix(' ').unwrap_or(words);
        let (further, last) = before.rsplit_once(char::is_whitespace).unwrap_or(("", before));
        let is_crossed = sign.is_some() && is_cross(last);
        if is_crossed {
            words = further;
        }
        match boxes.last_mut() {
            Some(last) => last.1 = words.trim(),
            None => loose.extend(Some(words.trim()).filter(|words| !words.is_empty() && sign.is_some())),
        }
        boxes.extend(sign.map(|sign| (is_crossed || sign != BOX, "")));
    }
    for (ticked, words) in &mut boxes {
        let (first, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
        if is_cross(first) {
            (*ticked, *words) = (true, rest.trim());
        }
    }
    match text.split_once('\t') {
        Some((cross, words)) if is_box_line && boxes.is_empty() => {
            let is_ticked = is_cross(cross);
            let other = Some(cross.trim()).filter(|cross| !is_ticked && !cross.is_empty());
            (vec![(is_ticked, words.trim())], other.into_iter().collect())
        }
        _ => (boxes, loose),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fonts_of_signs_draw_is_a_box_a_tick_or_a_cross() {
        let drawn_by = |font: &str, codes: &[&str]| codes.iter().map(|code| drawn(font, code)).collect::<String>();
        let codes = ["F0FE", "F078", "F0FD", "F0FB", "F0FC", "F06F", "F0A8", "F041"];
        assert_eq!(drawn_by("Wingdings", &codes), "☑☒☒✗✓☐☐\u{fffd}");
        let codes = ["F052", "F051", "F053", "F054", "F04F", "F050", "F030", "F0A3", "geen"];
        assert_eq!(drawn_by("Wingdings 2", &codes), "☑☒☒☒✗✓☐☐\u{fffd}");
        assert_eq!(drawn("Symbol", "F0FE"), UNKNOWN_SIGN);
    }

    #[track_caller]
    fn check(line: &str, expected: &[(bool, &str)], expected_loose: &[&str]) {
        assert_eq!(boxes(true, line), (expected.to_vec(), expected_loose.to_vec()), "{line}");
    }

    #[test]
    fn a_cross_beside_a_box_ticks_it_and_other_words_stand_apart() {
        check("☐ oefenen ☑ leren", &[(false, "oefenen"), (true, "leren")], &[]);
        check("x☐ oefenen x ☐ leren", &[(true, "oefenen"), (true, "leren")], &[]);
        check("liever x☐ oefenen", &[(true, "oefenen")], &["liever"]);
        check("liever\u{a0}x☐ oefenen", &[(true, "oefenen")], &["liever"]);
        check("☐ x oefenen", &[(true, "oefenen")], &[]);
        check("zomaar woorden", &[], &[]);
        check("x\toefenen", &[(true, "oefenen")], &[]);
        check("twee\toefenen", &[(false, "oefenen")], &["twee"]);
    }
}
