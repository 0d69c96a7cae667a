use super::super::Events;
use super::super::events::Happening;
use super::{Column, sheet};
use crate::document::{ColumnKind, Datum, Sheet};

impl Events {
    /// A row an event, newest first.
    pub fn sheet(&self) -> Sheet {
        let columns: [Column<&Happening>; 6] = [
            ("Dag", ColumnKind::Date, |one| Datum::Date(one.event.date)),
            ("Soort", ColumnKind::Word, |one| Datum::from(one.event.kind.title())),
            ("Wat er gebeurde", ColumnKind::Text, |one| Datum::from(one.words())),
            ("Door", ColumnKind::Word, |one| Datum::from(one.event.by.clone())),
            ("Mag naar buiten van", ColumnKind::Word, |one| {
                Datum::from(one.event.consent.by.clone().filter(|_| one.event.consent_holds()))
            }),
            ("Sinds", ColumnKind::Date, |one| {
                one.event.consent.since.filter(|_| one.event.consent_holds()).map_or(Datum::Empty, Datum::from)
            }),
        ];
        sheet(&self.head, "Wat er gebeurde", &columns, &self.events)
    }
}
