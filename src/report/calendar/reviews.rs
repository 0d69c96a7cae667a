use chrono::NaiveDate;

use super::finder::{Finder, Said};
use super::{DateReport, Sort};
use crate::domain::{FullId, Section};

impl Finder<'_> {
    /// The parts with answers to look at again, each on the first day on which one of its answers grows old: a day for every
    /// question would fill a calendar.
    pub fn reviews(&self) -> Vec<DateReport> {
        let old: Vec<(Said, NaiveDate)> = self.said().into_iter().filter_map(grows_old).collect();
        let parts = self.catalog.questionnaires().iter().flat_map(|questionnaire| {
            questionnaire
                .sections
                .iter()
                .map(|section| (FullId { questionnaire: questionnaire.id.clone(), local: section.id.clone() }, section))
        });
        parts.filter_map(|(id, section)| self.review(&id, section, &old)).collect()
    }

    fn review(&self, id: &FullId, section: &Section, old: &[(Said, NaiveDate)]) -> Option<DateReport> {
        let is_here = |said: &Said| section.questions.iter().any(|question| question.id == said.0.id);
        let here: Vec<&(Said, NaiveDate)> = old.iter().filter(|(said, _)| is_here(said)).collect();
        let mut labels: Vec<String> = here.iter().map(|((question, _, _), _)| question.label.clone()).collect();
        labels.dedup();
        Some(DateReport {
            id: self.id(&format!("opnieuw.{id}")),
            sort: Sort::Review,
            day: here.iter().map(|(_, day)| *day).min()?,
            from: None,
            to: None,
            title: section.title.clone(),
            place: None,
            owner: None,
            particulars: labels,
            tlp: self.facts.project.tlp,
            changes: here.iter().map(|((question, owner, _), _)| self.changes(question, *owner)).sum(),
            changed: here.iter().filter_map(|((_, _, answer), _)| answer.given).fold(self.beginning(), Ord::max),
        })
    }
}

fn grows_old(said: Said) -> Option<(Said, NaiveDate)> {
    let given = said.2.value().and(said.2.given)?;
    Some((said, said.0.review_after?.after(given.date_naive())?))
}
