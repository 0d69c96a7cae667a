use super::super::failure::Ended;
use super::super::person::Person;
use super::super::workplace::Workplace;
use super::super::{person, present};
use super::step::{change, tell_of_past};
use crate::advice::{Step, StepState, steps};
use crate::domain::Phase;
use crate::interview::PickItem;
use crate::ledger::Mark;
use crate::notation;

/// `regio stap nalopen`: asks of each step that is left lying what becomes of it.
pub fn run(workplace: &Workplace) -> Ended {
    let open = workplace.read_project()?;
    let mut left = steps(open.catalog, Phase::ALL, &open.facts(workplace.today));
    let is_begun = |step: &Step| step.phase.is_none_or(|phase| open.project.begun.contains_key(&phase));
    left.retain(|step| step.state == StepState::Open && step.left_lying && is_begun(step));
    if left.is_empty() {
        return present::message("Er is niets blijven liggen.");
    }
    let mut person = Person::instead_of(workplace.settings, || {
        person::missing("iemand die antwoordt").tip("bekijk wat te laat is met: regio checklist --te-laat")
    })?;
    for (place, step) in left.iter().enumerate() {
        let due = step.due.date().map(notation::date).unwrap_or_default();
        let ask = format!("{} van {}: {} (was voor {due}, {})", place + 1, left.len(), step.title, step.owner);
        let choices = ["Het is klaar", "Een nieuwe dag", "Laten vervallen"].map(PickItem::new).to_vec();
        let (steps, on, note) = (std::slice::from_ref(step), workplace.today, None);
        match person.choose_or_none(&ask, choices, "laten liggen")? {
            Some(0) => change(workplace, steps, "klaar", &Mark::Done { on, note })?,
            Some(1) => match person.day_or_none(("Voor wanneer dan wel?", "Dag"), "laten liggen", workplace.today)? {
                Some(day) => {
                    change(workplace, steps, &format!("voor {}", notation::date(day)), &Mark::Due(Some(day)))?;
                    tell_of_past(Some(day), workplace.today)?
                }
                None => continue,
            },
            Some(_) => change(workplace, steps, "vervallen", &Mark::Dropped { on, note })?,
            None => continue,
        };
    }
    present::message("Dat waren ze allemaal.")
}
