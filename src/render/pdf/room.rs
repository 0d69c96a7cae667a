use crate::document::{Block, Inline, Signature, Table, text};
use crate::render::layout::words;
use crate::render::picture;
use crate::render::widths::{width, widths};

/// How many lines a page surely holds. What is no longer stays on one page; the rest is broken, for what does not fit on a page
/// would fall off it.
#[derive(Clone, Copy)]
pub struct Room(usize);

/// Letters on a line of the page. A wide letter counts for two.
const LINE: usize = 78;

/// How wide the text on a page is, in twentieths of a point.
pub const PAGE: usize = 9_865;

impl Room {
    pub const PAGE: Room = Room(34);
    pub const SLIDE: Room = Room(5);
    /// In larger letters, of which fewer stand on a line too.
    pub const FORM: Room = Room(28);

    pub fn holds(self, blocks: &[Block]) -> bool {
        blocks.iter().map(lines_of_block).sum::<usize>() <= self.0
    }

    /// Texts below each other.
    pub fn holds_texts(self, texts: &[&[Inline]]) -> bool {
        texts.iter().map(|text| lines(text, LINE)).sum::<usize>() <= self.0
    }

    /// Cells beside each other, in columns of these widths.
    pub fn holds_row(self, cells: &[Vec<Inline>], widths: &[usize]) -> bool {
        row(cells, widths) <= self.0
    }
}

/// How many letters can stand above a column, on a few lines.
pub fn letters_above(column: usize) -> usize {
    8 * (LINE * column / PAGE).max(1)
}

/// Whether a title takes a few lines at most, so that it can stand beside something.
pub fn stands_beside(title: &str) -> bool {
    title.chars().count() <= 160 && title.matches('\n').count() < 6
}

/// Letters on a line of a term, and of what stands beside it.
const TERM: usize = 22;
const BESIDE_TERM: usize = 46;

/// So many lines a term may take more than what stands beside it, where its column is this wide, in twentieths of a point.
pub fn lines_higher(term: &[Inline], about: &[Inline], column: usize) -> usize {
    let at_most = |said: &[Inline]| in_lines(said, column * 5 / 6);
    let at_least = |said: &[Inline]| in_lines(said, PAGE - column);
    at_most(term).saturating_sub(at_least(about))
}

fn in_lines(said: &[Inline], column: usize) -> usize {
    words(said).split('\n').map(|line| width(line).div_ceil(column).max(1)).sum()
}

/// Whether a term takes hardly more room than what it is about.
pub fn term_stands_beside(term: &[Inline], about: &[Inline]) -> bool {
    stands_beside(&words(term)) && lines(term, TERM) <= lines(about, BESIDE_TERM) + 1
}

/// Whether all of it fits beside each other, with some room to spare, in twentieths of a point.
pub fn fits_on_a_line(words: &str, room: usize) -> bool {
    !words.contains('\n') && width(words) * 6 / 5 <= room
}

/// Whether a word may not fit in a column, this wide in twentieths of a point.
pub fn is_narrow_for(words: &str, column: usize) -> bool {
    words
        .split(|letter: char| letter.is_whitespace() && letter != '\u{a0}')
        .flat_map(|word| word.split_inclusive('-'))
        .any(|word| width(word) * 6 / 5 > column)
}

fn lines_of_block(block: &Block) -> usize {
    match block {
        Block::Heading { text, .. } => 2 * lines(text, LINE / 2) + 1,
        Block::Paragraph(text) => lines(text, LINE) + 1,
        Block::Bullets(items) => items.iter().map(|item| lines(item, LINE)).sum::<usize>() + 1,
        Block::Checklist(items) => items
            .iter()
            .map(|item| {
                lines(&item.title, LINE) + 2 + item.particulars.iter().map(|(_, text)| lines(text, 58)).sum::<usize>()
            })
            .sum(),
        Block::Table(table) => of_table(table),
        // A line of text is some twenty points of a drawing high.
        Block::Figure(figure) => (picture::drawing(figure).height / 20.0) as usize + 3,
        Block::Definitions(pairs) => {
            pairs.iter().map(|(term, text)| lines(term, TERM).max(lines(text, BESIDE_TERM)) + 1).sum()
        }
        Block::Notice { text, advice, .. } => {
            lines(text, LINE) + advice.as_ref().map_or(0, |advice| lines(advice, LINE)) + 2
        }
        Block::Quote { text, from } => lines(text, LINE) + of_words(from, LINE) + 2,
        Block::Progress { label, remark, .. } => {
            of_words(label, 25) + remark.as_ref().map_or(0, |remark| of_words(remark, 25))
        }
        Block::Bars { rows, .. } => {
            rows.iter().map(|row| of_words(&row.label, 25).max(of_words(&row.names.join(", "), 25)) + 1).sum()
        }
        Block::Boxes(items) => {
            let texts = items.iter().flat_map(|item| [Some(&item.text), item.detail.as_ref()]).flatten();
            texts.map(|text| lines(text, 70)).sum::<usize>() + 1
        }
        Block::WritingLines(before) => before.iter().map(|before| 1 + of_words(before, LINE)).sum(),
        Block::Signatures(parties) => {
            let high = |one: &Signature| {
                let lines: usize = one.lines.iter().map(|line| 1 + of_words(line, LINE / 2)).sum();
                5 + of_words(&one.party, LINE / 2) + lines
            };
            // Two stand beside each other.
            parties.chunks(2).filter_map(|pair| pair.iter().map(high).max()).sum()
        }
        Block::Together(blocks) => blocks.iter().map(lines_of_block).sum(),
        Block::PageBreak | Block::Sheet(_) => 0,
    }
}

fn of_table(table: &Table) -> usize {
    let widths = widths(table, PAGE);
    let heads: Vec<Vec<Inline>> = table.columns.iter().map(|column| text(column.title.as_str())).collect();
    let caption = table.caption.as_ref().map_or(0, |caption| of_words(caption, LINE) + 1);
    caption + row(&heads, &widths) + table.rows.iter().map(|cells| row(cells, &widths)).sum::<usize>()
}

fn row(cells: &[Vec<Inline>], widths: &[usize]) -> usize {
    let all = widths.iter().sum::<usize>().max(1);
    let high = |(cell, width): (&Vec<Inline>, &usize)| lines(cell, LINE * width / all);
    cells.iter().zip(widths).map(high).max().unwrap_or(0) + 1
}

fn lines(text: &[Inline], line: usize) -> usize {
    of_words(&words(text), line)
}

fn of_words(words: &str, line: usize) -> usize {
    let wide =
        |letter: char| if letter.is_lowercase() || letter.is_ascii_punctuation() || letter == ' ' { 1 } else { 2 };
    words.split('\n').map(|part| 1 + part.chars().map(wide).sum::<usize>() / line.max(1)).sum()
}
