use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, Months, NaiveDate};

use super::identifier::Identifier;
use super::tlp::Tlp;
use super::value::Value;

/// What stands in the project for one question, or for one question and one organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    pub state: State,
    pub given: Option<DateTime<FixedOffset>>,
    pub by: Option<String>,
    /// The revision of the question when it was answered.
    pub revision: Option<u32>,
    pub note: Option<String>,
    pub tlp: Option<Tlp>,
    /// Where it came from, when not from the one who filled it in here.
    pub source: Option<String>,
    /// What stood in the answers for which it was given, of an answer that holds for those alone.
    pub given_for: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Asked, perhaps, but nothing was said.
    #[default]
    Open,
    Given(Value),
    /// "Weet ik nog niet": open, and on the list of what is to be found out.
    Unknown,
    NotApplicable,
    /// Passed over on purpose.
    Skipped,
}

impl State {
    /// The word that stands in the files when there is no value.
    pub fn word(&self) -> &'static str {
        match self {
            State::Given(_) => "given",
            State::Open => "open",
            State::Unknown => "unknown",
            State::NotApplicable => "not-applicable",
            State::Skipped => "skipped",
        }
    }

    pub const WORDS_WITHOUT_VALUE: &'static [&'static str] = &["open", "unknown", "not-applicable", "skipped"];

    pub fn parse_without_value(word: &str) -> Option<State> {
        let states = [State::Open, State::Unknown, State::NotApplicable, State::Skipped];
        states.into_iter().find(|state| state.word() == word)
    }

    /// Whether anything was said, if only that it is not known.
    pub fn is_said(&self) -> bool {
        !matches!(self, State::Open | State::Skipped)
    }

    pub fn value(&self) -> Option<&Value> {
        match self {
            State::Given(value) => Some(value),
            _ => None,
        }
    }
}

impl Answer {
    /// Whether it was given less than a year ago, as far as is known.
    pub fn is_of_last_year(&self, today: NaiveDate) -> bool {
        let year_later = |given: DateTime<FixedOffset>| given.date_naive().checked_add_months(Months::new(12));
        self.given.and_then(year_later).is_none_or(|day| today < day)
    }

    /// Whether it was given on this day.
    pub fn is_of(&self, day: NaiveDate) -> bool {
        self.value().is_some() && self.given.is_some_and(|given| given.date_naive() == day)
    }

    pub fn open() -> Answer {
        Answer::default()
    }

    pub fn value(&self) -> Option<&Value> {
        self.state.value()
    }

    /// Whether there is anything in it: something that was said, or a remark.
    pub fn says_something(&self) -> bool {
        self.note.is_some() || self.state.is_said()
    }
}

/// All answers to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answers {
    Together(Answer),
    PerOrganisation(BTreeMap<Identifier, Answer>),
}

impl Answers {
    /// Each answer, with the organisation that gave it.
    pub fn each(&self) -> Vec<(Option<&Identifier>, &Answer)> {
        match self {
            Answers::Together(answer) => vec![(None, answer)],
            Answers::PerOrganisation(each) => each.iter().map(|(by, answer)| (Some(by), answer)).collect(),
        }
    }

    /// Takes out every answer that does not stay. Whether any is left.
    pub fn retain(&mut self, mut stays: impl FnMut(Option<&Identifier>, &mut Answer) -> bool) -> bool {
        match self {
            Answers::Together(answer) => stays(None, answer),
            Answers::PerOrganisation(each) => {
                each.retain(|by, answer| stays(Some(by), answer));
                !each.is_empty()
            }
        }
    }

    pub fn each_mut(&mut self) -> Vec<(Option<&Identifier>, &mut Answer)> {
        match self {
            Answers::Together(answer) => vec![(None, answer)],
            Answers::PerOrganisation(each) => each.iter_mut().map(|(by, answer)| (Some(by), answer)).collect(),
        }
    }
}

/// Who answered, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    pub at: DateTime<FixedOffset>,
    pub by: Option<String>,
}
