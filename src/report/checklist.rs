use serde::Serialize;

use super::{Head, hint, label, paragraph, section};
use crate::advice::{Due, FIRST_STEPS, Step, StepState, did_its_part, steps};
use crate::analysis::together;
use crate::catalog::Catalog;
use crate::document::{Block, CheckItem, Document, Row, Table, text};
use crate::domain::{Meaning, Organisation, Origin, Owner, Phase, Place, Project};
use crate::expression::Facts;
use crate::notation;

/// Which steps a checklist holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChecklistChoice<'c> {
    /// Nothing: the phases that were begun.
    pub phase: Option<Phase>,
    /// Also what is done, lapsed or does not apply.
    pub everything: bool,
    /// How each step is taken and why, below it.
    pub explained: bool,
    /// Only open steps whose day has been.
    pub late: bool,
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
pub struct Checklist<'c> {
    #[serde(flatten)]
    pub head: Head,
    pub phases: Vec<Phase>,
    /// The organisation or person whose steps these are.
    pub owner: Option<String>,
    /// The few that matter now.
    pub first: Vec<Step>,
    pub then: Vec<Step>,
    /// Late for so long that they stand in one line.
    pub left_lying: Vec<Step>,
    pub done: Vec<Step>,
    /// Lapsed by themselves or by a person.
    pub lapsed: Vec<Step>,
    pub not_applicable: Vec<Step>,
    #[serde(skip)]
    choice: ChecklistChoice<'c>,
}

/// The columns of the open steps on paper: a box to tick, the code that `regio klaar` takes, and what a meeting agrees on.
const COLUMNS: [&str; 5] = ["Klaar", "Code", "Stap", "Wie", "Voor"];

impl<'c> Checklist<'c> {
    pub fn new(catalog: &Catalog, facts: &Facts, choice: ChecklistChoice<'c>) -> Checklist<'c> {
        let phases = choice.phase.map_or_else(|| begun(facts.project), |phase| vec![phase]);
        let mut all = match choice.owner {
            Some(whose) => steps_of(whose, catalog, &phases, facts),
            None => steps(catalog, &phases, facts),
        };
        all.retain(|step| !choice.until_meeting || is_before_meeting(step, catalog, facts));
        all.retain(|step| !choice.late || step.late && step.state == StepState::Open);
        let chosen =
            |is: fn(StepState) -> bool| all.iter().filter(|step| is(step.state)).cloned().collect::<Vec<Step>>();
        let mut first = chosen(|state| state == StepState::Open);
        // They come behind all others.
        let lying = first.iter().position(|step| step.left_lying).filter(|_| !choice.late);
        let left_lying = first.split_off(lying.unwrap_or(first.len()));
        let then = first.split_off(FIRST_STEPS.min(first.len()));
        let not_applicable = chosen(|state| state == StepState::NotApplicable);
        Checklist {
            head: label::head(facts, all.iter().flat_map(|step| &step.questions)),
            phases,
            owner: choice.owner.map(|owner| match owner {
                Whose::Organisation(organisation) => organisation.name.clone(),
                Whose::Person(name) => name.to_owned(),
            }),
            first,
            then,
            left_lying,
            done: chosen(StepState::is_done),
            lapsed: chosen(StepState::is_lapsed),
            not_applicable: if choice.everything { not_applicable } else { Vec::new() },
            choice,
        }
    }

    pub fn document(&self) -> Document {
        let mut blocks = match self.first.is_empty() {
            true if self.choice.late => vec![paragraph("Er is niets te laat.")],
            true => vec![
                paragraph("Er staan geen stappen open."),
                hint("Loop de vragen na met ", "regio fase", ": nieuwe antwoorden geven nieuwe stappen."),
            ],
            false => Vec::new(),
        };
        let part = |title: &str, steps: &[Step], item: fn(&Step) -> CheckItem| {
            section(title, Block::Checklist, steps.iter().map(item))
        };
        for (title, steps) in [(first_title(self.first.len()), &self.first), ("Daarna", &self.then)] {
            blocks.extend(match self.choice.explained {
                true => part(title, steps, Step::in_full),
                false => section(title, table, steps.iter().map(Step::row)),
            });
        }
        if !self.left_lying.is_empty() {
            blocks.push(left_lying(self.left_lying.len()));
        }
        if self.choice.everything {
            blocks.extend(part("Blijven liggen", &self.left_lying, Step::in_short));
            blocks.extend(part("Klaar", &self.done, Step::became));
            blocks.extend(part("Vervallen", &self.lapsed, Step::became));
            blocks.extend(part("Nu niet van toepassing", &self.not_applicable, Step::became));
        } else if let Some(behind) = self.behind() {
            blocks.push(hint(&format!("{behind} Alles zien? Typ "), "regio checklist --alles", "."));
        }
        if !self.first.is_empty() {
            blocks.push(paragraph(Origin::LEGEND));
        }
        self.head.document(self.title(), blocks)
    }

    /// What to do first, a line each: on a screen it stays in view.
    pub fn in_brief(&self) -> Document {
        let first = self.first.iter().map(|step| text(step.in_a_line(self.head.date)));
        self.head.document(self.title(), section(first_title(self.first.len()), Block::Bullets, first))
    }

    /// `Klaar: 12. Vervallen: 2.`
    fn behind(&self) -> Option<String> {
        let counts = [("Klaar", self.done.len()), ("Vervallen", self.lapsed.len())];
        let counts = counts.iter().filter(|(_, count)| *count > 0).map(|(word, count)| format!("{word}: {count}."));
        notation::joined(counts, " ")
    }

    pub(super) fn title(&self) -> String {
        let phases = notation::enumeration(self.phases.iter().map(|phase| phase.title()));
        match &self.owner {
            // A name and all phases would not fit below the page.
            Some(name) if self.phases.len() == Phase::ALL.len() => format!("Checklist voor {name}"),
            Some(name) => format!("Checklist voor {name}: {phases}"),
            None => format!("Checklist: {phases}"),
        }
    }
}

fn table(rows: Vec<Row>) -> Block {
    Block::Table(Table::new(COLUMNS, rows).led_by(3))
}

fn first_title(count: usize) -> &'static str {
    match count {
        1 => "Deze stap staat open",
        2..=5 => "Deze stappen staan open",
        _ => "Eerst deze zes",
    }
}

