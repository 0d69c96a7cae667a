use super::writer::Writer;
use crate::document::{Block, Table};
use crate::domain::Contact;
use crate::report::organisations::{contact_details, nearest_first, row};

/// Who stand in the register, nearest first, with those to speak to.
pub(super) fn block(writer: &Writer) -> Block {
    let rows = nearest_first(writer.facts.project).into_iter().map(|organisation| row(organisation, contact));
    Table::new(["Organisatie", "Soort", "Plaats", "Contact"], rows).led_by(1).into()
}

fn contact(contact: &Contact) -> String {
    contact_details(contact).map_or_else(|| contact.name.clone(), |details| format!("{}, {details}", contact.name))
}
