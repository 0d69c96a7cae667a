use chrono::NaiveDate;

use super::vocabulary::vocabulary;

vocabulary! {
    EventKind {
        Success = "succes", "succes";
        Setback = "tegenvaller", "tegenvaller";
        Incident = "incident", "incident";
        Handover = "overdracht", "overdracht";
    }
}

/// Something that happened, in the words of who wrote it down.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Event {
    pub kind: EventKind,
    pub text: String,
    pub date: NaiveDate,
    pub by: Option<String>,
    /// Who said yes to it that others read this.
    pub consent: Option<String>,
}

impl Event {
    /// Whether others than the kopgroep may read it: what went wrong is for those whom it befell to tell.
    pub fn may_be_told(&self) -> bool {
        !matches!(self.kind, EventKind::Setback | EventKind::Incident) || self.consent.is_some()
    }

    /// Whether it stands among these; somebody may have said yes to it since.
    pub fn stands_in(&self, events: &[Event]) -> bool {
        events
            .iter()
            .any(|one| one == self || self.consent.is_none() && Event { consent: None, ..one.clone() } == *self)
    }
}
