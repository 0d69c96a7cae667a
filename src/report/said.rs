use crate::catalog::Catalog;
use crate::domain::{Answer, Organisation, Question, Scope, last_working_day};
use crate::expression::Facts;

/// An answer with its question, and with the organisation where each has one of its own.
pub(super) type Said<'s> = (&'s Question, Option<&'s Organisation>, &'s Answer);

/// Every answer to a question that is asked now.
pub(super) fn said<'s>(catalog: &'s Catalog, facts: &'s Facts<'s>) -> impl Iterator<Item = Said<'s>> {
    catalog.questions().flat_map(move |question| -> Vec<Said<'s>> {
        match question.scope {
            Scope::Together => {
                facts.answer(&question.id, None).map(|answer| (question, None, answer)).into_iter().collect()
            }
            Scope::PerOrganisation => {
                let each = facts.answers_of_kopgroep(&question.id).into_iter();
                each.filter_map(|(owner, answer)| Some((question, Some(owner), answer?))).collect()
            }
        }
    })
}

/// The answer, when it has a value that grows old, with the day from which on it is old.
pub(super) fn grows_old(said: Said) -> Option<(Said, chrono::NaiveDate)> {
    let (question, _, answer) = said;
    let given = answer.value().and(answer.given)?.date_naive();
    let counted = question.review_after?.after(given)?;
    Some((said, last_working_day(given, counted).unwrap_or(counted)))
}
