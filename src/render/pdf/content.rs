use chrono::Datelike;
use serde_json::{Value as Json, json};

use super::piece::{Bar, Cell, Check, Choice, Head, Look, Pair, Particular, Piece, Row};
use super::room::Room;
use super::text::shown;
use super::{figure, room};
use crate::document::{Block, CheckItem, Document, Figure, Inline, Layout, Table, Weight, text};
use crate::render::label_colour::label_colour;
use crate::render::layout::{bar, progress, words};
use crate::render::picture;
use crate::{document, notation};

/// What the template needs of a document. Every text in it can be drawn.
pub fn content(document: &Document) -> serde_json::Result<Vec<u8>> {
    let below = document.subtitle.iter().cloned().chain([notation::date(document.date)]);
    let is_named = names_a_part(&text(document.title.as_str()));
    let slides = document.layout == Layout::Slides;
    let room = if slides { Room::SLIDE } else { Room::PAGE };
    let mut writer = Writer { depth: u8::from(is_named), room, pictures: Vec::new() };
    let pieces = drawable(serde_json::to_value(writer.pieces(&document.blocks))?);
    serde_json::to_vec(&json!({
        "name": name(document),
        "day": { "year": document.date.year(), "month": document.date.month(), "day": document.date.day() },
        "label": document.label.map(|label| json!({ "words": label, "colour": label_colour(label) })),
        "slides": slides,
        "title": shown(&document.title),
        "is-named": is_named,
        "below": below.map(|line| shown(&line)).collect::<Vec<_>>(),
        "pieces": pieces,
        "pictures": writer.pictures,
    }))
}

/// What a program that opens the file calls it: no font draws it, so it may be of any script.
fn name(document: &Document) -> String {
    let title = if document.title.trim().is_empty() { "Document van regio" } else { &document.title };
    let whole = document.subtitle.iter().fold(title.to_owned(), |name, subtitle| format!("{name} - {subtitle}"));
    let no_character = |letter: char| u32::from(letter) & 0xfffe == 0xfffe;
    notation::shortened(&notation::single_line(&whole), LONGEST_NAME).replace(no_character, "\u{fffd}")
}

/// A list of contents is no place for a story, and takes no text of any length.
const LONGEST_NAME: usize = 180;

/// Every text as the fonts can draw it, whatever it is for: none can be forgotten.
fn drawable(value: Json) -> Json {
    match value {
        Json::String(text) => Json::String(shown(&text)),
        Json::Array(items) => items.into_iter().map(drawable).collect(),
        Json::Object(fields) => fields.into_iter().map(|(name, field)| (name, drawable(field))).collect(),
        other => other,
    }
}

struct Writer {
    /// The level of the last heading: none may be passed over.
    depth: u8,
    room: Room,
    /// As SVG. They stand apart, for in the pieces every text is one to read.
    pictures: Vec<String>,
}

impl Writer {
    /// Lines of progress that stand together are one list.
    fn pieces<'d>(&mut self, blocks: &'d [Block]) -> Vec<Piece<'d>> {
        let chunks = blocks.chunk_by(|first, second| is_progress(first) && is_progress(second));
        chunks.filter(|chunk| !is_empty(&chunk[0])).map(|chunk| self.piece(chunk)).collect()
    }

    fn piece<'d>(&mut self, chunk: &'d [Block]) -> Piece<'d> {
        match &chunk[0] {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(words) => Piece::Paragraph { words },
            Block::Bullets(items) => Piece::Bullets { items },
            Block::Checklist(items) => {
                Piece::Checklist { items: items.iter().map(|item| check(item, self.room)).collect() }
            }
            Block::Table(table) => self::table(table, self.room),
            Block::Figure(figure) => self.figure(figure),
            Block::Definitions(pairs) => {
                Piece::Definitions { pairs: pairs.iter().map(|(term, words)| pair(term, words)).collect() }
            }
            Block::Notice { weight, word, text, advice } => notice(*weight, word, text, advice.as_deref(), self.room),
            Block::Quote { text, from } => Piece::Quote { words: text, from, whole: self.room.holds(&chunk[..1]) },
            Block::Progress { .. } => Piece::Bars { rows: chunk.iter().filter_map(progress_bar).collect() },
            Block::Bars { of, rows } => Piece::Bars { rows: rows.iter().map(|row| counted_bar(row, *of)).collect() },
            Block::Boxes(items) => Piece::Boxes { items: items.iter().map(choice).collect() },
            Block::WritingLines(lines) => Piece::WritingLines { lines },
            Block::Together(blocks) => {
                let whole = self.room.holds(blocks) && !blocks.contains(&Block::PageBreak);
                Piece::Together { whole, pieces: self.pieces(blocks) }
            }
            Block::PageBreak => Piece::PageBreak,
        }
    }

    fn figure<'d>(&mut self, figure: &'d Figure) -> Piece<'d> {
        let drawable = figure::drawable(figure);
        self.pictures.push(picture::svg(&drawable));
        let height = picture::drawing(&drawable).height / picture::WIDTH;
        let width = (100.0 * HIGHEST / height.max(HIGHEST)) as usize;
        // A picture always has a text behind it.
        let is_told = !shown(&figure.description).trim().is_empty();
        let description = if is_told { figure.description.as_str() } else { "Plaatje" };
        Piece::Figure { title: &figure.title, description, picture: self.pictures.len() - 1, width }
    }

    fn heading<'d>(&mut self, look: u8, words: &'d [Inline]) -> Piece<'d> {
        let level = names_a_part(words).then(|| (look + 1).clamp(1, self.depth + 1));
        self.depth = level.unwrap_or(self.depth);
        Piece::Heading { look: look.clamp(1, 3), level, words }
    }
}

