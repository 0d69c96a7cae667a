use super::writer::Writer;
use crate::document::{Block, Inline, Row, Table, blank, text};

/// Lines for who was not expected.
const EMPTY: usize = 10;

/// Who may be expected, each with room for contact data and a box that says that these may be shared. Nothing of the register but
/// names: who is there says anew what the others may have.
pub(super) fn list(writer: &Writer) -> Block {
    let expected = writer.facts.kopgroep().flat_map(|organisation| {
        let names: Vec<_> = organisation.contacts.iter().map(|contact| text(&contact.name)).collect();
        let names = if names.is_empty() { vec![blank()] } else { names };
        names.into_iter().map(|name| row(name, text(&organisation.name)))
    });
    let rows = expected.chain((0..EMPTY).map(|_| row(blank(), blank())));
    Table::new(["Naam", "Organisatie", "Mail of telefoon", "Mag gedeeld", "Paraaf"], rows).into()
}

fn row(name: Vec<Inline>, organisation: Vec<Inline>) -> Row {
    vec![name, organisation, blank(), vec![Inline::Box], blank()]
}
