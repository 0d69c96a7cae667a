use super::layout::progress;
use crate::document::Block;
use crate::{document, notation};

/// A bar with the words that say the same: a line of progress, or a thing that was counted.
pub(super) struct Bar<'b> {
    pub label: &'b str,
    pub part: usize,
    pub whole: usize,
    pub words: String,
}

/// The bars of a block, in words that the medium has yet to show; none where it is another block.
pub(super) fn bars<'b>(block: &'b Block) -> Vec<Bar<'b>> {
    match block {
        Block::Progress { label, done, total, remark } => {
            vec![Bar { label, part: *done, whole: *total, words: progress(*done, *total, remark.as_deref()) }]
        }
        Block::Bars { of, rows } => {
            let words = |row: &document::Bar| counted(row.count, *of, &row.names);
            let bar =
                |row: &'b document::Bar| Bar { label: &row.label, part: row.count, whole: *of, words: words(row) };
            rows.iter().map(bar).collect()
        }
        _ => Vec::new(),
    }
}

impl Bar<'_> {
    /// How much of it is filled, in so many steps.
    pub fn filled(&self, steps: usize) -> usize {
        (steps * self.part.min(self.whole)).checked_div(self.whole).unwrap_or(0)
    }
}

/// Lines of progress that stand together are one list.
pub(super) fn is_one_list(one: &Block, next: &Block) -> bool {
    matches!((one, next), (Block::Progress { .. }, Block::Progress { .. }))
}

/// `3 van 5 (Anna, Bram en Chris)`.
fn counted(count: usize, of: usize, names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| notation::on_one_line(name)).collect();
    let names = if names.is_empty() { String::new() } else { format!("({})", notation::enumeration(&names)) };
    [notation::share(count, of), names].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
