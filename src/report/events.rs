use chrono::NaiveDate;
use serde::Serialize;

use super::{Head, nothing_yet};
use crate::document::{Block, Definition, Document, Inline, text};
use crate::domain::{Event, EventKind, Project, Tlp};
use crate::notation;

/// What happened, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Events {
    #[serde(flatten)]
    pub head: Head,
    pub events: Vec<Event>,
    #[serde(skip)]
    only: Option<EventKind>,
}

impl Events {
    /// All, or those of one kind.
    pub fn new(project: &Project, only: Option<EventKind>, today: NaiveDate) -> Events {
        let mut events = project.events.clone();
        events.retain(|event| only.is_none_or(|kind| event.kind == kind));
        events.sort_by_key(|event| std::cmp::Reverse(event.date));
        let inside = events.iter().any(|event| !event.may_be_told()).then_some(Tlp::AmberStrict);
        Events {
            head: Head::new(project, inside.map_or(project.tlp, |label| label.max(project.tlp)), today),
            events,
            only,
        }
    }

    pub fn document(&self) -> Document {
        let blocks = match self.events.is_empty() {
            true => nothing_yet(
                "Er is nog niets genoteerd. Ook een kleine stap telt.",
                "Noteer iets met ",
                "regio gebeurtenis nieuw \"Zes bedrijven deelden hun noodnummers\"",
            ),
            false => vec![self.list()],
        };
        self.head.document("Wat er gebeurde", blocks)
    }

    pub(super) fn list(&self) -> Block {
        Block::Definitions(self.events.iter().map(|event| self.definition(event)).collect())
    }

    fn definition(&self, event: &Event) -> Definition {
        let by = notation::in_brackets(&event.by);
        let kind = match self.only {
            Some(_) => String::new(),
            None => format!("{}: ", notation::capital(event.kind.title())),
        };
        let consent = event.consent.as_ref().map(|who| match event.consent_holds() {
            true => format!(" Mag naar buiten van {who}."),
            false => format!(" {who} vond het goed toen er iets anders stond: vraag het opnieuw."),
        });
        let consent = consent.unwrap_or_default();
        (vec![Inline::Strong(notation::date(event.date))], text(format!("{kind}{}{by}{consent}", event.text)))
    }
}