/// A picture and its caption fill no more than a page, which is so many times as high as the text is wide.
const HIGHEST: f32 = 1.28;

/// A list of contents has no use for a heading without words.
fn names_a_part(words: &[Inline]) -> bool {
    let said = words.iter().map(|run| match run {
        // What no font draws is left out, and may be all that there is.
        Inline::Text(text) | Inline::Strong(text) | Inline::Emphasis(text) | Inline::Code(text) => {
            shown(text).trim().len()
        }
        Inline::Blank(_) | Inline::Box => 0,
    });
    let length = words.iter().map(|run| self::words(std::slice::from_ref(run)).chars().count()).sum::<usize>();
    said.sum::<usize>() > 0 && length <= LONGEST_NAME
}

fn is_progress(block: &Block) -> bool {
    matches!(block, Block::Progress { .. })
}

/// A list without things in it is not a list.
fn is_empty(block: &Block) -> bool {
    match block {
        Block::Bullets(items) => items.is_empty(),
        Block::Checklist(items) => items.is_empty(),
        Block::Table(table) => table.columns.is_empty(),
        Block::Definitions(pairs) => pairs.is_empty(),
        Block::Bars { rows, .. } => rows.is_empty(),
        Block::Boxes(items) => items.is_empty(),
        _ => false,
    }
}

fn check(item: &CheckItem, room: Room) -> Check<'_> {
    let id = item.id.iter().map(|id| ("Id".to_owned(), vec![Inline::Code(id.clone())]));
    let particulars = item.particulars.iter().cloned().chain(id);
    let particulars =
        particulars.map(|(term, words)| Particular { beside: room::fits_on_a_line(&term, PARTICULAR), term, words });
    let whole = room.holds(&[Block::Checklist(vec![item.clone()])]);
    Check { state: item.state, words: &item.title, particulars: particulars.collect(), whole }
}

/// How wide a column of terms is, in twentieths of a point.
const TERM: usize = 3_230;
const PARTICULAR: usize = 1_075;

fn pair(term: &[Inline], words: &[Inline]) -> Pair {
    let said = self::words(term);
    let (beside, hyphens) = (room::stands_beside(&said), room::is_narrow_for(&said, TERM));
    Pair { term: term.to_vec(), words: words.to_vec(), beside, hyphens }
}

/// As many cells in each row as there are columns.
fn table(table: &Table, room: Room) -> Piece<'_> {
    let widths = room::widths_of(table);
    let row = |cells: &Vec<Vec<Inline>>| Row {
        cells: widths.iter().enumerate().map(|(at, width)| cell(cells.get(at), *width)).collect(),
        whole: room.holds_row(cells, &widths),
    };
    let titles = table.columns.iter().map(|column| column.title.as_str()).zip(&widths);
    let too_long = titles.filter(|(title, width)| title.chars().count() > room::letters_above(**width));
    Piece::Table {
        caption: table.caption.as_deref(),
        too_long: too_long.map(|(title, _)| title).collect(),
        rows: table.rows.iter().map(row).collect(),
        heads: table.columns.iter().zip(&widths).map(|(column, width)| head(column, *width)).collect(),
        widths,
    }
}

fn cell(words: Option<&Vec<Inline>>, width: usize) -> Cell {
    let words = words.cloned().unwrap_or_default();
    Cell { hyphens: room::is_narrow_for(&self::words(&words), width), words }
}

fn head(column: &document::Column, width: usize) -> Head {
    let title = notation::shortened(&column.title, room::letters_above(width));
    Head { hyphens: room::is_narrow_for(&title, width), title, numeric: column.numeric }
}

fn notice<'d>(weight: Weight, word: &str, said: &'d [Inline], advice: Option<&'d [Inline]>, room: Room) -> Piece<'d> {
    let look = match weight {
        Weight::Risk => Look::Risk,
        Weight::Good => Look::Good,
        Weight::Spoken => Look::Spoken,
        Weight::Attention => Look::Plain,
    };
    let texts: Vec<&[Inline]> = std::iter::once(said).chain(advice).collect();
    Piece::Notice { word: notation::capital(word), look, whole: room.holds_texts(&texts), texts }
}

fn progress_bar(block: &Block) -> Option<Bar<'_>> {
    let Block::Progress { label, done, total, remark } = block else { return None };
    Some(a_bar(label, *done, *total, progress(*done, *total, remark.as_deref())))
}

fn counted_bar(row: &document::Bar, of: usize) -> Bar<'_> {
    a_bar(&row.label, row.count, of, bar(row.count, of, &row.names))
}

fn a_bar(label: &str, done: usize, total: usize, words: String) -> Bar<'_> {
    let filled = (100 * done.min(total)).checked_div(total).unwrap_or(0);
    Bar { label, beside: room::stands_beside(label), filled, words }
}

fn choice(item: &document::BoxItem) -> Choice<'_> {
    Choice { number: item.number, words: &item.text, detail: item.detail.as_deref() }
}
