use crate::domain::{Contact, Identifier, Organisation, OrganisationKind, Place};
use crate::source::{Fault, Located, Table, quoted};

/// The most organisations of one register.
const MOST_ORGANISATIONS: usize = 1_000;

/// The register. An id that stands there twice is a fault.
pub fn read_organisations(file: &Table<'_>, faults: &mut Vec<Fault>) -> Vec<Organisation> {
    let tables = file.tables("organisation");
    if tables.len() > MOST_ORGANISATIONS {
        faults.push(Fault::new(
            file.key_span("organisation"),
            format!("dit bestand heeft meer dan {MOST_ORGANISATIONS} organisaties"),
        ));
        return Vec::new();
    }
    let ids = tables.iter().filter_map(|table| table.identifier("id"));
    faults.extend(doubled(ids.map(|id| id.map(|id| id.to_string())), "deze organisatie"));
    tables.iter().filter_map(read_organisation).collect()
}

/// A fault for every name that stands there a second time.
pub fn doubled(names: impl Iterator<Item = Located<String>>, what: &str) -> Vec<Fault> {
    let mut seen = std::collections::BTreeSet::new();
    let mut faults = Vec::new();
    for name in names {
        if !seen.insert(name.value.clone()) {
            let fault = Fault::at(name.span, format!("{what} staat er al: {}", quoted(&name.value)));
            faults.push(fault.tip("geef een van de twee een andere id, of haal er een weg"));
        }
    }
    faults
}

fn read_organisation(table: &Table<'_>) -> Option<Organisation> {
    let id: Identifier = table.identifier("id")?.value;
    Some(Organisation {
        id,
        name: table.string("name")?,
        kind: table.read("kind", OrganisationKind::parse).map(|kind| kind.value),
        place: table.read("place", Place::parse)?.value,
        contacts: table.tables("contact").iter().filter_map(read_contact).collect(),
    })
}

fn read_contact(table: &Table<'_>) -> Option<Contact> {
    Some(Contact {
        name: table.string("name")?,
        role: table.string("role"),
        mail: table.string("mail"),
        phone: table.string("phone"),
    })
}
