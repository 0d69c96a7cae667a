use std::collections::BTreeMap;

use super::action::Action;
use super::bound::Bound;
use super::decimal::Decimal;
use super::earlier::Earlier;
use super::formula::Formula;
use super::identifier::Identifier;
use super::origin::Origin;
use super::phase::Phase;
use super::question::Question;
use super::signal::Signal;

/// The questions, steps and signals of one subject, written by people who know the field.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Questionnaire {
    pub id: Identifier,
    pub version: Version,
    pub phase: Phase,
    pub title: String,
    pub intro: String,
    pub thresholds: BTreeMap<Identifier, Threshold>,
    pub sections: Vec<Section>,
    pub actions: Vec<Action>,
    pub signals: Vec<Signal>,
    pub earlier: Earlier,
}

/// A number that the guide does not give: a rule of thumb of regio's own.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Threshold {
    pub is: Decimal,
    pub about: String,
    pub means: Option<Bound>,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Section {
    pub id: Identifier,
    pub title: String,
    pub intro: String,
    /// The walk passes the part over until this holds; what was answered in it goes on to count.
    pub walk_when: Option<Formula>,
    pub questions: Vec<Question>,
    pub tips: Vec<Tip>,
    pub lessons: Vec<Lesson>,
}

/// Advice that stands at the start of a section, or at the help of one question.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Tip {
    pub question: Option<Identifier>,
    pub text: String,
    pub points: Vec<String>,
}

/// What an existing collaboration learned, in our own words.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Lesson {
    pub from: String,
    /// When it was told: what they do now may be another thing.
    pub year: Option<u32>,
    pub question: Option<Identifier>,
    pub text: String,
    pub points: Vec<String>,
}

impl Tip {
    /// Tips are the guide's.
    pub fn mark(&self) -> String {
        Origin::Guide.mark(&self.points)
    }
}

impl Lesson {
    /// Who learned it, and when.
    pub fn heading(&self) -> String {
        let year = self.year.map(|year| format!(" ({year})")).unwrap_or_default();
        format!("Ervaring van {}{year}", self.from)
    }

    /// Lessons are the guide's.
    pub fn mark(&self) -> String {
        Origin::Guide.mark(&self.points)
    }
}

/// The version of a questionnaire's content: meaning, questions, wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Version {
    pub major: u32,
    pub minor: u32,
    pub patch: u32,
}

impl Version {
    pub fn parse(text: &str) -> Option<Version> {
        let mut numbers = text.split('.').map(|part| part.parse::<u32>().ok());
        let version = Version { major: numbers.next()??, minor: numbers.next()??, patch: numbers.next()?? };
        numbers.next().is_none().then_some(version)
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

impl Questionnaire {
    /// The questions in the order in which they are asked.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| section.questions.iter())
    }
}
