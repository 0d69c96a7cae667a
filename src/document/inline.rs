/// A run of text within a line.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inline {
    Text(String),
    Strong(String),
    Emphasis(String),
    /// An id, a command or a file name.
    Code(String),
    /// An open spot to fill in, with the question behind it.
    Blank(String),
    /// A box to tick, in a line.
    Box,
}

impl Inline {
    /// What is said in it; nothing where it is left to a hand.
    pub fn said(&self) -> Option<&str> {
        match self {
            Inline::Text(words) | Inline::Strong(words) | Inline::Emphasis(words) | Inline::Code(words) => Some(words),
            Inline::Blank(_) | Inline::Box => None,
        }
    }
}

pub type Line = Vec<Inline>;

/// An open spot to write on, with no question behind it.
pub fn blank() -> Line {
    vec![Inline::Blank(String::new())]
}

/// A line of one plain run.
pub fn text(words: impl Into<String>) -> Line {
    vec![Inline::Text(words.into())]
}
