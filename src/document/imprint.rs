use std::fmt;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Document, Layout};

/// Tells one version of a document from another on paper: `K7M-4XP`. Worked out from what it says alone, so the same words have the
/// same one on every day, and what its readers may not see has no part in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Imprint([u8; Imprint::LENGTH]);

/// Digits and letters that look like no other one.
const SIGNS: &[u8; 23] = b"34679ACDEFGHJKMNPRTVWXY";

impl Imprint {
    const LENGTH: usize = 6;

    fn of(document: &Document) -> Imprint {
        let Document { title, subtitle, label, blocks, .. } = document;
        let said = serde_json::to_vec(&(title, subtitle, label, blocks)).expect("a document has no keys but texts");
        let digest = Sha256::digest(said);
        let number = digest.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
        let places = std::iter::successors(Some(number), |left| Some(left / SIGNS.len() as u64));
        let mut signs = [0; Imprint::LENGTH];
        for (sign, place) in signs.iter_mut().zip(places) {
            *sign = SIGNS[(place % SIGNS.len() as u64) as usize];
        }
        Imprint(signs)
    }

    /// The imprint that was typed. Capitals, spaces and hyphens do not count.
    pub fn parse(typed: &str) -> Option<Imprint> {
        let signs: Vec<u8> =
            typed.bytes().filter(|sign| !b" -".contains(sign)).map(|sign| sign.to_ascii_uppercase()).collect();
        let signs: [u8; Imprint::LENGTH] = signs.try_into().ok()?;
        signs.iter().all(|sign| SIGNS.contains(sign)).then_some(Imprint(signs))
    }
}

impl Document {
    /// The same with its imprint, where it is a page that people keep.
    pub fn with_imprint(self) -> Document {
        let imprint = (self.layout == Layout::Page).then(|| Imprint::of(&self));
        Document { imprint, ..self }
    }
}

impl fmt::Display for Imprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let signs = self.0.map(char::from);
        let (front, back) = signs.split_at(Imprint::LENGTH / 2);
        write!(formatter, "{}-{}", String::from_iter(front), String::from_iter(back))
    }
}

impl Serialize for Imprint {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::document::{Block, text};

    fn imprint(words: &str, date: NaiveDate) -> Option<Imprint> {
        Document::new("Verklaring", date, vec![Block::Paragraph(text(words))]).with_imprint().imprint
    }

    #[test]
    fn the_same_words_have_the_same_one_on_every_day() {
        let (day, other) = (NaiveDate::MIN, NaiveDate::MAX);
        assert_eq!(imprint("Wij helpen elkaar.", day), imprint("Wij helpen elkaar.", other));
        assert_ne!(imprint("Wij helpen elkaar.", day), imprint("Wij helpen elkaar niet.", day));
    }

    #[test]
    fn what_stands_on_paper_is_read_back_as_people_type_it() {
        let imprint = imprint("Wij helpen elkaar.", NaiveDate::MIN).expect("it is a page");
        let written = imprint.to_string();
        for typed in [written.clone(), written.to_lowercase(), written.replace('-', ""), written.replace('-', " ")] {
            assert_eq!(Imprint::parse(&typed), Some(imprint), "{typed}");
        }
        for typed in ["", "K7M-4X", "K7M-4XP9", "K7M-4X0", "2026-11-30", "vorige week"] {
            assert_eq!(Imprint::parse(typed), None, "{typed}");
        }
    }
}
