use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use chrono::{Datelike, NaiveDate};

use super::RenderError;
use super::cell_size::{height, title_height, widths};
use super::csv::begins_as_formula;
use super::label_look::label_colour;
use crate::document::{ColumnKind, Datum, Sheet};
use crate::notation;

/// The label, the title and what is below it stand above the titles of the columns.
const TITLES: u32 = 3;
/// So many letters beside each other can still be read on paper.
const PAGE_WIDTH: usize = 190;

/// A workbook of one tab: real dates, numbers and boxes to tick, and every text a text. The same bytes for the same sheet: the one
/// moment in it is the date of the sheet.
pub fn xlsx(sheet: &Sheet) -> Result<Vec<u8>, RenderError> {
    written(sheet).map_err(|error| match error {
        XlsxError::MaxStringLengthExceeded => RenderError::TextTooLong,
        _ => RenderError::Unfit,
    })
}

fn written(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(sheet)?);
    let page = workbook.add_worksheet();
    page.set_name(sheet.name)?;
    above(page, sheet)?;
    table(page, sheet)?;
    for_paper(page, sheet)?;
    workbook.save_to_buffer()
}

fn properties(sheet: &Sheet) -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new()
        .set_title(clean(&sheet.title))
        .set_subject(clean(sheet.subtitle.as_deref().unwrap_or_default()))
        .set_keywords(sheet.label)
        .set_comment("Gemaakt met regio")
        .set_creation_datetime(&excel_date(sheet.date)?))
}

fn above(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let label = Format::new().set_bold().set_font_size(12).set_background_color(Color::Black);
    let label = label.set_font_color(label_colour(sheet.label));
    for column in 0..width(sheet) {
        page.write_blank(0, column, &label)?;
    }
    page.write_string_with_format(0, 0, sheet.label, &label)?;
    page.set_row_height(0, 18)?.set_row_height(1, 21)?;
    page.write_string_with_format(1, 0, clean(&sheet.title), &Format::new().set_bold().set_font_size(14))?;
    let below: Vec<String> =
        sheet.subtitle.iter().map(|subtitle| clean(subtitle)).chain([notation::date(sheet.date)]).collect();
    page.write_string(2, 0, below.join(" · "))?;
    Ok(())
}

fn table(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let title = Format::new()
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color("#1F3A5F")
        .set_align(FormatAlign::Top)
        .set_text_wrap();
    let widths = widths(sheet);
    for ((number, column), width) in (0..).zip(&sheet.columns).zip(&widths) {
        page.write_string_with_format(TITLES, number, column.title, &title)?;
        page.set_column_width(number, u16::try_from(*width).unwrap_or(u16::MAX))?;
    }
    page.set_row_height(TITLES, title_height(sheet, &widths))?;
    for (line, row) in (TITLES + 1..).zip(&sheet.rows) {
        page.set_row_height(line, height(row, &widths))?;
        for (number, datum) in (0..).zip(row) {
            cell(page, line, number, datum)?;
        }
    }
    page.set_freeze_panes(TITLES + 1, 0)?;
    if let (Some(last), false) = (width(sheet).checked_sub(1), sheet.rows.is_empty()) {
        let rows = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX - TITLES);
        page.autofilter(TITLES, 0, TITLES + rows, last)?;
    }
    Ok(())
}

