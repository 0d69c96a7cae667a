use chrono::{Days, NaiveDate};

use super::due::{Due, due};
use crate::domain::{Action, ActionRecord, Anchor, Phase, last_working_day};
use crate::expression::Facts;

/// So many days before its next day a step that comes back stands on the checklist again.
const AHEAD: u64 = 21;

/// What is known of the step in its next round, when it was taken and its next day is near.
pub(super) fn comes_back(action: &Action, phase: Phase, record: &ActionRecord, facts: &Facts) -> Option<ActionRecord> {
    let next = next_day(action, phase, record, facts)?;
    let begins = next.checked_sub_days(Days::new(AHEAD))?;
    (begins <= facts.today).then(|| ActionRecord { done: None, due: Some(next), ..record.clone() })
}

/// A person's own day after the tick; else the new day of what the step hangs on, when that lies a whole round later; and where it hangs
/// on no day that changes, a round after the tick.
fn next_day(action: &Action, phase: Phase, record: &ActionRecord, facts: &Facts) -> Option<NaiveDate> {
    let (every, done) = (action.every?, record.done?);
    if let Some(own) = record.due.filter(|due| *due > done) {
        return Some(own);
    }
    let round = every.after(done)?;
    match action.due.as_ref() {
        Some(rule) if matches!(rule.anchor, Anchor::Answer(_)) => {
            let counted = due(Some(rule), None, phase, facts);
            let Due::On(day) = counted else { return None };
            (day >= round).then_some(day)
        }
        _ => {
            // Rounds that went by do not pile up: the last one that was to be by now, or else the first.
            let rounds = std::iter::successors(Some(round), |round| every.after(*round));
            let round = rounds.take_while(|round| *round <= facts.today).last().unwrap_or(round);
            Some(last_working_day(done, round).unwrap_or(round))
        }
    }
}
