use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset};

use super::answer::{changes, put};
use super::join_organisations::gone;
use super::known_name::find_organisation;
use super::ledger::{Ledger, LedgerError, Undoable};
use super::organisation::register;
use super::slot::{Choice, Heard, Slot, newest_last};
use crate::catalog::Catalog;
use crate::domain::{
    Answer, Circle, FullId, Identifier, Item, Kind, LapsedAnswer, Organisation, Project, Scope, Stamp, Standing, State,
    Subject, Value, Variant,
};

/// What one answer file brings, wholly checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Where the file was found.
    pub path: String,
    /// The name of the file, without its folder: the source of its answers.
    pub file: String,
    pub organisation: Identifier,
    /// The name of the organisation that was asked, when she went into this one since.
    pub formerly: Option<String>,
    /// The name by which the file calls the organisation, when it never had that name here.
    pub strange_name: Option<String>,
    /// Whose page it was, when not that of the organisation.
    pub page_of: Option<PageOf>,
    /// Organisations that the file names and the register may not know.
    pub organisations: Vec<Organisation>,
    pub said: Vec<(FullId, Answer)>,
    /// Answers to questions of an older questionnaire that are no longer asked so.
    pub lapsed: Vec<LapsedAnswer>,
}

/// Whose page an answer file was made with, when it speaks for somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageOf {
    Organisation(Identifier),
    /// Of nobody who is known here.
    Stranger,
}

/// What reading one file came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Tally {
    /// Answers where there was none.
    pub new: usize,
    /// Answers that said what was there already.
    pub same: usize,
    /// Answers that differ from what was there.
    pub differing: usize,
    /// Answers to questions that are no longer asked so.
    pub lapsed: usize,
    /// The farthest time in the file that was yet to come: a clock was wrong, and no answer has it.
    pub ahead: Option<DateTime<FixedOffset>>,
}

/// A word that differs from the one that held when it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub question: FullId,
    pub organisation: Identifier,
    pub holds: Answer,
    pub heard: Answer,
}

impl Ledger<'_> {
    /// Takes what files bring into the project. Files that come together may come in any order: what comes out is the same.
    ///
    /// Without a choice, what differs is left out. What differs is handed back in both cases: to be told, or to be chosen.
    /// The tallies are by the path of each file.
    pub fn hear(
        &mut self,
        received: Vec<Received>,
        choice: Option<Choice>,
    ) -> Result<(BTreeMap<String, Tally>, Vec<Difference>), LedgerError> {
        let (catalog, stamp) = (self.catalog, self.stamp());
        self.change(|project| hear(project, catalog, received, choice, &stamp))
    }

    /// What somebody chose about one difference.
    pub fn settle(&mut self, difference: Difference, choice: Choice) -> Result<Undoable, LedgerError> {
        let (catalog, stamp) = (self.catalog, self.stamp());
        self.change_undoably(|project| settle(project, catalog, difference, choice, &stamp))
    }

    /// Enters the organisations of a file that the register does not know, to be kept with the answers that name them. Of those that
    /// it knows the kind is filled in where nobody said it.
    pub fn enter_all(&mut self, named: &[Organisation]) -> Names {
        let project = self.project.open_for_change();
        let names = Names::enter(project, named);
        for said in named {
            let id = names.present(said.id.clone());
            if let Some(known) = project.organisations.iter_mut().find(|one| one.id == id) {
                known.kind = known.kind.or(said.kind);
            }
        }
        names
    }
}

pub(super) fn hear(
    project: &mut Project,
    catalog: &Catalog,
    mut received: Vec<Received>,
    choice: Option<Choice>,
    stamp: &Stamp,
) -> (BTreeMap<String, Tally>, Vec<Difference>) {
    received.sort_by_cached_key(|one| (one.organisation.clone(), one.file.clone(), one.path.clone()));
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut words = Words::new();
    for file in received {
        let tally = tallies.entry(file.path.clone()).or_default();
        let names = Names::enter(project, &file.organisations);
        for lapsed in file.lapsed {
            if !project.lapsed.contains(&lapsed) {
                project.lapsed.push(lapsed);
                tally.lapsed += 1;
            }
        }
        for (question, mut answer) in file.said {
            tally.ahead = tally.ahead.max(take_future(&mut answer, stamp));
            if let (State::Given(value), Some(asked)) = (&answer.state, catalog.question(&question)) {
                answer.state = State::Given(names.renamed(value.clone(), &asked.kind));
            }
            let of = (question, file.organisation.clone());
            words.entry(of).or_default().push((file.path.clone(), answer));
        }
    }
    let differences = hear_all(project, catalog, words, choice, stamp, &mut tallies);
    (tallies, differences)
}

