use super::figure::Figure;
use super::inline::{Inline, Line};

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// Level 1 is just below the title of the document.
    Heading {
        level: u8,
        text: Vec<Inline>,
    },
    Paragraph(Vec<Inline>),
    Bullets(Vec<Vec<Inline>>),
    Checklist(Vec<CheckItem>),
    Table(Table),
    Figure(Figure),
    /// Terms with what belongs to each: two columns on paper, indented lines in a narrow terminal.
    Definitions(Vec<Definition>),
    /// Something to notice, with a word before it: `let op`, `risico`, `goed`, `tip`.
    Notice {
        weight: Weight,
        word: String,
        text: Vec<Inline>,
        advice: Option<Vec<Inline>>,
    },
    /// A quotation or lesson with its source.
    Quote {
        text: Vec<Inline>,
        from: String,
    },
    /// How far along: `done` of `total`.
    Progress {
        label: String,
        done: usize,
        total: usize,
        remark: Option<String>,
    },
    /// How many of `of` each thing got, with who they are.
    Bars {
        of: usize,
        rows: Vec<Bar>,
    },
    /// Boxes to tick on paper, each with the number that stands for it.
    Boxes(Vec<BoxItem>),
    /// Empty lines to write on, each with what stands before it.
    WritingLines(Vec<String>),
    /// Where parties sign: beside each other where there is room, each on one page.
    Signatures(Vec<Signature>),
    /// Blocks that belong together: close to each other, and on one page.
    Together(Vec<Block>),
    PageBreak,
    /// Here begins a sheet for somebody else, under this title. It has paper of its own: an odd page, its own page numbers, and its
    /// title on each page. It stands among the outermost blocks.
    Sheet(String),
}

/// A term with what belongs to it.
pub type Definition = (Line, Line);

impl Block {
    /// Whether there is nothing in it to read.
    pub fn is_empty(&self) -> bool {
        match self {
            Block::Bullets(items) => items.is_empty(),
            Block::Checklist(items) => items.is_empty(),
            Block::Definitions(pairs) => pairs.is_empty(),
            Block::Table(table) => table.rows.is_empty(),
            Block::Signatures(parties) => parties.is_empty(),
            _ => false,
        }
    }

    /// Whether nothing stands below it, where this comes next.
    fn is_bare(&self, next: Option<&Block>) -> bool {
        let Block::Heading { level, .. } = self else { return false };
        match next {
            Some(Block::Heading { level: next, .. }) => next <= level,
            next => matches!(next, None | Some(Block::PageBreak | Block::Sheet(_))),
        }
    }
}

/// The blocks one by one, and in the place of those that stand together each of them.
pub fn each_of(blocks: &[Block]) -> Vec<&Block> {
    let parts = blocks.iter().flat_map(|block| match block {
        Block::Together(blocks) => each_of(blocks),
        single => vec![single],
    });
    parts.collect()
}

/// Without the blocks in which there is nothing to read.
pub fn without_empty(mut blocks: Vec<Block>) -> Vec<Block> {
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// Without those, and without the headings below which nothing stands.
pub fn without_bare(blocks: Vec<Block>) -> Vec<Block> {
    let mut kept: Vec<Block> = Vec::new();
    for block in without_empty(blocks).into_iter().rev() {
        if !block.is_bare(kept.last()) {
            kept.push(block);
        }
    }
    kept.reverse();
    kept
}

/// How what is to be noticed weighs; a format gives each its own look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    Attention,
    Risk,
    Good,
    /// What a speaker says beside a slide.
    Spoken,
}

/// One thing with its number, and the names behind it. Those who do not count may be named too.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Bar {
    pub label: String,
    pub count: usize,
    pub names: Vec<String>,
}

/// One box to tick.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct BoxItem {
    pub number: usize,
    pub text: Vec<Inline>,
    /// A further line: what comes of it, or room to write.
    pub detail: Option<Vec<Inline>>,
}

/// One party that signs, with the lines on which it writes; above the last there is room for a signature.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Signature {
    pub party: String,
    pub lines: Vec<String>,
}

/// One step to tick, with its particulars below it, each with a word before it (`Waarom`, `Wie`, `Voor`).
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct CheckItem {
    pub state: CheckState,
    pub title: Vec<Inline>,
    /// The id with which a person names it.
    pub id: Option<String>,
    pub particulars: Vec<(String, Vec<Inline>)>,
}

impl CheckItem {
    /// The particulars, and behind them its id.
    pub fn particulars_and_id(&self) -> impl Iterator<Item = (String, Vec<Inline>)> {
        let id = self.id.iter().map(|id| ("Id".to_owned(), vec![Inline::Code(id.clone())]));
        self.particulars.iter().cloned().chain(id)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckState {
    Open,
    Done,
    /// Its reason is gone; shown, never ticked.
    Lapsed,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Table {
    pub caption: Option<String>,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// So many columns from the left say together which row it is.
    pub lead: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Column {
    pub title: String,
    /// Numbers stand to the right.
    pub numeric: bool,
}

impl Table {
    /// Rows below titles, with words in every column.
    pub fn new<T: AsRef<str>>(titles: impl IntoIterator<Item = T>, rows: impl IntoIterator<Item = Row>) -> Table {
        let column = |title: T| Column { title: title.as_ref().to_owned(), numeric: false };
        let columns = titles.into_iter().map(column).collect();
        Table { caption: None, columns, rows: rows.into_iter().collect(), lead: 0 }
    }

    /// The first columns say together which row it is.
    #[must_use]
    pub fn led_by(self, lead: usize) -> Table {
        Table { lead, ..self }
    }

    /// The columns with these titles hold numbers.
    #[must_use]
    pub fn counting(mut self, titles: &[&str]) -> Table {
        self.columns.iter_mut().for_each(|column| column.numeric = titles.contains(&column.title.as_str()));
        self
    }

    #[must_use]
    pub fn captioned(self, caption: &str) -> Table {
        Table { caption: Some(caption.to_owned()), ..self }
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Block {
        Block::Table(table)
    }
}

pub type Row = Vec<Line>;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::text;

    /// Written as `1 2 p`: headings by their level, a paragraph, an empty list (`-`), and the end of a page (`|`).
    #[track_caller]
    fn check(blocks: &str, expected: &str) {
        let block = |word: &str| match word {
            "p" => Block::Paragraph(text("words")),
            "-" => Block::Bullets(Vec::new()),
            "|" => Block::PageBreak,
            level => Block::Heading { level: level.parse().expect("a level"), text: text("title") },
        };
        let all = |words: &str| words.split_whitespace().map(block).collect::<Vec<_>>();
        assert_eq!(without_bare(all(blocks)), all(expected), "{blocks}");
    }

    #[test]
    fn what_is_empty_is_left_out_with_its_headings() {
        check("1 p - 1 -", "1 p");
        check("1 2 - 1 2 p", "1 2 p");
        check("1 - 2 p", "1 2 p");
        check("1 2 3", "");
        check("1 - | 1 p", "| 1 p");
        check("2 p 1", "2 p");
    }
}
