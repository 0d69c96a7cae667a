//! Whom to call, by day and by night. The register knows one number of each person: where there is another, there is room for it.

use super::writer::Writer;
use crate::document::{Block, Inline, Line, Row, Table, blank, text};
use crate::domain::{Contact, Organisation, Tlp};

/// So many people of each organisation have a place on a card.
const ON_A_CARD: usize = 2;
/// Rows of two cards beside each other, where two such cards stand below each other on a page.
const ROWS_OF_CARDS: usize = 2;
const MOST_ON_HALF_A_PAGE: usize = 12;

/// Names with numbers are never for everybody.
pub(super) fn label(writer: &Writer) -> Tlp {
    writer.facts.project.tlp.max(Tlp::Amber)
}

/// A sheet with everybody of those who take part, and two lines for who has named nobody.
pub(super) fn sheet(writer: &Writer) -> Block {
    let rows = writer.facts.taking_part().flat_map(rows);
    Table::new(["Organisatie", "Naam", "Overdag", "'s Avonds en 's nachts"], rows).led_by(2).into()
}

fn rows(organisation: &Organisation) -> Vec<Row> {
    let name = || text(&organisation.name);
    if organisation.contacts.is_empty() {
        return vec![vec![name(), blank(), blank(), blank()]; ON_A_CARD];
    }
    let row = |contact: &Contact| {
        let phone = contact.phone.as_ref().map_or_else(blank, text);
        vec![name(), text(&contact.name), phone, blank()]
    };
    organisation.contacts.iter().map(row).collect()
}

/// The same card several times, to cut out. Nothing where nobody is known.
pub(super) fn cards(writer: &Writer) -> Vec<Block> {
    let card = card(writer);
    if card.is_empty() {
        return Vec::new();
    }
    let people = writer.facts.taking_part().map(|one| one.contacts.len().min(ON_A_CARD)).sum::<usize>();
    let rows = if people > MOST_ON_HALF_A_PAGE { 1 } else { ROWS_OF_CARDS };
    let row = || vec![card.clone(), card.clone()];
    vec![Table::new(["Bel als het misgaat", "Bel als het misgaat"], (0..rows).map(|_| row())).into()]
}

fn card(writer: &Writer) -> Line {
    let mut card = Line::new();
    for organisation in writer.facts.taking_part() {
        for contact in organisation.contacts.iter().take(ON_A_CARD) {
            let before = if card.is_empty() { "" } else { "\n" };
            card.push(Inline::Text(format!("{before}{}: {} ", organisation.name, contact.name)));
            // Without a number there is room to write one behind the name.
            card.extend(contact.phone.iter().cloned().map(Inline::Strong));
        }
    }
    card
}
