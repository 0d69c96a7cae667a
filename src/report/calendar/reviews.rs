use chrono::NaiveDate;

use super::super::said::{Said, grows_old, said};
use super::finder::Finder;
use super::{DateReport, Sort};
use crate::domain::{Identifier, Section};

impl Finder<'_> {
    /// The parts with answers to look at again, each on the first day on which one of its answers grows old: a day for every
    /// question would fill a calendar.
    pub fn reviews(&self) -> Vec<DateReport> {
        let old: Vec<(Said, NaiveDate)> = said(self.catalog, self.facts).filter_map(grows_old).collect();
        let questionnaires = self.catalog.questionnaires().iter();
        let parts = questionnaires.flat_map(|one| one.sections.iter().map(|section| (&one.id, section)));
        parts.filter_map(|(questionnaire, section)| self.review(questionnaire, section, &old)).collect()
    }

    fn review(&self, of: &Identifier, section: &Section, old: &[(Said, NaiveDate)]) -> Option<DateReport> {
        let is_here = |said: &Said| section.questions.iter().any(|question| question.id == said.0.id);
        let here: Vec<&(Said, NaiveDate)> = old.iter().filter(|(said, _)| is_here(said)).collect();
        let mut labels: Vec<String> = here.iter().map(|((question, _, _), _)| question.label.clone()).collect();
        labels.dedup();
        Some(DateReport {
            title: section.title.clone(),
            particulars: labels,
            changes: here.iter().map(|((question, owner, _), _)| self.changes(question, *owner)).sum(),
            changed: here.iter().filter_map(|((_, _, answer), _)| answer.given).fold(self.beginning(), Ord::max),
            ..self.bare(Sort::Review, &format!("opnieuw.{of}.{}", section.id), here.iter().map(|(_, day)| *day).min()?)
        })
    }
}
