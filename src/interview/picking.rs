use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What was typed at a list, held against its items. Every list is read so, whatever it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    Nothing,
    /// The item that is meant, by its place from 0.
    One(usize),
    /// It fits these items alike.
    Several(Vec<usize>),
    Unknown,
}

/// Reads a number of the list, the words of an item, their beginning, or the beginning of a word in them, where only one item
/// fits. One letter alone means nothing, unless it is all there is to an item. Capitals, accents and spaces do not count.
pub fn pick<'i>(items: impl IntoIterator<Item = &'i str>, typed: &str) -> Picked {
    let typed = folded(typed);
    if typed.is_empty() {
        return Picked::Nothing;
    }
    let items: Vec<String> = items.into_iter().map(folded).collect();
    if let Ok(number) = typed.parse::<usize>() {
        return number.checked_sub(1).filter(|place| *place < items.len()).map_or(Picked::Unknown, Picked::One);
    }
    let is_long = typed.chars().nth(1).is_some();
    let word = format!(" {typed}");
    let readings: [&dyn Fn(&String) -> bool; 3] =
        [&|item| *item == typed, &|item| is_long && item.starts_with(&typed), &|item| is_long && item.contains(&word)];
    for fits in readings {
        let places: Vec<usize> = (0..items.len()).filter(|place| fits(&items[*place])).collect();
        match places.as_slice() {
            [] => {}
            [only] => return Picked::One(*only),
            _ => return Picked::Several(places),
        }
    }
    Picked::Unknown
}

/// A text as it is compared: without capitals, accents, double spaces or a full stop at the end.
pub fn folded(text: &str) -> String {
    let plain: String = text.nfd().filter(|sign| !is_combining_mark(*sign)).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ").to_lowercase().trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ITEMS: [&str; 6] =
        ["Ja, we bouwen verder", "Ja, maar later", "Nee", "Nee, nog niet", "Weet ik nog niet.", "Café"];

    #[track_caller]
    fn check(typed: &str, expected: Picked) {
        assert_eq!(pick(ITEMS, typed), expected, "{typed}");
    }

    #[test]
    fn an_item_is_meant_by_its_number_its_words_or_their_beginning() {
        for (typed, place) in [
            ("1", 0),
            ("2.", 1),
            ("nee", 2),
            ("NEE, NOG", 3),
            ("  weet   ik ", 4),
            ("weet ik nog niet", 4),
            ("cafe", 5),
            ("CAFÉ", 5),
            ("bouwen", 0),
            ("later", 1),
        ] {
            check(typed, Picked::One(place));
        }
    }

    #[test]
    fn what_fits_more_than_one_or_none_chooses_nothing() {
        check("ja", Picked::Several(vec![0, 1]));
        check("nog niet", Picked::Several(vec![3, 4]));
        for typed in ["0", "7", "j", "x", "misschien", "ouwen"] {
            check(typed, Picked::Unknown);
        }
        check(" ", Picked::Nothing);
        assert_eq!(pick(["A", "B"], "b"), Picked::One(1), "one letter may be all there is");
    }
}
