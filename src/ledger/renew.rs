//! A newer questionnaire: which answers do not fit it any more, and what becomes of them.

use super::item::Item;
use super::ledger::{Ledger, LedgerError};
use crate::catalog::Catalog;
use crate::domain::{Answer, Answers, Change, FullId, Identifier, LapsedAnswer, Project, Question, Stamp, State};

/// An answer that was given to an earlier version of its question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgrown {
    pub item: Item,
    pub why: Why,
    pub answer: Answer,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The question is not in its questionnaire any more.
    QuestionGone,
    /// It takes another kind of answer.
    OtherKind,
    /// It is asked of each organisation now, or of all together.
    AskedOtherwise,
    /// It has come to mean something else: the answer stays, to be looked at again.
    OtherMeaning,
}

impl Why {
    /// Whether the answer goes; else a person says what it is by now.
    pub fn lapses(self) -> bool {
        self != Why::OtherMeaning
    }
}

/// The answers that the questionnaires have outgrown. A value that never fitted, by a slip of a hand, is not among them, and neither
/// is what belongs to a questionnaire that is not here.
pub fn outgrown(project: &Project, catalog: &Catalog) -> Vec<Outgrown> {
    let said = project.everything_said().filter(|(_, _, answer)| answer.value().is_some());
    let found = said.filter_map(|(id, organisation, answer)| {
        catalog.questionnaire(&id.questionnaire)?;
        let why = match catalog.question(id) {
            None => Why::QuestionGone,
            Some(question) => outgrows(question, organisation, answer, project)?,
        };
        let item = Item { question: id.clone(), organisation: organisation.cloned() };
        Some(Outgrown { item, why, answer: answer.clone() })
    });
    found.collect()
}

fn outgrows(question: &Question, by: Option<&Identifier>, answer: &Answer, project: &Project) -> Option<Why> {
    let is_view = by.is_some_and(|by| {
        question.perspective.is_some() && project.views.get(&question.id).is_some_and(|views| views.contains_key(by))
    });
    let is_beside = by.is_some_and(|by| {
        project
            .variants
            .iter()
            .any(|one| one.question == question.id && one.organisation == *by && one.answer == *answer)
    });
    let fits = by.is_some() == (question.scope.is_each()) || is_view || is_beside;
    let is_older = answer.revision.is_some_and(|revision| revision < question.revision);
    let known = |id: &str| project.organisation(id).is_some();
    match () {
        () if !fits => Some(Why::AskedOtherwise),
        () if !is_older => None,
        () if answer.value().is_some_and(|value| question.kind.check(value, &known).is_err()) => Some(Why::OtherKind),
        () => Some(Why::OtherMeaning),
    }
}

impl Ledger<'_> {
    /// Lets what the questionnaires have outgrown lapse: it stays to be read, with its question, and holds no more.
    pub fn renew(&mut self) -> Result<Vec<Outgrown>, LedgerError> {
        let all = outgrown(self.project(), self.catalog);
        let lapsing: Vec<&Outgrown> = all.iter().filter(|one| one.why.lapses()).collect();
        if lapsing.is_empty() {
            return Ok(all);
        }
        let (stamp, catalog) = (self.stamp(), self.catalog);
        self.change(|project| lapsing.into_iter().for_each(|one| lapse(project, catalog, one, &stamp)))?;
        Ok(all)
    }
}

fn lapse(project: &mut Project, catalog: &Catalog, one: &Outgrown, stamp: &Stamp) {
    let Outgrown { item, why, answer } = one;
    take(project, item, answer);
    let words = match why {
        Why::QuestionGone => "de vraag staat niet meer in de vragenlijst",
        Why::OtherKind => "de vraag vraagt nu om een ander soort antwoord",
        Why::AskedOtherwise => "de vraag wordt nu aan anderen gesteld",
        Why::OtherMeaning => "de vraag betekent nu iets anders",
    };
    let asked = catalog.question(&item.question).map(|question| question.label.clone());
    project.lapsed.push(LapsedAnswer {
        question: item.question.clone(),
        organisation: item.organisation.clone(),
        ask: asked.unwrap_or_else(|| item.question.to_string()),
        value: answer.value().cloned(),
        given: answer.given,
        by: answer.by.clone(),
        why: words.to_owned(),
    });
    let Stamp { at, by } = stamp.clone();
    let (from, why) = (Some(answer.state.clone()), Some(words.to_owned()));
    project.history.push(Change { at, by, subject: item.subject(), from, to: Some(State::Open), why });
}

fn take(project: &mut Project, item: &Item, answer: &Answer) {
    let question: &FullId = &item.question;
    match (project.answers.get_mut(question), &item.organisation) {
        (Some(Answers::Together(held)), None) if held == answer => drop(project.answers.remove(question)),
        (Some(Answers::PerOrganisation(each)), Some(by)) if each.get(by) == Some(answer) => drop(each.remove(by)),
        _ => {}
    }
    if let (Some(views), Some(by)) = (project.views.get_mut(question), &item.organisation)
        && views.get(by) == Some(answer)
    {
        views.remove(by);
    }
    project.variants.retain(|one| {
        one.question != *question || Some(&one.organisation) != item.organisation.as_ref() || one.answer != *answer
    });
    project.answers.retain(|_, answers| !matches!(answers, Answers::PerOrganisation(each) if each.is_empty()));
    project.views.retain(|_, views| !views.is_empty());
}
