use chrono::{DateTime, FixedOffset};

use crate::domain::{Answer, Organisation, Place};

/// What one organisation said to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice<'a> {
    pub organisation: &'a Organisation,
    pub answer: &'a Answer,
}

impl Voice<'_> {
    /// Only the kopgroep counts; whoever speaks beside it is heard and named.
    pub fn counts(&self) -> bool {
        counts(self.organisation)
    }

    pub(super) fn given(&self) -> Option<DateTime<FixedOffset>> {
        self.answer.given
    }
}

pub(super) fn counts(organisation: &Organisation) -> bool {
    organisation.place == Place::Kopgroep
}
