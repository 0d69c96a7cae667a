use chrono::{DateTime, FixedOffset};

use super::super::checklist::begun;
use super::super::label;
use super::finder::Finder;
use super::{DateReport, Sort};
use crate::advice::{Step, StepState, steps};
use crate::domain::{Anchor, Question, StepId, Subject};

impl Finder<'_> {
    /// The open steps that have to be taken before a day.
    pub fn steps(&self) -> Vec<DateReport> {
        let all = steps(self.catalog, &begun(self.facts.project), self.facts);
        all.iter().filter(|step| step.state == StepState::Open).filter_map(|step| self.step(step)).collect()
    }

    pub fn step(&self, step: &Step) -> Option<DateReport> {
        let how = step.how.iter().map(|how| format!("Hoe: {how}"));
        let why = step.why.iter().map(|why| format!("Waarom: {why}"));
        let anchor = self.anchor(step);
        let given = anchor.and_then(|anchor| self.facts.answer(&anchor.id, None)?.given);
        Some(DateReport {
            title: step.title.clone(),
            owner: Some(step.owner.clone()),
            particulars: how.chain(why).collect(),
            tlp: label::strictest(self.facts, &step.questions),
            changes: self.words_on(step).count() + anchor.map_or(0, |anchor| self.changes(anchor, None)),
            changed: self.words_on(step).chain(given).fold(self.beginning(), Ord::max),
            ..self.bare(Sort::Step, &format!("stap.{}", step.id), step.due.date()?)
        })
    }

    /// The question with the day from which the date is counted.
    fn anchor(&self, step: &Step) -> Option<&Question> {
        let StepId::Advised(id) = &step.id else { return None };
        let action = self.catalog.actions().find(|action| action.id == *id)?;
        match &action.due.as_ref()?.anchor {
            Anchor::Answer(question) => self.catalog.question(question),
            Anchor::PhaseBegin => None,
        }
    }

    /// The moments at which a person said something about a step.
    fn words_on(&self, step: &Step) -> impl Iterator<Item = DateTime<FixedOffset>> {
        let subject = Subject::Action(step.id.to_string());
        self.whole.history.iter().filter(move |change| change.subject == subject).map(|change| change.at)
    }
}
