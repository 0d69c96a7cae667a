//! The minutes of the last meeting. Where none was held there are lines to fill in by hand.

use super::trail::known;
use super::writer::Writer;
use crate::advice::{Step, StepState};
use crate::document::{Block, Table, blank, text};
use crate::domain::{Answer, FullId, Meeting, Project, Question, Subject, Tlp};
use crate::expression::Words;
use crate::notation;
use crate::report::{Decisions, label};

/// So many lines, or rows, to write on.
const LINES: usize = 4;

/// Where nobody was named, names can be written.
pub(super) fn present(writer: &Writer) -> Vec<Block> {
    let pairs = |day, names| Block::Definitions(vec![(text("Dag"), day), (text("Aanwezig"), names)]);
    let form = || pairs(blank(), blank());
    of_last(writer, form, |meeting| {
        let names = notation::enumeration(&meeting.present);
        pairs(text(notation::date(meeting.date)), if names.is_empty() { blank() } else { text(names) })
    })
}

/// What was answered together that day.
pub(super) fn agreed(writer: &Writer) -> Vec<Block> {
    let words = Words::new(writer.facts);
    let said = |(question, answer): (&Question, &Answer)| {
        (text(&question.label), text(notation::sentence(&words.said(&question.kind, answer))))
    };
    of_last(writer, lines, |meeting| Block::Definitions(answered(writer, meeting).map(said).collect()))
}

/// The strictest label of the answers that it repeats.
pub(super) fn label(writer: &Writer) -> Tlp {
    let repeated = last(writer.facts.project).into_iter().flat_map(|meeting| answered(writer, meeting));
    label::strictest(writer.facts, repeated.map(|(question, _)| &question.id))
}

fn answered<'w>(writer: &'w Writer, meeting: &'w Meeting) -> impl Iterator<Item = (&'w Question, &'w Answer)> {
    let answer = |question: &'w Question| Some((question, writer.facts.answer(&question.id, None)?));
    writer.catalog.questions().filter_map(answer).filter(|(_, answer)| answer.is_of(meeting.date))
}

pub(super) fn decided(writer: &Writer) -> Vec<Block> {
    of_last(writer, lines, |meeting| {
        let mut decisions = Decisions::new(writer.facts.project, writer.facts.today);
        decisions.decisions.retain(|report| report.decision.date == meeting.date);
        decisions.list()
    })
}

/// The steps that were thought of that day, or about which something was said.
pub(super) fn assigned(writer: &Writer) -> Vec<Block> {
    let columns = ["Wat", "Wie", "Voor wanneer"];
    let form = || Table::new(columns, vec![vec![blank(); columns.len()]; LINES]).into();
    of_last(writer, form, |meeting| {
        let is_said = |step: &Step| {
            let subject = Subject::Action(step.id.to_string());
            let history = &writer.facts.project.history;
            history.iter().any(|change| change.subject == subject && change.at.date_naive() == meeting.date)
        };
        let steps = known(writer).into_iter().filter(|step| step.state == StepState::Open && is_said(step));
        let row = |step: Step| vec![text(step.title), text(step.owner), text(step.due_words.unwrap_or_default())];
        Table::new(columns, steps.map(row)).into()
    })
}

pub(super) fn parked(writer: &Writer) -> Vec<Block> {
    let words = |what: &String| text(put_off(what, writer));
    of_last(writer, lines, |meeting| Block::Bullets(meeting.parked.iter().map(words).collect()))
}

/// The question in words, where it is one.
fn put_off(what: &str, writer: &Writer) -> String {
    let question = FullId::parse(what).and_then(|id| writer.catalog.question(&id));
    question.map_or_else(|| what.to_owned(), |question| Words::new(writer.facts).ask(question))
}

/// Every meeting, the last one first.
pub(super) fn all(writer: &Writer) -> Block {
    let mut meetings: Vec<&Meeting> = writer.facts.project.meetings.iter().collect();
    meetings.sort_by_key(|meeting| std::cmp::Reverse(meeting.date));
    let definition = |meeting: &Meeting| {
        let present = notation::joined(&meeting.present, ", ").map(|names| format!("Aanwezig: {names}. "));
        let parked = notation::joined(meeting.parked.iter().map(|what| put_off(what, writer)), "; ");
        let words: String = present.into_iter().chain(parked.map(|what| format!("Geparkeerd: {what}"))).collect();
        (text(notation::date(meeting.date)), text(words.trim_end()))
    };
    Block::Definitions(meetings.into_iter().map(definition).collect())
}

fn lines() -> Block {
    Block::WritingLines(vec![String::new(); LINES])
}

/// What is to be told of the last meeting, as far as these readers may know of it; a form when none was held at all.
fn of_last(writer: &Writer, form: impl FnOnce() -> Block, told: impl FnOnce(&Meeting) -> Block) -> Vec<Block> {
    let form = || last(writer.whole.project).is_none().then(form);
    last(writer.facts.project).map(told).or_else(form).into_iter().collect()
}

fn last(project: &Project) -> Option<&Meeting> {
    project.meetings.iter().max_by_key(|meeting| meeting.date)
}
