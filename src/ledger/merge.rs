use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, NaiveTime};

use super::slot::newest_last;
use crate::domain::{
    ActionRecord, Answer, Answers, Change, Contact, Decision, FullId, Identifier, Meeting, Organisation, OwnAction,
    Project, State, Subject, Value,
};

/// Two projects that grew from one, as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    pub project: Project,
    /// How many things both had changed, each in its own way. What `ours` says holds there, and the other word stands in the history.
    pub conflicts: usize,
}

/// Takes over what either of them changed since `base`. What one took away and the other changed stays: no word is lost.
pub fn merge(base: &Project, ours: &Project, theirs: &Project) -> Merged {
    let mut merging = Merging { at: moment(ours, theirs), told: Vec::new(), conflicts: 0 };
    let mut project = merging.project(base, ours, theirs);
    let is_told = |history: &[Change], told: &Change| {
        history.iter().any(|known| known.subject == told.subject && (known.to == told.from || known.from == told.from))
    };
    for told in merging.told {
        if !is_told(&project.history, &told) {
            project.history.push(told);
        }
    }
    project.history.sort_by_key(|change| change.at);
    Merged { project, conflicts: merging.conflicts }
}

/// When the later of them was changed last.
fn moment(ours: &Project, theirs: &Project) -> DateTime<FixedOffset> {
    let last = |project: &Project| {
        let given = project.everything_said().filter_map(|(_, _, answer)| answer.given);
        given.chain(project.history.iter().map(|change| change.at)).max()
    };
    let begin = || ours.created.and_time(NaiveTime::MIN).and_utc().fixed_offset();
    last(ours).max(last(theirs)).unwrap_or_else(begin)
}

struct Merging {
    at: DateTime<FixedOffset>,
    told: Vec<Change>,
    conflicts: usize,
}

/// What three of a thing come to: the same, the one that changed, or both.
enum Outcome<'t, T> {
    One(Option<&'t T>),
    Both(&'t T, &'t T),
}

fn outcome<'t, T: PartialEq>(base: Option<&'t T>, ours: Option<&'t T>, theirs: Option<&'t T>) -> Outcome<'t, T> {
    match (ours, theirs) {
        _ if ours == theirs || theirs == base => Outcome::One(ours),
        _ if ours == base => Outcome::One(theirs),
        (Some(ours), Some(theirs)) => Outcome::Both(ours, theirs),
        // Who took it away did not know what the other made of it.
        (ours, theirs) => Outcome::One(ours.or(theirs)),
    }
}

impl Merging {
    fn project(&mut self, base: &Project, ours: &Project, theirs: &Project) -> Project {
        let own = |project: &Project, fact: usize| {
            let facts = [&project.name, &project.region, &project.trekker];
            facts[fact].clone()
        };
        let [name, region, trekker] = [(0, "name"), (1, "region"), (2, "trekker")]
            .map(|(fact, subject)| self.words(subject, [own(base, fact), own(ours, fact), own(theirs, fact)]));
        Project {
            id: ours.id.clone(),
            name,
            region,
            trekker,
            tlp: either(&base.tlp, &ours.tlp, &theirs.tlp).cloned().unwrap_or_else(|| ours.tlp.max(theirs.tlp)),
            created: ours.created.min(theirs.created),
            begun: keyed(&base.begun, &ours.begun, &theirs.begun, |_, _, ours, theirs| *ours.min(theirs)),
            organisations: listed(
                [&base.organisations, &ours.organisations, &theirs.organisations],
                |organisation| organisation.id.clone(),
                |base, ours, theirs| self.organisation(base, ours, theirs),
            ),
            answers: self.answers(base, ours, theirs),
            views: {
                let views = keyed(
                    &views(base),
                    &views(ours),
                    &views(theirs),
                    |(question, organisation), base, ours, theirs| {
                        self.answer((question, Some(organisation)), base, ours, theirs)
                    },
                );
                let mut nested: BTreeMap<FullId, BTreeMap<Identifier, Answer>> = BTreeMap::new();
                for ((question, organisation), view) in views {
                    nested.entry(question).or_default().insert(organisation, view);
                }
                nested
            },
            variants: {
                let mut variants = members(&base.variants, &ours.variants, &theirs.variants);
                variants.sort_by(|one, other| {
                    let place = (&one.question, &one.organisation).cmp(&(&other.question, &other.organisation));
                    place.then_with(|| newest_last(&one.answer, &other.answer))
                });
                variants
            },
            actions: keyed(&base.actions, &ours.actions, &theirs.actions, |_, base, ours, theirs| {
                self.record(base, ours, theirs)
            }),
            own_actions: listed(
                [&base.own_actions, &ours.own_actions, &theirs.own_actions],
                |step| step.id.clone(),
                |base, ours, theirs| self.step(base, ours, theirs),
            ),
            decisions: listed(
                [&base.decisions, &ours.decisions, &theirs.decisions],
                |decision| decision.id.clone(),
                |_, ours, theirs| self.decision(ours, theirs),
            ),
            successes: members(&base.successes, &ours.successes, &theirs.successes),
            meetings: listed([&base.meetings, &ours.meetings, &theirs.meetings], |meeting| meeting.date, meeting),
            history: members(&base.history, &ours.history, &theirs.history),
            lapsed: members(&base.lapsed, &ours.lapsed, &theirs.lapsed),
        }
    }

