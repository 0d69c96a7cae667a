use super::super::Organisations;
use super::{Column, sheet};
use crate::document::{ColumnKind, Datum, Sheet};
use crate::domain::{Contact, Organisation, OrganisationKind};

type Row<'r> = (&'r Organisation, Option<&'r Contact>);

impl Organisations {
    /// A row a contact; an organisation without contacts has a row too.
    pub fn sheet(&self) -> Sheet {
        let columns: [Column<Row>; 8] = [
            ("Organisatie", ColumnKind::Word, |(one, _)| Datum::from(one.name.as_str())),
            ("Soort", ColumnKind::Word, |(one, _)| Datum::from(one.kind.map(OrganisationKind::title))),
            ("Plaats", ColumnKind::Word, |(one, _)| Datum::from(one.place.title())),
            ("Contact", ColumnKind::Word, |(_, contact)| Datum::from(contact.map(|contact| contact.name.as_str()))),
            ("Functie", ColumnKind::Word, |(_, contact)| Datum::from(contact.and_then(|contact| contact.role.clone()))),
            ("Mail", ColumnKind::Word, |(_, contact)| Datum::from(contact.and_then(|contact| contact.mail.clone()))),
            ("Telefoon", ColumnKind::Word, |(_, contact)| Datum::from(contact.and_then(|one| one.phone.clone()))),
            ("Id", ColumnKind::Word, |(one, _)| Datum::from(one.id.as_str())),
        ];
        let rows = self.organisations.iter().flat_map(|one| {
            let nobody = one.contacts.is_empty().then_some(None);
            one.contacts.iter().map(Some).chain(nobody).map(move |contact| (one, contact))
        });
        sheet(&self.head, "Organisaties", &columns, rows)
    }
}
