use crate::notation;
use crate::render::xml::Markup;

/// Word refuses a file in which the name of a control is longer than 64 of its characters. Each of ours is at most two.
const LONGEST_NAME: usize = 28;

/// Room to write when the page is printed.
const ROOM: &str = "____________________";

/// A box to tick. Word itself tells a screen reader whether it is ticked, so no word of ours can contradict it.
pub fn check_box(markup: &mut Markup, name: &str, ticked: bool) {
    let (state, sign) = if ticked { ("1", "\u{2611}") } else { ("0", "\u{2610}") };
    let properties = |markup: &mut Markup| {
        markup.element("w14:checkbox", &[], |markup| {
            markup.empty("w14:checked", &[("w14:val", state)]);
            markup.empty("w14:checkedState", &[("w14:val", "2611"), ("w14:font", SIGNS)]);
            markup.empty("w14:uncheckedState", &[("w14:val", "2610"), ("w14:font", SIGNS)]);
        });
    };
    control(markup, name, properties, "Vakje", |markup| markup.element("w:t", &[], |markup| markup.text(sign)));
}

/// The font that has the boxes on Windows; elsewhere another font steps in.
const SIGNS: &str = "Segoe UI Symbol";

/// An open spot to fill in: who clicks on it types over the question that stands there. On paper there is a line to write on.
pub fn open_spot(markup: &mut Markup, question: &str) {
    let question = notation::printed_line(question);
    let (name, shown) = if question.is_empty() {
        ("Nog invullen".to_owned(), ROOM.to_owned())
    } else {
        (notation::shortened(&question, LONGEST_NAME), format!("{ROOM} ({question})"))
    };
    let properties = |markup: &mut Markup| {
        markup.empty("w:showingPlcHdr", &[]);
        markup.empty("w:text", &[]);
    };
    control(markup, &name, properties, "Tekstvantijdelijkeaanduiding", |markup| {
        markup.element("w:t", &[("xml:space", "preserve")], |markup| markup.text(&shown));
    });
}

/// A control of Word in a line, with what is in it in a style of its own.
fn control(
    markup: &mut Markup,
    name: &str,
    properties: impl FnOnce(&mut Markup),
    style: &str,
    inside: impl FnOnce(&mut Markup),
) {
    markup.element("w:sdt", &[], |markup| {
        markup.element("w:sdtPr", &[], |markup| {
            markup.value("w:alias", name);
            properties(markup);
        });
        markup.element("w:sdtContent", &[], |markup| {
            markup.element("w:r", &[], |markup| {
                markup.element("w:rPr", &[], |markup| markup.value("w:rStyle", style));
                inside(markup);
            });
        });
    });
}
