use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::domain::{FullId, Identifier, Kind, Meaning, Questionnaire, Scope, Threshold};

pub(super) const TESTS: &[&str] = &["given", "unknown", "complete", "past", "upcoming"];
pub(super) const FILTERS: &[&str] = &[
    "length", "sum", "min", "max", "unique", "count", "without", "often", "field", "where", "lasting", "default",
    "at_best", "missing", "who", "at_most", "at_least",
];

/// Every name that an expression may use, gathered from all questionnaires before any of them is compiled.
#[derive(Default)]
pub struct Names<'a> {
    questions: BTreeMap<FullId, Named<'a>>,
    thresholds: BTreeMap<Identifier, Cow<'a, BTreeMap<Identifier, Threshold>>>,
    meanings: BTreeMap<Meaning, FullId>,
}

/// What must be known of a question to name it.
pub struct Named<'a> {
    pub kind: Cow<'a, Kind>,
    pub scope: Scope,
    position: usize,
}

/// Who uses the names: the questionnaire, and what may stand there.
#[derive(Clone, Copy, Debug)]
pub struct Asker<'a> {
    pub questionnaire: &'a Identifier,
    /// The question whose condition it is: it sees earlier questions only.
    pub question: Option<&'a FullId>,
    /// Said once, or of each organisation: then it sees the answers of its own organisation.
    pub scope: Scope,
    /// The group question of whose records one is at hand: its fields go by `ding.veld`.
    pub record: Option<&'a FullId>,
}

impl<'a> Names<'a> {
    /// The questionnaires in the order in which they are walked.
    pub fn gather(questionnaires: impl IntoIterator<Item = &'a Questionnaire>) -> Names<'a> {
        let mut names = Names::default();
        for questionnaire in questionnaires {
            names.add_questionnaire(questionnaire.id.clone(), Cow::Borrowed(&questionnaire.thresholds));
            for question in questionnaire.questions() {
                names.add_question(question.id.clone(), Cow::Borrowed(&question.kind), question.scope, question.means);
            }
        }
        names
    }

    pub fn add_questionnaire(&mut self, id: Identifier, thresholds: Cow<'a, BTreeMap<Identifier, Threshold>>) {
        self.thresholds.insert(id, thresholds);
    }

    /// Adds a question after those that are asked before it. A meaning stays with the first question that has it.
    pub fn add_question(&mut self, id: FullId, kind: Cow<'a, Kind>, scope: Scope, means: Option<Meaning>) {
        if let Some(meaning) = means {
            self.meanings.entry(meaning).or_insert_with(|| id.clone());
        }
        let position = self.questions.len();
        self.questions.insert(id, Named { kind, scope, position });
    }

    pub fn question(&self, id: &FullId) -> Option<&Named<'a>> {
        self.questions.get(id)
    }

    /// The ids of the questions that ask a date.
    pub fn dates(&self) -> impl Iterator<Item = &FullId> {
        self.questions.iter().filter(|(_, named)| *named.kind == Kind::Date).map(|(id, _)| id)
    }

    /// The question whose answer means this.
    pub fn meaning(&self, meaning: Meaning) -> Option<&FullId> {
        self.meanings.get(&meaning)
    }

    /// The words of the meanings that a question has.
    pub(super) fn meanings(&self) -> impl Iterator<Item = String> {
        self.meanings.keys().map(|meaning| meaning.word().to_owned())
    }

    pub(super) fn is_earlier(&self, id: &FullId, than: &FullId) -> bool {
        match (self.questions.get(id), self.questions.get(than)) {
            (Some(one), Some(other)) => one.position < other.position,
            _ => false,
        }
    }

    pub(super) fn is_questionnaire(&self, id: &Identifier) -> bool {
        self.thresholds.contains_key(id)
    }

    pub(super) fn threshold(&self, questionnaire: &Identifier, name: &Identifier) -> Option<&Threshold> {
        self.thresholds.get(questionnaire)?.get(name)
    }

    pub(super) fn threshold_names(&self, questionnaire: &Identifier) -> impl Iterator<Item = String> {
        self.thresholds.get(questionnaire).into_iter().flat_map(|thresholds| thresholds.keys().map(underscored))
    }

    pub(super) fn question_names(&self, questionnaire: &Identifier) -> impl Iterator<Item = String> {
        self.questions.keys().filter(move |id| id.questionnaire == *questionnaire).map(|id| underscored(&id.local))
    }
}

/// An id as it stands in an expression, where a hyphen would be a minus.
pub(super) fn underscored(id: &Identifier) -> String {
    id.as_str().replace('-', "_")
}

/// The id behind a name in an expression.
pub(super) fn hyphenated(name: &str) -> Option<Identifier> {
    Identifier::parse(&name.replace('_', "-"))
}

/// The known word that was probably meant.
pub(super) fn nearest(written: &str, known: impl Iterator<Item = String>) -> Option<String> {
    let known: Vec<String> = known.collect();
    // Of `eigen-doel` an expression sees the name `eigen`, less a name `doel`.
    let beginning = format!("{written}_");
    if let Some(longer) = known.iter().find(|name| name.starts_with(&beginning)) {
        return Some(longer.clone());
    }
    crate::source::nearest(written, known.iter().map(String::as_str)).map(str::to_owned)
}