fn cell(page: &mut Worksheet, line: u32, number: u16, datum: &Datum) -> Result<(), XlsxError> {
    let plain = || {
        let format = Format::new().set_align(FormatAlign::Top);
        format.set_border_bottom(FormatBorder::Thin).set_border_bottom_color("#C8CDD3")
    };
    match datum {
        Datum::Empty => page.write_blank(line, number, &plain())?,
        Datum::Text(text) => {
            let text = clean(text);
            // Whoever edits the cell does not make a formula of it by accident.
            let format = if begins_as_formula(&text) { plain().set_quote_prefix() } else { plain() };
            page.write_string_with_format(line, number, text, &format.set_text_wrap())?
        }
        // The calendar of Excel begins in 1900.
        Datum::Date(date) if date.year() < 1900 => {
            page.write_string_with_format(line, number, notation::date(*date), &plain())?
        }
        Datum::Date(date) => {
            let format = plain().set_num_format("dd-mm-yyyy").set_align(FormatAlign::Left);
            page.write_datetime_with_format(line, number, excel_date(*date)?, &format)?
        }
        Datum::Number(hundredths) => page.write_number_with_format(line, number, in_units(*hundredths), &plain())?,
        Datum::Euros(cents) => {
            let format = plain().set_num_format("\"€\" #,##0.00");
            page.write_number_with_format(line, number, in_units(*cents), &format)?
        }
        Datum::Tick(ticked) => {
            // A program that knows no boxes in cells shows these words.
            let format = plain().set_num_format("\"ja\";\"ja\";\"nee\"").set_align(FormatAlign::Center);
            page.insert_checkbox_with_format(line, number, *ticked, &format)?
        }
    };
    Ok(())
}

/// A4 on its side, with the titles and the label on every page. A wide sheet goes on several pages beside each other, each with
/// what names the rows, so that it can be read.
fn for_paper(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    const A4: u8 = 9;
    let label = format!("&R&\"Calibri,Bold\"&12{}", sheet.label);
    let letters = widths(sheet).iter().sum::<usize>();
    let pages = u16::try_from((letters + PAGE_WIDTH / 2) / PAGE_WIDTH).unwrap_or(1).max(1);
    page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(pages, 0);
    page.set_header(&label).set_footer(format!("&Lbladzijde &P van &N{label}"));
    page.set_repeat_rows(TITLES, TITLES)?;
    let naming = sheet.columns.iter().take_while(|column| column.kind == ColumnKind::Tick).count();
    page.set_repeat_columns(0, u16::try_from(naming).unwrap_or_default())?;
    Ok(())
}

fn width(sheet: &Sheet) -> u16 {
    u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX)
}

/// Fractions of a cent do not exist, so the nearest number of this kind is the right one.
#[expect(clippy::cast_precision_loss, reason = "Excel has no other numbers")]
fn in_units(hundredths: i64) -> f64 {
    hundredths as f64 / 100.0
}

fn excel_date(date: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let wrong = |_| XlsxError::ParameterError("a date before our era".to_owned());
    let part = |part: u32| u8::try_from(part).unwrap_or_default();
    ExcelDateTime::from_ymd(u16::try_from(date.year()).map_err(wrong)?, part(date.month()), part(date.day()))
}

/// Without what XML or a reader cannot take.
fn clean(text: &str) -> String {
    notation::printed(text).replace('\t', " ").replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sheet_sample;
    use proptest::prelude::*;

    #[test]
    fn the_same_sheet_gives_the_same_bytes() {
        let sheet = sheet_sample::sheet();
        let one = xlsx(&sheet).expect("a sheet fits");
        assert_eq!(one, xlsx(&sheet).expect("a sheet fits"));
        assert!(one.starts_with(b"PK"));
    }

    #[test]
    fn a_sheet_without_rows_is_a_workbook() {
        assert!(xlsx(&sheet_sample::sheet_of(&[])).is_ok());
    }

    #[test]
    fn a_text_that_no_cell_can_hold_is_refused() {
        let sheet = sheet_sample::sheet_of(&["x".repeat(40_000)]);
        assert_eq!(xlsx(&sheet), Err(RenderError::TextTooLong));
    }

    #[test]
    fn days_before_the_calendar_of_excel_are_text() {
        let mut sheet = sheet_sample::sheet();
        sheet.rows = vec![vec![Datum::Date(NaiveDate::from_ymd_opt(1850, 1, 1).expect("a day"))]];
        assert!(xlsx(&sheet).is_ok());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn every_text_fits(texts in proptest::collection::vec(any::<String>(), 1..4)) {
            prop_assert!(xlsx(&sheet_sample::sheet_of(&texts)).is_ok());
        }
    }
}
