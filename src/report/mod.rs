//! What there is to say, as data and as a document: one file for each.

mod answers;
mod calendar;
mod changed_things;
mod checklist;
mod comparison;
mod copies;
mod decisions;
mod differences;
mod documents;
mod edition;
mod events;
mod head;
mod history;
mod home;
mod joining;
mod kopgroep;
mod label;
mod labels;
mod meanwhile;
mod organisation_detail;
mod organisation_words;
mod organisations;
mod paper_set;
mod questionnaire;
mod questionnaires;
mod reading;
mod said;
mod sheets;
mod since;
mod status;
mod step_words;
mod topics;
mod welcome;
mod worksheet_page;
mod worksheets;
mod written;

pub use calendar::Dates;
pub use checklist::{Checklist, ChecklistChoice, Whose, begun, open_on_name, steps_of};
pub use comparison::Comparison;
pub use copies::{Copies, CopyReport};
pub use decisions::Decisions;
pub use differences::Differences;
pub use documents::{Documents, UnfitDocument};
pub use edition::{in_edition, in_edition_up_to};
pub use events::Events;
pub use history::{History, HistoryChoice, Print};
pub use home::{Deed, Home};
pub use joining::{ConflictReport, Joining};
pub use kopgroep::KopgroepReport;
pub use labels::{Labels, readers};
pub use meanwhile::changed_meanwhile;
pub use organisation_detail::OrganisationDetail;
pub use organisations::Organisations;
pub use paper_set::{PaperEntry, PaperSet};
pub use questionnaire::QuestionnaireReport;
pub use questionnaires::Questionnaires;
pub use reading::{NewcomerReport, Reading, Word};
pub use sheets::answers_sheet;
pub use status::Status;
pub use topics::{AT_TABLE, Topic, Topics};
pub use welcome::welcome;
pub use worksheets::{WorksheetChoice, Worksheets};
pub use written::{WrittenChoice, is_mostly_open, open_spots, written};

use crate::document::{Block, Inline, Line, Weight, text};
use crate::domain::Kind;
use changed_things::first_of;
use head::Head;
use serde::Serializer;

fn kind_word<S: Serializer>(kind: &Kind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.name().word())
}

fn heading(level: u8, words: impl Into<String>) -> Block {
    Block::Heading { level, text: text(words) }
}

/// Things of one sort below a heading; nothing at all where there are none.
fn section<T>(title: &str, block: fn(Vec<T>) -> Block, items: impl IntoIterator<Item = T>) -> Vec<Block> {
    let items: Vec<T> = items.into_iter().collect();
    if items.is_empty() { Vec::new() } else { vec![heading(1, title), block(items)] }
}

fn paragraph(words: impl Into<String>) -> Block {
    Block::Paragraph(text(words))
}

/// Something to notice, with a word before it.
fn notice(weight: Weight, word: &str, words: impl Into<String>, advice: Option<Line>) -> Block {
    Block::Notice { weight, word: word.to_owned(), text: text(words), advice }
}

/// How much of a part is settled, with what has still to be found out.
fn progress(label: &str, done: usize, unknown: usize, total: usize) -> Block {
    let remark = (unknown > 0).then(|| format!("{unknown} nog uit te zoeken"));
    Block::Progress { label: label.to_owned(), done, total, remark }
}

/// A command to type, in a sentence.
fn with_command(before: &str, command: &str, after: &str) -> Line {
    vec![Inline::Text(before.to_owned()), Inline::Code(command.to_owned()), Inline::Text(after.to_owned())]
}

/// A command to type, in a paragraph of its own.
fn hint(before: &str, command: &str, after: &str) -> Block {
    Block::Paragraph(with_command(before, command, after))
}

/// What stands where nothing was noted yet, with the command that notes the first.
fn nothing_yet(told: &str, before: &str, command: &str) -> Vec<Block> {
    vec![paragraph(told), hint(before, command, ".")]
}

/// Words with something to see at their front: `**Nog niet gehoord:** …`.
fn led_by(front: impl Into<String>, words: impl Into<String>) -> Line {
    vec![Inline::Strong(front.into()), Inline::Text(words.into())]
}
