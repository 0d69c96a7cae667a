use serde::Serialize;

use super::super::as_text;
use super::marked;
use crate::domain::{Answer, FullId, Perspective};
use crate::expression::Words;
use crate::round::comparison::{AgendaPoint, Group, Side};

/// One thing that all or most who spoke say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AgreedReport {
    pub question: String,
    pub label: String,
    pub perspective: Option<Perspective>,
    pub words: String,
    pub count: usize,
    pub speakers: usize,
    pub asked: usize,
}

/// One question to put on the table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PointReport {
    #[serde(serialize_with = "as_text")]
    pub question: FullId,
    pub label: String,
    pub perspective: Option<Perspective>,
    pub ask: String,
    /// Each organisation says it of itself: something to know of each other, not to settle.
    pub about_itself: bool,
    /// From 0 to 1: how far apart, by how many.
    pub weight: f64,
    /// A rule of thumb.
    pub minutes: u32,
    pub joint: Option<String>,
    pub views: Vec<ViewReport>,
}

/// What is said, and by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ViewReport {
    pub words: String,
    pub organisations: Vec<String>,
}

pub(super) fn agreed(side: &Side, words: &Words) -> Vec<AgreedReport> {
    let report = |group: &Group| AgreedReport {
        question: side.question.id.to_string(),
        label: side.question.label.clone(),
        perspective: side.question.perspective,
        words: words.of(&side.question.kind, group.value),
        count: group.count,
        speakers: side.speakers(),
        asked: side.asked,
    };
    side.agreed().map(report).collect()
}

impl PointReport {
    pub(super) fn new(point: &AgendaPoint, words: &Words) -> PointReport {
        let question = point.side.question;
        let spoken = point.side.groups.iter().filter(|group| !group.wordings.is_empty());
        let joint = point.side.joint.filter(|answer| answer.value().is_some());
        PointReport {
            question: question.id.clone(),
            label: question.label.clone(),
            perspective: question.perspective,
            ask: words.ask(question),
            about_itself: point.about_itself,
            weight: (point.weight * 100.0).round() / 100.0,
            minutes: point.minutes,
            joint: joint.map(|answer: &Answer| words.said(&question.kind, answer)),
            views: spoken
                .map(|group| ViewReport {
                    words: words.of(&question.kind, group.value),
                    organisations: group.organisations().into_iter().map(marked).collect(),
                })
                .collect(),
        }
    }
}
