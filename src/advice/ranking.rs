use std::cmp::Reverse;

use chrono::NaiveDate;

use super::due::Due;
use super::step::{Precedence, Step};

/// So many steps stand on top of a checklist; the rest stands below. More than six at once is not a plan but a pile.
pub const FIRST_STEPS: usize = 6;

/// What nearness adds to the weight of a step (1 to 100): a step that is late goes before all but the heaviest, for two weeks. After
/// that it fades day by day, until the step is left lying.
const LATE: u32 = 60;
const FULLY_LATE: i64 = 14;

/// So many days after its day nobody takes a step as it stands.
pub(super) const LEFT_LYING: i64 = 56;

const WITHIN_A_WEEK: u32 = 45;
const WITHIN_THREE_WEEKS: u32 = 25;
const AS_SOON_AS_POSSIBLE: u32 = 50;

/// What a signal of risk adds to the weight of the step that it asks for.
const LIFT: u32 = 60;

/// The order of open steps: what weighs most now comes first; then the earliest date, then the id, so that it is steady. What is of a
/// phase that is behind us comes after that, and what is left lying comes behind all.
pub(super) fn sort(steps: &mut [Step], today: NaiveDate) {
    steps.sort_by_cached_key(|step| {
        let date = step.due.date().unwrap_or(NaiveDate::MAX);
        let lift = if step.precedence == Precedence::Lifted { LIFT } else { 0 };
        let pull = Reverse(urgency(&step.due, today) + step.weight + lift);
        (step.left_lying, step.precedence == Precedence::Former, pull, date, step.id.clone())
    });
}

fn urgency(due: &Due, today: NaiveDate) -> u32 {
    match due {
        Due::Soon => AS_SOON_AS_POSSIBLE,
        Due::On(date) => match date.signed_duration_since(today).num_days() {
            days if days < 0 => fading(-days),
            0..=7 => WITHIN_A_WEEK,
            8..=21 => WITHIN_THREE_WEEKS,
            _ => 0,
        },
        Due::Waits { .. } | Due::Never => 0,
    }
}

fn fading(days_late: i64) -> u32 {
    let left = u32::try_from(LEFT_LYING - days_late.max(FULLY_LATE)).unwrap_or(0);
    LATE * left / u32::try_from(LEFT_LYING - FULLY_LATE).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lateness_counts_fully_for_two_weeks_and_then_fades() {
        let counted: Vec<u32> = [1, 14, 28, 42, 56, 400].map(fading).to_vec();
        assert_eq!(counted, [60, 60, 40, 20, 0, 0]);
    }
}
