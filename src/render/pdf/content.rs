use chrono::Datelike;
use serde_json::{Value as Json, json};

use super::room;
use super::room::Room;
use super::text::{lacks_letters, shown, shown_in_a_picture};
use crate::document::{Block, CheckItem, Document, Figure, Inline, Layout, Table, Weight, text};
use crate::render::bar::{Bar, bars, is_one_list};
use crate::render::chapters::chapters;
use crate::render::label_look::label_colour;
use crate::render::layout::{announces, words};
use crate::render::on_paper::on_paper;
use crate::render::picture;
use crate::render::running_line::{day_line, running_line, titles};
use crate::render::shared_widths::SharedWidths;
use crate::{document, notation};

/// What the template needs of a document. Every text in it can be drawn.
pub fn content(document: &Document) -> serde_json::Result<Vec<u8>> {
    let name = name(document);
    let document = &on_paper(document);
    let is_flyer = document.layout == Layout::Flyer;
    let date = (!is_flyer).then(|| notation::date(document.date));
    let below = document.subtitle.iter().cloned().chain(date);
    let titled = !document.begins_with_sheet();
    let is_named = titled && names_a_part(&text(document.title.as_str()));
    let slides = document.layout == Layout::Slides;
    let room = match document.layout {
        Layout::Page => Room::PAGE,
        Layout::Slides => Room::SLIDE,
        Layout::Flyer | Layout::Forms => Room::FORM,
    };
    let mut writer = Writer {
        depth: u8::from(is_named),
        room,
        is_wide: slides,
        widths: SharedWidths::of(document),
        pictures: Vec::new(),
    };
    let (without, notes) = document.without_notes();
    let sheets: serde_json::Result<Vec<Json>> = without.sheets().map(|blocks| writer.sheet(&without, blocks)).collect();
    let notes = with_texts(Json::Array(writer.pieces(&notes)?), &mut shown);
    let sheets = with_texts(Json::Array(sheets?), &mut shown);
    serde_json::to_vec(&json!({
        "name": name,
        "day": { "year": document.date.year(), "month": document.date.month(), "day": document.date.day() },
        "label": document.label.map(|label| json!({ "words": label, "colour": label_colour(label) })),
        "slides": slides,
        "flyer": is_flyer,
        "forms": document.layout == Layout::Forms,
        "title": shown(&document.title),
        "titled": titled,
        "is-named": is_named,
        "running": shown(&running_line(document, &document.title)),
        "date": day_line(document),
        "below": below.map(|line| shown(&line)).collect::<Vec<_>>(),
        "chapters": chapters(document).iter().map(|chapter| shown(chapter)).collect::<Vec<_>>(),
        "sheets": sheets,
        "notes": notes,
        "withheld": document::NOT_FOR_THESE_READERS,
        "pictures": writer.pictures,
    }))
}

/// What a program that opens the file calls it: no font draws it, so it may be of any script.
fn name(document: &Document) -> String {
    let whole = titles(document, &document.title, "Document van regio", " - ");
    let no_character = |letter: char| u32::from(letter) & 0xfffe == 0xfffe;
    notation::shortened(&notation::printed_line(&whole), LONGEST_NAME).replace(no_character, "\u{fffd}")
}

/// A list of contents is no place for a story, and takes no text of any length.
const LONGEST_NAME: usize = 180;

/// Every text as the fonts can draw it, whatever it is for: none can be forgotten.
fn with_texts(value: Json, change: &mut dyn FnMut(&str) -> String) -> Json {
    match value {
        Json::String(text) => Json::String(change(&text)),
        Json::Array(items) => items.into_iter().map(|item| with_texts(item, change)).collect(),
        Json::Object(fields) => fields.into_iter().map(|(name, field)| (name, with_texts(field, change))).collect(),
        other => other,
    }
}

/// The words with letters that no font draws, each once.
pub fn undrawn(document: &Document) -> Vec<String> {
    let mut undrawn: Vec<String> = Vec::new();
    let mut gather = |text: &str| {
        for word in text.split_whitespace().filter(|word| lacks_letters(word)) {
            if !undrawn.iter().any(|known| known == word) {
                undrawn.push(word.to_owned());
            }
        }
        String::new()
    };
    with_texts(serde_json::to_value(document).unwrap_or_default(), &mut gather);
    undrawn
}

/// The figure with words that the fonts can draw: before it is drawn, for a note takes another room than what it stands for.
fn drawable(figure: &Figure) -> serde_json::Result<Figure> {
    let mut words = |text: &str| shown_in_a_picture(&notation::printed_line(text));
    serde_json::from_value(with_texts(serde_json::to_value(figure)?, &mut words))
}

