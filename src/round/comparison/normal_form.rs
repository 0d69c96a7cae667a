use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text as it is compared: without marks on letters, in lower case, one space between words, no punctuation at the ends.
///
/// The canonical form (NFD) is taken and not the compatible one, which would make `10²` and `102` the same. A question mark
/// stays: a question is another thing to say than its answer.
pub fn normal_form(text: &str) -> String {
    let plain: String = text.nfd().filter(|letter| !is_combining_mark(*letter)).collect::<String>().to_lowercase();
    let collapsed = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let trimmed = collapsed.trim_matches(is_trimmed);
    // A text of nothing but punctuation is itself.
    if trimmed.is_empty() { collapsed } else { trimmed.to_owned() }
}

fn is_trimmed(letter: char) -> bool {
    letter == ' ' || ".,;:!…\"'„“”‘’`()[]".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(normal_form(text), expected);
    }

    #[test]
    fn case_spaces_marks_and_punctuation_at_the_ends_do_not_count() {
        check("  Samen\n oefenen. ", "samen oefenen");
        check("Eén coördinator!", "een coordinator");
        check("“Phishing” (mail)", "phishing” (mail");
        check("( samen )", "samen");
        check("...", "...");
    }

    #[test]
    fn what_may_mean_something_stays() {
        check("10²", "10²");
        check("Meedoen?", "meedoen?");
        check("C++", "c++");
        check("-5", "-5");
    }
}
