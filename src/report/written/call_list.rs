//! Whom to call, by day and by night. The register knows one number of each person: where there is another, there is room for it.

use super::writer::Writer;
use crate::document::{Block, Inline, Line, Row, Table, blank, text};
use crate::domain::{Contact, Organisation, Tlp};

/// So many lines are there for who has named nobody, and so many people of each organisation have a place on a small card.
const OF_EACH: usize = 2;
/// Two cards with so many people stand below each other on a page.
const ON_A_SMALL_CARD: usize = 10;
/// So many people fit on a card that is half as wide as a page.
const ON_A_CARD: usize = 18;

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
        return vec![vec![name(), blank(), blank(), blank()]; OF_EACH];
    }
    let row = |contact: &Contact| {
        let phone = contact.phone.as_ref().map_or_else(blank, text);
        vec![name(), text(&contact.name), phone, blank()]
    };
    organisation.contacts.iter().map(row).collect()
}

/// Each card several times, to cut out. Nothing where nobody is known.
///
/// With many people one of each organisation is on it, and with more organisations than a card holds there are several.
pub(super) fn cards(writer: &Writer) -> Vec<Block> {
    let all = people(writer, OF_EACH);
    let is_small = all.len() <= ON_A_SMALL_CARD;
    let named = if all.len() <= ON_A_CARD { all } else { people(writer, 1) };
    let cards = named.chunks(ON_A_CARD);
    let count = cards.len();
    let table = |(card, people): (usize, &[(&Organisation, &Contact)])| {
        let title = match count {
            1 => "Bel als het misgaat".to_owned(),
            _ => format!("Bel als het misgaat ({} van {count})", card + 1),
        };
        let row = vec![self::card(people); 2];
        Table::new([&title, &title], vec![row; if is_small { 2 } else { 1 }]).into()
    };
    cards.enumerate().map(table).collect()
}

/// At most so many of each organisation.
fn people<'w>(writer: &'w Writer, most: usize) -> Vec<(&'w Organisation, &'w Contact)> {
    let of = |one: &'w Organisation| one.contacts.iter().take(most).map(move |contact| (one, contact));
    writer.facts.taking_part().flat_map(of).collect()
}

/// A line for each, with room to write the number that is not known.
fn card(people: &[(&Organisation, &Contact)]) -> Line {
    let line = |(at, (organisation, contact)): (usize, &(&Organisation, &Contact))| {
        let before = if at == 0 { "" } else { "\n" };
        let number = contact.phone.clone().map_or(Inline::Blank(String::new()), Inline::Strong);
        [Inline::Text(format!("{before}{}: {} ", organisation.name, contact.name)), number]
    };
    people.iter().enumerate().flat_map(line).collect()
}
