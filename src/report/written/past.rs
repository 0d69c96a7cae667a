use super::writer::Writer;
use super::writer::column;
use crate::document::Block;
use crate::document::Row;
use crate::document::Table;
use crate::document::text;
use crate::domain::FullId;
use crate::notation;
use crate::report::History;
use crate::report::HistoryChoice;
use crate::report::history::ChangeReport;
use crate::report::paragraph;

/// Over which days it goes.
pub(super) fn period(writer: &Writer) -> Vec<Block> {
    let until = notation::date(writer.facts.today);
    vec![paragraph(match writer.since {
        Some(since) => format!("Dit gaat over {} tot en met {until}.", notation::date(since)),
        None => format!("Dit gaat over alles tot en met {until}."),
    })]
}

/// Answers that became another, newest first, and how many came new.
pub(super) fn changes(writer: &Writer) -> Vec<Block> {
    let history = history_of(writer);
    let answers = || history.changes.iter().filter(|change| FullId::parse(&change.subject).is_some());
    let changed: Vec<&ChangeReport> = answers().filter(|change| change.from.is_some() && change.to.is_some()).collect();
    let fresh = answers().filter(|change| change.from.is_none()).count();
    let mut blocks = Vec::new();
    if !changed.is_empty() {
        let columns = ["Waar het over gaat", "Was", "Is nu", "Waarom"].map(column).to_vec();
        blocks.push(Block::Table(Table { caption: None, columns, rows: changed.into_iter().map(row).collect() }));
    }
    if fresh > 0 {
        let verb = if fresh == 1 { "kwam" } else { "kwamen" };
        blocks.push(paragraph(format!("Daarnaast {verb} er {} bij.", notation::counted(fresh, "antwoord", "antwoorden"))));
    }
    blocks
}

/// Everything that was said and changed.
pub(super) fn history(writer: &Writer) -> Vec<Block> {
    let history = History::new(writer.catalog, writer.facts, &HistoryChoice::default());
    if history.changes.is_empty() { Vec::new() } else { history.document(writer.facts.project).blocks }
}

/// The questions of which the past repeats answers.
pub(super) fn questions(writer: &Writer) -> Vec<FullId> {
    let history = History::new(writer.catalog, writer.facts, &HistoryChoice::default());
    history.changes.iter().filter_map(|change| FullId::parse(&change.subject)).collect()
}

fn history_of(writer: &Writer) -> History {
    let choice = HistoryChoice { since: writer.since, question: None };
    History::new(writer.catalog, writer.facts, &choice)
}

fn row(change: &ChangeReport) -> Row {
    let owner = change.organisation.as_ref().map(|name| format!(" ({name})")).unwrap_or_default();
    let cell = |words: &Option<String>| text(words.clone().unwrap_or_default());
    vec![text(format!("{}{owner}", change.label)), cell(&change.from), cell(&change.to), cell(&change.why)]
}
