use chrono::NaiveDate;

use crate::document::{ColumnKind, Datum, Sheet, SheetColumn};

/// A sheet with every kind of column.
pub(super) fn sheet() -> Sheet {
    let day = NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day of the calendar");
    let columns = vec![
        SheetColumn { title: "Klaar", kind: ColumnKind::Tick },
        SheetColumn { title: "Stap", kind: ColumnKind::Text },
        SheetColumn { title: "Wie", kind: ColumnKind::Word },
        SheetColumn { title: "Voor", kind: ColumnKind::Date },
        SheetColumn { title: "Uren", kind: ColumnKind::Number },
        SheetColumn { title: "Bedrag", kind: ColumnKind::Euros },
    ];
    let rows = vec![
        vec![
            Datum::Tick(false),
            Datum::from("Prik een datum;\nmet de \"hele\" kopgroep"),
            Datum::from("Anna"),
            Datum::Date(day),
            Datum::Number(250),
            Datum::Euros(125_000),
        ],
        vec![Datum::Tick(true), Datum::from("=1+1"), Datum::Empty, Datum::Empty, Datum::Empty, Datum::Empty],
    ];
    Sheet { columns, rows, ..sheet_of(&[]) }
}

/// A sheet with one column of texts.
pub(super) fn sheet_of(texts: &[String]) -> Sheet {
    Sheet {
        name: "Stappen",
        title: "Checklist: Verkennen".to_owned(),
        subtitle: Some("Samen Sterk, Zuidwâld".to_owned()),
        date: NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar"),
        label: "TLP:AMBER",
        columns: vec![SheetColumn { title: "Tekst", kind: ColumnKind::Text }],
        rows: texts.iter().map(|text| vec![Datum::Text(text.clone())]).collect(),
    }
}
