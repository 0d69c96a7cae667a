use super::super::exit::Exit;
use super::super::failure::{Ended, Failure};
use super::super::present;
use super::super::workplace::Workplace;
use super::step::change;
use crate::advice::{Step, StepState, steps};
use crate::domain::Phase;
use crate::ledger::Mark;

/// `regio stap heropen`: all of them or none. Where the answers say themselves that a step asks nothing more, taking a tick away
/// would change nothing, so that is refused with the answers.
pub fn run(workplace: &Workplace, wanted: &[Step]) -> Ended {
    if let Some(step) = wanted.iter().find(|step| step.by_answers != StepState::Open) {
        return Err(settled_by_answers(step));
    }
    let (open, closed): (Vec<Step>, Vec<Step>) = wanted.iter().cloned().partition(|step| step.state == StepState::Open);
    present::messages(open.iter().map(|step| format!("Staat al open: {}", step.title)))?;
    if closed.is_empty() {
        return Ok(Exit::Done);
    }
    change(workplace, &closed, "weer open", &Mark::Reopened { on: workplace.today })?;
    let project = workplace.read_project()?;
    let now = steps(project.catalog, Phase::ALL, &project.facts(workplace.today));
    let without_day = closed.iter().filter(|step| {
        let is_dated = now.iter().any(|now| now.id == step.id && now.due.date().is_some());
        step.due.date().is_some() && !is_dated
    });
    present::messages(without_day.map(|step| {
        let code = step.id.code();
        format!("De dag van {code} is geweest en staat er niet meer bij. Spreek een nieuwe af met: regio stap voor {code} DATUM")
    }))
}

fn settled_by_answers(step: &Step) -> Failure {
    let became = if step.by_answers == StepState::DoneByItself { "al klaar is" } else { "nu niet nodig is" };
    let answers: Vec<String> = step.settling.iter().map(|one| format!("{}: {}", one.label, one.answer)).collect();
    let answers = if answers.is_empty() { String::new() } else { format!(" ({})", answers.join("; ")) };
    let title = &step.title;
    Failure::new(format!("'{title}' gaat niet open: uit de antwoorden volgt dat de stap {became}{answers}")).tip(
        match step.settling.iter().find_map(|one| one.question.as_ref()) {
            Some(question) => format!("klopt dat niet, wijzig dan het antwoord: regio fase --vraag {question}"),
            None => "klopt dat niet, loop dan de antwoorden na met: regio fase".to_owned(),
        },
    )
}
