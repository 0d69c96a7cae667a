use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::text_buffer::next_letter;

/// A text laid out in rows, each at most `width` columns; one space may hang beyond that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rows<'t> {
    text: &'t str,
    pub ranges: Vec<Range<usize>>,
}

/// A place on the screen, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub row: usize,
    pub column: usize,
}

impl<'t> Rows<'t> {
    pub fn new(text: &'t str, width: usize) -> Rows<'t> {
        let mut ranges = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            let end = start + line.len();
            wrap(text, start..end, width, &mut ranges);
            start = end + 1;
        }
        Rows { text, ranges }
    }

    pub fn row(&self, row: usize) -> &'t str {
        self.ranges.get(row).map_or("", |range| &self.text[range.clone()])
    }

    /// Where a place in the text comes on the screen.
    pub fn place(&self, cursor: usize) -> Place {
        let row = self.ranges.iter().rposition(|range| range.start <= cursor).unwrap_or(0);
        let start = self.ranges.get(row).map_or(0, |range| range.start);
        Place { row, column: self.text[start..cursor].width() }
    }

    /// The place in the text that is nearest to a column of a row.
    pub fn cursor(&self, place: Place) -> usize {
        let Some(range) = self.ranges.get(place.row) else { return self.text.len() };
        let wraps_on = self.ranges.get(place.row + 1).is_some_and(|next| next.start == range.end);
        let mut cursor = range.start;
        loop {
            let next = next_letter(self.text, cursor);
            let at_end = cursor >= range.end || (wraps_on && next >= range.end);
            if at_end || self.text[range.start..next].width() > place.column {
                return cursor;
            }
            cursor = next;
        }
    }
}

fn wrap(text: &str, line: Range<usize>, width: usize, ranges: &mut Vec<Range<usize>>) {
    let (mut start, mut column, mut break_at, mut place) = (line.start, 0, line.start, line.start);
    while place < line.end {
        let next = next_letter(text, place).min(line.end);
        let letter = &text[place..next];
        let hangs = usize::from(letter == " ");
        while column + letter.width() > width + hangs && place > start {
            let end = if break_at > start { break_at } else { place };
            ranges.push(start..end);
            start = end;
            column = text[start..place].width();
        }
        column += letter.width();
        if letter == " " {
            break_at = next;
        }
        place = next;
    }
    ranges.push(start..line.end);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, width: usize, expected: &[&str]) {
        let rows = Rows::new(text, width);
        let shown: Vec<&str> = (0..rows.ranges.len()).map(|row| rows.row(row)).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn rows_break_between_words() {
        check("", 10, &[""]);
        check("een twee drie", 8, &["een twee ", "drie"]);
        check("een twee drie", 7, &["een ", "twee ", "drie"]);
        check("eenwoorddatlangis", 6, &["eenwoo", "rddatl", "angis"]);
        check("een\n\ntwee\n", 10, &["een", "", "twee", ""]);
    }

    #[test]
    fn wide_letters_take_two_columns() {
        check("漢字漢字", 5, &["漢字", "漢字"]);
        check("漢", 1, &["漢"]);
        check("e\u{323}e\u{323}e", 2, &["e\u{323}e\u{323}", "e"]);
    }

    #[test]
    fn a_cursor_has_a_place() {
        let rows = Rows::new("een twee drie\nvier", 8);
        for (cursor, row, column) in [(0, 0, 0), (8, 0, 8), (9, 1, 0), (13, 1, 4), (14, 2, 0), (18, 2, 4)] {
            assert_eq!(rows.place(cursor), Place { row, column }, "{cursor}");
        }
        assert_eq!(rows.cursor(Place { row: 1, column: 2 }), 11);
        assert_eq!(rows.cursor(Place { row: 1, column: 40 }), 13);
        assert_eq!(rows.cursor(Place { row: 0, column: 40 }), 8);
        assert_eq!(rows.cursor(Place { row: 9, column: 0 }), 18);
    }

    proptest! {
        #[test]
        fn rows_hold_the_whole_text_and_fit(text in "[a-z \u{e9}\u{6f22}\n]{0,60}", width in 2_usize..12) {
            let rows = Rows::new(&text, width);
            let joined: String = (0..rows.ranges.len()).map(|row| rows.row(row)).collect();
            prop_assert_eq!(joined, text.replace('\n', ""));
            for row in 0..rows.ranges.len() {
                prop_assert!(rows.row(row).trim_end().width() <= width);
                prop_assert!(rows.row(row).width() <= width + 1);
            }
            for (cursor, _) in text.char_indices() {
                prop_assert_eq!(rows.cursor(rows.place(cursor)), cursor);
            }
        }
    }
}
