//! The minutes of the last meeting. Where none was held there are lines to fill in by hand.

use super::writer::Writer;
use crate::document::{Block, Table, blank, text};
use crate::domain::{Answer, FullId, Meeting, OwnAction, Project, Question, Tlp};
use crate::expression::Words;
use crate::notation;
use crate::report::Decisions;

/// So many lines, or rows, to write on.
const LINES: usize = 3;

/// Where nobody was named, names can be written.
pub(super) fn present(writer: &Writer) -> Vec<Block> {
    let pairs = |day, names| Block::Definitions(vec![(text("Dag"), day), (text("Aanwezig"), names)]);
    let room = |day| Block::Together(vec![pairs(day, blank()), Block::WritingLines(vec![String::new(); 2])]);
    let form = || room(blank());
    of_last(writer, form, |meeting| match notation::enumeration(&meeting.present) {
        names if names.is_empty() => room(text(day(meeting))),
        names => pairs(text(day(meeting)), text(names)),
    })
}

/// What was answered together there.
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
    let labels = repeated.map(|(question, answer)| writer.facts.label(Some(question), answer));
    labels.fold(writer.facts.project.tlp, Tlp::max)
}

fn answered<'w>(writer: &'w Writer, meeting: &'w Meeting) -> impl Iterator<Item = (&'w Question, &'w Answer)> {
    writer.catalog.questions().filter_map(|question| {
        let agreed = meeting.agreed.iter().find(|agreed| agreed.question == question.id)?;
        Some((question, &agreed.answer))
    })
}

pub(super) fn decided(writer: &Writer) -> Vec<Block> {
    of_last(writer, lines, |meeting| {
        let mut decisions = Decisions::new(writer.facts.project, writer.facts.today);
        decisions.decisions.retain(|report| meeting.decided.contains(&report.decision.id));
        decisions.list()
    })
}

/// The steps that were thought of there.
pub(super) fn assigned(writer: &Writer) -> Vec<Block> {
    let columns = ["Wat", "Wie", "Voor wanneer"];
    let form = || Table::new(columns, vec![vec![blank(); columns.len()]; LINES]).into();
    of_last(writer, form, |meeting| {
        let row = |step: &OwnAction| {
            let due = step.record.due.map(notation::date_with_weekday);
            let owner = step.record.owner.as_deref().unwrap_or("nog niemand");
            vec![text(&step.title), text(owner), text(due.unwrap_or_default())]
        };
        Table::new(columns, meeting.steps.iter().map(row)).led_by(1).into()
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
    meetings.sort_by_key(|meeting| std::cmp::Reverse(meeting.key()));
    let words = Words::new(writer.facts);
    let answer = |(one, answer): (&Question, &Answer)| format!("{}: {}", one.label, words.said(&one.kind, answer));
    let step = |step: &OwnAction| {
        let due = step.record.due.map(notation::date);
        let who_and_when = notation::joined(step.record.owner.iter().cloned().chain(due), ", ");
        format!("{}{}", step.title, notation::in_brackets(&who_and_when))
    };
    let definition = |meeting: &Meeting| {
        let told = [
            ("Aanwezig", notation::joined(&meeting.present, ", ")),
            ("Afgesproken", notation::joined(answered(writer, meeting).map(answer), "; ")),
            ("Wie doet wat", notation::joined(meeting.steps.iter().map(step), "; ")),
            ("Geparkeerd", notation::joined(meeting.parked.iter().map(|what| put_off(what, writer)), "; ")),
        ];
        let told = told.into_iter().filter_map(|(word, said)| Some(notation::sentence(&format!("{word}: {}", said?))));
        (text(day(meeting)), text(notation::joined(told, " ").unwrap_or_default()))
    };
    Block::Definitions(meetings.into_iter().map(definition).collect())
}

/// The day, and which one it was of that day.
fn day(meeting: &Meeting) -> String {
    let number = meeting.number.map(|number| format!("bijeenkomst {number}"));
    format!("{}{}", notation::date(meeting.date), notation::in_brackets(&number))
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
    project.meetings.iter().max_by_key(|meeting| meeting.key())
}
