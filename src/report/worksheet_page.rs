//! One worksheet as blocks: the head, and each question with room to answer.

use std::collections::BTreeSet;

use super::since::SINCE;
use super::worksheets::{Worksheet, WorksheetQuestion, Worksheets};
use super::{heading, paragraph};
use crate::document::{Block, BoxItem, Inline, Line, Table, blank, text, without_empty};
use crate::domain::{Field, Kind, Origin, State, Tlp};
use crate::notation;
use crate::round::{
    CODE_OF_SHEET, COLLABORATION, EXTRA, FILLED_IN_BY, FILLED_IN_ON, OTHER, before_short_answer, options, reach,
};

/// Room for so many lines of a short text, a long one, items of a list, and things of a group.
const SHORT_TEXT_LINES: usize = 2;
const TEXT_LINES: usize = 4;
const LIST_LINES: usize = 5;
const GROUP_ROWS: usize = 4;

/// The sections are headings of this level.
pub(super) fn blocks(sheet: &Worksheet, all: &Worksheets, level: u8) -> Vec<Block> {
    let explained = paragraph(
        "Kruis aan of schrijf op. Sla over wat je niet weet of niet wilt delen. Vergis je je, streep het dan door. Is er te \
         weinig plaats, schrijf dan verder op een los vel, met de code van de vraag erbij. Die code staat links van de \
         vraag: daarmee typt de trekker je antwoord over.",
    );
    let labelled = paragraph(labels(sheet));
    let mut blocks = vec![head(sheet, all), explained, labelled, paragraph(Origin::LEGEND)];
    for (index, section) in sheet.sections.iter().enumerate() {
        let mut opening = vec![heading(level, &section.title)];
        if section.is_extra && (index == 0 || !sheet.sections[index - 1].is_extra) {
            opening.splice(0..0, [heading(level, EXTRA[0]), paragraph(EXTRA[1])]);
        }
        let mut questions = section.questions.iter().map(|one| question(one, sheet.tlp, level + 1));
        // What opens a section stands above its first question, and not at the foot of the page before.
        blocks.push(Block::Together(opening.into_iter().chain(questions.next()).collect()));
        blocks.extend(questions);
    }
    blocks
}

/// Who may read the sheet, and the answers with a label of their own.
fn labels(sheet: &Worksheet) -> String {
    let says = |label: Tlp, what: &str| format!("{}: {what} {}.", label.title(), reach(label));
    let whole = format!("Op elke bladzijde staat wie haar mag lezen. {}", says(sheet.tlp, "wat hier staat,"));
    let questions = sheet.sections.iter().flat_map(|section| &section.questions);
    let others: BTreeSet<Tlp> = questions.filter_map(|one| one.tlp).filter(|tlp| *tlp != sheet.tlp).collect();
    let others = notation::joined(others.into_iter().map(|label| says(label, "dat antwoord")), " ");
    let before = "Een label bij een vraag geldt voor haar antwoord als het is overgetypt.";
    whole + &others.map(|others| format!(" {before} {others}")).unwrap_or_default()
}

fn head(sheet: &Worksheet, all: &Worksheets) -> Block {
    let reached_at = notation::in_brackets(&all.reached_at);
    let back = all.trekker.as_ref().map(|trekker| (text("Terug aan"), text(format!("{trekker}{reached_at}"))));
    let how = "Op papier. Of maak van elke bladzijde een foto en mail die.";
    let until = all.answer_by.map(|day| (text("Uiterlijk"), text(notation::date(day))));
    let returned = back.into_iter().flat_map(|back| [back, (text("Hoe"), text(how))]).chain(until);
    let pairs = vec![
        (text(COLLABORATION), text(&all.head.project)),
        (text(CODE_OF_SHEET), vec![Inline::Code(sheet.code.to_string())]),
        (text("Fase"), text(all.phase.title())),
        (text("Afgedrukt op"), text(notation::date(all.head.date))),
        (text("Label"), text(sheet.tlp.title())),
        (text(FILLED_IN_BY), blank()),
        (text(FILLED_IN_ON), blank()),
    ];
    Block::Definitions(pairs.into_iter().chain(returned).collect())
}

