use super::writer::Writer;
use crate::advice::{FIRST_STEPS, Step, StepState, steps};
use crate::document::{Block, CheckItem};
use crate::domain::{FullId, Phase, Tlp};
use crate::report::checklist::{begun, left_lying};
use crate::report::{heading, label};

/// The first steps that are open.
pub(super) fn first(writer: &Writer) -> Block {
    let open = known(writer).into_iter().filter(|step| step.state == StepState::Open && !step.late);
    checklist(open.take(FIRST_STEPS), Step::in_short)
}

/// The steps whose day has gone by; those that were left lying stand in one line, as on the checklist.
pub(super) fn late(writer: &Writer) -> Vec<Block> {
    let (lying, late): (Vec<Step>, Vec<Step>) =
        known(writer).into_iter().filter(|step| step.late).partition(|step| step.left_lying);
    let mut blocks = vec![checklist(late.into_iter(), Step::in_short)];
    blocks.extend((!lying.is_empty()).then(|| left_lying(lying.len())));
    blocks
}

/// The steps that a person ticked since the day from which on the document looks back.
pub(super) fn done(writer: &Writer) -> Block {
    let is_recent = |step: &Step| step.settled.is_some_and(|day| writer.looks_back_to(day));
    let is_done = |step: &Step| step.state == StepState::DoneByHand && is_recent(step);
    checklist(known(writer).into_iter().filter(is_done), Step::at_meeting)
}

/// Every step with how it stands, also of a phase that was not begun when somebody said something about it.
pub(super) fn whole(writer: &Writer) -> Vec<Block> {
    let steps = known(writer);
    let part = |title: &str, wanted: fn(StepState) -> bool| {
        let chosen = steps.iter().filter(|step| wanted(step.state)).cloned();
        [heading(2, title), checklist(chosen, Step::in_trail)]
    };
    let open = part("Open", |state| state == StepState::Open);
    [open, part("Klaar", StepState::is_done), part("Vervallen", StepState::is_lapsed)].concat()
}

/// The strictest label of the answers that the steps repeat.
pub(super) fn label(writer: &Writer) -> Tlp {
    label::strictest(writer.facts, known(writer).iter().flat_map(|step| &step.questions))
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

fn checklist(steps: impl Iterator<Item = Step>, item: fn(&Step) -> CheckItem) -> Block {
    // Nobody types the id of a step on paper.
    Block::Checklist(steps.map(|step| CheckItem { id: None, ..item(&step) }).collect())
}
