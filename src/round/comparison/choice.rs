use super::comparison::compared;
use super::normal_form::normal_form;
use crate::catalog::Catalog;
use crate::domain::FullId;
use crate::domain::Project;
use crate::domain::Question;
use crate::source::nearest;

/// What to compare, when not everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub questions: Vec<FullId>,
    /// One question was named, not a subject: then what was set aside is shown too.
    pub one_question: bool,
}

impl Choice {
    /// What is meant by a subject, the full id of a question, its last part, or its label; case and marks do not count.
    ///
    /// # Errors
    /// When nothing is called so; with the name that it most resembles.
    pub fn find(catalog: &Catalog, project: &Project, name: &str) -> Result<Choice, Option<String>> {
        let wanted = normal_form(name);
        let named = |is_called: &dyn Fn(&Question) -> bool| -> Vec<FullId> {
            compared(catalog, project)
                .filter(|question| is_called(question))
                .map(|question| question.id.clone())
                .collect()
        };
        let subject =
            named(&|question| question.subject.as_deref().is_some_and(|subject| normal_form(subject) == wanted));
        if !subject.is_empty() {
            return Ok(Choice { questions: subject, one_question: false });
        }
        let by_id = |question: &Question| question.id.to_string() == wanted || question.id.local.as_str() == wanted;
        for questions in [named(&by_id), named(&|question| normal_form(&question.label) == wanted)] {
            if !questions.is_empty() {
                return Ok(Choice { questions, one_question: true });
            }
        }
        Err(near(catalog, project, &wanted))
    }
}

fn near(catalog: &Catalog, project: &Project, wanted: &str) -> Option<String> {
    let mut known: Vec<String> = Vec::new();
    for question in compared(catalog, project) {
        known.extend(question.subject.clone());
        known.extend([question.id.local.to_string(), question.label.to_lowercase()]);
    }
    let full: Vec<String> = compared(catalog, project).map(|question| question.id.to_string()).collect();
    let known = if wanted.contains('.') { full } else { known };
    nearest(wanted, known.iter().map(String::as_str)).map(str::to_owned)
}
