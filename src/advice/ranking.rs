use std::cmp::Reverse;

use chrono::NaiveDate;

use super::due::Due;
use super::step::Step;

/// So many steps stand on top of a checklist; the rest stands below. More than six at once is not a plan but a pile.
pub const FIRST_STEPS: usize = 6;

/// What nearness adds to the weight of a step (1 to 100): a step that is late goes before all but the heaviest.
const LATE: u32 = 60;
const WITHIN_A_WEEK: u32 = 45;
const WITHIN_THREE_WEEKS: u32 = 25;
const AS_SOON_AS_POSSIBLE: u32 = 50;

/// The order of open steps: what weighs most now comes first; then the earliest date, then the id, so that it is steady.
pub(super) fn sort(steps: &mut [Step], today: NaiveDate) {
    steps.sort_by_cached_key(|step| {
        let date = step.due.date().unwrap_or(NaiveDate::MAX);
        (Reverse(urgency(&step.due, today) + step.weight), date, step.id.clone())
    });
}

fn urgency(due: &Due, today: NaiveDate) -> u32 {
    match due {
        Due::Soon => AS_SOON_AS_POSSIBLE,
        Due::On(date) => match date.signed_duration_since(today).num_days() {
            days if days < 0 => LATE,
            0..=7 => WITHIN_A_WEEK,
            8..=21 => WITHIN_THREE_WEEKS,
            _ => 0,
        },
        Due::Waits { .. } | Due::Never => 0,
    }
}
