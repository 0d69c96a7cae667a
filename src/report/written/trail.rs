use super::writer::Writer;
use crate::advice::{FIRST_STEPS, Step, StepState, steps};
use crate::document::{Block, CheckItem};
use crate::domain::{FullId, Phase};
use crate::report::checklist::begun;
use crate::report::heading;

/// The first steps that are open.
pub(super) fn first(writer: &Writer) -> Vec<Block> {
    let open = known(writer).into_iter().filter(|step| step.state == StepState::Open && !step.late);
    checklist(open.take(FIRST_STEPS), Step::in_short)
}

/// The steps whose day has gone by.
pub(super) fn late(writer: &Writer) -> Vec<Block> {
    let late = known(writer).into_iter().filter(|step| step.late);
    checklist(late, Step::in_short)
}

/// The steps that a person ticked since the day from which on the document looks back.
pub(super) fn done(writer: &Writer) -> Vec<Block> {
    let done = known(writer).into_iter().filter(|step| match step.state {
        StepState::DoneByHand(date) => writer.since.is_none_or(|since| date >= since),
        _ => false,
    });
    checklist(done, Step::at_meeting)
}

/// Every step with how it stands, also of a phase that was not begun when somebody said something about it.
pub(super) fn whole(writer: &Writer) -> Vec<Block> {
    let steps = known(writer);
    let mut blocks = Vec::new();
    let mut section = |title: &str, wanted: fn(StepState) -> bool| {
        let chosen = steps.iter().filter(|step| wanted(step.state)).cloned();
        let list = checklist(chosen, Step::in_trail);
        if !list.is_empty() {
            blocks.push(heading(2, title));
            blocks.extend(list);
        }
    };
    section("Open", |state| state == StepState::Open);
    section("Klaar", StepState::is_done);
    section("Vervallen", |state| matches!(state, StepState::Lapsed | StepState::Dropped(_)));
    blocks
}

/// The questions of which the steps repeat answers.
pub(super) fn questions(writer: &Writer) -> Vec<FullId> {
    known(writer).into_iter().flat_map(|step| step.questions).collect()
}

pub(super) fn known(writer: &Writer) -> Vec<Step> {
    let project = writer.facts.project;
    let phase_of = |id: &FullId| writer.catalog.questionnaire(&id.questionnaire).map(|one| one.phase);
    let recorded = |phase: &Phase| project.actions.keys().any(|id| phase_of(id) == Some(*phase));
    let mut phases = begun(project);
    phases.extend(Phase::ALL.iter().copied().filter(|phase| !project.begun.contains_key(phase) && recorded(phase)));
    phases.dedup();
    steps(writer.catalog, &phases, writer.facts)
}

fn checklist(steps: impl Iterator<Item = Step>, item: fn(&Step) -> CheckItem) -> Vec<Block> {
    // Nobody types the id of a step on paper.
    let without_id = |item: CheckItem| CheckItem { id: None, ..item };
    let items: Vec<_> = steps.map(|step| without_id(item(&step))).collect();
    if items.is_empty() { Vec::new() } else { vec![Block::Checklist(items)] }
}
