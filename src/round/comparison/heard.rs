use serde::{Serialize, Serializer};

use crate::domain::{Perspective, Question};

/// A question, and how many of those who are asked spoke.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Heard<'a> {
    #[serde(flatten, serialize_with = "in_short")]
    pub question: &'a Question,
    /// How many organisations of the kopgroep gave an answer.
    pub speakers: usize,
    /// How many organisations of the kopgroep are asked.
    pub asked: usize,
}

/// A question without its help and its texts.
#[derive(Serialize)]
struct InShort<'a> {
    question: String,
    label: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    perspective: Option<Perspective>,
}

pub(super) fn in_short<S: Serializer>(question: &Question, serializer: S) -> Result<S::Ok, S::Error> {
    let short = InShort {
        question: question.id.to_string(),
        label: &question.label,
        kind: question.kind.name().word(),
        perspective: question.perspective,
    };
    short.serialize(serializer)
}
