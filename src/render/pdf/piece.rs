use serde::Serialize;

use crate::document::{CheckState, Inline};

pub type Line = [Inline];

/// A block as the template takes it. What is `whole` stays on one page.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Piece<'d> {
    /// One without a level only looks like a heading.
    Heading {
        look: u8,
        level: Option<u8>,
        words: &'d Line,
    },
    Paragraph {
        words: &'d Line,
    },
    Bullets {
        items: &'d [Vec<Inline>],
    },
    Checklist {
        items: Vec<Check<'d>>,
    },
    /// Titles that are too long to stand above a column stand above the table as well.
    #[serde(rename_all = "kebab-case")]
    Table {
        caption: Option<&'d str>,
        too_long: Vec<&'d str>,
        widths: Vec<usize>,
        heads: Vec<Head>,
        rows: Vec<Row>,
    },
    /// The number of its picture, and how wide it is, in hundredths of the page.
    Figure {
        title: &'d str,
        description: &'d str,
        picture: usize,
        width: usize,
    },
    Definitions {
        pairs: Vec<Pair>,
    },
    Notice {
        word: String,
        look: Look,
        texts: Vec<&'d Line>,
        whole: bool,
    },
    Quote {
        words: &'d Line,
        from: &'d str,
        whole: bool,
    },
    Bars {
        rows: Vec<Bar<'d>>,
    },
    Boxes {
        items: Vec<Choice<'d>>,
    },
    WritingLines {
        lines: &'d [String],
    },
    Together {
        whole: bool,
        pieces: Vec<Piece<'d>>,
    },
    PageBreak,
}

#[derive(Serialize)]
pub struct Check<'d> {
    pub state: CheckState,
    pub words: &'d Line,
    pub particulars: Vec<Particular>,
    pub whole: bool,
}

#[derive(Serialize)]
pub struct Pair {
    pub term: Vec<Inline>,
    pub words: Vec<Inline>,
    /// A term of many lines stands above its words.
    pub beside: bool,
    pub hyphens: bool,
}

#[derive(Serialize)]
pub struct Particular {
    pub term: String,
    /// A term that needs more than a line stands above its words.
    pub beside: bool,
    pub words: Vec<Inline>,
}

#[derive(Serialize)]
pub struct Head {
    pub title: String,
    pub hyphens: bool,
    pub numeric: bool,
}

#[derive(Serialize)]
pub struct Row {
    pub cells: Vec<Cell>,
    pub whole: bool,
}

/// Hyphens are for where there is no room for a word.
#[derive(Serialize)]
pub struct Cell {
    pub words: Vec<Inline>,
    pub hyphens: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Look {
    Plain,
    Risk,
    Good,
    /// What a speaker says beside a slide.
    Spoken,
}

/// A bar with the part of it that is filled, in hundredths.
#[derive(Serialize)]
pub struct Bar<'d> {
    pub label: &'d str,
    pub beside: bool,
    pub filled: usize,
    pub words: String,
}

#[derive(Serialize)]
pub struct Choice<'d> {
    pub number: usize,
    pub words: &'d Line,
    pub detail: Option<&'d Line>,
}