struct Writer<'d> {
    /// The level of the last heading: none may be passed over.
    depth: u8,
    room: Room,
    is_wide: bool,
    widths: SharedWidths<'d>,
    /// As SVG. They stand apart, for in the pieces every text is one to read.
    pictures: Vec<String>,
}

impl Writer<'_> {
    /// What stands on one sheet, with what its pages say of it where it has paper of its own.
    fn sheet(&mut self, document: &Document, blocks: &[Block]) -> serde_json::Result<Json> {
        let is_sheet = matches!(blocks.first(), Some(Block::Sheet(_)));
        let running = is_sheet.then(|| running_line(document, document.title_of(blocks)));
        Ok(json!({ "running": running, "pieces": self.pieces(blocks)? }))
    }

    /// The blocks as the template takes them, each with its kind. What is `whole` stays on one page. Lines of progress that stand
    /// together are one list.
    fn pieces(&mut self, blocks: &[Block]) -> serde_json::Result<Vec<Json>> {
        let chunks = blocks.chunk_by(is_one_list);
        chunks.filter(|chunk| !is_empty(&chunk[0])).map(|chunk| self.piece(chunk)).collect()
    }

    fn piece(&mut self, chunk: &[Block]) -> serde_json::Result<Json> {
        Ok(match &chunk[0] {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(words) => json!({ "kind": "paragraph", "words": words, "announces": announces(words) }),
            Block::Bullets(items) => json!({ "kind": "bullets", "items": items }),
            Block::Checklist(items) => {
                let items: Vec<Json> = items.iter().map(|item| check(item, self.room)).collect();
                json!({ "kind": "checklist", "items": items })
            }
            Block::Table(table) => self::table(table, self.room, self.widths.widths(table, room::PAGE)),
            Block::Figure(figure) => self.figure(figure)?,
            Block::Definitions(pairs) => {
                // One shape for the whole list.
                let beside = pairs.iter().all(|(term, words)| room::term_stands_beside(term, words));
                let pairs: Vec<Json> = pairs.iter().map(|(term, words)| pair(term, words, beside)).collect();
                json!({ "kind": "definitions", "pairs": pairs })
            }
            Block::Notice { weight, word, text, advice } => notice(*weight, word, text, advice.as_deref(), self.room),
            Block::Quote { text, from } => {
                json!({ "kind": "quote", "words": text, "from": from, "whole": self.room.holds(&chunk[..1]) })
            }
            Block::Progress { .. } | Block::Bars { .. } => {
                let rows: Vec<Json> = chunk.iter().flat_map(bars).map(|bar| row(&bar)).collect();
                json!({ "kind": "bars", "rows": rows })
            }
            Block::Boxes(items) => json!({ "kind": "boxes", "items": items }),
            Block::WritingLines(lines) => json!({ "kind": "writing-lines", "lines": lines }),
            Block::Signatures(parties) => {
                let whole = parties.iter().all(|one| self.room.holds(&[Block::Signatures(vec![one.clone()])]));
                json!({ "kind": "signatures", "parties": parties, "whole": whole })
            }
            Block::Together(blocks) => {
                let whole = self.room.holds(blocks) && !blocks.contains(&Block::PageBreak);
                json!({ "kind": "together", "whole": whole, "pieces": self.pieces(blocks)? })
            }
            Block::PageBreak => json!({ "kind": "page-break" }),
            Block::Sheet(title) => {
                // A sheet belongs to none of the others.
                self.depth = 0;
                self.heading(1, &text(title.as_str()))
            }
        })
    }

    /// With the number of its picture, and how wide it is, in hundredths of the page.
    fn figure(&mut self, figure: &Figure) -> serde_json::Result<Json> {
        let drawable = drawable(figure)?;
        self.pictures.push(picture::svg(&drawable));
        let height = picture::drawing(&drawable).height / picture::WIDTH;
        let highest = if self.is_wide { HIGHEST_ON_A_SLIDE } else { HIGHEST };
        let width = (100.0 * highest / height.max(highest)) as usize;
        // A picture always has a text behind it.
        let is_told = !shown(&figure.description).trim().is_empty();
        let description = if is_told { figure.description.as_str() } else { "Plaatje" };
        let picture = self.pictures.len() - 1;
        Ok(json!({
            "kind": "figure", "title": figure.caption(), "description": description, "picture": picture, "width": width,
        }))
    }

    /// One without a level only looks like a heading.
    fn heading(&mut self, look: u8, words: &[Inline]) -> Json {
        let level = names_a_part(words).then(|| (look + 1).clamp(1, self.depth + 1));
        self.depth = level.unwrap_or(self.depth);
        json!({ "kind": "heading", "look": look.clamp(1, 3), "level": level, "words": words })
    }
}

