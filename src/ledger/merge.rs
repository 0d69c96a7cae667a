use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::contest::{Conflict, Contest, Side, Word, knows};
use super::event::merged_events;
use super::organisation::told;
use super::slot::{merged_notes, newest_last};
use crate::domain::{
    ActionRecord, Agreed, Answer, Answers, Contact, Decision, FullId, Identifier, Item, Meeting, Organisation,
    OwnAction, Project, Subject,
};
use crate::notation;

/// Two projects that grew from one, as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    pub project: Project,
    /// What both had changed, each in its own way. The word that does not hold stands in the history.
    pub conflicts: Vec<Conflict>,
}

/// Takes over what either of them changed since `base`. What one took away and the other changed stays: no word is lost.
/// Which word `holds` is only asked where neither knew of the other's.
pub fn merge(base: &Project, ours: &Project, theirs: &Project, holds: &dyn Fn(&Conflict) -> Side) -> Merged {
    let mut merging = Merging { ours, theirs, contest: Contest::new(ours, theirs, holds) };
    let mut project = merging.project(base);
    let Contest { told, conflicts, .. } = merging.contest;
    for told in told {
        if !project.history.contains(&told) {
            project.history.push(told);
        }
    }
    project.history.sort_by_key(|change| change.at);
    keep_who_is_named(&mut project, [ours, theirs]);
    Merged { project, conflicts }
}

/// Whom one of both took out of the register, or made one with another, stays as long as she said something or is named.
fn keep_who_is_named(project: &mut Project, sides: [&Project; 2]) {
    for organisation in sides.into_iter().flat_map(|side| &side.organisations) {
        let is_named = project.everything_said().any(|(_, owner, answer)| {
            owner == Some(&organisation.id) || answer.value().is_some_and(|value| value.names(organisation.id.as_str()))
        });
        if is_named && project.organisation(organisation.id.as_str()).is_none() {
            project.organisations.push(organisation.clone());
        }
    }
}

/// A base for two projects of which nobody knows what they grew from: it has nothing, so nothing was taken away.
pub fn nothing_in_common(ours: &Project, theirs: &Project) -> Project {
    Project { tlp: ours.tlp.min(theirs.tlp), ..Project::new(ours.id.clone(), ours.created) }
}

struct Merging<'m> {
    ours: &'m Project,
    theirs: &'m Project,
    contest: Contest<'m>,
}

/// What three of a thing come to: the same or the one that changed; and where both changed it, the two of them.
type Outcome<'t, T> = Result<Option<&'t T>, (&'t T, &'t T)>;

fn outcome<'t, T: PartialEq>(base: Option<&'t T>, ours: Option<&'t T>, theirs: Option<&'t T>) -> Outcome<'t, T> {
    match (ours, theirs) {
        _ if ours == theirs || theirs == base => Ok(ours),
        _ if ours == base => Ok(theirs),
        (Some(ours), Some(theirs)) => Err((ours, theirs)),
        // Who took it away did not know what the other made of it.
        (ours, theirs) => Ok(ours.or(theirs)),
    }
}

