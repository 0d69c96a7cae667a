use std::borrow::Cow;

use super::date::MONTHS;

const KEPT: char = '\u{a0}';

/// The text with its dates and amounts kept on one line, where a narrow column would break them: `24 november 2026`, `€ 1.250`,
/// `12 uur`.
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

fn belong_together(one: &str, next: &str) -> bool {
    let bare = next.trim_end_matches(|letter: char| letter.is_ascii_punctuation());
    let is_number = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
    match one {
        "€" => is_number(next),
        month if MONTHS.contains(&month) => bare.len() == 4 && bare.bytes().all(|digit| digit.is_ascii_digit()),
        number if is_number(number) => MONTHS.contains(&bare) || bare == "uur",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(unbroken(text), expected.replace('_', "\u{a0}"));
    }

    #[test]
    fn dates_and_amounts_stay_whole() {
        check("dinsdag 24 november 2026, om 15.00 uur", "dinsdag 24_november_2026, om 15.00_uur");
        check("€ 1.250,50 per jaar", "€_1.250,50 per jaar");
        check("in mei 3 mensen, 4 mei", "in mei 3 mensen, 4_mei");
        check("in mei", "in mei");
    }
}
