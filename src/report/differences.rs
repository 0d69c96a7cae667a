use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::domain::{Decision, Identifier, Organisation, Project};
use crate::ledger::said_by_all;
use crate::notation;

/// In how many things two states of one project differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Differences {
    pub answers: usize,
    pub steps: usize,
    pub organisations: usize,
    pub decisions: usize,
    /// Whether something else differs: an event, a meeting, the name.
    pub other: bool,
}

impl Differences {
    pub fn between(one: &Project, other: &Project) -> Differences {
        let counted = Differences {
            answers: differing(&said_by_all(one), &said_by_all(other)).len(),
            steps: differing(&steps(one), &steps(other)).len(),
            organisations: differing(&organisations(one), &organisations(other)).len(),
            decisions: differing(&decisions(one), &decisions(other)).len(),
            other: rest(one) != rest(other),
        };
        let tells = |one: &Project, other: &Project| other.history.iter().all(|change| one.history.contains(change));
        let told_alike = tells(one, other) && tells(other, one);
        Differences { other: counted.other || counted == Differences::default() && !told_alike, ..counted }
    }

    /// In words; nothing where there is no difference.
    pub fn words(&self) -> Option<String> {
        let counts = [
            (self.answers, "antwoord", "antwoorden"),
            (self.steps, "stap", "stappen"),
            (self.organisations, "organisatie", "organisaties"),
            (self.decisions, "besluit", "besluiten"),
        ];
        let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
        let mut words: Vec<String> = counts.map(|(count, one, more)| notation::counted(count, one, more)).collect();
        words.extend(self.other.then(|| "andere gegevens".to_owned()));
        (!words.is_empty()).then(|| notation::enumeration(words))
    }
}

/// What is not counted, but for the history: that grows with everything.
fn rest(project: &Project) -> Project {
    Project {
        organisations: Vec::new(),
        answers: BTreeMap::new(),
        views: BTreeMap::new(),
        variants: Vec::new(),
        actions: BTreeMap::new(),
        own_actions: Vec::new(),
        decisions: Vec::new(),
        history: Vec::new(),
        ..project.clone()
    }
}

pub(super) fn organisations(project: &Project) -> BTreeMap<Identifier, &Organisation> {
    project.organisations.iter().map(|organisation| (organisation.id.clone(), organisation)).collect()
}

pub(super) fn decisions(project: &Project) -> BTreeMap<String, &Decision> {
    project.decisions.iter().map(|decision| (decision.id.clone(), decision)).collect()
}

/// What was said of each step, by its id.
pub(super) fn steps(project: &Project) -> BTreeMap<String, String> {
    let advised = project.actions.iter().map(|(id, record)| (id.to_string(), format!("{record:?}")));
    let own = project.own_actions.iter().map(|step| (step.id.to_string(), format!("{step:?}")));
    advised.chain(own).collect()
}

/// The keys of what is in one of both alone, or in each in its own way.
pub(super) fn differing<K: Ord + Clone, T: PartialEq>(one: &BTreeMap<K, T>, other: &BTreeMap<K, T>) -> Vec<K> {
    let keys: BTreeSet<&K> = one.keys().chain(other.keys()).collect();
    keys.into_iter().filter(|key| one.get(key) != other.get(key)).cloned().collect()
}
