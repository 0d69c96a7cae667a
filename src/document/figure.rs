use chrono::NaiveDate;

use super::block::Block;
use super::inline::text;

/// A picture. Whatever it shows stands in words beside it, in the same document, or in [`Figure::in_words`]: a format without
/// pictures leaves it out.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Figure {
    /// What it is a picture of: a screen reader calls it so.
    pub title: String,
    /// What is to be seen, for who does not see it, in a sentence or two.
    pub description: String,
    pub picture: Picture,
}

impl Figure {
    /// What stands below the picture. A ring says itself what it is about.
    pub fn caption(&self) -> Option<&str> {
        (!matches!(self.picture, Picture::Ring(_))).then_some(&self.title)
    }

    /// What stands in its place where there are no pictures, when nothing beside it says the same.
    pub fn in_words(&self) -> Option<Block> {
        match &self.picture {
            Picture::Ring(ring) => Some(Block::Bullets(ring.around.iter().map(text).collect())),
            _ => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Picture {
    Grid(Grid),
    Network(Network),
    Timeline(Timeline),
    Waterfall(Waterfall),
    Ladders(Ladders),
    Shares(Shares),
    Ring(Ring),
}

/// Things by two measures.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Grid {
    pub across: Measure,
    pub up: Measure,
    /// What each quarter means: top left, top right, bottom left, bottom right.
    pub quarters: [String; 4],
    /// What sorts of marks there are, the most important first.
    pub sorts: Vec<String>,
    pub marks: Vec<Mark>,
}

/// A measure with so many levels, the first of which is 1.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Measure {
    pub title: String,
    pub levels: usize,
    /// From this level on it is much.
    pub much_from: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Mark {
    pub label: String,
    pub across: usize,
    pub up: usize,
    /// Which of the sorts it is.
    pub sort: usize,
}

/// Who hangs on whom.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Network {
    pub nodes: Vec<Node>,
    pub arrows: Vec<Arrow>,
    /// What sorts of arrows there are, the strongest first.
    pub sorts: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Node {
    pub label: String,
    /// A few words below it, on a node that stands out.
    pub remark: Option<String>,
}

/// From one node to another, by their places in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Arrow {
    pub from: usize,
    pub to: usize,
    /// Which of the sorts it is.
    pub sort: usize,
}

/// What happens when, in lanes below each other.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Timeline {
    pub lanes: Vec<Lane>,
    pub today: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Lane {
    pub title: String,
    pub events: Vec<Event>,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Event {
    pub label: String,
    pub date: NaiveDate,
}

/// What adds up, against what is needed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Waterfall {
    pub parts: Vec<(String, Quantity)>,
    /// What they are together: its name and how much it is.
    pub total: (String, Quantity),
    pub needed: Option<Quantity>,
    /// How it comes out, in a few words: `8 uur te weinig`.
    pub outcome: Option<String>,
}

/// How much, in hundredths of its unit, and in words.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Quantity {
    pub hundredths: i64,
    pub words: String,
}

/// How far each is up a ladder, or several.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Ladders {
    pub titles: Vec<String>,
    /// Each with a rung for every ladder.
    pub rows: Vec<(String, Vec<Rung>)>,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rung {
    /// The first is 1, the last is `of`.
    Step { step: usize, of: usize },
    /// Not on the ladder, and why in a few words.
    Off(String),
}

/// How much of each whole there is.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Shares {
    pub rows: Vec<Share>,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Share {
    pub label: String,
    pub part: usize,
    pub whole: usize,
    /// The same in words: `3 van 8`.
    pub words: String,
}

/// Things around what they have in common.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Ring {
    pub middle: String,
    pub around: Vec<String>,
}
