use std::borrow::Cow;

use super::date::MONTHS;

const KEPT: char = '\u{a0}';

/// The text with its dates, its amounts and the points of the guide kept on one line, where a line would break them: `24 november 2026`,
/// `€ 1.250`, `12 uur`, `[naar §U1.5]`. It has as many letters as before.
pub fn unbroken(text: &str) -> Cow<'_, str> {
    if !text.contains(|letter: char| letter.is_ascii_digit()) {
        return Cow::Borrowed(text);
    }
    let words: Vec<&str> = text.split(' ').collect();
    let mut kept = String::with_capacity(text.len() + 8);
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            kept.push(if belong_together(words[at - 1], word) { KEPT } else { ' ' });
        }
        kept.push_str(word);
    }
    Cow::Owned(kept)
}

/// Between two words there may be ends of lines too: of each the part counts that stands at the space.
fn belong_together(one: &str, next: &str) -> bool {
    let one = bare(one.rsplit(char::is_whitespace).next().unwrap_or_default());
    let next = bare(next.split(char::is_whitespace).next().unwrap_or_default());
    let is_number = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
    match one {
        _ if next.starts_with('§') => true,
        "€" => is_number(next),
        month if MONTHS.contains(&month) => next.len() == 4 && next.bytes().all(|digit| digit.is_ascii_digit()),
        number if is_number(number) => MONTHS.contains(&next) || UNITS.contains(&next),
        _ => false,
    }
}

fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| letter.is_ascii_punctuation())
}

const UNITS: [&str; 2] = ["uur", "euro"];

/// Undoes [`unbroken`] in what comes back from a document.
pub fn breakable(text: &str) -> String {
    text.replace(KEPT, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(unbroken(text), expected.replace('_', "\u{a0}"));
        assert_eq!(breakable(&unbroken(text)), text);
    }

    #[test]
    fn dates_and_amounts_stay_whole() {
        check("dinsdag 24 november 2026, om 15.00 uur", "dinsdag 24_november_2026, om 15.00_uur");
        check("€ 1.250,50 per jaar", "€_1.250,50 per jaar");
        check("(€ 7.500, of 8.000 euro)", "(€_7.500, of 8.000_euro)");
        check("(24 november 2026)\n3 mei", "(24_november_2026)\n3_mei");
        check("in\n3 mei\n2 mensen", "in\n3_mei\n2 mensen");
        check("in mei 3 mensen, 4 mei", "in mei 3 mensen, 4_mei");
        check("in mei", "in mei");
        check("Tien minuten. [naar §U3.1]", "Tien minuten. [naar_§U3.1]");
    }
}
