use chrono::NaiveDate;

use super::differences::{decisions, differing, organisations, steps};
use super::history::label_of;
use crate::catalog::Catalog;
use crate::domain::{Item, Meeting, Project, ProjectFact, Subject};
use crate::expression::{Facts, Words};
use crate::ledger::said_by_all;
use crate::notation;

/// So many things are named; of more it is said how many there are.
pub(super) const MOST_THINGS: usize = 4;

/// What changed from the one state of a project to the other, by name.
pub(super) fn changed_things<'f>(catalog: &Catalog, before: &Facts<'f>, after: &Facts<'f>) -> Vec<String> {
    let (was, now) = (before.project, after.project);
    let told = ProjectFact::ALL.iter().filter(|fact| fact.of(was) != fact.of(now));
    let told = told.map(|fact| label_of(catalog, after, &Subject::Project(fact.word().to_owned())));
    let mut names: Vec<String> = told.collect();
    for (question, owner) in differing(&said_by_all(was), &said_by_all(now)) {
        let label = label_of(catalog, after, &Subject::Answer(Item::together(question)));
        let knows = if owner.is_some_and(|id| now.organisation(id.as_str()).is_none()) { before } else { after };
        let owner = owner.map(|id| Words::new(knows).organisation(id.as_str()));
        names.push(format!("{label}{}", notation::in_brackets(&owner)));
    }
    for id in differing(&organisations(was), &organisations(now)) {
        let known = now.organisation(id.as_str()).or_else(|| was.organisation(id.as_str()));
        names.extend(known.map(|organisation| organisation.name.clone()));
    }
    for id in differing(&steps(was), &steps(now)) {
        let knows = if steps(now).contains_key(&id) { after } else { before };
        names.push(label_of(catalog, knows, &Subject::Action(id)));
    }
    for id in differing(&decisions(was), &decisions(now)) {
        let known = now.decisions.iter().chain(&was.decisions).find(|decision| decision.id == id);
        names.extend(known.map(|decision| format!("besluit '{}'", notation::shortened(&decision.text, 40))));
    }
    let fresh = now.events.iter().filter(|event| !was.events.contains(event));
    names.extend(fresh.map(|event| format!("{} '{}'", event.kind.title(), notation::shortened(&event.text, 40))));
    let meetings = |project: &'f Project| project.meetings.iter().map(|one| (one.date, one)).collect();
    let days = differing::<NaiveDate, &Meeting>(&meetings(was), &meetings(now));
    names.extend(days.into_iter().map(|day| format!("bijeenkomst van {}", notation::date(day))));
    names
}

/// The first of them, and how many there are more; nothing where there are none.
pub(super) fn first_of(names: &[String], most: usize) -> Option<String> {
    let more = names.len().saturating_sub(most);
    let more = (more > 0).then(|| format!("nog {more}"));
    let told: Vec<String> = names.iter().take(most).cloned().chain(more).collect();
    (!told.is_empty()).then(|| notation::enumeration(told))
}
