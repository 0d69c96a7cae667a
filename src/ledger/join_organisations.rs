//! Two organisations of the register that turn out to be one.

use std::collections::{BTreeMap, BTreeSet};

use super::hear::{Names, Slots};
use super::ledger::{Ledger, LedgerError};
use super::place::follow_place;
use super::self_reference::without_self_reference;
use super::slot::{Choice, Slot};
use crate::catalog::Catalog;
use crate::domain::{
    Agreed, Answer, Answers, Change, Contact, FullId, Identifier, Item, Organisation, Project, Stamp, Standing, State,
    Subject, Value, Variant,
};

/// What joining came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joined {
    /// Questions to which she who goes said what the other had not said yet.
    pub answers: usize,
    /// Questions to which the two said different things: both words stand.
    pub differing: usize,
    /// Answers that lost what the two said of each other.
    pub fell_away: Vec<FellAway>,
}

/// An answer without what named the two as two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FellAway {
    pub item: Item,
    pub from: State,
    pub to: State,
}

/// An organisation that went into another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone<'p> {
    pub name: &'p str,
    pub into: &'p Organisation,
}

/// Where an organisation went that the register does not hold any more: as the history tells of the joining.
pub fn gone<'p>(project: &'p Project, id: &Identifier) -> Option<Gone<'p>> {
    let mut name = None;
    let mut id = id.clone();
    // Who was joined may have been joined on; never more often than there are changes.
    for _ in &project.history {
        let about = |change: &&Change| change.subject == Subject::Organisation(id.clone());
        let last = project.history.iter().rev().find(about)?;
        let Some(State::Given(Value::Text(was))) = &last.from else { return None };
        // The id of the one that stays is no name with a place behind it, as other changes have.
        let into = last.to.as_ref()?.value()?.as_text().and_then(Identifier::parse).filter(|into| *into != id)?;
        let name: &str = name.get_or_insert(was.as_str());
        match project.organisation(into.as_str()) {
            Some(into) => return Some(Gone { name, into }),
            None => id = into,
        }
    }
    None
}

impl Ledger<'_> {
    /// Makes one organisation of two. What the one said the other has said now; where they differ both words stand.
    pub fn join_organisations(&mut self, stays: &Organisation, goes: &Organisation) -> Result<Joined, LedgerError> {
        if stays.id == goes.id {
            return Err(LedgerError::SameOrganisation(stays.name.clone()));
        }
        let (catalog, stamp) = (self.catalog, self.stamp());
        let told = (Some(format!("{} en {}", stays.name, goes.name)), Some(stays.name.clone()));
        self.remembering(Subject::Organisation(stays.id.clone()), told, |project| {
            let before = project.answers.clone();
            let joined = join(project, catalog, (&stays.id, goes), &stamp);
            remember_joining(project, &before, (stays, goes), &joined.fell_away, &stamp);
            joined
        })
    }
}

/// That she who goes went and into whom, and which answers of all together name another now: a copy that knows nothing of it takes
/// nothing back, and a page of hers that comes back later finds her.
fn remember_joining(
    project: &mut Project,
    before: &BTreeMap<FullId, Answers>,
    (stays, goes): (&Organisation, &Organisation),
    fell_away: &[FellAway],
    stamp: &Stamp,
) {
    let told = |subject, from, to| Change { at: stamp.at, by: stamp.by.clone(), subject, from, to, why: None };
    let word = |word: &str| Some(State::Given(Value::text(word)));
    let mut changes = vec![told(Subject::Organisation(goes.id.clone()), word(&goes.name), word(stays.id.as_str()))];
    let why = format!("{} en {} zijn nu één: wat ze van elkaar zeiden, viel weg", stays.name, goes.name);
    for FellAway { item, from, to } in fell_away {
        let subject = Subject::Answer(item.clone());
        let to = Some(to.clone()).filter(|to| *to != State::Open);
        changes.push(Change { why: Some(why.clone()), ..told(subject, Some(from.clone()), to) });
    }
    for (question, answers) in before {
        let now = project.answer(question, None).map(|answer| answer.state.clone());
        let subject = Subject::Answer(Item::together(question));
        if let Answers::Together(was) = answers
            && now.as_ref() != Some(&was.state)
            && changes.iter().all(|change| change.subject != subject)
        {
            changes.push(told(subject, Some(was.state.clone()), now));
        }
    }
    for change in changes {
        if !project.history.contains(&change) {
            project.history.push(change);
        }
    }
}

