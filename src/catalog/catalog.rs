use std::sync::OnceLock;

use super::weave::{unweave, weave};
use crate::domain::{
    Action, Bound, DatedFact, Decimal, FullId, Identifier, Meaning, Phase, Project, Question, Questionnaire, Section,
    Supplement, Value,
};
use crate::expression::Questions;

/// All questionnaires of a run, checked, in the order of the phases.
#[derive(Clone, Debug)]
pub struct Catalog {
    questionnaires: OnceLock<Vec<Questionnaire>>,
    unpack: fn() -> Vec<Questionnaire>,
    supplements: Vec<Supplement>,
}

impl Default for Catalog {
    fn default() -> Catalog {
        Catalog::packed(Vec::new)
    }
}

impl Catalog {
    /// Of questionnaires that have been checked together.
    pub fn new(questionnaires: Vec<Questionnaire>) -> Catalog {
        Catalog { questionnaires: questionnaires.into(), ..Catalog::default() }
    }

    /// Of questionnaires that are unpacked when they are first asked for.
    pub fn packed(unpack: fn() -> Vec<Questionnaire>) -> Catalog {
        Catalog { questionnaires: OnceLock::new(), unpack, supplements: Vec::new() }
    }

    /// The same with what changed since the guide; a supplement takes the place of an earlier one with its id.
    pub fn with_supplement(self, supplement: Supplement) -> Catalog {
        let mut catalog = self.without_supplement(&supplement.id);
        if let Some(questionnaires) = catalog.questionnaires.get_mut() {
            supplement.facts.iter().for_each(|fact| weave(questionnaires, fact));
        }
        catalog.supplements.push(supplement);
        catalog
    }

    pub(super) fn without_supplement(mut self, id: &Identifier) -> Catalog {
        if let Some(questionnaires) = self.questionnaires.get_mut() {
            let gone = self.supplements.iter().filter(|one| one.id == *id).flat_map(|one| &one.facts);
            gone.for_each(|fact| unweave(questionnaires, fact));
        }
        self.supplements.retain(|earlier| earlier.id != *id);
        self
    }

    fn facts(&self) -> impl Iterator<Item = &DatedFact> {
        self.supplements.iter().flat_map(|one| &one.facts)
    }

    /// What changed since the guide about a question or a step.
    pub fn facts_at(&self, id: &FullId) -> impl Iterator<Item = &DatedFact> {
        self.facts().filter(|fact| fact.is_about(id))
    }

    /// The facts from after the guide that ask something, each with its question.
    pub fn asking_facts(&self) -> impl Iterator<Item = (&DatedFact, &Question)> {
        self.facts().filter_map(|fact| Some((fact, self.question(&fact.question.as_ref()?.id)?)))
    }

    pub fn questionnaires(&self) -> &[Questionnaire] {
        self.questionnaires.get_or_init(|| {
            let mut questionnaires = (self.unpack)();
            self.facts().for_each(|fact| weave(&mut questionnaires, fact));
            questionnaires
        })
    }

    pub fn questionnaire(&self, id: &Identifier) -> Option<&Questionnaire> {
        self.questionnaires().iter().find(|questionnaire| questionnaire.id == *id)
    }

    /// Every question, in the order in which they are asked.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.questionnaires().iter().flat_map(Questionnaire::questions)
    }

    pub fn question(&self, id: &FullId) -> Option<&Question> {
        self.questionnaire(&id.questionnaire)?.questions().find(|question| question.id.local == id.local)
    }

    /// The section in which a question stands.
    pub fn section_of(&self, question: &FullId) -> Option<&Section> {
        let mut sections = self.questionnaire(&question.questionnaire)?.sections.iter();
        sections.find(|section| section.questions.iter().any(|one| one.id.local == question.local))
    }

    /// The id by now of a question that had another one.
    pub fn renamed(&self, earlier: &FullId) -> Option<FullId> {
        let history = &self.questionnaire(&earlier.questionnaire)?.earlier;
        let now = FullId::new(&earlier.questionnaire, &history.question(&earlier.local));
        (now != *earlier && self.question(&now).is_some()).then_some(now)
    }

    /// The value of an answer to this question, with its options as they are called now.
    pub fn value_now(&self, question: &FullId, value: Value) -> Value {
        match self.questionnaire(&question.questionnaire) {
            Some(questionnaire) => questionnaire.earlier.value(&question.local, value),
            None => value,
        }
    }

    /// Whether what was said to an earlier version of this question can be said in the kind of answer that it takes now.
    pub fn is_converted(&self, question: &FullId) -> bool {
        self.questionnaire(&question.questionnaire).is_some_and(|one| one.earlier.converted.contains(&question.local))
    }

    pub fn phase_of(&self, question: &FullId) -> Option<Phase> {
        self.question(question).and(self.questionnaire(&question.questionnaire)).map(|one| one.phase)
    }

    /// Whether the phase of a question was begun.
    pub fn is_begun(&self, question: &FullId, project: &Project) -> bool {
        self.phase_of(question).is_some_and(|phase| project.begun.contains_key(&phase))
    }

    /// A section by the id of its questionnaire and its own.
    pub fn section(&self, id: &FullId) -> Option<&Section> {
        self.questionnaire(&id.questionnaire)?.sections.iter().find(|section| section.id == id.local)
    }

    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        self.questionnaires().iter().flat_map(|questionnaire| &questionnaire.actions)
    }

    /// The threshold that bounds this.
    pub fn bound(&self, bound: Bound) -> Option<Decimal> {
        let mut thresholds = self.questionnaires().iter().flat_map(|questionnaire| questionnaire.thresholds.values());
        thresholds.find(|threshold| threshold.means == Some(bound)).map(|threshold| threshold.is)
    }

    /// The question whose answer means this.
    pub fn meaning(&self, meaning: Meaning) -> Option<&Question> {
        self.questions().find(|question| question.means == Some(meaning))
    }
}

impl Questions for Catalog {
    fn question(&self, id: &FullId) -> Option<&Question> {
        Catalog::question(self, id)
    }
}