    /// Both changed it: ours holds, and what theirs said is told.
    fn tell(&mut self, subject: Subject, by: Option<String>, theirs: State, ours: State) {
        self.conflicts += 1;
        let why = Some("tegelijk gewijzigd".to_owned());
        self.told.push(Change { at: self.at, by, subject, from: Some(theirs), to: Some(ours), why });
    }

    fn words(&mut self, subject: &str, [base, ours, theirs]: [Option<String>; 3]) -> Option<String> {
        match outcome(base.as_ref(), ours.as_ref(), theirs.as_ref()) {
            Outcome::One(words) => words.cloned(),
            Outcome::Both(ours, theirs) => {
                self.tell(Subject::Project(subject.to_owned()), None, said(theirs), said(ours));
                Some(ours.clone())
            }
        }
    }

    fn answers(&mut self, base: &Project, ours: &Project, theirs: &Project) -> BTreeMap<FullId, Answers> {
        let merged =
            keyed(&answers(base), &answers(ours), &answers(theirs), |(question, organisation), base, ours, theirs| {
                self.answer((question, organisation.as_ref()), base, ours, theirs)
            });
        let mut nested: BTreeMap<FullId, Answers> = BTreeMap::new();
        for ((question, organisation), answer) in merged {
            match (organisation, nested.get_mut(&question)) {
                (Some(organisation), Some(Answers::PerOrganisation(each))) => drop(each.insert(organisation, answer)),
                (Some(organisation), None) => {
                    nested.insert(question, Answers::PerOrganisation([(organisation, answer)].into()));
                }
                // A question that is asked of all together in one of them and of each in the other: what was said together comes first.
                (Some(organisation), Some(Answers::Together(_))) => {
                    let subject = Subject::Answer { question, organisation: Some(organisation) };
                    self.tell(subject, answer.by, answer.state, State::Open);
                }
                (None, _) => drop(nested.insert(question, Answers::Together(answer))),
            }
        }
        nested
    }

    fn answer(
        &mut self,
        (question, organisation): (&FullId, Option<&Identifier>),
        base: Option<&Answer>,
        ours: &Answer,
        theirs: &Answer,
    ) -> Answer {
        let is_same = |one: Option<&Answer>, other: &Answer| one.is_some_and(|one| one.state == other.state);
        let holds = if is_same(base, ours) { theirs } else { ours };
        if !is_same(base, ours) && !is_same(base, theirs) && ours.state != theirs.state {
            let subject = Subject::Answer { question: question.clone(), organisation: organisation.cloned() };
            self.tell(subject, theirs.by.clone(), theirs.state.clone(), ours.state.clone());
        }
        let of = |field: fn(&Answer) -> &Option<String>| base.map(field).and_then(Option::as_ref);
        let note = both_words(of(|answer| &answer.note), ours.note.as_ref(), theirs.note.as_ref());
        Answer { note, tlp: ours.tlp.max(theirs.tlp), ..holds.clone() }
    }

    fn organisation(
        &mut self,
        base: Option<&Organisation>,
        ours: &Organisation,
        theirs: &Organisation,
    ) -> Organisation {
        let name = match outcome(base.map(|base| &base.name), Some(&ours.name), Some(&theirs.name)) {
            Outcome::One(name) => name.unwrap_or(&ours.name).clone(),
            Outcome::Both(name, other) => {
                self.tell(Subject::Organisation(ours.id.clone()), None, said(other), said(name));
                name.clone()
            }
        };
        let known: &[Contact] = base.map_or(&[], |base| &base.contacts);
        Organisation {
            id: ours.id.clone(),
            name,
            kind: first(base.map(|base| &base.kind), &ours.kind, &theirs.kind),
            place: first(base.map(|base| &base.place), &ours.place, &theirs.place),
            contacts: members(known, &ours.contacts, &theirs.contacts),
        }
    }

    fn record(&mut self, base: Option<&ActionRecord>, ours: &ActionRecord, theirs: &ActionRecord) -> ActionRecord {
        let note = base.and_then(|base| base.note.as_ref());
        ActionRecord {
            done: first(base.map(|base| &base.done), &ours.done, &theirs.done),
            dropped: first(base.map(|base| &base.dropped), &ours.dropped, &theirs.dropped),
            owner: first(base.map(|base| &base.owner), &ours.owner, &theirs.owner),
            due: first(base.map(|base| &base.due), &ours.due, &theirs.due),
            note: both_words(note, ours.note.as_ref(), theirs.note.as_ref()),
        }
    }

