use super::writer::Writer;
use crate::document::{Block, Row, Table, text};
use crate::domain::{Contact, Organisation};
use crate::report::organisations::nearest_first;

/// Who stand in the register, nearest first, with those to speak to.
pub(super) fn blocks(writer: &Writer) -> Vec<Block> {
    let known = nearest_first(writer.facts.project);
    if known.is_empty() {
        return Vec::new();
    }
    vec![Table::new(["Organisatie", "Soort", "Plaats", "Contact"], known.into_iter().map(row)).into()]
}

fn row(organisation: &Organisation) -> Row {
    let kind = organisation.kind.map_or("nog niet gekozen", |kind| kind.title());
    let contacts: Vec<String> = organisation.contacts.iter().map(contact).collect();
    vec![text(&organisation.name), text(kind), text(organisation.place.title()), text(contacts.join("; "))]
}

fn contact(contact: &Contact) -> String {
    let more = [&contact.role, &contact.mail, &contact.phone];
    let parts: Vec<&str> =
        std::iter::once(contact.name.as_str()).chain(more.into_iter().flatten().map(String::as_str)).collect();
    parts.join(", ")
}
