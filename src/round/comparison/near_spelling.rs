use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Only words of at least so many letters may differ by a letter: in shorter ones it is soon another word.
const SHORTEST: usize = 8;
/// Texts of more words, or with longer words, are the same only when their normal forms are: a whole story differs by more
/// than a slip of the finger, and looking for one would take long.
const MOST_WORDS: usize = 16;
const LONGEST: usize = 40;

/// Whether two normal forms are one text with a slip of the finger: as many words, all equal but one; that one has at least
/// eight letters in both, no digit, the same first letter, and differs by one letter more, less or other, or two letters
/// swapped. So `wel` and `niet`, `2` and `3`, `veilig` and `onveilig` are never the same.
pub fn is_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    if one.len() != other.len() || one.len() > MOST_WORDS {
        return false;
    }
    let mut different = one.iter().zip(&other).filter(|(one, other)| one != other);
    let (Some((one, other)), None) = (different.next(), different.next()) else { return false };
    let may_slip = may_slip(one) && may_slip(other) && one.chars().next() == other.chars().next();
    may_slip && strsim::osa_distance(one, other) == 1
}

fn may_slip(word: &str) -> bool {
    (SHORTEST..=LONGEST).contains(&word.chars().count())
        && word.chars().all(|letter| letter.is_alphabetic() || letter == '-')
}

/// Texts, to be found by what is nearly the same. Two that are near have all words but one in common; and those two words
/// have a word in common when one letter of each may be left out. So every text is looked up under a few short keys, and is
/// never compared with all others.
pub struct NearSpellings {
    /// How many texts are the same but for one word.
    but_one_word: HashMap<u64, usize>,
    places: HashMap<u64, Vec<usize>>,
    seen: Vec<String>,
}

impl NearSpellings {
    /// For the different texts that will be looked up.
    pub fn among<'t>(texts: impl Iterator<Item = &'t str>) -> NearSpellings {
        let mut but_one_word = HashMap::new();
        for text in texts {
            for (_, around) in words_that_may_slip(text) {
                *but_one_word.entry(around).or_default() += 1;
            }
        }
        NearSpellings { but_one_word, places: HashMap::new(), seen: Vec::new() }
    }

    /// The first text that this one nearly is, counted in the order in which they were added; or else it is added itself.
    pub fn find_or_add(&mut self, text: &str) -> Option<usize> {
        let keys = self.keys(text);
        let near = keys.iter().filter_map(|key| self.places.get(key)).flatten();
        if let Some(place) = near.copied().filter(|place| is_near(text, &self.seen[*place])).min() {
            return Some(place);
        }
        for key in keys {
            self.places.entry(key).or_default().push(self.seen.len());
        }
        self.seen.push(text.to_owned());
        None
    }

    /// The text with a word, and with that word less each of its letters, for the words in which another text may differ.
    fn keys(&self, text: &str) -> Vec<u64> {
        let mut keys = Vec::new();
        let mut less = String::new();
        for (word, around) in words_that_may_slip(text) {
            if self.but_one_word.get(&around).is_none_or(|times| *times < 2) {
                continue;
            }
            keys.push(hash(&(around, word)));
            for (at, letter) in word.char_indices() {
                less.clear();
                less.push_str(&word[..at]);
                less.push_str(&word[at + letter.len_utf8()..]);
                keys.push(hash(&(around, less.as_str())));
            }
        }
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}

/// Each word that may slip, with what stands for its place and all the other words.
fn words_that_may_slip(text: &str) -> Vec<(&str, u64)> {
    let words: Vec<&str> = text.split(' ').collect();
    if words.len() > MOST_WORDS {
        return Vec::new();
    }
    let slips = words.iter().enumerate().filter(|(_, word)| may_slip(word));
    slips.map(|(place, word)| (*word, hash(&(place, &words[..place], &words[place + 1..])))).collect()
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(one: &str, other: &str, expected: bool) {
        assert_eq!(is_near(one, other), expected, "{one} / {other}");
        let mut known = NearSpellings::among(["iets heel anders", one, other].into_iter());
        known.find_or_add("iets heel anders");
        known.find_or_add(one);
        assert_eq!(known.find_or_add(other), expected.then_some(1), "{one} / {other}");
    }

    #[test]
    fn a_slip_in_a_long_word_is_the_same_text() {
        check("samen oefenen met crisisteams", "samen oefenen met crisiteams", true);
        check("cyberveiligheid", "cyberveilighied", true);
        check("waarschuwen", "waarscguwen", true);
    }

    #[test]
    fn what_may_mean_something_else_is_another_text() {
        check("wel meedoen", "niet meedoen", false);
        check("veilig werken", "onveilig werken", false);
        check("bereikbaar", "onbereikbaar", false);
        check("symmetrisch", "asymmetrisch", false);
        check("oefening2026", "oefening2027", false);
        check("oefen 2 keer", "oefen 3 keer", false);
        check("mailen", "malen", false);
        check("waarschuwen", "waarschuwen graag", false);
        check("cyberveilighied oefenenen", "cyberveiligheid oefenennn", false);
        check("waarschuwen", "waarschuwnnnen", false);
        check("waarschuwen", "waarscuhwne", false);
    }

    #[test]
    fn only_words_of_eight_to_forty_letters_may_slip() {
        check("oefening", "oefenimg", true);
        check("oefening", "oefenin", false);
        check("oefenin", "oefening", false);
        check("oefenin", "oefenim", false);
        check("crisis-team", "crisis-teem", true);
        let word = |letters: usize| "a".repeat(letters);
        check(&format!("{}b", word(39)), &format!("{}c", word(39)), true);
        check(&format!("{}b", word(40)), &format!("{}c", word(40)), false);
    }

    #[test]
    fn only_in_a_text_of_at_most_sixteen_words_a_slip_is_looked_for() {
        let text = |words: usize, last: &str| format!("{}{last}", "en ".repeat(words - 1));
        check(&text(16, "waarschuwen"), &text(16, "waarschuwn"), true);
        check(&text(17, "waarschuwen"), &text(17, "waarschuwn"), false);
        check("waarschuwen", "waarschuwn graag", false);
    }

    proptest! {
        #[test]
        fn the_keys_find_every_near_text(word in "[a-f]{7,11}", other in "[a-f]{7,11}", before in "(|bij )") {
            let (one, other) = (format!("{before}{word}"), format!("{before}{other}"));
            let mut known = NearSpellings::among([one.as_str(), &other].into_iter());
            known.find_or_add(&one);
            prop_assert_eq!(known.find_or_add(&other).is_some(), is_near(&one, &other));
        }

        #[test]
        fn a_slip_is_always_found(word in "[a-f]{9,12}", place in 1_usize..8, letter in "[a-f]") {
            let removed = [&word[..place], &word[place + 1..]].concat();
            let other = [&word[..place], &letter, &word[place + 1..]].concat();
            let mut known = NearSpellings::among([word.as_str(), &removed, &other].into_iter());
            known.find_or_add(&word);
            prop_assert_eq!(known.find_or_add(&removed), Some(0));
            prop_assert!(other == word || known.find_or_add(&other) == Some(0));
        }
    }
}
