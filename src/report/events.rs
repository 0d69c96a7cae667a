use chrono::NaiveDate;
use serde::Serialize;

use super::{Head, first_of, label, nothing_yet, open_on_name};
use crate::advice::{Step, steps};
use crate::catalog::Catalog;
use crate::document::{Block, Definition, Document, Inline, text};
use crate::domain::{Event, EventKind, Organisation, Phase, Tlp};
use crate::expression::Facts;
use crate::notation;

/// So many steps are named; of more it is said how many there are.
const MOST_STEPS: usize = 3;

/// The one log of what happened, newest first: what was written down, and who left as the register knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Events {
    #[serde(flatten)]
    pub head: Head,
    pub events: Vec<Happening>,
    #[serde(skip)]
    only: Option<EventKind>,
}

/// Something that happened, with the steps that it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Happening {
    #[serde(flatten)]
    pub event: Event,
    #[serde(skip)]
    steps: Vec<Step>,
}

impl Happening {
    /// What was written down. The titles of steps that changed hands are those of now.
    fn written(event: &Event, catalog: &Catalog, facts: &Facts) -> Happening {
        let mut steps = if event.steps.is_empty() { Vec::new() } else { steps(catalog, Phase::ALL, facts) };
        steps.retain(|step| event.steps.contains(&step.id.to_string()));
        Happening { event: event.clone(), steps }
    }

    /// A departure that has no day has no place in a log.
    fn departure(organisation: &Organisation, catalog: &Catalog, facts: &Facts) -> Option<Happening> {
        let left = organisation.departure.left?;
        let event = Event::new(EventKind::Departure, notation::departure(organisation), left);
        Some(Happening { event, steps: open_on_name(organisation, catalog, facts) })
    }

    /// What happened, with the steps.
    pub(super) fn words(&self) -> String {
        let titles: Vec<String> = self.steps.iter().map(|step| format!("'{}'", step.title)).collect();
        let of = if self.event.kind == EventKind::Departure { "Nog op haar naam" } else { "Stappen" };
        let steps = first_of(&titles, MOST_STEPS).map(|named| format!(" {of}: {named}."));
        format!("{}{}", self.event.text, steps.unwrap_or_default())
    }
}

impl Events {
    /// All, or those of one kind, of days that are wanted.
    pub fn new(catalog: &Catalog, facts: &Facts, only: Option<EventKind>, of: impl Fn(NaiveDate) -> bool) -> Events {
        let project = facts.project;
        let is_of = |kind: EventKind| only.is_none_or(|only| only == kind);
        let written = project.events.iter().filter(|event| is_of(event.kind) && of(event.date));
        let written = written.map(|event| Happening::written(event, catalog, facts));
        let left = project.organisations.iter().filter(|one| is_of(EventKind::Departure) && one.has_left());
        let left = left.filter_map(|one| Happening::departure(one, catalog, facts));
        let mut events: Vec<Happening> = written.chain(left.filter(|one| of(one.event.date))).collect();
        events.sort_by_key(|one| std::cmp::Reverse(one.event.date));
        let inside = events.iter().any(|one| !one.event.may_be_told()).then_some(Tlp::AmberStrict);
        let repeated = events.iter().flat_map(|one| &one.steps).flat_map(|step| &step.questions);
        let repeated = label::strictest(facts, repeated);
        let label = project.tlp.max(repeated).max(inside.unwrap_or(Tlp::Clear));
        Events { head: Head::new(project, label, facts.today), events, only }
    }

    pub fn document(&self) -> Document {
        let command = "regio gebeurtenis nieuw \"Zes bedrijven deelden hun noodnummers\"";
        let told = "Er is nog niets genoteerd. Ook een kleine stap telt.";
        let nothing = || nothing_yet(told, "Noteer iets met ", command);
        let blocks = if self.events.is_empty() { nothing() } else { vec![self.list()] };
        self.head.document("Wat er gebeurde", blocks)
    }

    pub(super) fn list(&self) -> Block {
        Block::Definitions(self.events.iter().map(|one| self.definition(one)).collect())
    }

    fn definition(&self, happening: &Happening) -> Definition {
        let event = &happening.event;
        let by = notation::in_brackets(&event.by);
        let kind = match self.only {
            Some(_) => String::new(),
            None => format!("{}: ", notation::capital(event.kind.title())),
        };
        let since = event.consent.since.map(|day| format!(" sinds {}", notation::date(day))).unwrap_or_default();
        let consent = event.consent.by.as_ref().map(|who| match event.consent_holds() {
            true => format!(" Mag naar buiten van {who}{since}."),
            false => format!(" {who} vond het goed toen er iets anders stond: vraag het opnieuw."),
        });
        let consent = consent.unwrap_or_default();
        (vec![Inline::Strong(notation::date(event.date))], text(format!("{kind}{}{by}{consent}", happening.words())))
    }
}
