use std::collections::{BTreeMap, BTreeSet};

use super::event::changes_of;
use super::merge::{Merged, merge, nothing_in_common};
use crate::domain::{Answer, Change, Event, FullId, Identifier, Item, Project, ProjectFact, State, Subject, Value};

/// Whether this copy of the project has nothing that the project does not know.
pub fn contains(project: &Project, copy: &Project) -> bool {
    let joined = || merge(&nothing_in_common(project, copy), project, copy, &|conflict| conflict.newest);
    grew_from(project, copy) || joined() == Merged { project: project.clone(), conflicts: Vec::new() }
}

/// Whether the project grew from this earlier one: it has all that stood there, or its history tells that it changed since.
pub fn grew_from(project: &Project, earlier: &Project) -> bool {
    let since: Vec<&Change> = project.history.iter().filter(|change| !earlier.history.contains(change)).collect();
    let told: BTreeSet<&Subject> = since.iter().map(|change| &change.subject).collect();
    let is_told = |subject: Subject| told.contains(&subject);
    // That something changed since tells nothing of a word that was said elsewhere: the word itself has to be known.
    let is_known = |subject: &Subject, word: &State| {
        let knows = |change: &&Change| [&change.from, &change.to].into_iter().flatten().any(|known| known == word);
        since.iter().filter(|change| change.subject == *subject).any(knows)
    };
    project.id == earlier.id
        && all_in(&earlier.history, &project.history)
        && earlier.events.iter().all(|event| stands_or_is_told(project, event, &since))
        && all_in(&earlier.lapsed, &project.lapsed)
        && ProjectFact::ALL.iter().all(|fact| {
            let is_known = |name| is_known(&Subject::Project(fact.word().to_owned()), &State::Given(Value::text(name)));
            fact.of(project) == fact.of(earlier) || fact.of(earlier).is_none_or(is_known)
        })
        && all_stand(&earlier.organisations, &project.organisations, |one| {
            is_told(Subject::Organisation(one.id.clone()))
        })
        && earlier
            .actions
            .iter()
            .all(|(id, record)| project.actions.get(id) == Some(record) || is_told(Subject::Action(id.to_string())))
        && all_stand(&earlier.own_actions, &project.own_actions, |step| is_told(Subject::Action(step.id.to_string())))
        && all_stand(&earlier.decisions, &project.decisions, |one| is_told(Subject::Decision(one.id.clone())))
        && earlier.meetings.iter().all(|meeting| {
            project.meeting(meeting.key()).is_some_and(|now| {
                all_in(&meeting.present, &now.present)
                    && all_in(&meeting.parked, &now.parked)
                    && all_in(&meeting.agreed, &now.agreed)
                    && all_in(&meeting.decided, &now.decided)
                    && all_in(&meeting.steps, &now.steps)
            })
        })
        && has_all_said(project, earlier, is_told, is_known)
}

/// The earlier project without what the later one lacks while its history does not tell that it was taken away: a file that was cut
/// short took nothing away.
pub fn without_untold_losses(earlier: &Project, project: &Project) -> Project {
    let since: Vec<&Change> = project.history.iter().filter(|change| !earlier.history.contains(change)).collect();
    let told: BTreeSet<&Subject> = since.iter().map(|change| &change.subject).collect();
    let is_told = |subject: Subject| told.contains(&subject);
    let mut kept = earlier.clone();
    kept.organisations.retain(|one| {
        project.organisation(one.id.as_str()).is_some() || is_told(Subject::Organisation(one.id.clone()))
    });
    kept.actions.retain(|id, _| project.actions.contains_key(id) || is_told(Subject::Action(id.to_string())));
    kept.own_actions.retain(|step| {
        project.own_actions.iter().any(|now| now.id == step.id) || is_told(Subject::Action(step.id.to_string()))
    });
    kept.decisions.retain(|decision| {
        project.decisions.iter().any(|now| now.id == decision.id) || is_told(Subject::Decision(decision.id.clone()))
    });
    kept.events.retain(|event| stands_or_is_told(project, event, &since));
    kept.history.retain(|change| project.history.contains(change));
    // An answer that stands open there without a word of it was not taken away either.
    let stays = |question: &FullId, organisation: Option<&Identifier>, answer: &mut Answer| match project
        .answer(question, organisation)
    {
        _ if is_told(Subject::Answer(Item::new(question, organisation))) => true,
        Some(now) if now.state == State::Open => {
            *answer = now.clone();
            true
        }
        now => now.is_some(),
    };
    kept.answers.retain(|question, answers| answers.retain(|by, answer| stays(question, by, answer)));
    kept
}

