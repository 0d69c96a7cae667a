use super::group::Group;
use super::spread::numbers;
use crate::domain::{Decimal, Kind};

/// Other words are not yet another view: what texts can differ counts for half.
const OF_WORDS: f64 = 0.5;
/// Dates that lie a month apart on average are halfway.
const MONTH: f64 = 30.0;

/// How far apart the answers lie, from 0 (all the same) to 1 (as far as can be).
///
/// - Choices, organisations, yes or no: the chance that something that one organisation says is not said by another,
///   picked at random. With one choice each: the chance that two organisations chose differently.
/// - Texts and lists: the same of their words, times a half.
/// - Scales: the mean distance of two organisations, as part of the largest that so many organisations can have.
/// - Numbers, hours, amounts: d / (d + m), where d is the mean distance of two organisations and m the lower of the two in
///   the middle: a half when they lie as far apart as the middle is high. For dates m is a month.
///
/// An answer that moves further away from the others (to a thing that nobody else says; on a scale away from the middle)
/// never makes it smaller.
pub(super) fn divergence(kind: &Kind, groups: &[Group], speakers: usize) -> f64 {
    if speakers < 2 {
        return 0.0;
    }
    match kind {
        Kind::Text | Kind::LongText | Kind::List { .. } | Kind::Group { .. } => OF_WORDS * of_names(groups, speakers),
        Kind::Scale { levels } => of_scale(&positions(groups), levels.len()),
        Kind::Number { .. } | Kind::Hours { .. } | Kind::Amount { .. } => {
            let numbers = positions(groups);
            let middle = numbers.get((numbers.len().max(1) - 1) / 2).copied().unwrap_or(0.0);
            relative(mean_distance(&numbers), middle.max(0.0))
        }
        Kind::Date => relative(mean_distance(&days(groups)), MONTH),
        Kind::YesNo
        | Kind::Choice { .. }
        | Kind::Choices { .. }
        | Kind::Organisation { .. }
        | Kind::Organisations { .. } => of_names(groups, speakers),
    }
}

/// How much of what is said is said otherwise than the joint answer.
pub(super) fn from_joint(kind: &Kind, speakers: usize, agreeing: usize) -> f64 {
    if speakers == 0 {
        return 0.0;
    }
    let share = ratio(speakers - agreeing.min(speakers), speakers);
    match kind {
        Kind::Text | Kind::LongText | Kind::List { .. } | Kind::Group { .. } => OF_WORDS * share,
        _ => share,
    }
}

fn of_names(groups: &[Group], speakers: usize) -> f64 {
    let mentions: usize = groups.iter().map(|group| group.count).sum();
    let shared: usize = groups.iter().map(|group| group.count * group.count.saturating_sub(1)).sum();
    if mentions == 0 { 0.0 } else { (1.0 - ratio(shared, mentions * (speakers - 1))).clamp(0.0, 1.0) }
}

fn of_scale(positions: &[f64], levels: usize) -> f64 {
    let (count, steps) = (positions.len(), levels.saturating_sub(1));
    let most = (count * count / 4 * steps) as f64;
    if most == 0.0 { 0.0 } else { (total_distance(positions) / most).clamp(0.0, 1.0) }
}

fn relative(distance: f64, middle: f64) -> f64 {
    if distance == 0.0 { 0.0 } else { distance / (distance + middle) }
}

fn mean_distance(positions: &[f64]) -> f64 {
    let pairs = positions.len() * positions.len().saturating_sub(1) / 2;
    if pairs == 0 { 0.0 } else { total_distance(positions) / pairs as f64 }
}

/// The distances of all pairs together; the positions stand from low to high.
fn total_distance(positions: &[f64]) -> f64 {
    let steps = positions.windows(2).enumerate();
    steps.map(|(index, pair)| (pair[1] - pair[0]) * ((index + 1) * (positions.len() - index - 1)) as f64).sum()
}

fn positions(groups: &[Group]) -> Vec<f64> {
    numbers(groups).into_iter().map(units).collect()
}