/// How many steps were left lying, and how to go over them.
pub fn left_lying(count: usize) -> Block {
    hint(&format!("Blijven liggen: {count}. Loop ze na met "), "regio stap nalopen", ".")
}

/// The phases that were begun; before that, the first.
pub fn begun(project: &Project) -> Vec<Phase> {
    let begun: Vec<Phase> = Phase::ALL.iter().copied().filter(|phase| project.begun.contains_key(phase)).collect();
    if begun.is_empty() { vec![Phase::Verkennen] } else { begun }
}

/// The steps that an organisation or a person takes.
pub fn steps_of(whose: Whose, catalog: &Catalog, phases: &[Phase], facts: &Facts) -> Vec<Step> {
    let mut all = steps(catalog, phases, facts);
    all.retain(|step| match whose {
        Whose::Organisation(organisation) => takes(organisation, step, catalog, facts),
        Whose::Person(name) => stands_on(name, step),
    });
    all
}

/// The open steps that were put on the name of an organisation, or of one of its people.
pub fn open_on_name(organisation: &Organisation, catalog: &Catalog, facts: &Facts) -> Vec<Step> {
    let mut open = steps_of(Whose::Organisation(organisation), catalog, Phase::ALL, facts);
    open.retain(|step| step.state == StepState::Open && step.owner_rule.is_none());
    open
}

/// Whether a step stands on the name of a person.
fn stands_on(name: &str, step: &Step) -> bool {
    let (name, owner) = (name.trim().to_lowercase(), step.owner.to_lowercase());
    owner.strip_prefix(&name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether a step is for an organisation: it is named, or the rule of the step makes it one of those who take it.
fn takes(organisation: &Organisation, step: &Step, catalog: &Catalog, facts: &Facts) -> bool {
    match step.owner_rule {
        None => step.named.as_ref().is_some_and(|named| organisation.answers_to(named)),
        Some(Owner::EachOrganisation) => !did_its_part(organisation, step, catalog, facts),
        Some(Owner::Kopgroep) => organisation.place == Place::Kopgroep,
        Some(Owner::Trekker) => together(catalog, facts, Meaning::TrekkerOrganisation)
            .is_some_and(|value| value.names(organisation.id.as_str())),
    }
}

/// Whether a step is taken before the meeting is over, also when the day of the meeting is not known yet.
fn is_before_meeting(step: &Step, catalog: &Catalog, facts: &Facts) -> bool {
    let question = catalog.meaning(Meaning::MeetingDate);
    let meeting = together(catalog, facts, Meaning::MeetingDate).and_then(|value| value.as_date());
    match &step.due {
        Due::On(due) => meeting.is_none_or(|meeting| *due <= meeting),
        Due::Soon => true,
        Due::Waits { on, days } => *days <= 0 && question.is_some_and(|question| question.label == *on),
        Due::Never => false,
    }
}
