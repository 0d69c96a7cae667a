use super::depth::is_pursued;
use super::due::{Due, due};
use super::ranking::{LEFT_LYING, sort};
use super::reason::reasons;
use super::rhythm::comes_back;
use super::signals::lifted;
use super::step::{Precedence, Step, StepState};
use crate::catalog::Catalog;
use crate::domain::{
    Action, ActionRecord, Anchor, DueRule, Formula, OwnAction, Owner, Phase, Place, Project, StepId, Value,
};
use crate::expression::{Facts, fill};
use crate::notation;

/// Every step of the given phases and the user's own, in the order in which they matter now. Steps that do not apply are
/// there too: whoever shows them chooses.
pub fn steps(catalog: &Catalog, phases: &[Phase], facts: &Facts) -> Vec<Step> {
    steps_that_are(|_| true, catalog, phases, facts)
}

/// The steps that are open, in the same order; those that are left lying come behind all others.
pub fn open_steps(catalog: &Catalog, phases: &[Phase], facts: &Facts) -> Vec<Step> {
    steps_that_are(|state| state == StepState::Open, catalog, phases, facts)
}

/// Of the others not a word is worked out.
fn steps_that_are(wanted: fn(StepState) -> bool, catalog: &Catalog, phases: &[Phase], facts: &Facts) -> Vec<Step> {
    let (facts, plain) = (&facts.of_advice(), facts);
    let lifted = lifted(catalog, phases, facts);
    let mut steps = Vec::new();
    for questionnaire in catalog.questionnaires().iter().filter(|one| phases.contains(&one.phase)) {
        steps.extend(questionnaire.actions.iter().filter_map(|action| {
            let of_phase = Precedence::of(questionnaire.phase, facts.project);
            let precedence = if lifted.contains(&action.id) { Precedence::Lifted } else { of_phase };
            let since = catalog.facts_at(&action.id).map(|fact| notation::dated_fact(fact, facts.today)).collect();
            let pursued = is_pursued(questionnaire, &action.section, facts);
            let step = advised(action, (questionnaire.phase, pursued), precedence, (facts, plain), wanted)?;
            Some(Step { since, ..step })
        }));
    }
    let is_of_these = |own: &&OwnAction| own.phase.is_none_or(|phase| phases.contains(&phase));
    let own = facts.project.own_actions.iter().filter(is_of_these).map(|own| own_step(own, facts));
    steps.extend(own.filter(|step| wanted(step.state)));
    sort(&mut steps, facts.today);
    steps
}

fn advised(
    action: &Action,
    (phase, pursued): (Phase, bool),
    precedence: Precedence,
    (facts, plain): (&Facts, &Facts),
    wanted: fn(StepState) -> bool,
) -> Option<Step> {
    let said = facts.project.actions.get(&action.id);
    let holds = action.when.as_ref().is_none_or(|when| facts.holds(when)) && !is_excused(action, facts, plain);
    // Who gave a step a day or a name wants it.
    let reason = holds && (pursued || said.is_some());
    // A day that a person gave goes before what the answers say.
    let planned = said.and_then(|said| said.due).is_some_and(|day| day >= facts.today);
    let lapses = !planned && action.lapses_when.as_ref().is_some_and(|lapses| facts.holds(lapses));
    let applies = reason && !lapses;
    let done = action.done_when.as_ref().is_some_and(|done| facts.holds(done));
    let again = said.filter(|_| applies).and_then(|said| comes_back(action, phase, said, facts));
    let record = again.as_ref().or(said);
    let state = state(record, applies, done);
    if !wanted(state) {
        return None;
    }
    let by_answers = self::state(None, applies, done);
    let settling = match &action.done_when {
        _ if applies && !done => None,
        Some(rule) if done => Some(rule),
        _ if lapses => action.lapses_when.as_ref(),
        rule => action.when.as_ref().or(rule.as_ref()),
    };
    let condition = action.when.as_ref().or(action.done_when.as_ref());
    let due = due(action.due.as_ref(), record, phase, facts);
    // What goes before a day that the kopgroep chose is of today, whatever its phase, as long as there is time for it.
    let goes_before = matches!(&action.due, Some(DueRule { anchor: Anchor::Answer(_), days }) if *days <= 0);
    let is_ahead = goes_before && due.date().is_some_and(|day| day >= facts.today);
    Some(Step {
        id: StepId::Advised(action.id.clone()),
        phase: Some(phase),
        title: fill(&action.title, facts, None),
        how: Some(fill(&action.how, facts, None)),
        why: Some(fill(&action.why, facts, None)),
        since: Vec::new(),
        reasons: condition.map(|condition| reasons(condition, facts)).unwrap_or_default(),
        owner: owner(record, action.owner, facts.project),
        named: record.and_then(|record| record.owner.clone()),
        owner_rule: record.is_none_or(|record| record.owner.is_none()).then_some(action.owner),
        due_words: in_rhythm(due.words(state == StepState::Open, facts.today), action),
        late: state == StepState::Open && due.days_late(facts.today) > 0,
        left_lying: state == StepState::Open && due.days_late(facts.today) > LEFT_LYING,
        due,
        precedence: if planned || is_ahead { precedence.min(Precedence::Current) } else { precedence },
        state,
        settled: record.and_then(|record| record.done.or(record.dropped)),
        by_answers,
        settling: settling.map(|condition| reasons(condition, facts)).unwrap_or_default(),
        reason_gone: state == StepState::DoneByHand && !reason && !done,
        note: record.and_then(|record| record.note.clone()),
        weight: action.weight,
        questions: [
            condition.map(Formula::questions).unwrap_or_default(),
            action.title.questions(),
            action.how.questions(),
            action.why.questions(),
        ]
        .concat(),
        origin: Some(action.origin.clone()),
        points: action.points.clone(),
    })
}

