use crate::document::{Inline, Line, Table};
use crate::render::layout::words;

/// What stands to the sides of a text in a cell, in twentieths of a point, and some room for a font that is wider.
const SIDES: usize = 165;
/// White between a number and the words in the next column.
pub const BEHIND_NUMBER: usize = 170;
/// No column asks for more than this to keep a word whole, or a text on one line.
const LONGEST_WORD: usize = 2_600;
const LONGEST_LINE: usize = 5_600;
/// A text that is no longer than this stays on one line, where so many hundredths of the page are enough for that: names, or else a few
/// words.
const SHORT: [(usize, usize); 2] = [(2_500, 85), (1_750, 90)];

/// How wide each column is: together exactly as wide as the page, each at least as wide as its longest word where that goes.
pub fn widths(table: &Table, page: usize) -> Vec<usize> {
    let needs: Vec<Need> = (0..table.columns.len()).map(|index| need(table, index)).collect();
    let least = |short: usize| needs.iter().map(|need| need.least(short)).sum::<usize>();
    let short =
        SHORT.into_iter().find(|(short, most)| least(*short) <= page * most / 100).map_or(0, |(short, _)| short);
    let columns: Vec<(usize, usize)> = needs.iter().map(|need| need.between(short)).collect();
    let least: usize = columns.iter().map(|(least, _)| least).sum();
    let most: usize = columns.iter().map(|(_, most)| most).sum();
    let shares: Vec<usize> = if least > page {
        capped(columns.iter().map(|(least, _)| *least).collect(), page)
    } else if most > page {
        // The room that is left goes to who wants most.
        let share = |(low, high): &(usize, usize)| low + (page - least) * (high - low) / (most - least);
        columns.iter().map(share).collect()
    } else {
        columns.iter().map(|(_, most)| *most).collect()
    };
    filled(&shares, page)
}

/// The widest give way, so that the words of the others stay whole.
fn capped(needs: Vec<usize>, page: usize) -> Vec<usize> {
    let under = |cap: usize| needs.iter().map(move |need| *need.min(&cap));
    let cap = (1..=page).rev().step_by(20).find(|cap| under(*cap).sum::<usize>() <= page).unwrap_or(1);
    under(cap).collect()
}

fn filled(shares: &[usize], page: usize) -> Vec<usize> {
    let all = shares.iter().sum::<usize>().max(1);
    let mut widths: Vec<usize> = shares.iter().map(|share| page * share / all).collect();
    let rest = page - widths.iter().sum::<usize>();
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

/// How wide a column needs to be: to keep its words whole, to keep each text and its title on one line, and at most.
struct Need {
    word: usize,
    line: usize,
    most: usize,
}

impl Need {
    fn least(&self, short: usize) -> usize {
        if self.line <= short { self.line.max(self.word) } else { self.word }
    }

    /// The least and the most.
    fn between(&self, short: usize) -> (usize, usize) {
        (self.least(short), self.most.max(self.least(short)))
    }
}

fn need(table: &Table, index: usize) -> Need {
    let cells = table.rows.iter().filter_map(|row| row.get(index));
    let is_room = |cell: &Line| matches!(cell.as_slice(), [only] if is_room_to_write(only));
    let room = if cells.clone().any(is_room) { ROOM_TO_WRITE } else { 0 };
    let cells: Vec<String> = cells.map(|cell| words(cell)).collect();
    let title = &table.columns[index].title;
    let head = widest(unbroken(title)) * BOLD / 100;
    let word = widest(cells.iter().flat_map(|text| unbroken(text))).max(head).min(LONGEST_WORD);
    let line = widest(cells.iter().flat_map(|text| text.split('\n')));
    let titled = line.max(width(title) * BOLD / 100);
    let line = line.min(LONGEST_LINE);
    let sides = if table.columns[index].numeric { SIDES + BEHIND_NUMBER } else { SIDES };
    Need { word: word + sides, line: titled + sides, most: line.max(word).max(room) + sides }
}

/// What a hand wants for a name or a number, where there is room for it.
const ROOM_TO_WRITE: usize = 2_400;

pub fn is_room_to_write(inline: &Inline) -> bool {
    matches!(inline, Inline::Blank(question) if question.trim().is_empty())
}

/// Bold letters are so much wider, in percents.
const BOLD: usize = 112;

fn widest<'t>(parts: impl Iterator<Item = &'t str>) -> usize {
    parts.map(width).max().unwrap_or(0)
}

/// The parts of a text that stay whole: a word may be broken behind its hyphen.
fn unbroken(text: &str) -> impl Iterator<Item = &str> {
    let is_break = |letter: char| letter.is_whitespace() && letter != '\u{a0}';
    text.split_inclusive('-').flat_map(move |part| part.split(is_break))
}

/// About how wide a text is in a cell, in twentieths of a point.
pub fn width(text: &str) -> usize {
    let letter = |letter: char| match letter {
        'f' | 'i' | 'j' | 'l' | 'r' | 't' | ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '(' | ')' | '-' | '\'' => 60,
        'm' | 'w' | 'M' | 'W' | '@' => 165,
        letter if letter.is_uppercase() => 135,
        letter if letter.is_ascii() => 107,
        _ => 130,
    };
    text.chars().map(letter).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Column, text};
    use proptest::prelude::*;

    fn table(columns: usize, rows: &[&[&str]]) -> Table {
        let column = Column { title: "Kop".to_owned(), numeric: false };
        let rows = rows.iter().map(|row| row.iter().map(|cell| text(*cell)).collect()).collect();
        Table { caption: None, columns: vec![column; columns], rows, lead: 0 }
    }

    #[test]
    fn a_long_text_gets_the_room_that_a_number_leaves() {
        let widths =
            widths(&table(2, &[&["12", "Een lange zin die over meer dan een regel moet kunnen lopen"]]), 9_000);
        assert!(widths[1] > 6 * widths[0], "{widths:?}");
    }

    #[test]
    fn a_word_stays_whole_beside_long_texts() {
        let long = "woord ".repeat(200);
        let widths = widths(&table(3, &[&["Veiligheidsregio", &long, &long]]), 9_000);
        assert!(widths[0] >= width("Veiligheidsregio") + SIDES, "{widths:?}");
    }

    #[test]
    fn a_short_text_and_a_title_of_a_few_words_stay_on_one_line() {
        let long = "woord ".repeat(40);
        let mut table = table(3, &[&["Een paar dagen", "8", &long]]);
        table.columns[1].title = "Uren per maand".to_owned();
        let widths = widths(&table, 9_000);
        assert!(widths[0] >= width("Een paar dagen") + SIDES, "{widths:?}");
        assert!(widths[1] >= width("Uren per maand") * BOLD / 100 + SIDES, "{widths:?}");
    }

    #[test]
    fn where_not_all_words_fit_the_longest_gives_way() {
        let long = "x".repeat(60);
        let widths = widths(&table(5, &[&["stakeholder", &long, &long, &long, &long]]), 9_000);
        assert!(widths[0] >= width("stakeholder") + SIDES, "{widths:?}");
    }

    proptest! {
        #[test]
        fn the_columns_fill_the_page(columns in 1_usize..40, cells in proptest::collection::vec(any::<String>(), 0..40)) {
            let row: Vec<&str> = cells.iter().map(String::as_str).collect();
            let widths = widths(&table(columns, &[&row]), 9_412);
            prop_assert_eq!(widths.iter().sum::<usize>(), 9_412);
            prop_assert!(widths.iter().all(|width| *width > 0));
        }
    }
}