pub(super) fn settle(project: &mut Project, catalog: &Catalog, difference: Difference, choice: Choice, stamp: &Stamp) {
    let Difference { question, organisation, heard, .. } = difference;
    let mut slots = Slots::new(project, catalog, stamp);
    let of = (question, organisation);
    let mut slot = slots.take_slot(&of);
    slot.settle(heard, choice);
    slots.put_back(of, slot);
    slots.tidy();
}

/// A question, and the organisation that answers it.
type Of = (FullId, Identifier);

/// What each organisation said to each question, with the path of the file that says it.
type Words = BTreeMap<Of, Vec<(String, Answer)>>;

fn hear_all(
    project: &mut Project,
    catalog: &Catalog,
    words: Words,
    choice: Option<Choice>,
    stamp: &Stamp,
    tallies: &mut BTreeMap<String, Tally>,
) -> Vec<Difference> {
    let mut differences = Vec::new();
    let mut slots = Slots::new(project, catalog, stamp);
    for (of, mut heard) in words {
        // The newest comes first: where nothing stood, it is the one that holds.
        heard.sort_by(|(_, one), (_, other)| newest_last(other, one));
        let mut slot = slots.take_slot(&of);
        let holds = |slot: &Slot, word: &Answer| slot.holds.as_ref().is_some_and(|holds| holds.state == word.state);
        let again = choice == Some(Choice::Take) && !heard.iter().any(|(_, word)| holds(&slot, word));
        let mut choice = choice;
        for (path, answer) in heard {
            let held = slot.holds.clone();
            let tally = tallies.entry(path).or_default();
            match slot.hear(answer.clone(), choice, again && choice == Some(Choice::Take)) {
                Heard::Same => tally.same += 1,
                Heard::New => tally.new += 1,
                Heard::Differed | Heard::Undecided => {
                    tally.differing += 1;
                    let ((question, organisation), heard) = (of.clone(), answer.clone());
                    differences.extend(held.map(|holds| Difference { question, organisation, holds, heard }));
                }
            }
            // Of the files that are read together the newest is taken: the others cannot hold as well.
            if choice == Some(Choice::Take) && holds(&slot, &answer) {
                choice = Some(Choice::Keep);
            }
        }
        slots.put_back(of, slot);
    }
    slots.tidy();
    differences
}

/// A time that is yet to come tells of a clock that was wrong, not of when something was said. It decides nothing.
fn take_future(answer: &mut Answer, stamp: &Stamp) -> Option<DateTime<FixedOffset>> {
    answer.given.take_if(|given| *given > stamp.at)
}

/// The project while slots are taken out and put back.
pub(super) struct Slots<'d> {
    project: &'d mut Project,
    catalog: &'d Catalog,
    stamp: &'d Stamp,
    others: BTreeMap<Of, Vec<(Standing, Answer)>>,
    /// What the history has told of.
    told: BTreeSet<Subject>,
}

