use super::super::Organisations;
use crate::document::{ColumnKind, Datum, Sheet, SheetColumn};
use crate::domain::{Contact, Organisation, OrganisationKind, Project};

const COLUMNS: &[SheetColumn] = &[
    SheetColumn::new("Organisatie", ColumnKind::Word),
    SheetColumn::new("Soort", ColumnKind::Word),
    SheetColumn::new("Plaats", ColumnKind::Word),
    SheetColumn::new("Contact", ColumnKind::Word),
    SheetColumn::new("Functie", ColumnKind::Word),
    SheetColumn::new("Mail", ColumnKind::Word),
    SheetColumn::new("Telefoon", ColumnKind::Word),
    SheetColumn::new("Id", ColumnKind::Word),
];

impl Organisations {
    /// A row a contact; an organisation without contacts has a row too.
    pub fn sheet(&self, project: &Project) -> Sheet {
        let rows = self.organisations.iter().flat_map(rows).collect();
        let name = ("Organisaties", "Organisaties".to_owned());
        self.head.sheet(name, project, COLUMNS, rows)
    }
}

fn rows(organisation: &Organisation) -> Vec<Vec<Datum>> {
    match organisation.contacts.as_slice() {
        [] => vec![row(organisation, &Contact::default())],
        contacts => contacts.iter().map(|contact| row(organisation, contact)).collect(),
    }
}

fn row(organisation: &Organisation, contact: &Contact) -> Vec<Datum> {
    vec![
        Datum::from(organisation.name.as_str()),
        Datum::from(organisation.kind.map(OrganisationKind::title)),
        Datum::from(organisation.place.title()),
        Datum::from(contact.name.as_str()),
        Datum::from(contact.role.clone()),
        Datum::from(contact.mail.clone()),
        Datum::from(contact.phone.clone()),
        Datum::from(organisation.id.as_str()),
    ]
}
