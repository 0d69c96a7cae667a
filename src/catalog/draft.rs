use std::ops::Range;

use crate::domain::{FullId, Identifier, Questionnaire, Scope};
use crate::source::{Fault, Located};

/// A questionnaire that has been read, with the expressions that are compiled once every name is known.
pub(super) struct Draft {
    pub questionnaire: Questionnaire,
    pub pending: Vec<Pending>,
    /// Places of ids and references that can be judged only when all is read.
    pub anchors: Vec<Located<FullId>>,
    pub id_span: Range<usize>,
    pub meanings: Vec<Located<crate::domain::Meaning>>,
}

/// One text with an expression in it.
pub(super) struct Pending {
    pub target: Target,
    pub text: Located<String>,
}

/// Where a compiled expression belongs, by its place in the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Ask { section: usize, question: usize },
    QuestionWhen { section: usize, question: usize },
    ActionTitle(usize),
    ActionHow(usize),
    ActionWhy(usize),
    ActionWhen(usize),
    ActionDoneWhen(usize),
    SignalWhen(usize),
    SignalText(usize),
    SignalAdvice(usize),
}

impl Target {
    /// The question whose expression it is, if it is one's.
    pub fn question(self, questionnaire: &Questionnaire) -> Option<(FullId, Scope)> {
        match self {
            Target::Ask { section, question } | Target::QuestionWhen { section, question } => {
                let question = questionnaire.sections.get(section)?.questions.get(question)?;
                Some((question.id.clone(), question.scope))
            }
            _ => None,
        }
    }
}

/// What is gathered while a file is read.
pub(super) struct Reader<'r> {
    pub questionnaire: &'r Identifier,
    pub faults: Vec<Fault>,
    pub pending: Vec<Pending>,
    pub anchors: Vec<Located<FullId>>,
    pub meanings: Vec<Located<crate::domain::Meaning>>,
}

impl Reader<'_> {
    pub fn fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// Notes a text to be compiled later.
    pub fn later(&mut self, target: Target, text: Option<Located<&str>>) {
        if let Some(text) = text {
            self.pending.push(Pending { target, text: text.map(str::to_owned) });
        }
    }
}
