use chrono::NaiveDate;

use super::super::failure::{Ended, Failure};
use super::super::present;
use super::super::workplace::{OpenProject, Workplace};
use crate::advice::{Step, StepState, steps};
use crate::domain::{Answer, Event, EventKind, Phase, Project, ProjectFact};
use crate::ledger::{Ledger, LedgerError, Mark, find_organisation};
use crate::notation;

/// All that is open on one name goes to another, in one change. Of the trekker everything that falls to the trekker goes along.
pub fn run(workplace: &Workplace, from: &str, to: &str) -> Ended {
    let mut open = workplace.change_project()?;
    let (from, to) = (said(&open.project, from), said(&open.project, to));
    if same(&from, &to) {
        return Err(Failure::new(format!("'{from}' kan niet aan zichzelf overdragen")).tip("noem wie het overneemt"));
    }
    let is_trekker = open.project.trekker.as_ref().is_some_and(|trekker| is_of(trekker, &from, &open.project));
    let mut moving = steps(open.catalog, Phase::ALL, &open.facts(workplace.today));
    moving.retain(|step| step.state == StepState::Open && stands_on(&from, step, &open.project));
    if !is_trekker && moving.is_empty() {
        let failure = Failure::new(format!("op naam van '{from}' staat geen open stap"));
        return Err(failure.tip(match ["kopgroep", "de kopgroep"].contains(&from.to_lowercase().as_str()) {
            true => "wat van de kopgroep is, geef je per stap aan iemand: regio stap wie STAP NAAM",
            false => "zo'n naam staat achter de stap: regio checklist",
        }));
    }
    let became = format!("{to} doet");
    let event = event(is_trekker, [&from, &to], &moving, workplace.today);
    open.ledger(workplace).together(|ledger: &mut Ledger| {
        match ledger.happen(event) {
            // What goes over twice in a day stands in the log once.
            Ok(_) | Err(LedgerError::KnownEvent(_)) => {}
            Err(error) => return Err(error),
        }
        let hand_over = |step: &Step| ledger.mark(&step.id, Mark::Owner(Some(to.clone())), &doer(step), &became);
        moving.iter().try_for_each(hand_over)?;
        // Who hands over says so: the new trekker has said nothing yet.
        if is_trekker { ledger.call(ProjectFact::Trekker, to.clone()) } else { Ok(()) }
    })?;
    let trekker = is_trekker.then(|| format!("{to} is nu de trekker. De stappen van de trekker gingen mee."));
    let count = notation::counted(moving.len(), "open stap ging", "open stappen gingen");
    let told = (!moving.is_empty()).then(|| format!("{} van {from} naar {to}:", notation::capital(&count)));
    let lines = moving.iter().map(|step| format!("- {} ({})", step.title, step.id.code()));
    let paper = is_trekker.then(|| format!("Voor {to}: regio document overdracht --uit overdracht.docx"));
    present::messages(trekker.into_iter().chain(told).chain(lines).chain(still_named(&from, &open)).chain(paper))
}

/// Who does a step as far as somebody was named, and else how it stands.
pub(super) fn doer(step: &Step) -> String {
    step.named.as_ref().map_or_else(|| step.state.title().to_owned(), |name| format!("{name} doet"))
}

/// The handover as it stands in the log.
fn event(is_trekker: bool, [from, to]: [&str; 2], moving: &[Step], today: NaiveDate) -> Event {
    let text = match (is_trekker, moving.len()) {
        (true, _) => format!("Het trekken ging van {from} naar {to}."),
        (false, 1) => format!("Een stap ging van {from} naar {to}."),
        (false, _) => format!("Stappen gingen van {from} naar {to}."),
    };
    let steps = moving.iter().map(|step| step.id.to_string()).collect();
    Event { steps, ..Event::new(EventKind::Handover, text, today) }
}

/// The answers of all together that name someone stay as they were said: who is reached there now, only people know.
fn still_named(name: &str, open: &OpenProject) -> Option<String> {
    if find_organisation(&open.project, name).is_some() {
        return None;
    }
    let name = name.to_lowercase();
    let questions = open.catalog.questions().filter(|question| {
        let value = open.project.answer(&question.id, None).and_then(Answer::value);
        value.is_some_and(|value| value.has_text(&|text| text.to_lowercase().contains(&name)))
    });
    let labels: Vec<String> = questions.map(|question| format!("'{}'", question.label)).collect();
    let answers = notation::enumeration(&labels);
    (!labels.is_empty())
        .then(|| format!("Die naam staat nog in {answers}. Klopt dat niet meer? Verander het met: regio fase"))
}

/// The name by which the register knows an organisation; of a person what was typed.
fn said(project: &Project, name: &str) -> String {
    find_organisation(project, name).map_or_else(|| name.trim().to_owned(), |one| one.name.clone())
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

fn stands_on(name: &str, step: &Step, project: &Project) -> bool {
    step.named.as_ref().is_some_and(|named| is_of(named, name, project))
}

/// Whether a name is meant by another. With an organisation that left, its people left.
fn is_of(named: &str, name: &str, project: &Project) -> bool {
    let gone = find_organisation(project, name).filter(|organisation| organisation.has_left());
    same(&said(project, named), name) || gone.is_some_and(|organisation| organisation.answers_to(named))
}
