//! All that has a date, as a list to read and as a calendar file.

mod date_report;
mod document;
mod fell_away;
mod finder;
mod meeting;
mod reviews;
mod tasks;

#[cfg(test)]
mod tests;

pub use date_report::{DateReport, Sort};

use super::{Head, in_edition};
use crate::catalog::Catalog;
use crate::document::{Calendar, Entry, Presence};
use crate::domain::{Edition, Tlp};
use crate::expression::Facts;
use finder::Finder;

/// Everything of a project that has a date, in the order of the days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dates {
    pub head: Head,
    pub edition: Edition,
    pub dates: Vec<DateReport>,
    /// What is on the calendars of people perhaps and does not hold any more.
    pub fell_away: Vec<DateReport>,
}

impl Dates {
    /// All dates that the edition may show. Steps and answers to look at again are for the kopgroep alone.
    pub fn new(catalog: &Catalog, facts: &Facts, edition: Edition) -> Dates {
        found(catalog, facts, edition, |finder| {
            let mut dates = finder.answers();
            if edition != Edition::Kopgroep {
                return (dates, Vec::new());
            }
            dates.extend(finder.steps());
            dates.extend(finder.reviews());
            let fell_away = finder.fell_away(&dates);
            (dates, fell_away)
        })
    }

    /// The startbijeenkomst alone, to go with the invitation.
    pub fn of_meeting(catalog: &Catalog, facts: &Facts, edition: Edition) -> Dates {
        found(catalog, facts, edition, |finder| (finder.meeting().into_iter().collect(), Vec::new()))
    }

    /// From today on: what has been needs no place on a calendar any more.
    pub fn calendar(&self) -> Calendar {
        let project = &self.head.project;
        let cancelled =
            self.fell_away.iter().map(|date| Entry { presence: Presence::Cancelled, ..date.entry(project) });
        let entries = self.dates.iter().map(|date| date.entry(project)).chain(cancelled);
        let entries = entries.filter(|entry| entry.day >= self.head.date).collect();
        Calendar { name: project.clone(), entries }
    }
}

/// The dates, and what fell away.
type Found = (Vec<DateReport>, Vec<DateReport>);

fn found(catalog: &Catalog, facts: &Facts, edition: Edition, find: impl Fn(&Finder) -> Found) -> Dates {
    let shown = in_edition(facts, edition);
    let shown = Facts::new(&shown, catalog, facts.today).in_edition(edition);
    let (mut dates, fell_away) = find(&Finder { catalog, whole: facts.project, facts: &shown });
    dates.sort();
    let tlp = dates.iter().chain(&fell_away).map(|date| date.tlp).fold(shown.project.tlp, Tlp::max);
    Dates { head: Head::new(shown.project, tlp, facts.today), edition, dates, fell_away }
}
