use std::collections::HashMap;
use std::hash::DefaultHasher;
use std::hash::Hash;
use std::hash::Hasher;

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
    match (different.next(), different.next()) {
        (Some((one, other)), None) => {
            may_slip(one)
                && may_slip(other)
                && one.chars().next() == other.chars().next()
                && strsim::osa_distance(one, other) == 1
        }
        _ => false,
    }
}

fn may_slip(word: &str) -> bool {
    (SHORTEST..=LONGEST).contains(&word.chars().count())
        && word.chars().all(|letter| letter.is_alphabetic() || letter == '-')
}

/// The texts seen so far, to be found by what is nearly the same. Two words that differ by one slip have a word in common
/// when one letter of each may be left out; so every text is looked up under a few short keys, and never compared with all.
#[derive(Default)]
pub struct NearSpellings {
    places: HashMap<u64, Vec<usize>>,
    seen: Vec<(String, usize)>,
}

impl NearSpellings {
    /// The number that was given with the first text that this one nearly is.
    pub fn find(&self, text: &str) -> Option<usize> {
        let near = keys(text).into_iter().filter_map(|key| self.places.get(&key)).flatten();
        let place = near.copied().filter(|place| is_near(text, &self.seen[*place].0)).min()?;
        Some(self.seen[place].1)
    }

    pub fn add(&mut self, text: &str, number: usize) {
        let place = self.seen.len();
        self.seen.push((text.to_owned(), number));
        for key in keys(text) {
            self.places.entry(key).or_default().push(place);
        }
    }
}

/// For every word that may slip: the text with that word, and with that word less each of its letters.
fn keys(text: &str) -> Vec<u64> {
    let words: Vec<&str> = text.split(' ').collect();
    if words.len() > MOST_WORDS {
        return Vec::new();
    }
    let mut keys = Vec::new();
    for (place, word) in words.iter().enumerate().filter(|(_, word)| may_slip(word)) {
        let mut around = DefaultHasher::new();
        (place, &words[..place], &words[place + 1..]).hash(&mut around);
        let key = |word: &str| {
            let mut hasher = around.clone();
            word.hash(&mut hasher);
            hasher.finish()
        };
        keys.push(key(word));
        keys.extend(
            word.char_indices().map(|(at, letter)| key(&[&word[..at], &word[at + letter.len_utf8()..]].concat())),
        );
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(one: &str, other: &str, expected: bool) {
        assert_eq!(is_near(one, other), expected, "{one} / {other}");
        let mut known = NearSpellings::default();
        known.add(one, 7);
        assert_eq!(known.find(other), expected.then_some(7), "{one} / {other}");
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
    }

    proptest! {
        #[test]
        fn the_keys_find_every_near_text(word in "[a-f]{7,11}", other in "[a-f]{7,11}", before in "(|bij )") {
            let (one, other) = (format!("{before}{word}"), format!("{before}{other}"));
            let mut known = NearSpellings::default();
            known.add(&one, 0);
            prop_assert_eq!(known.find(&other).is_some(), is_near(&one, &other));
        }

        #[test]
        fn a_slip_is_always_found(word in "[a-f]{9,12}", place in 1_usize..8, letter in "[a-f]") {
            let removed = [&word[..place], &word[place + 1..]].concat();
            let other = [&word[..place], &letter, &word[place + 1..]].concat();
            let mut known = NearSpellings::default();
            known.add(&word, 0);
            prop_assert_eq!(known.find(&removed), Some(0));
            prop_assert!(other == word || known.find(&other) == Some(0));
        }
    }
}