impl Merging<'_> {
    fn project(&mut self, base: &Project) -> Project {
        let (ours, theirs) = (self.ours, self.theirs);
        let mut own = |key: &str, of: fn(&Project) -> &Option<String>| {
            let subject = Subject::Project(key.to_owned());
            self.fact(&subject, [of(base), of(ours), of(theirs)], String::clone)
        };
        Project {
            id: ours.id.clone(),
            name: own("name", |project| &project.name),
            region: own("region", |project| &project.region),
            trekker: own("trekker", |project| &project.trekker),
            tlp: either(Some(&base.tlp), &ours.tlp, &theirs.tlp).copied().unwrap_or_else(|| ours.tlp.max(theirs.tlp)),
            created: ours.created.min(theirs.created),
            begun: keyed(&base.begun, &ours.begun, &theirs.begun, |_, _, ours, theirs| *ours.min(theirs)),
            organisations: listed(
                [&base.organisations, &ours.organisations, &theirs.organisations],
                |organisation| organisation.id.clone(),
                |base, ours, theirs| self.organisation(base, ours, theirs),
            ),
            answers: self.answers(base, ours, theirs),
            views: self.views(base),
            variants: {
                let mut variants = members(&base.variants, &ours.variants, &theirs.variants);
                variants.sort_by(|one, other| {
                    let place = (&one.question, &one.organisation).cmp(&(&other.question, &other.organisation));
                    place.then_with(|| newest_last(&one.answer, &other.answer))
                });
                variants
            },
            actions: keyed(&base.actions, &ours.actions, &theirs.actions, |id, base, ours, theirs| {
                self.record(&Subject::Action(id.to_string()), base, ours, theirs)
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
            events: merged_events([base, ours, theirs], &mut self.contest),
            meetings: listed([&base.meetings, &ours.meetings, &theirs.meetings], Meeting::key, meeting),
            history: members(&base.history, &ours.history, &theirs.history),
            lapsed: members(&base.lapsed, &ours.lapsed, &theirs.lapsed),
        }
    }

    /// Something of which there is one or none.
    fn fact<T: PartialEq + Clone>(
        &mut self,
        subject: &Subject,
        [base, ours, theirs]: [&Option<T>; 3],
        words: impl Fn(&T) -> String,
    ) -> Option<T> {
        match outcome(base.as_ref(), ours.as_ref(), theirs.as_ref()) {
            Ok(one) => one.cloned(),
            Err((ours, theirs)) => {
                let side = self.contest.settle(subject.clone(), Word::text(words(ours)), Word::text(words(theirs)));
                Some(of_side(side, ours, theirs).clone())
            }
        }
    }

    /// A remark. Of two both stay, unless one was written over the other.
    fn note(&self, subject: &Subject, base: Option<&String>, [ours, theirs]: [&Option<String>; 2]) -> Option<String> {
        match outcome(base, ours.as_ref(), theirs.as_ref()) {
            Ok(note) => note.cloned(),
            Err((one, other)) if knows(self.ours, self.theirs, subject, &Word::text(other).state) => Some(one.clone()),
            Err((one, other)) if knows(self.theirs, self.ours, subject, &Word::text(one).state) => Some(other.clone()),
            Err(_) => merged_notes(ours.clone(), theirs.clone()),
        }
    }

    fn answers(&mut self, base: &Project, ours: &Project, theirs: &Project) -> BTreeMap<FullId, Answers> {
        let merged = keyed(&answers(base), &answers(ours), &answers(theirs), |item, base, ours, theirs| {
            self.answer(item, base, ours, theirs)
        });
        let mut nested: BTreeMap<FullId, Answers> = BTreeMap::new();
        for (Item { question, organisation }, answer) in merged {
            match (organisation, nested.get_mut(&question)) {
                (Some(organisation), Some(Answers::PerOrganisation(each))) => drop(each.insert(organisation, answer)),
                (Some(organisation), None) => {
                    nested.insert(question, Answers::PerOrganisation([(organisation, answer)].into()));
                }
                // A question that is asked of all together in one of them and of each in the other: what was said together comes first.
                (Some(organisation), Some(Answers::Together(_))) => {
                    let subject = Subject::Answer(Item::of(&question, &organisation));
                    self.contest.tell(subject, Word::answer(&answer), Word::answer(&Answer::open()));
                }
                (None, _) => drop(nested.insert(question, Answers::Together(answer))),
            }
        }
        nested
    }

    fn views(&mut self, base: &Project) -> BTreeMap<FullId, BTreeMap<Identifier, Answer>> {
        let three = [base, self.ours, self.theirs];
        let questions: BTreeSet<&FullId> = three[1..].iter().flat_map(|project| project.views.keys()).collect();
        let merged = questions.into_iter().map(|question| {
            let views = three.map(|project| project.views.get(question).cloned().unwrap_or_default());
            let each = keyed(&views[0], &views[1], &views[2], |by, base, ours, theirs| {
                self.answer(&Item::of(question, by), base, ours, theirs)
            });
            (question.clone(), each)
        });
        merged.filter(|(_, each)| !each.is_empty()).collect()
    }

    fn answer(&mut self, item: &Item, base: Option<&Answer>, ours: &Answer, theirs: &Answer) -> Answer {
        let is_same = |other: &Answer| base.is_some_and(|base| base.state == other.state);
        let side = match (is_same(ours), is_same(theirs)) {
            (true, false) => Side::Theirs,
            (false, true) => Side::Ours,
            _ if ours.state == theirs.state => newest(ours, theirs),
            _ => self.contest.settle(Subject::Answer(item.clone()), Word::answer(ours), Word::answer(theirs)),
        };
        let of_note = Subject::Note(item.clone());
        let note = self.note(&of_note, base.and_then(|base| base.note.as_ref()), [&ours.note, &theirs.note]);
        // Of two labels the stricter one, unless somebody chose the wider one since.
        let labels = either(base.map(|base| &base.tlp), &ours.tlp, &theirs.tlp);
        let tlp = labels.copied().unwrap_or_else(|| ours.tlp.max(theirs.tlp));
        Answer { note, tlp, ..of_side(side, ours, theirs).clone() }
    }

    /// Its name and its place are one fact, as they are in the history.
    fn organisation(
        &mut self,
        base: Option<&Organisation>,
        ours: &Organisation,
        theirs: &Organisation,
    ) -> Organisation {
        let subject = Subject::Organisation(ours.id.clone());
        let names = either(base.map(|base| &base.name), &ours.name, &theirs.name);
        let standings = base.map(Organisation::standing);
        let standing = either(standings.as_ref(), &ours.standing(), &theirs.standing()).copied();
        let side = match (names, standing) {
            (Some(_), Some(_)) => Side::Ours,
            _ => self.contest.settle(subject.clone(), Word::text(told(ours)), Word::text(told(theirs))),
        };
        let (place, departure) = standing.unwrap_or_else(|| of_side(side, ours, theirs).standing());
        let kind = base.and_then(|base| base.kind);
        let known: &[Contact] = base.map_or(&[], |base| &base.contacts);
        Organisation {
            id: ours.id.clone(),
            name: names.unwrap_or(&of_side(side, ours, theirs).name).clone(),
            place,
            departure: departure.clone(),
            kind: self.fact(&subject, [&kind, &ours.kind, &theirs.kind], |kind| kind.title().to_owned()),
            contacts: members(known, &ours.contacts, &theirs.contacts),
        }
    }

    fn record(
        &mut self,
        subject: &Subject,
        base: Option<&ActionRecord>,
        ours: &ActionRecord,
        theirs: &ActionRecord,
    ) -> ActionRecord {
        let base = base.cloned().unwrap_or_default();
        let [known, one, other] = [&base, ours, theirs].map(ended);
        let (done, dropped) = self.fact(subject, [&known, &one, &other], ending).unwrap_or_default();
        let owner = |owner: &String| format!("wie: {owner}");
        let due = |due: &NaiveDate| format!("voor {}", notation::date(*due));
        ActionRecord {
            done,
            dropped,
            owner: self.fact(subject, [&base.owner, &ours.owner, &theirs.owner], owner),
            due: self.fact(subject, [&base.due, &ours.due, &theirs.due], due),
            note: self.note(subject, base.note.as_ref(), [&ours.note, &theirs.note]),
            reopened: ours.reopened.max(theirs.reopened),
        }
    }

    fn step(&mut self, base: Option<&OwnAction>, ours: &OwnAction, theirs: &OwnAction) -> OwnAction {
        let subject = Subject::Action(ours.id.to_string());
        let title = |step: &OwnAction| Some(step.title.clone());
        let titles = [&base.and_then(title), &title(ours), &title(theirs)];
        let title = self.fact(&subject, titles, String::clone).unwrap_or_else(|| ours.title.clone());
        let record = self.record(&subject, base.map(|base| &base.record), &ours.record, &theirs.record);
        OwnAction { title, record, ..ours.clone() }
    }

    fn decision(&mut self, ours: &Decision, theirs: &Decision) -> Decision {
        let subject = Subject::Decision(ours.id.clone());
        of_side(self.contest.settle(subject, decided(ours), decided(theirs)), ours, theirs).clone()
    }
}

fn newest(ours: &Answer, theirs: &Answer) -> Side {
    if newest_last(ours, theirs) == Ordering::Less { Side::Theirs } else { Side::Ours }
}

fn of_side<'t, T>(side: Side, ours: &'t T, theirs: &'t T) -> &'t T {
    match side {
        Side::Ours => ours,
        Side::Theirs => theirs,
    }
}

/// The days on which a step was done or lapsed; nothing while it is open.
type Ended = (Option<NaiveDate>, Option<NaiveDate>);

fn ended(record: &ActionRecord) -> Option<Ended> {
    Some((record.done, record.dropped)).filter(|ended| *ended != (None, None))
}

fn ending((done, dropped): &Ended) -> String {
    let done = done.map(|day| format!("klaar op {}", notation::date(day)));
    let dropped = dropped.map(|day| format!("vervallen op {}", notation::date(day)));
    done.into_iter().chain(dropped).collect::<Vec<_>>().join(", ")
}

/// All that a decision says.
fn decided(decision: &Decision) -> Word {
    let Decision { id: _, text, date, by, why, replaces } = decision;
    let more = [by, why, replaces].into_iter().flatten().map(|word| format!("; {word}"));
    Word::text(format!("{text} ({}{})", notation::date(*date), more.collect::<String>()))
}

/// Two who held the same meeting: what either wrote down.
fn meeting(base: Option<&Meeting>, ours: &Meeting, theirs: &Meeting) -> Meeting {
    let nothing = Meeting::default();
    let base = base.unwrap_or(&nothing);
    let both = |field: fn(&Meeting) -> &Vec<String>| members(field(base), field(ours), field(theirs));
    let newest = |_: Option<&Agreed>, ours: &Agreed, theirs: &Agreed| {
        of_side(newest(&ours.answer, &theirs.answer), ours, theirs).clone()
    };
    let agreed = [&*base.agreed, &ours.agreed, &theirs.agreed];
    let steps = [&*base.steps, &ours.steps, &theirs.steps];
    Meeting {
        date: ours.date,
        number: ours.number,
        present: both(|meeting| &meeting.present),
        parked: both(|meeting| &meeting.parked),
        agreed: listed(agreed, |agreed| agreed.question.clone(), newest),
        decided: both(|meeting| &meeting.decided),
        // A step that was thought of at a meeting stands there as it was said, in every copy.
        steps: listed(steps, |step| step.id.clone(), |_, ours, _| ours.clone()),
    }
}

/// The one that changed; nothing when both did.
pub(super) fn either<'t, T: PartialEq>(base: Option<&'t T>, ours: &'t T, theirs: &'t T) -> Option<&'t T> {
    outcome(base, Some(ours), Some(theirs)).ok().flatten()
}

fn answers(project: &Project) -> BTreeMap<Item, Answer> {
    let each = project.answers.iter().flat_map(|(question, answers)| {
        answers.each().into_iter().map(|(by, answer)| (Item::new(question, by), answer.clone()))
    });
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
            Ok(one) => one?.clone(),
            Err((one, other)) => both(key, base.get(key), one, other),
        };
        Some((key.clone(), thing))
    });
    merged.collect()
}

/// A list of things with a name each, in the order of ours, with what only theirs has behind it.
pub(super) fn listed<K: Ord + Clone, T: PartialEq + Clone>(
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