fn units(number: Decimal) -> f64 {
    number.hundredths() as f64 / 100.0
}

fn days(groups: &[Group]) -> Vec<f64> {
    let day =
        |group: &Group| group.value.as_date().map(|date| date.signed_duration_since(chrono::NaiveDate::MIN).num_days());
    let days = groups.iter().filter_map(|group| day(group).map(|day| std::iter::repeat_n(day as f64, group.count)));
    let mut days: Vec<f64> = days.flatten().collect();
    days.sort_by(f64::total_cmp);
    days
}

fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::sample::groups;
    use super::*;
    use crate::domain::Value;

    const HOURS: Kind = Kind::Hours { unit: None };

    /// Each thing, with how many organisations say it.
    #[track_caller]
    fn check(kind: &Kind, said: &[(Value, usize)], expected: f64) {
        let speakers = said.iter().map(|(_, count)| count).sum();
        let found = divergence(kind, &groups(said), speakers);
        assert!((found - expected).abs() < 1e-9, "{found} is no {expected}");
    }

    #[track_caller]
    fn check_numbers(kind: &Kind, numbers: &[i64], expected: f64) {
        check(kind, &numbers.iter().map(|number| (Value::integer(*number), 1)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_another_does_not_say_counts_and_of_words_half() {
        let said = [(Value::text("delen"), 2), (Value::text("leren"), 1)];
        check(&Kind::YesNo, &said, 2.0 / 3.0);
        check(&Kind::Text, &said, 1.0 / 3.0);
        check(&Kind::YesNo, &said[..1], 0.0);
        check(&Kind::YesNo, &said[1..], 0.0);
        assert_eq!(divergence(&Kind::YesNo, &[], 2), 0.0);
    }

    #[test]
    fn a_scale_is_measured_by_the_farthest_that_so_many_can_be() {
        let scale = |levels: usize| Kind::Scale { levels: vec![String::new(); levels] };
        check_numbers(&scale(4), &[1, 4], 1.0);
        check_numbers(&scale(4), &[1, 2], 1.0 / 3.0);
        check_numbers(&scale(4), &[1, 1, 2, 4], 10.0 / 12.0);
        check_numbers(&scale(1), &[1, 1], 0.0);
        // Who stands above the last level stands no farther than can be.
        check_numbers(&scale(2), &[1, 4], 1.0);
    }

    #[test]
    fn numbers_are_measured_by_their_middle() {
        check_numbers(&HOURS, &[2, 4], 0.5);
        check_numbers(&HOURS, &[1, 2, 4], 0.5);
        check_numbers(&HOURS, &[0, 0], 0.0);
        check_numbers(&HOURS, &[-3, 5], 1.0);
        // One of them said something that is no number.
        assert_eq!(divergence(&HOURS, &groups(&[(Value::integer(2), 1)]), 2), 0.0);
        check(&HOURS, &[(Value::integer(1), 2), (Value::integer(3), 1)], 4.0 / 7.0);
    }

    #[test]
    fn days_are_halfway_when_they_lie_a_month_apart() {
        let day = |day| Value::Date(NaiveDate::from_ymd_opt(2026, 11, day).expect("a day of the calendar"));
        check(&Kind::Date, &[(day(30), 1), (day(1), 1)], 29.0 / 59.0);
        check(&Kind::Date, &[(day(4), 2), (day(1), 1)], 2.0 / 32.0);
        check(&Kind::Date, &[(day(1), 2)], 0.0);
    }

    #[test]
    fn what_is_said_otherwise_than_together_counts_and_of_words_half() {
        assert_eq!(from_joint(&Kind::YesNo, 4, 1), 0.75);
        assert_eq!(from_joint(&Kind::LongText, 4, 1), 0.375);
        assert_eq!(from_joint(&Kind::YesNo, 2, 3), 0.0);
        assert_eq!(from_joint(&Kind::YesNo, 0, 0), 0.0);
    }
}
