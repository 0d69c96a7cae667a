use crate::document::Inline;
use crate::document::Table;
use crate::render::layout::words;

/// A letter in a cell is about so wide, in twentieths of a point; and what stands to its sides.
const LETTER: usize = 100;
const SIDES: usize = 200;
/// No column asks for more letters than this to keep a word whole, or a text on one line.
const LONGEST_WORD: usize = 18;
const LONGEST_LINE: usize = 60;

/// How wide each column is: together exactly as wide as the page, each at least as wide as its longest word where that goes.
pub fn widths(table: &Table, page: usize) -> Vec<usize> {
    let columns: Vec<(usize, usize)> = (0..table.columns.len()).map(|index| needs(table, index)).collect();
    let least: usize = columns.iter().map(|(least, _)| least).sum();
    let most: usize = columns.iter().map(|(_, most)| most).sum();
    let shares: Vec<usize> = if least > page {
        vec![1; columns.len()]
    } else if most > page {
        // The room that is left goes to who wants most.
        let share = |(low, high): &(usize, usize)| low + (page - least) * (high - low) / (most - least);
        columns.iter().map(share).collect()
    } else {
        columns.iter().map(|(_, most)| *most).collect()
    };
    filled(&shares, page)
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

/// The least and the most that a column needs.
fn needs(table: &Table, index: usize) -> (usize, usize) {
    let cells = table.rows.iter().filter_map(|row| row.get(index)).map(|cell: &Vec<Inline>| words(cell));
    let texts: Vec<String> = cells.chain([table.columns[index].title.clone()]).collect();
    let longest = |parts: &mut dyn Iterator<Item = &str>| parts.map(|part| part.chars().count()).max().unwrap_or(0);
    let word = longest(&mut texts.iter().flat_map(|text| text.split_whitespace())).min(LONGEST_WORD);
    let line = longest(&mut texts.iter().flat_map(|text| text.split('\n'))).min(LONGEST_LINE);
    (word * LETTER + SIDES, line.max(word) * LETTER + SIDES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Column;
    use crate::document::text;
    use proptest::prelude::*;

    fn table(columns: usize, rows: &[&[&str]]) -> Table {
        let column = Column { title: "Kop".to_owned(), numeric: false };
        let rows = rows.iter().map(|row| row.iter().map(|cell| text(*cell)).collect()).collect();
        Table { caption: None, columns: vec![column; columns], rows }
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
        assert!(widths[0] >= 16 * LETTER, "{widths:?}");
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
