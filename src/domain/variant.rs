use super::answer::Answer;
use super::identifier::{FullId, Identifier};
use super::vocabulary::vocabulary;

vocabulary! {
    /// How another word of an organisation stands beside the one that holds.
    Standing {
        Differs = "differs", "verschilt";
        SetAside = "set-aside", "opzij gelegd";
    }
}

/// Another word of one organisation on a question that it has answered already: from a second person, an earlier file or
/// another source. It is kept whole beside the answer that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    pub question: FullId,
    pub organisation: Identifier,
    pub standing: Standing,
    pub answer: Answer,
}