pub(super) fn join(
    project: &mut Project,
    catalog: &Catalog,
    (stays, goes): (&Identifier, &Organisation),
    stamp: &Stamp,
) -> Joined {
    let mut words = take_words(project, &goes.id);
    let mut renaming = Renaming { catalog, names: Names::joining(&goes.id, stays), fell_away: Vec::new() };
    renaming.in_project(project);
    project.variants.retain(|variant| variant.answer.says_something());
    words.extend(take_doubled(project));
    join_register(project, stays, goes);
    let (mut brought, mut differing) = (BTreeSet::new(), BTreeSet::new());
    let mut slots = Slots::new(project, catalog, stamp);
    for Variant { question, organisation, standing, answer } in words {
        let answer = renaming.anew(answer, &question, Some(&organisation));
        let of = (question, renaming.names.present(organisation));
        let mut slot = slots.take_slot(&of);
        let (held, others) = (slot.holds.is_some(), slot.others.len());
        hear(&mut slot, standing, answer);
        let differs = slot.others.len() > others;
        if of.1 == *stays && (differs || held != slot.holds.is_some()) {
            brought.insert(of.0.clone());
        }
        if of.1 == *stays && differs {
            differing.insert(of.0.clone());
        }
        slots.put_back(of, slot);
    }
    slots.tidy();
    project.drop_empty();
    follow_place(project, catalog, stays, stamp);
    Joined { answers: brought.len(), differing: differing.len(), fell_away: renaming.fell_away }
}

/// A word that was put aside stays aside, unless it was said in another way too.
fn hear(slot: &mut Slot, standing: Standing, answer: Answer) {
    let mut known = slot.holds.iter().chain(slot.others.iter().map(|(_, other)| other));
    let is_said = known.any(|known| known.state == answer.state);
    if standing == Standing::SetAside && slot.holds.is_some() && !is_said {
        slot.settle(answer, Choice::Keep);
    } else {
        slot.hear(answer, Some(Choice::Both), false);
    }
}

/// All that an organisation said, those words first that held.
fn take_words(project: &mut Project, organisation: &Identifier) -> Vec<Variant> {
    let word = |question: &FullId, answer| Variant {
        question: question.clone(),
        organisation: organisation.clone(),
        standing: Standing::Differs,
        answer,
    };
    let mut words = Vec::new();
    for (question, answers) in &mut project.answers {
        if let Answers::PerOrganisation(each) = answers {
            words.extend(each.remove(organisation).map(|answer| word(question, answer)));
        }
    }
    for (question, views) in &mut project.views {
        words.extend(views.remove(organisation).map(|view| word(question, view)));
    }
    words.extend(project.variants.extract_if(.., |variant| variant.organisation == *organisation));
    words
}

/// The other words that say by the new name what is said already.
fn take_doubled(project: &mut Project) -> Vec<Variant> {
    let all = std::mem::take(&mut project.variants);
    let mut doubled = Vec::new();
    for variant in all {
        let Variant { question, organisation, answer, .. } = &variant;
        let holds = project.said_by(question, organisation).is_some_and(|holds| holds.state == answer.state);
        let is_beside = |other: &Variant| {
            (&other.question, &other.organisation, &other.answer.state) == (question, organisation, &answer.state)
        };
        if holds || project.variants.iter().any(is_beside) {
            doubled.push(variant);
        } else {
            project.variants.push(variant);
        }
    }
    doubled
}

