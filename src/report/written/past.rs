use super::writer::Writer;
use crate::document::{Block, Definition, Inline, text};
use crate::notation;
use crate::report::history::ChangeReport;
use crate::report::{History, HistoryChoice, paragraph};

/// Over which days it goes.
pub(super) fn period(writer: &Writer) -> Block {
    let until = notation::date(writer.facts.today);
    let from = writer.since.map_or_else(|| "alles".to_owned(), notation::date);
    paragraph(format!("Dit gaat over {from} tot en met {until}."))
}

/// More than these nobody reads at a meeting.
const MOST: usize = 12;

/// As much of an answer as shows what became otherwise. The whole of it stands in the overview.
const NOW: usize = 240;
const BEFORE: usize = 90;

/// Answers that became another: first those with a reason, each newest first; how many more there are, and how many came new.
pub(super) fn changes(writer: &Writer) -> Vec<Block> {
    let choice = HistoryChoice { since: writer.since, ..HistoryChoice::default() };
    let history = History::new(writer.catalog, writer.facts, &choice);
    let is_answer =
        |change: &ChangeReport| change.question.as_ref().and_then(|id| writer.catalog.question(id)).is_some();
    // Who says that an answer holds still changes nothing.
    let changed = history.changes.into_iter().filter(|change| is_answer(change) && change.from != change.to);
    let (mut changed, fresh): (Vec<ChangeReport>, Vec<ChangeReport>) =
        changed.partition(|change| change.from.is_some());
    changed.sort_by_key(|change| change.why.is_none());
    let told = Block::Definitions(changed.iter().take(MOST).map(change).collect());
    std::iter::once(told).chain(rest(changed.len().saturating_sub(MOST), fresh.len()).map(paragraph)).collect()
}

fn change(change: &ChangeReport) -> Definition {
    let owner = notation::in_brackets(&change.organisation);
    let now = match &change.to {
        Some(to) => notation::sentence(&notation::shortened(to, NOW)),
        None => "Gewist.".to_owned(),
    };
    let mut words = text(now);
    let before = |from: &String| notation::sentence(&notation::shortened(from, BEFORE));
    words.extend(change.from.iter().map(|from| Inline::Text(format!(" Was: {}", before(from)))));
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
