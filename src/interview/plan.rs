use super::extent::Extent;
use crate::catalog::Catalog;
use crate::domain::{FullId, Identifier, Place, Project, Question, Scope};
use crate::ledger::Item;

/// The stops of a run, in order: single questions, and rows of questions that are asked to each organisation in turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    pub section: FullId,
    pub questions: Questions,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Questions {
    One(FullId),
    /// Neighbouring questions asked per organisation: one organisation answers them all before the next begins.
    PerOrganisation(Vec<FullId>),
}

/// All stops of an extent.
pub fn stops(catalog: &Catalog, extent: &Extent) -> Vec<Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    for questionnaire in catalog.questionnaires() {
        for section in &questionnaire.sections {
            let section_id = FullId::new(&questionnaire.id, &section.id);
            for question in section.questions.iter().filter(|question| covers(extent, catalog, &section_id, question)) {
                add(&mut stops, &section_id, question);
            }
        }
    }
    stops
}

fn covers(extent: &Extent, catalog: &Catalog, section: &FullId, question: &Question) -> bool {
    match extent {
        Extent::Intake => question.intake,
        Extent::Phase(phase) => catalog.phase_of(&question.id) == Some(*phase),
        Extent::Section(wanted) => wanted == section,
        Extent::Question(wanted) => *wanted == question.id,
        Extent::Everything => true,
    }
}

fn add(stops: &mut Vec<Stop>, section: &FullId, question: &Question) {
    if question.scope == Scope::Together {
        stops.push(Stop { section: section.clone(), questions: Questions::One(question.id.clone()) });
        return;
    }
    match stops.last_mut() {
        Some(Stop { section: last, questions: Questions::PerOrganisation(row) }) if last == section => {
            row.push(question.id.clone());
        }
        _ => stops
            .push(Stop { section: section.clone(), questions: Questions::PerOrganisation(vec![question.id.clone()]) }),
    }
}

impl Stop {
    /// What is asked at this stop, of the given organisations where it is asked per organisation.
    pub fn items(&self, organisations: &[Identifier]) -> Vec<Item> {
        match &self.questions {
            Questions::One(question) => vec![Item::together(question)],
            Questions::PerOrganisation(row) => organisations
                .iter()
                .flat_map(|organisation| row.iter().map(move |question| Item::of(question, organisation)))
                .collect(),
        }
    }

    pub fn is_per_organisation(&self) -> bool {
        matches!(self.questions, Questions::PerOrganisation(_))
    }
}

/// The organisations that are asked the questions per organisation.
pub fn kopgroep(project: &Project) -> Vec<Identifier> {
    project.in_place(Place::Kopgroep).map(|organisation| organisation.id.clone()).collect()
}
