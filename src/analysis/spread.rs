use serde::Serialize;

use super::party::Party;
use super::said;
use crate::catalog::Catalog;
use crate::domain::{Decimal, Meaning};
use crate::expression::Facts;

/// How the kopgroep spreads over the answers to one question: who stands where, and of whom it is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Spread {
    pub label: String,
    /// Levels from low to high; other answers with most members first.
    pub groups: Vec<Group>,
    pub open: Vec<Party>,
    /// How many levels lie between the lowest and the highest, when they are levels.
    pub distance: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Group {
    pub words: String,
    #[serde(skip)]
    level: Option<Decimal>,
    pub members: Vec<Party>,
}

/// The spread of what an answer means; nothing when no questionnaire asks it or nobody has been asked.
pub fn spread(catalog: &Catalog, facts: &Facts, meaning: Meaning) -> Option<Spread> {
    let question = catalog.meaning(meaning)?;
    let mut spread = Spread { label: question.label.clone(), groups: Vec::new(), open: Vec::new(), distance: None };
    for (organisation, answer) in said::of_each(catalog, facts, meaning) {
        let Some(value) = answer.and_then(|answer| answer.value()) else {
            spread.open.push(organisation.into());
            continue;
        };
        let words = said::in_words(question, value, facts);
        match spread.groups.iter_mut().find(|group| group.words == words) {
            Some(group) => group.members.push(organisation.into()),
            None => spread.groups.push(Group { words, level: value.as_number(), members: vec![organisation.into()] }),
        }
    }
    spread.groups.sort_by_key(|group| (group.level, std::cmp::Reverse(group.members.len())));
    spread.distance = distance(&spread.groups);
    (!spread.groups.is_empty() || !spread.open.is_empty()).then_some(spread)
}

fn distance(groups: &[Group]) -> Option<i64> {
    let levels: Option<Vec<Decimal>> = groups.iter().map(|group| group.level).collect();
    let levels = levels?;
    levels.last()?.minus(*levels.first()?).to_integer()
}
