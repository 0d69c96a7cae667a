use crate::notation;
use crate::render::xml::Markup;

/// Word refuses a file in which the name of a control is longer than 64 of its characters. Each of ours is at most two.
const LONGEST_NAME: usize = 28;

/// Room to write when the page is printed, and less of it in a cell, which is a line to write on itself.
pub const ROOM: &str = "____________________";
pub const ROOM_IN_CELL: &str = "__________";

/// A box to tick. Word itself tells a screen reader whether it is ticked, so no word of ours can contradict it.
///
/// Windows has its boxes in the font that is named; elsewhere another font steps in.
pub fn check_box(markup: &mut Markup, name: &str, ticked: bool) {
    let (state, sign) = if ticked { ("1", "\u{2611}") } else { ("0", "\u{2610}") };
    markup.form(include_str!("parts/check_box.xml"), &[("name", name), ("state", state), ("sign", sign)]);
}

/// An open spot to fill in: who clicks on it types over the question that stands there. On paper there is room to write.
pub fn open_spot(markup: &mut Markup, question: &str, room: &str) {
    let question = notation::printed_line(question);
    if question.is_empty() {
        spot(markup, "Nog invullen", room);
    } else {
        spot(markup, &notation::shortened(&question, LONGEST_NAME), &format!("{room} ({question})"));
    }
}

/// An open spot that fills a cell: the lines around the cell are those to write between.
pub fn open_cell(markup: &mut Markup) {
    spot(markup, "Nog invullen", "\u{a0}\u{a0}\u{a0}\u{a0}");
}

fn spot(markup: &mut Markup, name: &str, shown: &str) {
    markup.form(include_str!("parts/open_spot.xml"), &[("name", name), ("shown", shown)]);
}
