use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::choice::Choice;
use super::echo::{Echo, echoes};
use super::side::Side;
use crate::catalog::Catalog;
use crate::domain::{FullId, Identifier, Organisation, Phase, Place, Project, Question, Variant};
use crate::expression::{Facts, Words};
use crate::round::asked::is_asked_of_each;

/// All that the organisations said, laid side by side.
#[derive(Clone, Debug, Serialize)]
pub struct Comparison<'a> {
    /// How many organisations the kopgroep has.
    pub kopgroep: usize,
    /// In the order of the questionnaires.
    pub subjects: Vec<Subject<'a>>,
}

/// What is asked from one or more sides: own, together, others.
#[derive(Clone, Debug, Serialize)]
pub struct Subject<'a> {
    /// What ties the perspectives; for a question that stands alone, its label.
    pub name: &'a str,
    /// It ties perspectives; otherwise it is a question that every organisation answers for itself.
    pub tied: bool,
    pub phase: Option<Phase>,
    #[serde(rename = "questions")]
    pub sides: Vec<Side<'a>>,
    /// What comes back from another side.
    pub echoes: Vec<Echo<'a>>,
}

/// Compares what was said in the phases that have begun, and anything that was said before its phase began.
pub fn compare<'a>(catalog: &'a Catalog, facts: &Facts<'a>) -> Comparison<'a> {
    // What somebody said who left is history, and no voice any more.
    let mut organisations: Vec<&Organisation> =
        facts.project.organisations.iter().filter(|organisation| !organisation.has_left()).collect();
    organisations.sort_by(|one, other| order(one, other));
    let mut variants: Variants = HashMap::new();
    for variant in &facts.project.variants {
        variants.entry((&variant.question, &variant.organisation)).or_default().push(variant);
    }
    let words = Words::new(facts);
    let mut subjects: Vec<Subject> = Vec::new();
    for question in compared(catalog, facts.project) {
        let phase = catalog.phase_of(&question.id);
        let side = Side::new(question, facts, &organisations, &variants, &words);
        let begun = phase.is_none_or(|phase| facts.project.begun.contains_key(&phase));
        if !side.says_anything() && (!begun || side.asked == 0) {
            continue;
        }
        let (name, tied) = (question.subject.as_ref().unwrap_or(&question.label), question.subject.is_some());
        match subjects.iter_mut().find(|subject| tied && subject.tied && subject.name == name) {
            Some(subject) => subject.sides.push(side),
            None => subjects.push(Subject { name, tied, phase, sides: vec![side], echoes: Vec::new() }),
        }
    }
    for subject in &mut subjects {
        subject.echoes = echoes(&subject.sides);
    }
    Comparison { kopgroep: facts.kopgroep().count(), subjects }
}

/// What each organisation is asked, and what an organisation said its own mind on.
pub(super) fn compared<'a>(catalog: &'a Catalog, project: &'a Project) -> impl Iterator<Item = &'a Question> {
    let spoken: HashSet<&FullId> =
        project.views.keys().chain(project.variants.iter().map(|variant| &variant.question)).collect();
    catalog.questions().filter(move |question| is_asked_of_each(question) || spoken.contains(&question.id))
}

/// What each organisation also said to each question.
pub(super) type Variants<'a> = HashMap<(&'a FullId, &'a Identifier), Vec<&'a Variant>>;

/// The kopgroep first, then by name: the order in which organisations are shown, however the register is ordered.
pub(super) fn order(one: &Organisation, other: &Organisation) -> Ordering {
    let far = |organisation: &Organisation| organisation.place != Place::Kopgroep;
    let by_name = || one.name.to_lowercase().cmp(&other.name.to_lowercase());
    far(one).cmp(&far(other)).then_with(by_name).then_with(|| one.id.cmp(&other.id))
}

impl<'a> Comparison<'a> {
    /// Keeps what was chosen.
    pub fn only(&mut self, choice: &Choice) {
        for subject in &mut self.subjects {
            subject.sides.retain(|side| choice.questions.contains(&side.question.id));
            subject.echoes.retain(|echo| echo.sides.iter().all(|side| choice.questions.contains(&side.question.id)));
        }
        self.subjects.retain(|subject| !subject.sides.is_empty());
    }

    /// Every question that is compared, with its subject.
    pub fn sides(&self) -> impl Iterator<Item = &Side<'a>> {
        self.subjects.iter().flat_map(|subject| &subject.sides)
    }
}
