use super::writer::Writer;
use crate::document::{Block, Inline, text};
use crate::domain::FullId;
use crate::notation;
use crate::report::history::ChangeReport;
use crate::report::{History, HistoryChoice, paragraph};

/// Over which days it goes.
pub(super) fn period(writer: &Writer) -> Vec<Block> {
    let until = notation::date(writer.facts.today);
    vec![paragraph(match writer.since {
        Some(since) => format!("Dit gaat over {} tot en met {until}.", notation::date(since)),
        None => format!("Dit gaat over alles tot en met {until}."),
    })]
}

/// More than these nobody reads at a meeting.
const MOST: usize = 12;

/// Answers that became another: first those with a reason, each newest first; how many more there are, and how many came new.
pub(super) fn changes(writer: &Writer) -> Vec<Block> {
    let changes = history_of(writer).changes;
    let (changed, fresh): (Vec<ChangeReport>, Vec<ChangeReport>) =
        changes.into_iter().filter(|change| is_answer(change, writer)).partition(|change| change.from.is_some());
    let (with_reason, without): (Vec<ChangeReport>, Vec<ChangeReport>) =
        changed.into_iter().partition(|change| change.why.is_some());
    let all: Vec<ChangeReport> = with_reason.into_iter().chain(without).collect();
    let mut blocks = Vec::new();
    if !all.is_empty() {
        blocks.push(Block::Definitions(all.iter().take(MOST).map(change).collect()));
    }
    blocks.extend(rest(all.len().saturating_sub(MOST), fresh.len()).map(paragraph));
    blocks
}

fn is_answer(change: &ChangeReport, writer: &Writer) -> bool {
    change.question().is_some_and(|id| writer.catalog.question(id).is_some())
}

fn change(change: &ChangeReport) -> (Vec<Inline>, Vec<Inline>) {
    let owner = notation::in_brackets(&change.organisation);
    let now = match &change.to {
        Some(to) => notation::sentence(to),
        None => "Gewist.".to_owned(),
    };
    let mut words = text(now);
    words.extend(change.from.iter().map(|from| Inline::Text(format!(" Was: {}", notation::sentence(from)))));
    words.extend(change.why.iter().map(|why| Inline::Emphasis(format!(" Waarom: {}", notation::sentence(why)))));
    (text(format!("{}{owner}", change.label)), words)
}

fn rest(more: usize, fresh: usize) -> Option<String> {
    let counted = |count: usize| notation::counted(count, "antwoord", "antwoorden");
    match (more, fresh) {
        (0, 0) => None,
        (more, 0) => Some(format!("Verder werden {} anders.", counted(more))),
        (0, fresh) => Some(format!("Nieuw: {}.", counted(fresh))),
        (more, fresh) => Some(format!("Verder werden {} anders, en nieuw: {}.", counted(more), counted(fresh))),
    }
}

/// Everything that was said and changed.
pub(super) fn history(writer: &Writer) -> Vec<Block> {
    let history = History::new(writer.catalog, writer.facts, &HistoryChoice::default());
    if history.changes.is_empty() { Vec::new() } else { history.document(writer.facts.project).blocks }
}

/// The questions of which the past repeats answers.
pub(super) fn questions(writer: &Writer) -> Vec<FullId> {
    let history = History::new(writer.catalog, writer.facts, &HistoryChoice::default());
    history.changes.iter().filter_map(ChangeReport::question).cloned().collect()
}

fn history_of(writer: &Writer) -> History {
    let choice = HistoryChoice { since: writer.since, question: None };
    History::new(writer.catalog, writer.facts, &choice)
}
