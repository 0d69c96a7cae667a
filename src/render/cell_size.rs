use super::layout::columns;
use crate::document::{ColumnKind, Datum, Sheet};

/// How wide each column of a sheet is, in letters. Short words get the room they need, sentences a readable line.
pub(super) fn widths(sheet: &Sheet) -> Vec<usize> {
    sheet.columns.iter().enumerate().map(|(number, _)| width(sheet, number)).collect()
}

const WIDEST_WORD: usize = 30;

fn width(sheet: &Sheet, number: usize) -> usize {
    let column = &sheet.columns[number];
    let filled = match column.kind {
        ColumnKind::Word => {
            let texts = sheet.rows.iter().filter_map(|row| match row.get(number) {
                Some(Datum::Text(text)) => text.lines().map(columns).max(),
                _ => None,
            });
            texts.max().unwrap_or(0).min(WIDEST_WORD) + 2
        }
        ColumnKind::Text => 36,
        ColumnKind::Date | ColumnKind::Number => 12,
        ColumnKind::Euros => 14,
        ColumnKind::Tick => 9,
    };
    // Behind a title stands the button of the filter.
    let title = column.title.split(' ').map(columns).max().unwrap_or(0) + 4;
    filled.max(title)
}

/// The height of the titles of the columns, in points.
pub(super) fn title_height(sheet: &Sheet, widths: &[usize]) -> f64 {
    let titles: Vec<Datum> = sheet.columns.iter().map(|column| Datum::from(column.title)).collect();
    // Behind each stands the button of the filter.
    let widths: Vec<usize> = widths.iter().map(|width| width.saturating_sub(4)).collect();
    height(&titles, &widths)
}

/// The height of a row in points. Excel would find it by itself; not every other program does.
pub(super) fn height(cells: &[Datum], widths: &[usize]) -> f64 {
    const LINE: f64 = 15.0;
    /// Excel allows no more.
    const HIGHEST: f64 = 409.0;
    let lines = cells.iter().zip(widths).map(|(datum, width)| match datum {
        Datum::Text(text) => lines(text, *width),
        _ => 1,
    });
    (f64::from(u32::try_from(lines.max().unwrap_or(1)).unwrap_or(u32::MAX)) * LINE).min(HIGHEST)
}

/// A column is measured in digits, and most letters are narrower than a digit.
fn lines(text: &str, width: usize) -> usize {
    let room = (width + width / 10).max(1);
    let whole = text.lines().map(|line| textwrap::wrap(line, room).len().max(1)).sum::<usize>();
    whole.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sheet_sample;

    #[test]
    fn a_column_is_as_wide_as_what_stands_in_it() {
        let sheet = sheet_sample::sheet();
        assert_eq!(widths(&sheet), [9, 36, 7, 12, 12, 14]);
    }

    #[test]
    fn a_row_is_as_high_as_its_longest_text() {
        let text = |text: &str| Datum::Text(text.to_owned());
        assert!((height(&[Datum::Empty, text("kort")], &[10, 36]) - 15.0).abs() < 0.1);
        assert!((height(&[text("een zin die in twee regels past"), Datum::Empty], &[20, 5]) - 30.0).abs() < 0.1);
        assert!((height(&[text("een\ntwee\ndrie")], &[20]) - 45.0).abs() < 0.1);
        assert!((height(&[text(&"woord ".repeat(5_000))], &[20]) - 409.0).abs() < 0.1);
    }
}
