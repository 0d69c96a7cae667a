use chrono::NaiveDate;

use super::consent::Consent;
use super::vocabulary::vocabulary;

vocabulary! {
    EventKind {
        Success = "succes", "succes";
        Setback = "tegenvaller", "tegenvaller";
        Incident = "incident", "incident";
        Handover = "overdracht", "overdracht";
        /// Never written down: the register knows who left.
        Departure = "vertrek", "vertrek";
    }
}

impl EventKind {
    /// Those that are written down.
    pub const WRITTEN: &'static [&'static str] = EventKind::WORDS.split_at(4).0;
}

/// Something that happened, in the words of who wrote it down.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Event {
    pub kind: EventKind,
    pub text: String,
    pub date: NaiveDate,
    pub by: Option<String>,
    /// The ids of the steps that changed hands.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<String>,
    #[serde(flatten)]
    pub consent: Consent,
}

/// What an event is known by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventKey {
    /// Nothing in the history of an earlier program, which knew an event by its words alone.
    pub date: Option<NaiveDate>,
    pub text: String,
}

impl EventKey {
    pub fn is_of(&self, event: &Event) -> bool {
        self.text == event.text && self.date.is_none_or(|date| date == event.date)
    }
}

impl Event {
    /// Without a yes that others read it.
    pub fn new(kind: EventKind, text: impl Into<String>, date: NaiveDate) -> Event {
        Event { kind, text: text.into(), date, by: None, steps: Vec::new(), consent: Consent::default() }
    }

    pub fn key(&self) -> EventKey {
        EventKey { date: Some(self.date), text: self.text.clone() }
    }

    /// Whether others than the kopgroep may read it: what went wrong is for those whom it befell to tell.
    pub fn may_be_told(&self) -> bool {
        !matches!(self.kind, EventKind::Setback | EventKind::Incident) || self.consent_holds()
    }

    pub fn consent_holds(&self) -> bool {
        self.consent.by.is_some() && self.consent.to.as_ref() == Some(&self.text)
    }

    /// Whether somebody said yes to other words than those that stand here now.
    pub fn has_lapsed_consent(&self) -> bool {
        self.consent.by.is_some() && !self.consent_holds()
    }

    /// Whether both tell of the same: the same words of the same day.
    pub fn is_same(&self, other: &Event) -> bool {
        self.date == other.date && self.text == other.text
    }
}
