//! What is said, not how it looks: reports make a `Document`, renderers turn it into bytes.

mod block;
mod calendar;
mod figure;
mod imprint;
mod inline;
mod layout;
mod open_spots;
mod schema;
mod sheet;
mod speaker_notes;

pub use block::{
    Bar, Block, BoxItem, CheckItem, CheckState, Column, Definition, Row, Signature, Table, Weight, each_of,
    without_bare, without_empty,
};
pub use calendar::{Calendar, Entry, Presence};
pub use figure::{
    Arrow, Event, Figure, Grid, Ladders, Lane, Mark, Measure, Network, Node, Picture, Quantity, Ring, Rung, Share,
    Shares, Timeline, Waterfall,
};
pub use imprint::Imprint;
pub use inline::{Inline, Line, NOT_FOR_THESE_READERS, blank, text, withheld};
pub use layout::Layout;
pub use open_spots::OpenSpot;
pub use schema::schema;
pub use sheet::{ColumnKind, Datum, Sheet, SheetColumn};

use std::collections::BTreeSet;

use chrono::NaiveDate;

/// One document. All texts are data: a renderer escapes them for its own format and shows control characters as signs.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Document {
    pub title: String,
    /// A line below the title: the name of the collaboration, say.
    pub subtitle: Option<String>,
    pub date: NaiveDate,
    /// The TLP label, as FIRST writes it: `TLP:AMBER`. Nothing for a document that holds nothing of a project.
    pub label: Option<&'static str>,
    pub layout: Layout,
    /// Which version it is, of a document that people keep.
    pub imprint: Option<Imprint>,
    pub blocks: Vec<Block>,
    /// The questions of which nothing stands in it, not even their place: its readers may not see the answers. This is for who makes
    /// it, and not for who reads it.
    #[serde(skip)]
    pub left_out: Vec<String>,
    /// The questions whose answers stand in it as soon as somebody says yes. This too is for who makes it.
    #[serde(skip)]
    pub awaiting_consent: BTreeSet<String>,
}

impl Document {
    /// A document to read, of which nothing but its blocks is told.
    pub fn new(title: impl Into<String>, date: NaiveDate, blocks: Vec<Block>) -> Document {
        Document { title: title.into(), date, blocks, ..Document::default() }
    }

    /// The blocks of each sheet, and before them those that stand on none.
    pub fn sheets(&self) -> impl Iterator<Item = &[Block]> {
        self.blocks.chunk_by(|_, next| !matches!(next, Block::Sheet(_)))
    }

    /// Whether it begins with a sheet: on paper its own title says enough, then, and the title of the whole belongs to none.
    pub fn begins_with_sheet(&self) -> bool {
        matches!(self.blocks.first(), Some(Block::Sheet(_)))
    }

    /// The title on each page that begins with these blocks: that of their sheet, or of the whole.
    pub fn title_of<'d>(&'d self, blocks: &'d [Block]) -> &'d str {
        match blocks.first() {
            Some(Block::Sheet(title)) => title,
            _ => &self.title,
        }
    }
}