/// Only what somebody said does not apply stands between the step and being done.
fn is_excused(action: &Action, facts: &Facts, plain: &Facts) -> bool {
    let Some(done) = &action.done_when else { return false };
    facts.value(done, None).is_none() && plain.value(done, None) == Some(Value::Flag(false))
}

/// Before when, and when it comes back.
fn in_rhythm(due: Option<String>, action: &Action) -> Option<String> {
    let hangs_on_day = action.due.as_ref().is_some_and(|rule| matches!(rule.anchor, Anchor::Answer(_)));
    let again = action.every.map(|every| match hangs_on_day {
        true => "komt bij de volgende datum terug".to_owned(),
        false => format!("komt {} terug", notation::every(every)),
    });
    notation::joined(due.into_iter().chain(again), "; ")
}

/// What a person said goes first; then what the answers say. A tick stays, whatever the answers become.
fn state(record: Option<&ActionRecord>, applies: bool, done: bool) -> StepState {
    match record {
        Some(ActionRecord { done: Some(_), .. }) => StepState::DoneByHand,
        Some(ActionRecord { dropped: Some(_), .. }) => StepState::Dropped,
        _ if done => StepState::DoneByItself,
        _ if applies => StepState::Open,
        Some(record) if *record != ActionRecord::default() => StepState::Lapsed,
        _ => StepState::NotApplicable,
    }
}

fn owner(record: Option<&ActionRecord>, owner: Owner, project: &Project) -> String {
    let named = record.and_then(|record| record.owner.as_ref()).map(|name| still_here(name, project));
    let trekker = project.trekker.clone().filter(|_| owner == Owner::Trekker);
    named.or(trekker).unwrap_or_else(|| owner.title().to_owned())
}

/// The name of who takes a step; of who left with its organisation it says so, so that someone takes the step over.
fn still_here(name: &str, project: &Project) -> String {
    let gone = project.in_place(Place::Departed).any(|organisation| organisation.answers_to(name));
    if gone { format!("{name} ({})", Place::Departed.title()) } else { name.to_owned() }
}

/// A step of the user's own weighs as much as the middle of the advised ones.
const OWN_WEIGHT: u32 = 60;

fn own_step(own: &OwnAction, facts: &Facts) -> Step {
    let due = own.record.due.map_or(Due::Never, Due::On);
    let state = state(Some(&own.record), true, false);
    Step {
        id: StepId::Own(own.id.clone()),
        phase: own.phase,
        title: own.title.clone(),
        how: None,
        why: None,
        since: Vec::new(),
        reasons: Vec::new(),
        owner_rule: own.record.owner.is_none().then_some(Owner::Trekker),
        named: own.record.owner.clone(),
        owner: owner(Some(&own.record), Owner::Trekker, facts.project),
        due_words: due.words(state == StepState::Open, facts.today),
        late: state == StepState::Open && due.days_late(facts.today) > 0,
        left_lying: state == StepState::Open && due.days_late(facts.today) > LEFT_LYING,
        due,
        precedence: own.phase.map_or(Precedence::Current, |phase| Precedence::of(phase, facts.project)),
        state,
        settled: own.record.done.or(own.record.dropped),
        by_answers: StepState::Open,
        settling: Vec::new(),
        reason_gone: false,
        note: own.record.note.clone(),
        weight: OWN_WEIGHT,
        questions: Vec::new(),
        origin: None,
        points: Vec::new(),
    }
}