/// Gives everyone in the answers the name that they have now.
struct Renaming<'r> {
    catalog: &'r Catalog,
    names: Names,
    fell_away: Vec<FellAway>,
}

impl Renaming<'_> {
    fn in_project(&mut self, project: &mut Project) {
        for (question, by, answer) in project.everything_said_mut() {
            *answer = self.anew(answer.clone(), question, by);
        }
        for Agreed { question, answer } in project.agreed_mut() {
            *answer = self.anew(answer.clone(), question, None);
        }
    }

    fn anew(&mut self, mut answer: Answer, question: &FullId, by: Option<&Identifier>) -> Answer {
        let (State::Given(value), Some(asked)) = (&answer.state, self.catalog.question(question)) else {
            return answer;
        };
        let renamed = self.names.renamed(value.clone(), &asked.kind);
        let is_by = by.map(|by| self.names.present(by.clone()));
        let left = without_self_reference(asked, (value, by), (renamed.clone(), is_by.as_ref()));
        if left.as_ref() != Some(&renamed) {
            let to = left.clone().map_or(State::Open, |left| State::Given(without_doubles(left)));
            let from = answer.state.clone();
            self.fell_away.push(FellAway { item: Item::new(question, is_by.as_ref()), from, to: to.clone() });
            answer.state = to;
        } else if renamed != *value {
            answer.state = State::Given(without_doubles(renamed));
        }
        answer
    }
}

/// Whoever was named twice, under two names, stands there once.
fn without_doubles(value: Value) -> Value {
    match value {
        Value::List(items) => Value::list_of_each_once(items.into_iter().map(without_doubles)),
        Value::Record(fields) => {
            Value::Record(fields.into_iter().map(|(name, value)| (name, without_doubles(value))).collect())
        }
        value => value,
    }
}

/// The register, and wherever an organisation stands by its name.
fn join_register(project: &mut Project, stays: &Identifier, goes: &Organisation) {
    project.organisations.retain(|organisation| organisation.id != goes.id);
    let Some(organisation) = project.organisations.iter_mut().find(|organisation| organisation.id == *stays) else {
        return;
    };
    organisation.kind = organisation.kind.or(goes.kind);
    if organisation.place < goes.place {
        (organisation.place, organisation.departure) = (goes.place, goes.departure.clone());
    }
    goes.contacts.iter().for_each(|contact| join_contact(&mut organisation.contacts, contact, &goes.name));
    let name = organisation.name.clone();
    let follow = |text: &mut Option<String>| {
        if text.as_deref() == Some(&goes.name) {
            *text = Some(name.clone());
        }
    };
    project.actions.values_mut().for_each(|record| follow(&mut record.owner));
    project.own_actions.iter_mut().for_each(|step| follow(&mut step.record.owner));
    project.decisions.iter_mut().for_each(|decision| follow(&mut decision.by));
    project.events.iter_mut().for_each(|event| {
        follow(&mut event.by);
        follow(&mut event.consent.by);
    });
    for meeting in &mut project.meetings {
        let is_there = meeting.present.contains(&name);
        meeting.present.retain(|present| *present != goes.name || !is_there);
        meeting.present.iter_mut().filter(|present| **present == goes.name).for_each(|one| one.clone_from(&name));
    }
    for lapsed in &mut project.lapsed {
        lapsed.organisation = lapsed.organisation.take().map(|id| if id == goes.id { stays.clone() } else { id });
    }
}

/// A contact joins the one with the same name, unless they contradict each other.
fn join_contact(contacts: &mut Vec<Contact>, contact: &Contact, of: &str) {
    match contacts.iter_mut().find(|known| known.name == contact.name) {
        Some(known) if known.or(contact) == contact.or(known) => *known = known.or(contact),
        Some(_) => contacts.push(Contact { name: format!("{} ({of})", contact.name), ..contact.clone() }),
        None => contacts.push(contact.clone()),
    }
}
