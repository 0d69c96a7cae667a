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
    /// The place of an answer that the readers may not see, with the question behind it.
    Withheld(String),
    /// A box to tick, in a line.
    Box,
}

/// What stands where an edition leaves an answer out.
pub const NOT_FOR_THESE_READERS: &str = "niet voor deze lezers";

impl Inline {
    /// What is said in it; nothing where it is left to a hand, or out.
    pub fn said(&self) -> Option<&str> {
        match self {
            Inline::Text(words) | Inline::Strong(words) | Inline::Emphasis(words) | Inline::Code(words) => Some(words),
            Inline::Blank(_) | Inline::Withheld(_) | Inline::Box => None,
        }
    }

    /// The question whose answer the readers may not see.
    pub fn withheld(&self) -> Option<&str> {
        match self {
            Inline::Withheld(question) => Some(question),
            _ => None,
        }
    }
}

/// The place of an answer to this question that the readers may not see.
pub fn withheld(question: &str) -> String {
    format!("[{question}: {NOT_FOR_THESE_READERS}]")
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
