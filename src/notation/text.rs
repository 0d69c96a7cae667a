/// The word with a capital first letter.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Whether somebody who is asked who it is names nobody: not yet anybody, or no more than whether.
pub fn names_nobody(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['.', '!', '?', '…']).to_lowercase();
    text.is_empty() || include_str!("nobody.txt").lines().any(|words| words == text)
}

/// Whether somebody who is asked who said yes tells how it stands, and not who it was: 'moet ik nog vragen', 'Klaas zegt nee'. A name with
/// such a word in it can be put otherwise; a no that counts as a yes cannot be taken back.
pub fn tells_no_consent(text: &str) -> bool {
    const WORDS: [&str; 14] = [
        "nee", "neen", "niet", "nog", "geen", "niemand", "mag", "wil", "moet", "vragen", "gevraagd", "navragen",
        "weigert", "later",
    ];
    let lower = text.to_lowercase();
    let mut words = lower.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_day = |word: &str| word.len() == 4 && word.chars().all(|sign| sign.is_ascii_digit());
    names_nobody(text) || words.any(|word| WORDS.contains(&word) || is_day(word))
}

/// The text with a full stop behind it, unless it ends already.
pub fn sentence(text: &str) -> String {
    let text = text.trim_end();
    if text.is_empty() || text.ends_with(['.', '!', '?', '…', ':', ';']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// The beginning of a text on one line, of at most so many characters; whole words when the first word fits.
pub fn shortened(text: &str, most: usize) -> String {
    let line = text.replace('\n', " ");
    match line.char_indices().nth(most) {
        Some((end, after)) => {
            let begin = line[..end].trim_end();
            let words = if after == ' ' { begin } else { begin.rsplit_once(' ').map_or(begin, |(words, _)| words) };
            format!("{} …", words.trim_end())
        }
        None => line,
    }
}

/// ` (per maand)`, behind what it belongs to; nothing where there is nothing.
pub fn in_brackets(words: &Option<String>) -> String {
    words.as_ref().map(|words| format!(" ({words})")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_gets_its_capital() {
        assert_eq!(capital("één"), "Eén".replace('E', "É"));
        assert_eq!(capital(""), "");
    }

    #[test]
    fn a_sentence_ends_once() {
        assert_eq!(sentence("We gaan"), "We gaan.");
        assert_eq!(sentence("Gaan we?"), "Gaan we?");
        assert_eq!(sentence(""), "");
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(shortened("kort", 10), "kort");
        assert_eq!(shortened("twee\nregels", 20), "twee regels");
        assert_eq!(shortened("een éénmalige zin", 6), "een …");
        assert_eq!(shortened("een éénmalige zin", 13), "een éénmalige …");
        assert_eq!(shortened("éénmalige", 3), "één …");
    }
}