/// Whether an event is there as it was, if need be with a yes that it had not, or the history tells what became of it.
fn stands_or_is_told(project: &Project, event: &Event, since: &[&Change]) -> bool {
    let is_kept = |one: &Event| {
        let agreed = || Event { consent: one.consent.clone(), ..event.clone() };
        one == event || event.consent.by.is_none() && agreed() == *one
    };
    project.events.iter().any(is_kept) || changes_of(project, event).any(|change| since.contains(&change))
}

fn all_in<T: PartialEq>(some: &[T], all: &[T]) -> bool {
    all_stand(some, all, |_| false)
}

/// Whether each of the earlier things is there as it was, or the history tells what became of it.
fn all_stand<T: PartialEq>(earlier: &[T], now: &[T], is_told: impl Fn(&T) -> bool) -> bool {
    earlier.iter().all(|one| now.contains(one) || is_told(one))
}

fn has_all_said(
    project: &Project,
    earlier: &Project,
    is_told: impl Fn(Subject) -> bool,
    is_known: impl Fn(&Subject, &State) -> bool,
) -> bool {
    let (now, before) = (said_by_all(project), said_by_all(earlier));
    before.into_iter().all(|((question, organisation), answers)| {
        // What is left of an organisation that went, others say now, or it lapsed.
        let is_gone = organisation.is_some_and(|id| {
            project.organisation(id.as_str()).is_none() && is_told(Subject::Organisation(id.clone()))
        });
        let is_here = |owner: Option<&Identifier>| owner == organisation || is_gone && owner.is_some();
        let here = now.range((question, None)..).take_while(|((asked, _), _)| *asked == question);
        let here = here.filter(|((_, owner), _)| is_here(*owner));
        let here: Vec<&Answer> = here.flat_map(|(_, answers)| answers.iter().copied()).collect();
        let item = Item::new(question, organisation);
        let lapsed = |answer: &Answer| {
            let mut lapsed =
                project.lapsed.iter().filter(|lapsed| item.is(&lapsed.question, lapsed.organisation.as_ref()));
            is_gone && lapsed.any(|lapsed| lapsed.value.as_ref() == answer.value())
        };
        let subject = Subject::Answer(item.clone());
        let stands = |answer: &Answer| {
            !answer.state.is_said()
                || here.iter().any(|now| now.state == answer.state)
                || is_known(&subject, &answer.state)
                || lapsed(answer)
        };
        let noted =
            |note: &String| here.iter().filter_map(|now| now.note.as_ref()).any(|now| has_paragraphs(now, note));
        answers.into_iter().all(|answer| {
            stands(answer)
                && (answer.note.as_ref().is_none_or(noted)
                    || is_told(Subject::Note(item.clone()))
                    || is_told(subject.clone()))
        })
    })
}

/// Whether all that the one remark says stands in the other.
fn has_paragraphs(all: &str, some: &str) -> bool {
    let all: BTreeSet<&str> = all.split("\n\n").collect();
    some.split("\n\n").all(|paragraph| all.contains(paragraph))
}

pub type SaidByAll<'p> = BTreeMap<(&'p FullId, Option<&'p Identifier>), Vec<&'p Answer>>;

/// What was said, without questions that are only open.
pub fn said_by_all(project: &Project) -> SaidByAll<'_> {
    let mut said = SaidByAll::new();
    for (question, organisation, answer) in project.everything_said().filter(|(.., answer)| **answer != Answer::open())
    {
        said.entry((question, organisation)).or_default().push(answer);
    }
    said
}
