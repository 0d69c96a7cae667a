use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use super::super::kind_word;
use super::marked;
use crate::domain::{Answer, Decimal, Kind, Organisation, Perspective, Question, Value};
use crate::expression::Words;
use crate::round::comparison::{Doubled, Echo, Group, Side, Spread, Voice};

/// One question with all that was said to it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SideReport {
    pub question: String,
    pub label: String,
    pub ask: String,
    #[serde(rename = "type", serialize_with = "kind_word")]
    pub kind: Kind,
    pub perspective: Option<Perspective>,
    pub asked: usize,
    /// How many of these gave an answer.
    pub speakers: usize,
    /// From 0 to 1.
    pub divergence: f64,
    /// What stands there for all together.
    pub joint: Option<JointReport>,
    pub groups: Vec<GroupReport>,
    /// Options and levels that nobody chose.
    pub not_chosen: Vec<String>,
    pub spread: Option<SpreadReport>,
    pub answers: Vec<AnswerReport>,
    pub silent: Vec<String>,
    pub unknown: Vec<AnswerReport>,
    pub not_applicable: Vec<AnswerReport>,
    /// No answer, but a note.
    pub only_note: Vec<AnswerReport>,
    pub doubled: Vec<DoubledReport>,
    pub set_aside: Vec<AnswerReport>,
    /// Answered, and not asked any more.
    pub no_longer_asked: Vec<AnswerReport>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct JointReport {
    pub words: String,
    pub note: Option<String>,
    pub by: Option<String>,
    /// How many organisations of the kopgroep say just the same.
    pub agreeing: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupReport {
    pub words: String,
    /// Organisations of the kopgroep.
    pub count: usize,
    pub agreed: bool,
    /// It stands in the joint answer too.
    pub joint: bool,
    pub organisations: Vec<String>,
    /// More than one where the words differ.
    pub wordings: Vec<WordingReport>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WordingReport {
    pub words: String,
    pub organisations: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SpreadReport {
    pub lowest: String,
    pub middle: String,
    pub highest: String,
    /// Of hours and amounts.
    pub total: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnswerReport {
    /// Nothing for what was said together.
    pub organisation: Option<String>,
    /// Marked when it stands beside the kopgroep.
    pub name: String,
    pub words: String,
    pub note: Option<String>,
    pub by: Option<String>,
    pub given: Option<DateTime<FixedOffset>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DoubledReport {
    pub name: String,
    /// What holds, for as long as nobody chooses.
    pub holds: Option<AnswerReport>,
    pub others: Vec<AnswerReport>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EchoReport {
    pub words: String,
    pub sides: Vec<EchoSideReport>,
    /// Organisations of the kopgroep that say it from each of these sides.
    pub same: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EchoSideReport {
    pub question: String,
    pub label: String,
    pub count: usize,
    pub speakers: usize,
    pub joint: bool,
}

impl SideReport {
    pub(super) fn new(side: &Side, words: &Words) -> SideReport {
        let question = side.question;
        let voice = |voice: &Voice| AnswerReport::new(voice.organisation, voice.answer, question, words);
        let voices = |voices: &[Voice]| voices.iter().map(voice).collect::<Vec<_>>();
        let speakers = side.speakers();
        let joint = side.joint.map(|answer| JointReport {
            words: words.said(&question.kind, answer),
            note: answer.note.clone(),
            by: answer.by.clone(),
            agreeing: side.agreeing_with_joint(),
        });
        let joint_no_longer_asked =
            side.joint_no_longer_asked.map(|answer| AnswerReport::together(answer, question, words));
        SideReport {
            question: question.id.to_string(),
            label: question.label.clone(),
            ask: words.ask(question),
            kind: question.kind.clone(),
            perspective: question.perspective,
            asked: side.asked,
            speakers,
            divergence: (side.divergence() * 100.0).round() / 100.0,
            joint,
            groups: groups(side, words),
            not_chosen: not_chosen(side),
            spread: side.spread.map(|spread| SpreadReport::new(spread, &question.kind, words)),
            answers: voices(&side.voices),
            silent: side.silent.iter().map(|one| marked(one)).collect(),
            unknown: voices(&side.unknown),
            not_applicable: voices(&side.not_applicable),
            only_note: voices(&side.only_note),
            doubled: side.doubled.iter().map(|doubled| DoubledReport::new(doubled, question, words)).collect(),
            set_aside: voices(&side.set_aside),
            no_longer_asked: joint_no_longer_asked.into_iter().chain(voices(&side.no_longer_asked)).collect(),
        }
    }
}

impl SideReport {
    /// Nobody said anything, not even that they do not know.
    pub(super) fn is_silent(&self) -> bool {
        let others = [&self.unknown, &self.not_applicable, &self.only_note, &self.set_aside, &self.no_longer_asked];
        self.joint.is_none()
            && self.answers.is_empty()
            && self.doubled.is_empty()
            && others.iter().all(|answers| answers.is_empty())
    }
}

/// What was said; of a scale every level, also those that nobody chose, so that its shape is seen.
fn groups(side: &Side, words: &Words) -> Vec<GroupReport> {
    let question = side.question;
    let report = |group: &Group| GroupReport::new(group, side.speakers(), question, words);
    let Kind::Scale { levels } = &question.kind else { return side.groups.iter().map(report).collect() };
    let values = (1..).take(levels.len()).map(Value::integer);
    let level = |value: Value| match side.groups.iter().find(|group| *group.value == value) {
        Some(group) => report(group),
        None => GroupReport::nobody(words.of(&question.kind, &value)),
    };
    values.map(level).collect()
}

/// Only where anything was chosen.
fn not_chosen(side: &Side) -> Vec<String> {
    let chosen: Vec<&str> = side.groups.iter().filter_map(|group| group.value.as_text()).collect();
    let options = side.question.kind.options().iter();
    let open = options.filter(|option| !chosen.is_empty() && !chosen.contains(&option.id.as_str()));
    open.map(|option| option.label.clone()).collect()
}

impl GroupReport {
    fn nobody(words: String) -> GroupReport {
        GroupReport { words, count: 0, agreed: false, joint: false, organisations: Vec::new(), wordings: Vec::new() }
    }

    fn new(group: &Group, speakers: usize, question: &Question, words: &Words) -> GroupReport {
        let names = |all: Vec<&Organisation>| all.into_iter().map(marked).collect();
        GroupReport {
            words: words.of(&question.kind, group.value),
            count: group.count,
            agreed: group.is_agreed(speakers),
            joint: group.joint,
            organisations: names(group.organisations()),
            wordings: group
                .wordings
                .iter()
                .map(|wording| WordingReport {
                    words: words.of(&question.kind, wording.value),
                    organisations: names(wording.voices.iter().map(|voice| voice.organisation).collect()),
                })
                .collect(),
        }
    }
}

impl SpreadReport {
    fn new(spread: Spread, kind: &Kind, words: &Words) -> SpreadReport {
        let said = |number| words.of(kind, &Value::Number(number));
        let (lower, upper) = spread.middle;
        let half = Decimal::from_hundredths(lower.hundredths().midpoint(upper.hundredths()));
        let middle = match kind {
            _ if lower == upper => said(lower),
            Kind::Scale { .. } => format!("tussen {} en {}", said(lower), said(upper)),
            _ => said(half),
        };
        let total = matches!(kind, Kind::Hours { .. } | Kind::Amount { .. }).then(|| said(spread.total));
        SpreadReport { lowest: said(spread.lowest), middle, highest: said(spread.highest), total }
    }
}

impl AnswerReport {
    fn new(organisation: &Organisation, answer: &Answer, question: &Question, words: &Words) -> AnswerReport {
        AnswerReport {
            organisation: Some(organisation.id.to_string()),
            name: marked(organisation),
            ..AnswerReport::together(answer, question, words)
        }
    }

    fn together(answer: &Answer, question: &Question, words: &Words) -> AnswerReport {
        AnswerReport {
            organisation: None,
            name: "Samen".to_owned(),
            words: words.said(&question.kind, answer),
            note: answer.note.clone(),
            by: answer.by.clone(),
            given: answer.given,
        }
    }
}

impl DoubledReport {
    pub(super) fn count_in_words(&self) -> String {
        match self.others.len() + usize::from(self.holds.is_some()) {
            1 => "iets anders".to_owned(),
            2 => "twee dingen".to_owned(),
            more => format!("{more} dingen"),
        }
    }

    fn new(doubled: &Doubled, question: &Question, words: &Words) -> DoubledReport {
        let answer = |answer: &Answer| AnswerReport::new(doubled.organisation, answer, question, words);
        DoubledReport {
            name: marked(doubled.organisation),
            holds: doubled.holds.map(answer),
            others: doubled.others.iter().map(|other| answer(other)).collect(),
        }
    }
}

impl EchoReport {
    pub(super) fn new(echo: &Echo, words: &Words) -> EchoReport {
        EchoReport {
            words: words.of(&echo.question.kind, echo.value),
            sides: echo
                .sides
                .iter()
                .map(|side| EchoSideReport {
                    question: side.question.id.to_string(),
                    label: side.question.label.clone(),
                    count: side.count,
                    speakers: side.speakers,
                    joint: side.joint,
                })
                .collect(),
            same: echo.same,
        }
    }
}
