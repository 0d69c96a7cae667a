use serde::Serialize;

use super::{Head, label, paragraph, section, with_command};
use crate::advice::{Due, FIRST_STEPS, Step, StepState, steps};
use crate::catalog::Catalog;
use crate::document::{Block, Document};
use crate::domain::{FullId, Meaning, Organisation, Owner, Phase, Place, Project};
use crate::expression::Facts;
use crate::notation;

/// Which steps a checklist holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChecklistChoice<'c> {
    /// Nothing: the phases that were begun.
    pub phase: Option<Phase>,
    /// Also what does not apply, and everything in full.
    pub everything: bool,
    /// Only what these take.
    pub owner: Option<Whose<'c>>,
    /// Only steps that are due before or on the day of the startbijeenkomst, or as soon as possible.
    pub until_meeting: bool,
}

/// Whose steps they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose<'c> {
    Organisation(&'c Organisation),
    /// A person, by the name that stands with the step or the first of its names.
    Person(&'c str),
}

/// The next steps of a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Checklist {
    #[serde(flatten)]
    pub head: Head,
    pub phases: Vec<Phase>,
    /// The organisation or person whose steps these are.
    pub owner: Option<String>,
    /// The few that matter now.
    pub first: Vec<Step>,
    pub then: Vec<Step>,
    pub done: Vec<Step>,
    /// Lapsed by themselves or by a person.
    pub lapsed: Vec<Step>,
    pub not_applicable: Vec<Step>,
    #[serde(skip)]
    everything: bool,
}

impl Checklist {
    pub fn new(catalog: &Catalog, facts: &Facts, choice: &ChecklistChoice) -> Checklist {
        let phases = match choice.phase {
            Some(phase) => vec![phase],
            None => begun(facts.project),
        };
        let mut all = match choice.owner {
            Some(Whose::Organisation(organisation)) => steps_of(organisation, catalog, &phases, facts),
            Some(Whose::Person(name)) => steps_of_person(name, catalog, &phases, facts),
            None => steps(catalog, &phases, facts),
        };
        if choice.until_meeting {
            all.retain(|step| is_before_meeting(step, catalog, facts));
        }
        let chosen = |wanted: &dyn Fn(StepState) -> bool| -> Vec<Step> {
            all.iter().filter(|step| wanted(step.state)).cloned().collect()
        };
        let mut first = chosen(&|state| state == StepState::Open);
        let then = first.split_off(FIRST_STEPS.min(first.len()));
        let not_applicable =
            if choice.everything { chosen(&|state| state == StepState::NotApplicable) } else { Vec::new() };
        Checklist {
            head: label::head(facts, all.iter().flat_map(|step| &step.questions)),
            phases,
            owner: choice.owner.map(|owner| match owner {
                Whose::Organisation(organisation) => organisation.name.clone(),
                Whose::Person(name) => name.to_owned(),
            }),
            first,
            then,
            done: chosen(&StepState::is_done),
            lapsed: chosen(&|state| matches!(state, StepState::Lapsed | StepState::Dropped(_))),
            not_applicable,
            everything: choice.everything,
        }
    }

    pub fn document(&self, project: &Project) -> Document {
        let mut blocks = Vec::new();
        if self.first.is_empty() {
            blocks.push(paragraph("Er staan geen stappen open."));
            blocks.push(Block::Paragraph(with_command(
                "Loop de vragen na met ",
                "regio fase",
                ": nieuwe antwoorden geven nieuwe stappen.",
            )));
        } else {
            let title = first_title(self.first.len());
            blocks.extend(section(title, Block::Checklist, self.first.iter().map(Step::in_full)));
        }
        let then = if self.everything { Step::in_full } else { Step::in_short };
        blocks.extend(section("Daarna", Block::Checklist, self.then.iter().map(then)));
        blocks.extend(section("Klaar", Block::Checklist, self.done.iter().map(Step::became)));
        blocks.extend(section("Vervallen", Block::Checklist, self.lapsed.iter().map(Step::became)));
        blocks.extend(section(
            "Nu niet van toepassing",
            Block::Checklist,
            self.not_applicable.iter().map(Step::became),
        ));
        self.head.document(self.title(), project, blocks)
    }

    pub(super) fn title(&self) -> String {
        let owner = self.owner.as_ref().map(|name| format!(" voor {name}")).unwrap_or_default();
        let phases: Vec<&str> = self.phases.iter().map(|phase| phase.title()).collect();
        format!("Checklist{owner}: {}", notation::enumeration(&phases))
    }
}

fn first_title(count: usize) -> &'static str {
    match count {
        1 => "Deze stap staat open",
        2..=5 => "Deze stappen staan open",
        _ => "Eerst deze zes",
    }
}

/// The phases that were begun; before that, the first.
pub(super) fn begun(project: &Project) -> Vec<Phase> {
    let begun: Vec<Phase> = Phase::ALL.iter().copied().filter(|phase| project.begun.contains_key(phase)).collect();
    if begun.is_empty() { vec![Phase::Verkennen] } else { begun }
}

/// The steps that an organisation takes.
pub(super) fn steps_of(organisation: &Organisation, catalog: &Catalog, phases: &[Phase], facts: &Facts) -> Vec<Step> {
    let mut all = steps(catalog, phases, facts);
    all.retain(|step| takes(organisation, step, catalog, facts));
    all
}

/// The steps that stand on the name of a person.
pub fn steps_of_person(name: &str, catalog: &Catalog, phases: &[Phase], facts: &Facts) -> Vec<Step> {
    let name = name.trim().to_lowercase();
    let mut all = steps(catalog, phases, facts);
    all.retain(|step| {
        let owner = step.owner.to_lowercase();
        owner.strip_prefix(&name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    });
    all
}

/// Whether a step is for an organisation: it is named, or the rule of the step makes it one of those who take it.
fn takes(organisation: &Organisation, step: &Step, catalog: &Catalog, facts: &Facts) -> bool {
    match step.owner_rule {
        None => {
            let named = step.owner.to_lowercase();
            let is_contact = organisation.contacts.iter().any(|contact| contact.name.to_lowercase() == named);
            named == organisation.name.to_lowercase() || named == organisation.id.as_str() || is_contact
        }
        Some(Owner::EachOrganisation) => true,
        Some(Owner::Kopgroep) => organisation.place == Place::Kopgroep,
        Some(Owner::Trekker) => answer(catalog, facts, Meaning::TrekkerOrganisation)
            .is_some_and(|value| value.items().iter().any(|item| item.as_text() == Some(organisation.id.as_str()))),
    }
}

fn answer<'f>(catalog: &Catalog, facts: &Facts<'f>, meaning: Meaning) -> Option<&'f crate::domain::Value> {
    let question: &FullId = &catalog.meaning(meaning)?.id;
    facts.answer(question, None)?.value()
}

/// Whether a step is taken before the meeting is over, also when the day of the meeting is not known yet.
fn is_before_meeting(step: &Step, catalog: &Catalog, facts: &Facts) -> bool {
    let question = catalog.meaning(Meaning::MeetingDate);
    let meeting = answer(catalog, facts, Meaning::MeetingDate).and_then(|value| value.as_date());
    match &step.due {
        Due::On(due) => meeting.is_none_or(|meeting| *due <= meeting),
        Due::Soon => true,
        Due::Waits { on, days } => *days <= 0 && question.is_some_and(|question| question.label == *on),
        Due::Never => false,
    }
}
