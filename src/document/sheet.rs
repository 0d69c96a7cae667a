use chrono::NaiveDate;

/// A table of data for a spreadsheet: one thing a row, each cell a value and not a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What the tab is called: one short word.
    pub name: &'static str,
    pub title: String,
    pub subtitle: Option<String>,
    pub date: NaiveDate,
    /// The TLP label, as FIRST writes it.
    pub label: &'static str,
    pub columns: Vec<SheetColumn>,
    /// Each as long as there are columns.
    pub rows: Vec<Vec<Datum>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetColumn {
    pub title: &'static str,
    pub kind: ColumnKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// A word or a few: a name, an id, a state.
    Word,
    /// A sentence or more.
    Text,
    Date,
    Number,
    Euros,
    Tick,
}

/// What stands in a cell. A text is only ever a text, whatever it looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    Empty,
    Text(String),
    Date(NaiveDate),
    /// In hundredths, so that nothing is rounded.
    Number(i64),
    /// In cents.
    Euros(i64),
    Tick(bool),
}

impl From<&str> for Datum {
    fn from(text: &str) -> Datum {
        if text.is_empty() { Datum::Empty } else { Datum::Text(text.to_owned()) }
    }
}

impl From<String> for Datum {
    fn from(text: String) -> Datum {
        Datum::from(text.as_str())
    }
}

impl From<NaiveDate> for Datum {
    fn from(date: NaiveDate) -> Datum {
        Datum::Date(date)
    }
}

impl<T: Into<Datum>> From<Option<T>> for Datum {
    fn from(known: Option<T>) -> Datum {
        known.map_or(Datum::Empty, Into::into)
    }
}
