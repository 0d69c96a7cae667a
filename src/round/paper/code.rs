use std::fmt;

use crate::domain::{FullId, Identifier};

/// The short code of a question or an organisation on paper: `T66-3Y`. Worked out from the id alone, so it stays the same
/// when questions come, go or move (docs/adr/0009).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code([u8; Code::LENGTH]);

/// Digits and letters that look like no other one. Their number is prime, and the check character rests on that.
const ALPHABET: &[u8; 23] = b"34679ACDEFGHJKMNPRTVWXY";

/// So many signs at the front of the alphabet are digits: a code of an organisation begins with one, that of a question
/// with a letter.
const DIGITS: u64 = 5;

const BASE: u64 = ALPHABET.len() as u64;

/// What a sign that is in no code may have been meant for.
const LOOK_ALIKES: [(char, &str); 13] = [
    ('0', "CDG"),
    ('O', "CDG"),
    ('Q', "9CDG"),
    ('1', "7JT"),
    ('I', "7JT"),
    ('L', "7JTC"),
    ('2', "7"),
    ('Z', "7"),
    ('5', "69"),
    ('S', "69"),
    ('8', "369R"),
    ('B', "369R"),
    ('U', "VW"),
];

impl Code {
    pub const LENGTH: usize = 5;

    pub fn of_question(id: &FullId) -> Code {
        let hash = hash(&format!("vraag/{id}"));
        Code::built(DIGITS + hash % (BASE - DIGITS), hash / (BASE - DIGITS))
    }

    pub fn of_organisation(id: &Identifier) -> Code {
        Code::of_respondent(&format!("organisatie/{id}"))
    }

    /// The code of the kopgroep as a whole.
    pub fn of_all_together() -> Code {
        Code::of_respondent("samen")
    }

    fn of_respondent(name: &str) -> Code {
        let hash = hash(name);
        Code::built(hash % DIGITS, hash / DIGITS)
    }

    fn built(first: u64, rest: u64) -> Code {
        let places = [first, rest % BASE, rest / BASE % BASE, rest / BASE / BASE % BASE];
        let sum: u64 = places.iter().zip(1..).map(|(place, weight)| place * weight).sum();
        // The last place has the weight 5, and five times 14 is one in steps of 23.
        let check = (BASE - sum % BASE) * 14 % BASE;
        let [one, two, three, four] = places;
        Code([one, two, three, four, check].map(sign_at))
    }

    /// The code in what was typed. Capitals, spaces and hyphens do not count. Nothing when a sign is wrong, one is missing or
    /// two have changed places.
    pub fn parse(typed: &str) -> Option<Code> {
        let signs: [u8; Code::LENGTH] = Code::signs_in(typed).as_bytes().try_into().ok()?;
        let places = signs.iter().map(|sign| ALPHABET.iter().position(|known| known == sign));
        let weighed: Option<usize> = places.zip(1..).map(|(place, weight)| Some(place? * weight)).sum();
        (weighed? % ALPHABET.len() == 0).then_some(Code(signs))
    }

    /// Every code that may have been meant where a sign was read as one that looks like it.
    pub fn look_alikes(typed: &str) -> Vec<Code> {
        let signs = Code::signs_in(typed);
        if signs.chars().count() != Code::LENGTH {
            return Vec::new();
        }
        let mut readings = vec![String::new()];
        for sign in signs.chars() {
            let meant = LOOK_ALIKES.iter().find(|(read, _)| *read == sign).map(|(_, meant)| *meant);
            let choices = meant.map_or_else(|| sign.to_string(), str::to_owned);
            readings =
                readings.iter().flat_map(|read| choices.chars().map(move |choice| format!("{read}{choice}"))).collect();
        }
        readings.iter().filter_map(|reading| Code::parse(reading)).collect()
    }

    /// What was typed, in capitals and without what stands between the signs.
    pub fn signs_in(typed: &str) -> String {
        typed.chars().filter(|sign| !is_between(*sign)).flat_map(char::to_uppercase).collect()
    }

    /// The signs without the hyphen.
    pub fn signs(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// Whether a sign may stand between those of a code.
pub fn is_between(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '-' | '‐' | '‑' | '–' | '—' | '.' | '_' | '/')
}

fn sign_at(place: u64) -> u8 {
    usize::try_from(place).ok().and_then(|place| ALPHABET.get(place)).copied().unwrap_or(ALPHABET[0])
}

/// FNV-1a of 64 bits, its halves folded together. Codes stand on paper: this may never change.
fn hash(text: &str) -> u64 {
    let whole = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    (whole ^ (whole >> 32)) & 0xffff_ffff
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (front, back) = self.signs().split_at(3);
        write!(formatter, "{front}-{back}")
    }
}

