use std::collections::BTreeSet;

use super::included::work;
use super::open_questions;
use crate::catalog::Catalog;
use crate::domain::{FullId, Question, Template};
use crate::expression::{Facts, Filled, Missing, pieces};
use crate::notation;
use crate::wording::{Content, Included, Wording};

/// The questions that a document would like answered and that are open, by their labels, each once.
pub fn open_spots(wording: &Wording, catalog: &Catalog, facts: &Facts) -> Vec<String> {
    let parts = wording.parts.iter().filter(|part| part.when.as_ref().is_none_or(|when| facts.holds(when)));
    let mut said = BTreeSet::new();
    let open = parts.flat_map(|part| &part.contents).flat_map(|content| in_content(content, catalog, facts));
    open.filter(|label| said.insert(label.clone())).collect()
}

/// Whether more of the questions of a document are open than answered.
pub fn is_mostly_open(wording: &Wording, catalog: &Catalog, facts: &Facts) -> bool {
    let included = wording.included().flat_map(|included| told_in(included, catalog)).map(|one| one.id.clone());
    let asked: BTreeSet<FullId> = wording.templates().flat_map(Template::questions).chain(included).collect();
    let open = open_spots(wording, catalog, facts).len();
    open > 0 && 2 * open > asked.len()
}

fn in_content(content: &Content, catalog: &Catalog, facts: &Facts) -> Vec<String> {
    match content {
        Content::Included(of) => told_in(*of, catalog).filter_map(|one| open_questions::open(one, facts)).collect(),
        // A course of events goes on without what it is about.
        Content::Schedule(_) => Vec::new(),
        Content::Each(columns) => in_table(columns, catalog, facts),
        Content::Records(records) => {
            let is_answered = facts.answer(&records.question, None).is_some_and(|answer| answer.value().is_some());
            let question = catalog.question(&records.question).filter(|_| !is_answered);
            question.map(|question| question.label.clone()).into_iter().collect()
        }
        single => {
            let filled = single.templates().into_iter().flat_map(|text| pieces(text, facts, None));
            let label = |piece| match piece {
                Filled::Open(Missing::Answer(id)) => catalog.question(&id).map(|question| question.label.clone()),
                Filled::Open(Missing::Fact(fact)) => Some(notation::capital(fact.title())),
                _ => None,
            };
            filled.filter_map(label).collect()
        }
    }
}

fn told_in(included: Included, catalog: &Catalog) -> impl Iterator<Item = &Question> {
    work(included).tells.iter().filter_map(|meaning| catalog.meaning(*meaning))
}

/// What an organisation of the kopgroep did not answer, with whose answer is awaited.
fn in_table(columns: &[(String, Template)], catalog: &Catalog, facts: &Facts) -> Vec<String> {
    let cells = columns.iter().flat_map(|(_, text)| {
        facts.kopgroep().flat_map(|organisation| pieces(text, facts, Some(organisation))).collect::<Vec<Filled>>()
    });
    let awaited = |cell| match cell {
        Filled::Open(Missing::Answer(id)) => open_questions::open(catalog.question(&id)?, facts),
        _ => None,
    };
    cells.filter_map(awaited).collect()
}
