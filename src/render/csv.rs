use super::RenderError;
use crate::document::{Datum, Sheet};
use crate::notation;

/// Without it Excel takes UTF-8 for the alphabet of the machine.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A file of bare cells has no header or footer, so its label goes along in every row: sorted, cut or pasted, it stays.
const LABEL: &str = "Label van dit bestand";

/// Comma separated values, as a Dutch spreadsheet opens them: UTF-8 with its mark, `;` between the cells, all in quotes.
pub fn csv(sheet: &Sheet) -> Result<Vec<u8>, RenderError> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let titles = sheet.columns.iter().map(|column| column.title).chain([LABEL]);
    writer.write_record(titles).map_err(|_| RenderError::Unfit)?;
    for row in &sheet.rows {
        let cells = row.iter().map(words).chain([sheet.label.to_owned()]);
        writer.write_record(cells).map_err(|_| RenderError::Unfit)?;
    }
    writer.into_inner().map_err(|_| RenderError::Unfit)
}

fn words(datum: &Datum) -> String {
    match datum {
        Datum::Empty => String::new(),
        Datum::Text(text) => harmless(&notation::printed(text)),
        // `2026-11-24`: Excel and LibreOffice take it for a date in every language. `24-11-2026` is one in Dutch only, and
        // `5-6-2026` is another day on an American machine.
        Datum::Date(date) => date.to_string(),
        Datum::Number(hundredths) | Datum::Euros(hundredths) => decimal(*hundredths),
        Datum::Tick(ticked) => if *ticked { "ja" } else { "nee" }.to_owned(),
    }
}

/// `1250,5`: with a comma, as the `;` between the cells promises, and without a point that could be taken for one.
fn decimal(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    match (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, rest) => format!("{sign}{whole},{rest:02}"),
    }
}

/// A spreadsheet runs what begins like a formula, also in quotes. An apostrophe before it makes it text.
fn harmless(text: &str) -> String {
    if begins_as_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// Whether a spreadsheet could take it for a formula, also behind white space or quotes, and in signs of full width.
pub(super) fn begins_as_formula(text: &str) -> bool {
    let first = text.trim_start_matches([' ', '\u{a0}', '\u{3000}', '\'', '"']).chars().next();
    matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '＝' | '＋' | '－' | '＠'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sheet_sample;
    use proptest::prelude::*;

    #[track_caller]
    fn check(datum: Datum, expected: &str) {
        assert_eq!(words(&datum), expected);
    }

    fn text(text: &str) -> Datum {
        Datum::Text(text.to_owned())
    }

    #[test]
    fn cells_are_written_as_a_dutch_spreadsheet_reads_them() {
        check(Datum::Date("2026-11-24".parse().expect("a day")), "2026-11-24");
        check(Datum::Euros(125_050), "1250,50");
        check(Datum::Number(400), "4");
        check(Datum::Number(-25), "-0,25");
        check(Datum::Tick(true), "ja");
        check(Datum::Empty, "");
        check(text("Gemeente Zuidwâld; afdeling \"Zorg\""), "Gemeente Zuidwâld; afdeling \"Zorg\"");
    }

    #[test]
    fn a_formula_becomes_text() {
        for formula in ["=1+1", "+31 6 1234", "-2", "@SUM(A1)", "＝1", "＋1", "－1", "＠A", "\tx", "\nx", "  =1", "'=1"]
        {
            check(text(formula), &format!("'{formula}"));
        }
        check(text("\0=1"), "'=1");
        check(text("\r=1"), "' =1");
        check(text("a=1"), "a=1");
    }

    /// Excel drops the zero when it opens the file. A sign before it that keeps it would be a part of the number for every
    /// other program; who wants Excel has the workbook.
    #[test]
    fn a_telephone_number_stays_as_it_is() {
        check(text("0612345678"), "0612345678");
    }

    #[test]
    fn a_sheet_is_whole() {
        let bytes = csv(&sheet_sample::sheet()).expect("a sheet fits");
        let text = String::from_utf8(bytes).expect("it is UTF-8");
        insta::assert_snapshot!(text.trim_start_matches(BYTE_ORDER_MARK).replace("\r\n", "\n"), @r#"
        "Klaar";"Stap";"Wie";"Voor";"Uren";"Bedrag";"Label van dit bestand"
        "nee";"Prik een datum;
        met de ""hele"" kopgroep";"Anna";"2026-12-01";"2,50";"1250";"TLP:AMBER"
        "ja";"'=1+1";"";"";"";"";"TLP:AMBER"
        "#);
        assert!(text.starts_with(BYTE_ORDER_MARK));
    }

    proptest! {
        #[test]
        fn every_text_comes_back_and_none_is_a_formula(texts in proptest::collection::vec(any::<String>(), 1..4)) {
            let sheet = sheet_sample::sheet_of(&texts);
            let bytes = csv(&sheet).expect("a sheet fits");
            let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(&bytes[BYTE_ORDER_MARK.len()..]);
            let read: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("it is CSV")).collect();
            prop_assert_eq!(read.len(), texts.len());
            for (record, text) in read.iter().zip(&texts) {
                prop_assert_eq!(record.len(), 2);
                let shown = notation::printed(text);
                let marked = format!("'{shown}");
                prop_assert!(record[0] == *shown || record[0] == marked);
                prop_assert!(!record[0].starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']));
                prop_assert_eq!(&record[1], sheet.label);
            }
        }
    }
}
