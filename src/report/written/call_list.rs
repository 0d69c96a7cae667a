//! Whom to call, by day and by night. The register knows one number of each person: where there is another, there is room for it.

use super::writer::Writer;
use crate::document::{Block, Row, Table, blank, text};
use crate::domain::{Organisation, Tlp};
use crate::report::paragraph;

/// So many people of each organisation have a place: who is called when the first does not answer is as good to know.
const OF_EACH: usize = 2;
/// So many lines are below the words at the top of a page.
const ON_A_SHEET: usize = 16;
/// Two cards with so many people stand below each other on a page.
const ON_HALF_A_PAGE: usize = 8;
/// So many people fit on a card that is as high as a page.
const ON_A_PAGE: usize = 18;

const COLUMNS: [&str; 4] = ["Organisatie", "Naam", "Overdag", "'s Avonds en 's nachts"];

/// Names with numbers are never for everybody.
pub(super) fn label(writer: &Writer) -> Tlp {
    writer.facts.project.tlp.max(Tlp::Amber)
}

/// A sheet with everybody of those who take part, and a line for who is yet to be named: as many of each as one page has room for.
pub(super) fn sheet(writer: &Writer) -> Block {
    let least = (ON_A_SHEET / writer.facts.taking_part().count().max(1)).clamp(1, OF_EACH);
    Table::new(COLUMNS, writer.facts.taking_part().flat_map(|one| lines(one, least))).led_by(1).into()
}

/// Cards to cut out, each as often as a page holds it. With many people one of each organisation is on it, and with more organisations
/// than a card holds there are several.
pub(super) fn cards(writer: &Writer) -> Vec<Block> {
    let of_each = |most: usize| -> Vec<Row> {
        writer.facts.taking_part().flat_map(|one| lines(one, 1).into_iter().take(most)).collect()
    };
    let all = of_each(OF_EACH);
    let rows = if all.len() <= ON_A_PAGE { all } else { of_each(1) };
    let is_half = rows.len() <= ON_HALF_A_PAGE;
    let count = rows.len().div_ceil(ON_A_PAGE);
    let card = |(at, rows): (usize, &[Row])| {
        let title = match count {
            1 => "Bel als het misgaat".to_owned(),
            _ => format!("Bel als het misgaat ({} van {count})", at + 1),
        };
        let card = Block::Together(vec![Table::new(COLUMNS, rows.to_vec()).led_by(1).captioned(&title).into()]);
        match (is_half, at) {
            (true, _) => vec![card.clone(), paragraph(CUT), card],
            (false, 0) => vec![card],
            (false, _) => vec![Block::PageBreak, card],
        }
    };
    rows.chunks(ON_A_PAGE).enumerate().flat_map(card).collect()
}

/// Where the scissors go, in letters that every printer has.
const CUT: &str = "– – – – – – – – – – – – – – – – –  knip hier  – – – – – – – – – – – – – – – – –";

/// Each person with the number that is known, and room for what is not, on so many lines at least.
fn lines(organisation: &Organisation, least: usize) -> Vec<Row> {
    let people = organisation.contacts.iter();
    let known = people.map(|one| [text(&one.name), one.phone.as_ref().map_or_else(blank, text)]);
    let room = least.saturating_sub(organisation.contacts.len());
    let all = known.chain(std::iter::repeat_n([blank(), blank()], room));
    all.map(|[name, phone]| vec![text(&organisation.name), name, phone, blank()]).collect()
}