impl<'d> Slots<'d> {
    pub fn new(project: &'d mut Project, catalog: &'d Catalog, stamp: &'d Stamp) -> Slots<'d> {
        let mut others: BTreeMap<Of, Vec<(Standing, Answer)>> = BTreeMap::new();
        for Variant { question, organisation, standing, answer } in std::mem::take(&mut project.variants) {
            others.entry((question, organisation)).or_default().push((standing, answer));
        }
        let told = project.history.iter().map(|change| change.subject.clone()).collect();
        Slots { project, catalog, stamp, others, told }
    }

    pub fn take_slot(&mut self, of: &Of) -> Slot {
        let holds = self.project.said_by(&of.0, &of.1).cloned();
        let mut slot = Slot { holds, others: self.others.remove(of).unwrap_or_default() };
        for word in slot.holds.iter_mut().chain(slot.others.iter_mut().map(|(_, other)| other)) {
            take_future(word, self.stamp);
        }
        slot
    }

    /// Puts back what one organisation said, and remembers what the word that holds was before.
    pub fn put_back(&mut self, of: Of, slot: Slot) {
        let (question, organisation) = &of;
        let item = Item::of(question, organisation);
        let before = self.project.said_by(question, organisation);
        self.others.insert(of.clone(), slot.others);
        let Some(holds) = slot.holds.filter(|holds| before != Some(holds)) else { return };
        if let Some(before) = before.filter(|before| before.state != holds.state) {
            let why = holds.source.as_ref().map(|file| format!("ingelezen uit {file}"));
            let told = !self.told.insert(Subject::Answer(item.clone()));
            let changes = changes(&item, before, &holds.state, self.stamp, why, told);
            self.project.history.extend(changes);
        }
        let is_view = self.project.views.contains_key(&item.question);
        let unknown = if is_view { Scope::Together } else { Scope::Each(Circle::Kopgroep) };
        let scope = self.catalog.question(&item.question).map_or(unknown, |question| question.scope);
        put(self.project, &item, scope, holds);
    }

    /// The variants in their fixed order.
    pub fn tidy(self) {
        for ((question, organisation), mut others) in self.others {
            others.sort_by(|(_, one), (_, other)| newest_last(one, other));
            self.project.variants.extend(others.into_iter().map(|(standing, answer)| {
                let (question, organisation) = (question.clone(), organisation.clone());
                Variant { question, organisation, standing, answer }
            }));
        }
    }
}

/// The ids by which the register knows organisations of a file, where they differ from those in the file.
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// What the register calls an organisation that is another one now.
    pub(super) fn joining(goes: &Identifier, stays: &Identifier) -> Names {
        Names([(goes.to_string(), stays.to_string())].into())
    }

    /// What the register calls those who went into another one.
    fn of_gone(project: &Project) -> BTreeMap<String, String> {
        let told = project.history.iter().filter_map(|change| match &change.subject {
            Subject::Organisation(id) if project.organisation(id.as_str()).is_none() => Some(id),
            _ => None,
        });
        told.filter_map(|id| Some((id.to_string(), gone(project, id)?.into.id.to_string()))).collect()
    }

    /// Enters organisations that the register does not know. One that has the id of another gets an id of its own.
    fn enter(project: &mut Project, named: &[Organisation]) -> Names {
        let mut names = Names::of_gone(project);
        for organisation in named {
            if names.contains_key(organisation.id.as_str()) {
                continue;
            }
            let known = project.organisation(organisation.id.as_str());
            if known.is_none() && find_organisation(project, &organisation.name).is_none() {
                project.organisations.push(organisation.clone());
            } else if let Some(id) = register(project, &organisation.name, organisation.place) {
                names.insert(organisation.id.to_string(), id.to_string());
            }
        }
        Names(names)
    }

    /// The id by which the register knows the organisation.
    pub fn present(&self, id: Identifier) -> Identifier {
        self.0.get(id.as_str()).and_then(|present| Identifier::parse(present)).unwrap_or(id)
    }

    /// The value, with its organisations as the register knows them.
    pub fn renamed(&self, value: Value, kind: &Kind) -> Value {
        match (value, kind) {
            (Value::Text(id), Kind::Organisation { .. } | Kind::Organisations { .. }) => {
                Value::Text(self.0.get(&id).cloned().unwrap_or(id))
            }
            (Value::List(items), kind) => Value::List(items.into_iter().map(|item| self.renamed(item, kind)).collect()),
            (Value::Record(fields), Kind::Group { fields: known, .. }) => {
                let kind_of =
                    |name: &str| known.iter().find(|field| field.id.as_str() == name).map(|field| &field.kind);
                let each = fields.into_iter().map(|(name, value)| match kind_of(&name) {
                    Some(kind) => (name, self.renamed(value, kind)),
                    None => (name, value),
                });
                Value::Record(each.collect())
            }
            (value, _) => value,
        }
    }
}