impl serde::Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog;
    use std::collections::BTreeSet;

    /// The codes of every question that comes with the program.
    fn shipped() -> Vec<Code> {
        let catalog = catalog::assemble(&catalog::built_in()).unwrap_or_else(|faults| panic!("{}", faults[0]));
        catalog.questions().map(|question| Code::of_question(&question.id)).collect()
    }

    fn organisations() -> Vec<Code> {
        let id = |number: usize| Identifier::parse(&format!("organisatie-{number}")).expect("a plain word");
        (0..200).map(|number| Code::of_organisation(&id(number))).chain([Code::of_all_together()]).collect()
    }

    fn question(id: &str) -> Code {
        Code::of_question(&FullId::parse(id).expect("a full id"))
    }

    #[test]
    fn codes_never_change() {
        let codes = ["verkennen.aanleiding", "verkennen.eigen-doel", "ontwikkelen.rol", "uitbouwen.isac"];
        let shown: Vec<String> = codes.iter().map(|id| question(id).to_string()).collect();
        assert_eq!(shown, ["XEC-DH", "GX7-YD", "CPJ-T7", "MXT-JV"]);
        let organisation = Identifier::parse("gemeente-voorbeeld").expect("a plain word");
        assert_eq!(Code::of_organisation(&organisation).to_string(), "6WG-D7");
        assert_eq!(Code::of_all_together().to_string(), "3G7-CR");
    }

    #[test]
    fn no_two_questions_share_a_code() {
        let codes = shipped();
        assert!(codes.len() > 150);
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    }

    #[test]
    fn a_question_begins_with_a_letter_and_an_organisation_with_a_digit() {
        assert!(shipped().iter().all(|code| code.signs().starts_with(|first: char| first.is_ascii_uppercase())));
        assert!(organisations().iter().all(|code| code.signs().starts_with(|first: char| first.is_ascii_digit())));
    }

    #[test]
    fn every_code_reads_back_however_it_is_typed() {
        for code in shipped().into_iter().chain(organisations()) {
            let signs = code.signs();
            for typed in [code.to_string(), signs.to_lowercase(), format!(" {} {} ", &signs[..2], &signs[2..])] {
                assert_eq!(Code::parse(&typed), Some(code), "{typed}");
            }
        }
    }

    #[test]
    fn every_wrong_character_is_caught() {
        for code in shipped().into_iter().chain(organisations()) {
            for place in 0..Code::LENGTH {
                for sign in ALPHABET.iter().filter(|sign| **sign != code.0[place]) {
                    let mut wrong = code.0;
                    wrong[place] = *sign;
                    let wrong = String::from_utf8_lossy(&wrong).into_owned();
                    assert_eq!(Code::parse(&wrong), None, "{wrong} for {code}");
                }
            }
        }
    }

    #[test]
    fn every_swap_of_two_characters_is_caught() {
        for code in shipped().into_iter().chain(organisations()) {
            for (one, other) in (0..Code::LENGTH).flat_map(|one| (0..one).map(move |other| (one, other))) {
                let mut wrong = code.0;
                wrong.swap(one, other);
                if wrong != code.0 {
                    let wrong = String::from_utf8_lossy(&wrong).into_owned();
                    assert_eq!(Code::parse(&wrong), None, "{wrong} for {code}");
                }
            }
        }
    }

    #[test]
    fn one_look_alike_leaves_one_reading_at_most() {
        for code in shipped() {
            for place in 0..Code::LENGTH {
                let sign = char::from(code.0[place]);
                for (read, _) in LOOK_ALIKES.iter().filter(|(_, meant)| meant.contains(sign)) {
                    let typed: String = code
                        .signs()
                        .chars()
                        .enumerate()
                        .map(|(index, sign)| if index == place { *read } else { sign })
                        .collect();
                    assert_eq!(Code::parse(&typed), None);
                    assert_eq!(Code::look_alikes(&typed), [code], "{typed}");
                }
            }
        }
    }

    #[test]
    fn no_sign_of_a_code_looks_like_another() {
        assert!(LOOK_ALIKES.iter().all(|(read, meant)| {
            !ALPHABET.contains(&(*read as u8)) && meant.bytes().all(|sign| ALPHABET.contains(&sign))
        }));
    }
}
