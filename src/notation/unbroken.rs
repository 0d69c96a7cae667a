use std::borrow::Cow;

use super::date::MONTHS;

const KEPT: char = '\u{a0}';
const KEPT_HYPHEN: char = '\u{2011}';

/// The text with its dates, its amounts, its telephone numbers and the points of the guide kept on one line, where a line would break
/// them: `24 november 2026`, `€ 1.250`, `12 uur`, `010 123 45 67`, `[naar §U1.5]`. It has as many letters as before.
pub fn unbroken(text: &str) -> Cow<'_, str> {
    if !text.contains(|letter: char| letter.is_ascii_digit()) {
        return Cow::Borrowed(text);
    }
    let words: Vec<&str> = text.split(' ').collect();
    let mut kept = String::with_capacity(text.len() + 8);
    let mut goes_on = false;
    for (at, word) in words.iter().enumerate() {
        let group = without_full_stop(word.split(char::is_whitespace).next().unwrap_or_default());
        let in_telephone_number = goes_on && is_group_of_digits(group);
        if at > 0 {
            let together = in_telephone_number || belong_together(words[at - 1], word);
            kept.push(if together { KEPT } else { ' ' });
        }
        let begins = begins_telephone_number(word);
        let is_kept = |letter: char| letter == '-' && (in_telephone_number || begins);
        kept.extend(word.chars().map(|letter| if is_kept(letter) { KEPT_HYPHEN } else { letter }));
        goes_on = in_telephone_number && group == *word || begins && without_full_stop(word) == *word;
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
        "€" | "na" => is_number(next),
        month if MONTHS.contains(&month) => next.len() == 4 && next.bytes().all(|digit| digit.is_ascii_digit()),
        number if is_number(number) => MONTHS.contains(&next) || UNITS.contains(&next),
        _ => false,
    }
}

/// `010`, `(06)`, `+31`.
fn begins_telephone_number(word: &str) -> bool {
    let last = without_full_stop(word.rsplit(char::is_whitespace).next().unwrap_or_default());
    let number = last.trim_start_matches('(');
    (number.starts_with('+') || number.starts_with('0')) && number.len() > 1 && is_group_of_digits(number)
}

/// What ends a sentence ends a telephone number too.
fn without_full_stop(word: &str) -> &str {
    word.trim_end_matches(|letter: char| ".,;:".contains(letter))
}

/// What a telephone number goes on with: `123`, `(0)10`, `-`.
fn is_group_of_digits(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|letter| letter.is_ascii_digit() || "+-()".contains(letter))
}

fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| letter.is_ascii_punctuation())
}

const UNITS: [&str; 3] = ["uur", "euro", "min"];

/// Undoes [`unbroken`] in what comes back from a document.
pub fn breakable(text: &str) -> String {
    text.replace(KEPT, " ").replace(KEPT_HYPHEN, "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(unbroken(text), expected.replace('_', "\u{a0}").replace('~', "\u{2011}"));
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
        check("Bel 010 123 45 67, of 06 - 12 34 56 78 na 5 uur", "Bel 010_123_45_67, of 06_~_12_34_56_78 na_5_uur");
        check("na 30 min. begint", "na_30_min. begint");
        check("06-12345678, 2026-11-24 en 3-4 mensen", "06~12345678, 2026-11-24 en 3-4 mensen");
        check("Jan: +31 (0)10 123 45 67\n0 of 3 mensen", "Jan: +31_(0)10_123_45_67\n0 of 3 mensen");
        check("Tien minuten. [naar §U3.1]", "Tien minuten. [naar_§U3.1]");
    }
}