    fn step(&mut self, base: Option<&OwnAction>, ours: &OwnAction, theirs: &OwnAction) -> OwnAction {
        let record = self.record(base.map(|base| &base.record), &ours.record, &theirs.record);
        let title = match outcome(base.map(|base| &base.title), Some(&ours.title), Some(&theirs.title)) {
            Outcome::One(title) => title.unwrap_or(&ours.title).clone(),
            Outcome::Both(title, other) => {
                self.tell(Subject::Action(ours.id.to_string()), None, said(other), said(title));
                title.clone()
            }
        };
        OwnAction { title, record, ..ours.clone() }
    }

    fn decision(&mut self, ours: &Decision, theirs: &Decision) -> Decision {
        self.tell(Subject::Decision(ours.id.clone()), theirs.by.clone(), said(&theirs.text), said(&ours.text));
        ours.clone()
    }
}

/// Two who held the same meeting: what either wrote down.
fn meeting(base: Option<&Meeting>, ours: &Meeting, theirs: &Meeting) -> Meeting {
    let both = |field: fn(&Meeting) -> &Vec<String>| {
        members(base.map(field).map_or(&[], Vec::as_slice), field(ours), field(theirs))
    };
    Meeting { date: ours.date, present: both(|meeting| &meeting.present), parked: both(|meeting| &meeting.parked) }
}

fn said(words: &str) -> State {
    State::Given(Value::Text(words.to_owned()))
}

/// The one that changed; nothing when both did.
fn either<'t, T: PartialEq>(base: &'t T, ours: &'t T, theirs: &'t T) -> Option<&'t T> {
    match outcome(Some(base), Some(ours), Some(theirs)) {
        Outcome::One(one) => one,
        Outcome::Both(..) => None,
    }
}

/// The one that changed, or ours.
fn first<T: PartialEq + Clone>(base: Option<&T>, ours: &T, theirs: &T) -> T {
    base.and_then(|base| either(base, ours, theirs)).unwrap_or(ours).clone()
}

fn both_words(base: Option<&String>, ours: Option<&String>, theirs: Option<&String>) -> Option<String> {
    match outcome(base, ours, theirs) {
        Outcome::One(words) => words.cloned(),
        Outcome::Both(ours, theirs) if ours.contains(theirs.as_str()) => Some(ours.clone()),
        Outcome::Both(ours, theirs) => Some(format!("{ours} / {theirs}")),
    }
}

fn answers(project: &Project) -> BTreeMap<(FullId, Option<Identifier>), Answer> {
    let each = project.answers.iter().flat_map(|(question, answers)| {
        answers.each().into_iter().map(|(by, answer)| ((question.clone(), by.cloned()), answer.clone()))
    });
    each.collect()
}

fn views(project: &Project) -> BTreeMap<(FullId, Identifier), Answer> {
    let each = project
        .views
        .iter()
        .flat_map(|(question, views)| views.iter().map(|(by, view)| ((question.clone(), by.clone()), view.clone())));
    each.collect()
}

fn keyed<K: Ord + Clone, T: PartialEq + Clone>(
    base: &BTreeMap<K, T>,
    ours: &BTreeMap<K, T>,
    theirs: &BTreeMap<K, T>,
    mut both: impl FnMut(&K, Option<&T>, &T, &T) -> T,
) -> BTreeMap<K, T> {
    let keys: BTreeSet<&K> = ours.keys().chain(theirs.keys()).collect();
    let merged = keys.into_iter().filter_map(|key| {
        let thing = match outcome(base.get(key), ours.get(key), theirs.get(key)) {
            Outcome::One(one) => one?.clone(),
            Outcome::Both(one, other) => both(key, base.get(key), one, other),
        };
        Some((key.clone(), thing))
    });
    merged.collect()
}

/// A list of things with a name each, in the order of ours, with what only theirs has behind it.
fn listed<K: Ord + Clone, T: PartialEq + Clone>(
    [base, ours, theirs]: [&[T]; 3],
    name: impl Fn(&T) -> K,
    mut both: impl FnMut(Option<&T>, &T, &T) -> T,
) -> Vec<T> {
    let by_name =
        |things: &[T]| -> BTreeMap<K, T> { things.iter().map(|thing| (name(thing), thing.clone())).collect() };
    let mut merged =
        keyed(&by_name(base), &by_name(ours), &by_name(theirs), |_, base, ours, theirs| both(base, ours, theirs));
    ours.iter().chain(theirs).filter_map(|thing| merged.remove(&name(thing))).collect()
}

/// A list of things without a name: what both have, and what either added.
fn members<T: PartialEq + Clone>(base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
    let stays = |thing: &&T| theirs.contains(thing) || !base.contains(thing);
    let comes = |thing: &&T| !base.contains(thing) && !ours.contains(thing);
    ours.iter().filter(stays).chain(theirs.iter().filter(comes)).cloned().collect()
}
