use super::super::Events;
use super::{Column, sheet};
use crate::document::{ColumnKind, Datum, Sheet};
use crate::domain::Event;

impl Events {
    /// A row an event, newest first.
    pub fn sheet(&self) -> Sheet {
        let columns: [Column<&Event>; 5] = [
            ("Dag", ColumnKind::Date, |event| Datum::Date(event.date)),
            ("Soort", ColumnKind::Word, |event| Datum::from(event.kind.title())),
            ("Wat er gebeurde", ColumnKind::Text, |event| Datum::from(event.text.as_str())),
            ("Door", ColumnKind::Word, |event| Datum::from(event.by.clone())),
            ("Mag naar buiten van", ColumnKind::Word, |event| {
                Datum::from(event.consent.clone().filter(|_| event.consent_holds()))
            }),
        ];
        sheet(&self.head, "Wat er gebeurde", &columns, &self.events)
    }
}
