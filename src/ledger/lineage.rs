use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Answer, Answers, FullId, Identifier, Project, State, Subject};

/// Whether the project grew from this earlier one: it has all that stood there, or its history tells that it changed since.
pub fn grew_from(project: &Project, earlier: &Project) -> bool {
    let since = project.history.iter().filter(|change| !earlier.history.contains(change));
    let told: BTreeSet<&Subject> = since.map(|change| &change.subject).collect();
    let is_told = |subject: Subject| told.contains(&subject);
    project.id == earlier.id
        && all_in(&earlier.history, &project.history)
        && all_in(&earlier.successes, &project.successes)
        && all_in(&earlier.lapsed, &project.lapsed)
        && own_facts(project).into_iter().zip(own_facts(earlier)).all(|((key, now), (_, before))| {
            now == before || before.is_none() || is_told(Subject::Project(key.to_owned()))
        })
        && earlier.organisations.iter().all(|organisation| {
            project.organisations.contains(organisation) || is_told(Subject::Organisation(organisation.id.clone()))
        })
        && earlier
            .actions
            .iter()
            .all(|(id, record)| project.actions.get(id) == Some(record) || is_told(Subject::Action(id.to_string())))
        && earlier
            .own_actions
            .iter()
            .all(|step| project.own_actions.contains(step) || is_told(Subject::Action(step.id.to_string())))
        && earlier
            .decisions
            .iter()
            .all(|decision| project.decisions.contains(decision) || is_told(Subject::Decision(decision.id.clone())))
        && earlier.meetings.iter().all(|meeting| {
            project.meeting(meeting.key()).is_some_and(|now| {
                all_in(&meeting.present, &now.present)
                    && all_in(&meeting.parked, &now.parked)
                    && all_in(&meeting.agreed, &now.agreed)
                    && all_in(&meeting.decided, &now.decided)
                    && all_in(&meeting.steps, &now.steps)
            })
        })
        && has_all_said(project, earlier, is_told)
}

/// The earlier project without what the later one lacks while its history does not tell that it was taken away: a file that was cut
/// short took nothing away.
pub fn without_untold_losses(earlier: &Project, project: &Project) -> Project {
    let since = project.history.iter().filter(|change| !earlier.history.contains(change));
    let told: BTreeSet<&Subject> = since.map(|change| &change.subject).collect();
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
    kept.successes.retain(|success| project.successes.contains(success));
    kept.history.retain(|change| project.history.contains(change));
    // An answer that stands open there without a word of it was not taken away either.
    let stays = |question: &FullId, organisation: Option<&Identifier>, answer: &mut Answer| {
        let subject = Subject::Answer { question: question.clone(), organisation: organisation.cloned() };
        match project.answer(question, organisation) {
            _ if is_told(subject) => true,
            Some(now) if now.state == State::Open => {
                *answer = now.clone();
                true
            }
            now => now.is_some(),
        }
    };
    kept.answers.retain(|question, answers| match answers {
        Answers::Together(answer) => stays(question, None, answer),
        Answers::PerOrganisation(each) => {
            each.retain(|organisation, answer| stays(question, Some(organisation), answer));
            !each.is_empty()
        }
    });
    kept
}

fn all_in<T: PartialEq>(some: &[T], all: &[T]) -> bool {
    some.iter().all(|one| all.contains(one))
}

fn own_facts(project: &Project) -> [(&'static str, &Option<String>); 3] {
    [("name", &project.name), ("region", &project.region), ("trekker", &project.trekker)]
}

type Said<'p> = BTreeMap<(&'p FullId, Option<&'p Identifier>), Vec<&'p Answer>>;

fn has_all_said(project: &Project, earlier: &Project, is_told: impl Fn(Subject) -> bool) -> bool {
    let (now, before) = (said(project), said(earlier));
    before.into_iter().all(|(item, answers)| {
        let now = now.get(&item).map_or(&[][..], Vec::as_slice);
        let (question, organisation) = (item.0.clone(), item.1.cloned());
        let told_of_note = || is_told(Subject::Note { question: question.clone(), organisation: organisation.clone() });
        let stands = |answer: &Answer| now.iter().any(|now| now.state == answer.state);
        let noted = |answer: &Answer| now.iter().any(|now| now.note == answer.note);
        let is_told = || is_told(Subject::Answer { question: question.clone(), organisation: organisation.clone() });
        answers.into_iter().all(|answer| {
            (stands(answer) || answer == &Answer::open() || is_told())
                && (answer.note.is_none() || noted(answer) || told_of_note() || is_told())
        })
    })
}

fn said(project: &Project) -> Said<'_> {
    let mut said = Said::new();
    for (question, organisation, answer) in project.everything_said() {
        said.entry((question, organisation)).or_default().push(answer);
    }
    said
}
