/// Letters and digits that look like no other one, and no vowels, so that no word comes out. The letters come first.
const SIGNS: &[u8; 21] = b"cdfghjkmnprtvwxy34679";
const LETTERS: u64 = 16;
const LENGTH: usize = 6;

/// A short code for a thing that is made here, from a number that was drawn: two copies of a project that are changed apart would
/// count up to the same one. It begins with a letter.
pub(super) fn short_code(drawn: u64, is_taken: impl Fn(&str) -> bool) -> String {
    let codes = (0..).map(|step| written(drawn.wrapping_add(step)));
    codes.into_iter().find(|code| !is_taken(code)).expect("a project has fewer things than there are codes")
}

fn written(drawn: u64) -> String {
    let bases = std::iter::once(LETTERS).chain([SIGNS.len() as u64; LENGTH - 1]);
    let places = bases.scan(drawn, |left, base| {
        let place = *left % base;
        *left /= base;
        usize::try_from(place).ok()
    });
    places.map(|place| char::from(SIGNS[place])).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_taken_is_passed_over() {
        let first = short_code(7, |_| false);
        let second = short_code(7, |code| code == first);
        assert_ne!(first, second);
        let many: BTreeSet<String> = (0..10_000).map(written).collect();
        assert_eq!(many.len(), 10_000);
    }

    proptest! {
        #[test]
        fn a_code_can_be_read_aloud_and_is_the_end_of_an_identifier(drawn in any::<u64>()) {
            let code = short_code(drawn, |_| false);
            prop_assert_eq!(code.len(), LENGTH);
            prop_assert!(crate::domain::Identifier::parse(&code).is_some());
            prop_assert!(!code.contains(['0', 'o', '1', 'l', 'i', '2', 'z', '5', 's', '8', 'b', 'a', 'e', 'u']));
        }
    }
}
