use super::extent::Extent;
use crate::catalog::Catalog;
use crate::domain::{Depth, FullId, Identifier, Item, Place, Project, Question};

/// A place where a run stops to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    pub section: FullId,
    /// A single question, or neighbouring ones asked per organisation: one organisation answers them all before the next begins.
    pub questions: Vec<FullId>,
    pub per_organisation: bool,
    /// Offered at the end of its part in a walk through a phase.
    pub deeper: bool,
}

/// All stops of an extent.
pub fn stops(catalog: &Catalog, extent: &Extent) -> Vec<Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    for questionnaire in catalog.questionnaires() {
        for section in &questionnaire.sections {
            let section_id = FullId::new(&questionnaire.id, &section.id);
            let covered = section.questions.iter().filter(|question| covers(extent, catalog, &section_id, question));
            let is_deeper =
                |question: &&Question| matches!(extent, Extent::Phase(_)) && question.depth == Depth::Deeper;
            let (later, core): (Vec<&Question>, Vec<&Question>) = covered.partition(is_deeper);
            for (questions, deeper) in [(core, false), (later, true)] {
                let neighbours = questions.chunk_by(|one, next| one.scope.is_each() && next.scope.is_each());
                stops.extend(neighbours.map(|asked| Stop {
                    section: section_id.clone(),
                    questions: asked.iter().map(|question| question.id.clone()).collect(),
                    per_organisation: asked.iter().any(|question| question.scope.is_each()),
                    deeper,
                }));
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

impl Stop {
    /// What is asked at this stop, of the given organisations where it is asked per organisation.
    pub fn items(&self, organisations: &[Identifier]) -> Vec<Item> {
        let of_each = |organisation| self.questions.iter().map(move |question| Item::of(question, organisation));
        match self.per_organisation {
            true => organisations.iter().flat_map(of_each).collect(),
            false => self.questions.iter().map(Item::together).collect(),
        }
    }
}

/// The organisations that are asked any question per organisation.
pub fn taking_part(project: &Project) -> Vec<Identifier> {
    let places = [Place::Kopgroep, Place::Participant].into_iter();
    places.flat_map(|place| project.in_place(place)).map(|organisation| organisation.id.clone()).collect()
}
