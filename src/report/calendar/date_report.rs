use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveTime};

use crate::document::{Entry, Presence};
use crate::domain::Tlp;
use crate::notation;

/// One thing that has a date, in the order of a list: by day, sort, hour and title.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct DateReport {
    pub day: NaiveDate,
    pub sort: Sort,
    pub from: Option<NaiveTime>,
    pub title: String,
    /// Stays the same when the date changes.
    pub id: String,
    pub to: Option<NaiveTime>,
    pub place: Option<String>,
    /// Who takes it.
    pub owner: Option<String>,
    /// What there is to know more, a line each.
    pub particulars: Vec<String>,
    pub tlp: Tlp,
    /// How often it changed.
    pub changes: usize,
    /// When it was said last.
    pub changed: DateTime<FixedOffset>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    #[default]
    Meeting,
    /// A day that was agreed.
    Day,
    Step,
    /// Answers to look at again.
    Review,
}

/// Where only the beginning is known, so that it has a place on a calendar.
const UNKNOWN_LENGTH: Duration = Duration::hours(1);

impl DateReport {
    /// The title as it stands in a list of one project.
    pub(super) fn named(&self) -> String {
        match self.sort {
            Sort::Meeting | Sort::Day => self.title.clone(),
            Sort::Step => format!("Stap: {}", self.title),
            Sort::Review => format!("Kijk opnieuw naar: {}", self.title),
        }
    }

    /// As it stands on a calendar, between the things of other people and projects.
    pub(super) fn entry(&self, project: &str) -> Entry {
        Entry {
            uid: self.id.clone(),
            sequence: self.changes,
            changed: self.changed,
            title: format!("{} ({project})", self.named()),
            day: self.day,
            hours: self.hours(),
            place: self.place.clone(),
            description: self.description(),
            presence: if self.sort == Sort::Meeting { Presence::Meeting } else { Presence::Reminder },
            label: self.tlp.title(),
        }
    }

    /// Nothing for a whole day.
    fn hours(&self) -> Option<(NaiveTime, NaiveTime)> {
        let from = self.from?;
        // An hour that would run past midnight is no hour of this day.
        let (assumed, over) = from.overflowing_add_signed(UNKNOWN_LENGTH);
        Some((from, self.to.or((over == 0).then_some(assumed))?))
    }

    fn description(&self) -> String {
        let owner = self.owner.iter().map(|owner| format!("Wie: {owner}"));
        let without_end = self.from.is_some() && self.to.is_none();
        let assumed = without_end.then(|| "De eindtijd staat nog niet vast. In je agenda staat een uur.".to_owned());
        owner.chain(self.particulars.iter().cloned()).chain(assumed).collect::<Vec<_>>().join("\n")
    }

    /// `15.00 tot 16.30 uur`; nothing for a whole day.
    pub(super) fn times(&self) -> Option<String> {
        let from = self.from?;
        Some(match self.to {
            Some(to) => format!("{} tot {} uur", notation::clock(from), notation::clock(to)),
            None => format!("{} uur", notation::clock(from)),
        })
    }

    /// The words behind the day in a list.
    pub(super) fn in_words(&self) -> String {
        let more: Vec<String> = [Some(self.named()), self.times(), self.place.clone()].into_iter().flatten().collect();
        let owner = notation::in_brackets(&self.owner);
        notation::sentence(&format!("{}{owner}", more.join(", ")))
    }
}