/// A picture and its caption fill no more than a page, which is so many times as high as the text is wide.
const HIGHEST: f32 = 1.36;
/// On a slide there is less room: it is wider than it is high.
const HIGHEST_ON_A_SLIDE: f32 = 0.36;

/// A list of contents has no use for a heading without words.
fn names_a_part(words: &[Inline]) -> bool {
    // What no font draws is left out, and may be all that there is.
    let is_said = words.iter().filter_map(Inline::said).any(|said| !shown(said).trim().is_empty());
    is_said && self::words(words).chars().count() <= LONGEST_NAME
}

/// A list without things in it is not a list.
fn is_empty(block: &Block) -> bool {
    match block {
        Block::Table(table) => table.columns.is_empty(),
        Block::Bars { rows, .. } => rows.is_empty(),
        Block::Boxes(items) => items.is_empty(),
        other => other.is_empty(),
    }
}

/// A term that needs more than a line stands above its words.
fn check(item: &CheckItem, room: Room) -> Json {
    let particular = |(term, words): (String, Vec<Inline>)| json!({ "term": term, "beside": room::fits_on_a_line(&term, PARTICULAR), "words": words });
    let particulars: Vec<Json> = item.particulars_and_id().map(particular).collect();
    let whole = room.holds(&[Block::Checklist(vec![item.clone()])]);
    json!({ "state": item.state, "words": item.title, "particulars": particulars, "whole": whole })
}

/// How wide a column of terms is, in twentieths of a point.
const TERM: usize = 3_230;
const PARTICULAR: usize = 1_075;

fn pair(term: &[Inline], words: &[Inline], beside: bool) -> Json {
    let hyphens = room::is_narrow_for(&self::words(term), TERM);
    let higher = if beside { room::lines_higher(term, words, TERM) } else { 0 };
    json!({ "term": term, "words": words, "beside": beside, "higher": higher, "hyphens": hyphens })
}

/// As many cells in each row as there are columns. Titles that are too long to stand above a column stand above the table as
/// well.
fn table(table: &Table, room: Room, widths: Vec<usize>) -> Json {
    let row = |cells: &Vec<Vec<Inline>>| {
        let whole = room.holds_row(cells, &widths);
        let cells = widths.iter().enumerate().map(|(at, width)| cell(cells.get(at), *width));
        json!({ "cells": cells.collect::<Vec<_>>(), "whole": whole })
    };
    let titles = table.columns.iter().map(|column| column.title.as_str()).zip(&widths);
    let too_long = titles.filter(|(title, width)| title.chars().count() > room::letters_above(**width));
    json!({
        "kind": "table",
        "caption": table.caption,
        "lead": table.lead,
        "too-long": too_long.map(|(title, _)| title).collect::<Vec<_>>(),
        "rows": table.rows.iter().map(row).collect::<Vec<_>>(),
        "heads": table.columns.iter().zip(&widths).map(|(column, width)| head(column, *width)).collect::<Vec<_>>(),
        "widths": widths,
    })
}

/// Hyphens are for where there is no room for a word.
fn cell(words: Option<&Vec<Inline>>, width: usize) -> Json {
    let words = words.map(Vec::as_slice).unwrap_or_default();
    json!({ "hyphens": room::is_narrow_for(&self::words(words), width), "words": words })
}

fn head(column: &document::Column, width: usize) -> Json {
    let title = notation::shortened(&column.title, room::letters_above(width));
    json!({ "hyphens": room::is_narrow_for(&title, width), "title": title, "numeric": column.numeric })
}

fn notice(weight: Weight, word: &str, said: &[Inline], advice: Option<&[Inline]>, room: Room) -> Json {
    let texts: Vec<&[Inline]> = std::iter::once(said).chain(advice).collect();
    let whole = room.holds_texts(&texts);
    json!({ "kind": "notice", "word": notation::capital(word), "look": weight, "whole": whole, "texts": texts })
}

/// A bar with the part of it that is filled, in hundredths.
fn row(bar: &Bar) -> Json {
    let (label, words) = (bar.label, &bar.words);
    json!({ "label": label, "beside": room::stands_beside(label), "filled": bar.filled(100), "words": words })
}
