use super::comparison::compared;
use super::normal_form::normal_form;
use crate::catalog::Catalog;
use crate::domain::{FullId, Project, Question};
use crate::source::nearest;

/// What to compare, when not everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub questions: Vec<FullId>,
    /// One question was named, not a subject: then what was set aside is shown too.
    pub one_question: bool,
}

type IsCalled<'q> = &'q dyn Fn(&Question) -> bool;

impl Choice {
    /// What is meant by a subject, the full id of a question, its last part, or its label; case and marks do not count.
    ///
    /// # Errors
    /// When nothing is called so.
    pub fn find(catalog: &Catalog, project: &Project, name: &str) -> Result<Choice, UnknownChoice> {
        let wanted = normal_form(name);
        let in_subject =
            |question: &Question| question.subject.as_deref().is_some_and(|one| normal_form(one) == wanted);
        let by_id = |question: &Question| question.id.to_string() == wanted || question.id.local.as_str() == wanted;
        let by_label = |question: &Question| normal_form(&question.label) == wanted;
        let ways: [(IsCalled, bool); 3] = [(&in_subject, false), (&by_id, true), (&by_label, true)];
        for (is_called, one_question) in ways {
            let called = compared(catalog, project).filter(|question| is_called(question));
            let questions: Vec<FullId> = called.map(|question| question.id.clone()).collect();
            if !questions.is_empty() {
                return Ok(Choice { questions, one_question });
            }
        }
        Err(UnknownChoice::new(catalog, project, &wanted))
    }
}

/// Nothing is called so: what it most resembles, and the subjects there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownChoice {
    pub near: Option<String>,
    pub subjects: Vec<String>,
}

impl UnknownChoice {
    fn new(catalog: &Catalog, project: &Project, wanted: &str) -> UnknownChoice {
        let questions: Vec<&Question> = compared(catalog, project).collect();
        let mut subjects: Vec<String> = Vec::new();
        for subject in questions.iter().filter_map(|question| question.subject.as_ref()) {
            if !subjects.contains(subject) {
                subjects.push(subject.clone());
            }
        }
        let known: Vec<String> = match wanted.contains('.') {
            true => questions.iter().map(|question| question.id.to_string()).collect(),
            false => subjects.iter().cloned().chain(questions.iter().flat_map(|question| names(question))).collect(),
        };
        let near = nearest(wanted, known.iter().map(String::as_str)).map(str::to_owned);
        UnknownChoice { near, subjects }
    }
}

fn names(question: &Question) -> [String; 2] {
    [question.id.local.to_string(), question.label.to_lowercase()]
}
