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
    /// The text to which that yes was said: it holds for no other.
    pub consent_to: Option<String>,
}

impl Event {
    /// Whether others than the kopgroep may read it: what went wrong is for those whom it befell to tell.
    pub fn may_be_told(&self) -> bool {
        !matches!(self.kind, EventKind::Setback | EventKind::Incident) || self.consent_holds()
    }

    pub fn consent_holds(&self) -> bool {
        self.consent.is_some() && self.consent_to.as_ref() == Some(&self.text)
    }

    /// Whether somebody said yes to other words than those that stand here now.
    pub fn has_lapsed_consent(&self) -> bool {
        self.consent.is_some() && !self.consent_holds()
    }

    /// Whether both tell of the same: the same words of the same day.
    pub fn is_same(&self, other: &Event) -> bool {
        self.date == other.date && self.text == other.text
    }
}
