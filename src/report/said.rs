use serde::Serialize;

use crate::catalog::Catalog;
use crate::domain::{Answer, Identifier, Organisation, Project, Question, Scope, Standing, State};
use crate::expression::Facts;

/// One word on a question that was said, or is still to come.
#[derive(Clone, Copy)]
pub(super) struct Utterance<'s> {
    /// Nothing for what is said together.
    pub owner: Option<&'s Identifier>,
    pub said_as: SaidAs,
    pub answer: Option<&'s Answer>,
}

/// As what a word was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SaidAs {
    Answer,
    /// What an organisation thinks of a question asked of all together.
    View,
    /// Another word, beside the one that holds.
    #[serde(untagged)]
    Variant(Standing),
}

/// The answers to a question, one for everybody of whom it may be asked, then the views on it and what was said besides.
pub(super) fn utterances<'s>(question: &Question, project: &'s Project) -> Vec<Utterance<'s>> {
    let owners: Vec<Option<&Identifier>> = match question.scope {
        Scope::Together => vec![None],
        Scope::Each(_) => project.organisations.iter().map(|one| Some(&one.id)).collect(),
    };
    let answers = owners.into_iter().map(|owner| (owner, SaidAs::Answer, project.answer(&question.id, owner)));
    let views = project.views.get(&question.id).into_iter().flatten();
    let views = views.map(|(owner, view)| (Some(owner), SaidAs::View, Some(view)));
    let variants = project.variants.iter().filter(|variant| variant.question == question.id);
    let variants = variants.map(|one| (Some(&one.organisation), SaidAs::Variant(one.standing), Some(&one.answer)));
    let all = answers.chain(views).chain(variants);
    all.map(|(owner, said_as, answer)| Utterance { owner, said_as, answer }).collect()
}

impl<'s> Utterance<'s> {
    /// The organisation whose word it is.
    pub fn organisation(&self, project: &'s Project) -> Option<&'s Organisation> {
        project.organisation(self.owner?.as_str())
    }

    /// Whether it has a place among all that was said: an answer that is open has one where it may still come.
    pub fn has_place(&self, may_come: impl FnOnce() -> bool) -> bool {
        self.said_as != SaidAs::Answer || self.is_said() || may_come()
    }

    /// Whether there is anything in it: more than an open place.
    pub fn is_said(&self) -> bool {
        self.answer.is_some_and(|answer| answer.state != State::Open || answer.note.is_some())
    }
}

/// An answer with its question, and with the organisation where each has one of its own.
pub(super) type Said<'s> = (&'s Question, Option<&'s Organisation>, &'s Answer);

/// Every answer to a question that is asked now.
pub(super) fn said<'s>(catalog: &'s Catalog, facts: &'s Facts<'s>) -> impl Iterator<Item = Said<'s>> {
    catalog.questions().flat_map(move |question| {
        let answers = facts.answers(question).into_iter();
        answers.filter_map(move |(owner, answer)| Some((question, owner, answer?)))
    })
}

/// The answer, when it has a value that grows old, with the day from which on it is old.
pub(super) fn grows_old(said: Said) -> Option<(Said, chrono::NaiveDate)> {
    let (question, _, answer) = said;
    Some((said, question.grows_old(answer)?))
}
