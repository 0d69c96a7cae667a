//! What was taken down from a stack of sheets, and what is still open on them.

use std::collections::BTreeSet;

use crate::domain::{Identifier, Item, Phase, Question, State};
use crate::expression::Facts;
use crate::ledger::Ledger;
use crate::notation;
use crate::round::asked_of;

/// So many open questions are named.
const MOST_NAMED: usize = 8;

/// The phases that were typed in; before that, the last one that was begun.
pub(super) fn phases(ledger: &Ledger, noted: &[Item]) -> BTreeSet<Phase> {
    let typed: BTreeSet<Phase> = noted.iter().filter_map(|item| ledger.catalog.phase_of(&item.question)).collect();
    if typed.is_empty() { ledger.project().begun.keys().next_back().copied().into_iter().collect() } else { typed }
}

/// For each of whom something was typed: how many, and what is still open.
pub(super) fn summary(ledger: &Ledger, noted: &[Item]) -> Vec<String> {
    let mut respondents: Vec<Option<&Identifier>> = Vec::new();
    for item in noted {
        if !respondents.contains(&item.organisation.as_ref()) {
            respondents.push(item.organisation.as_ref());
        }
    }
    respondents
        .into_iter()
        .map(|respondent| {
            let of: Vec<Item> = noted.iter().filter(|item| item.organisation.as_ref() == respondent).cloned().collect();
            let count = notation::counted(of.len(), "antwoord", "antwoorden");
            let open = open_words(ledger, respondent, &phases(ledger, &of));
            format!("{}: {count} overgenomen. {open}", name(ledger, respondent))
        })
        .collect()
}

/// `Nog open: 3 vragen (Eigen doel; Eigen rol; Sector).`
pub(super) fn open_words(ledger: &Ledger, respondent: Option<&Identifier>, phases: &BTreeSet<Phase>) -> String {
    let open: Vec<&str> = phases.iter().flat_map(|phase| open(ledger, respondent, *phase)).collect();
    if open.is_empty() {
        return "Daar staat nu niets meer open.".to_owned();
    }
    let more = open.len().saturating_sub(MOST_NAMED);
    let more = if more > 0 { format!("; en nog {more}") } else { String::new() };
    let named = open.iter().take(MOST_NAMED).copied().collect::<Vec<_>>().join("; ");
    format!("Nog open: {} ({named}{more}).", notation::counted(open.len(), "vraag", "vragen"))
}

/// The labels of what is asked now and of which the sheet says nothing: 'weet ik nog niet' is said.
fn open<'s>(ledger: &Ledger<'s>, respondent: Option<&Identifier>, phase: Phase) -> Vec<&'s str> {
    let facts = ledger.facts();
    let organisation = respondent.and_then(|id| ledger.project().organisation(id.as_str()));
    let is_open = |question: &&Question| {
        let item = Item::new(&question.id, respondent);
        let answer = ledger.answer(&item);
        let is_said = Facts::settles(answer) || answer.is_some_and(|answer| answer.state == State::Unknown);
        facts.is_asked(question, organisation) && !is_said
    };
    let asked = asked_of(ledger.catalog, phase, organisation);
    asked.into_iter().filter(is_open).map(|question| question.label.as_str()).collect()
}

fn name<'l>(ledger: &'l Ledger, respondent: Option<&'l Identifier>) -> &'l str {
    let name = |id: &'l Identifier| ledger.project().organisation(id.as_str()).map_or(id.as_str(), |one| &one.name);
    respondent.map_or("De kopgroep samen", name)
}
