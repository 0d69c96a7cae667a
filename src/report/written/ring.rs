use super::writer::Writer;
use crate::document::{Block, Figure, Inline, Line, Picture, Ring};
use crate::{notation, wording};

/// Fewer make no ring, and more do not fit on a page beside what else stands on it.
const FEWEST: usize = 2;
const MOST: usize = 8;
/// In letters. What is longer is read, not looked at.
const LONGEST: usize = 90;

/// The things around what they have in common, or as a list where they make no picture.
pub(super) fn block(ring: &wording::Ring, writer: &Writer) -> Block {
    let items = writer.lines(&ring.around);
    let middle = said(&writer.line(&ring.middle, None));
    let around: Option<Vec<String>> = items.iter().map(said).collect();
    match (middle, around) {
        (Some(middle), Some(around)) if (FEWEST..=MOST).contains(&around.len()) => figure(middle, around),
        _ => Block::Bullets(items),
    }
}

/// The words of a line that is short, and in which nothing is open.
fn said(line: &Line) -> Option<String> {
    let words: Option<String> = line.iter().map(Inline::said).collect();
    words.filter(|words| !words.trim().is_empty() && words.chars().count() <= LONGEST && !words.contains('\n'))
}

fn figure(middle: String, around: Vec<String>) -> Block {
    let description = notation::sentence(&format!("In het midden: {middle}. Eromheen: {}", around.join("; ")));
    Block::Figure(Figure { title: middle.clone(), description, picture: Picture::Ring(Ring { middle, around }) })
}