/// A question keeps together, so that nobody has to turn the page in the middle of it.
fn question(question: &WorksheetQuestion, label_of_sheet: Tlp, level: u8) -> Block {
    let mut title = vec![Inline::Code(question.code.to_string())];
    if question.shared_code {
        title.extend([Inline::Text(" ".to_owned()), Inline::Code(question.id.clone())]);
    }
    title.push(Inline::Text(format!("  {}", question.ask)));
    let mut blocks = vec![Block::Heading { level, text: title }];
    let only_if = question.only_if.iter().map(|condition| format!("Alleen als {condition}."));
    let before = question.view.map(str::to_owned).into_iter().chain(only_if);
    blocks.extend(before.map(|words| Block::Paragraph(vec![Inline::Strong(words)])));
    blocks.push(paragraph(format!("{} {}", question.help, question.mark)));
    blocks.extend(question.since.iter().map(|fact| paragraph(format!("{SINCE} {fact}"))));
    blocks.extend(question.earlier.iter().map(|earlier| remark(&format!("Vorige keer: {earlier}"))));
    let label = question.tlp.filter(|tlp| *tlp != label_of_sheet);
    blocks.extend(label.map(|tlp| paragraph(format!("Label: {}.", tlp.title()))));
    blocks.extend(room(&question.kind));
    let unknown = Inline::Text(format!(" {}    ", notation::state(&State::Unknown)));
    let not_applicable = Inline::Text(format!(" {}", notation::state(&State::NotApplicable)));
    blocks.push(Block::Paragraph(vec![Inline::Box, unknown, Inline::Box, not_applicable]));
    Block::Together(blocks)
}

/// Room to answer, by kind.
fn room(kind: &Kind) -> Vec<Block> {
    match kind {
        Kind::YesNo | Kind::Scale { .. } | Kind::Choice { .. } => vec![remark("Kruis één vakje aan."), boxes(kind)],
        Kind::Choices { at_most, .. } => {
            let most = at_most.map(|most| format!(", hooguit {most}")).unwrap_or_default();
            vec![remark(&format!("Kruis aan wat past{most}.")), boxes(kind)]
        }
        Kind::Organisation { .. } => vec![lines(1)],
        Kind::Text => vec![lines(SHORT_TEXT_LINES)],
        Kind::LongText => vec![lines(TEXT_LINES)],
        Kind::Date | Kind::Hours { .. } | Kind::Number { .. } | Kind::Amount { .. } => {
            let before = before_short_answer(kind).into_iter();
            before.map(|before| Block::Paragraph(blank_behind(&before))).collect()
        }
        Kind::List { at_most, .. } | Kind::Organisations { at_most, .. } => {
            let count = at_most.unwrap_or(LIST_LINES).min(LIST_LINES);
            vec![Block::WritingLines((1..=count).map(|number| format!("{number}.")).collect())]
        }
        Kind::Group { fields, at_most, item } => group(fields, at_most.unwrap_or(GROUP_ROWS).min(GROUP_ROWS), item),
    }
}

fn boxes(kind: &Kind) -> Block {
    let consequence = |index: usize| kind.options().get(index).and_then(|option| option.consequence.as_ref());
    let items = options(kind).into_iter().enumerate().map(|(index, label)| BoxItem {
        number: index + 1,
        text: if label == OTHER { blank_behind(OTHER) } else { text(label) },
        detail: consequence(index).map(text),
    });
    Block::Boxes(items.collect())
}

/// A row for each thing, with a column for each field. What may stand in a column is told above it.
fn group(fields: &[Field], rows: usize, item: &str) -> Vec<Block> {
    let told = fields.iter().filter_map(|field| {
        let numbered = (1..).zip(options(&field.kind)).map(|(number, words)| format!("{number} {words}"));
        Some((text(&field.label), text(notation::joined(numbered, "; ")?)))
    });
    let columns = std::iter::once(notation::capital(item)).chain(fields.iter().map(|field| field.label.clone()));
    let blanks = fields.iter().map(|_| blank());
    let row = |number: usize| std::iter::once(text(number.to_string())).chain(blanks.clone()).collect();
    without_empty(vec![Block::Definitions(told.collect()), Table::new(columns, (1..=rows).map(row)).into()])
}

/// Room for a word or a number.
fn blank_behind(before: &str) -> Line {
    [text(format!("{before}: ")), blank()].concat()
}

fn lines(count: usize) -> Block {
    Block::WritingLines(vec![String::new(); count])
}

fn remark(words: &str) -> Block {
    Block::Paragraph(vec![Inline::Emphasis(words.to_owned())])
}
