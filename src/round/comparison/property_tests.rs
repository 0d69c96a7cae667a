//! What holds whatever is said.

use proptest::prelude::*;

use super::any_project::any_project;
use super::sample::*;
use super::*;
use crate::domain::{Project, Value};

/// Everything that a comparison says of a project, in words.
fn told(project: &Project) -> String {
    with_facts(project, |catalog, facts| {
        let compared = compare(catalog, facts);
        let points = agenda(&compared);
        let points: Vec<_> = points.points.iter().map(|point| (&point.side.question.id, point.weight)).collect();
        format!("{:#?}\n{points:?}", compared.subjects)
    })
}

/// How far apart the answers to one question lie.
fn divergence(question: &str, values: &[Value]) -> f64 {
    let mut project = project();
    for (last, value) in KOPGROEP.iter().zip(values) {
        say(&mut project, question, last, given(value.clone()));
    }
    with_facts(&project, |catalog, facts| {
        compare(catalog, facts)
            .sides()
            .find(|side| side.question.id == full_id(question))
            .map_or(0.0, |side| side.divergence)
    })
}

/// Moving the value at a place to `further` never brings the answers together.
#[track_caller]
fn check_further(question: &str, values: &[Value], place: usize, further: Value) -> Result<(), TestCaseError> {
    let mut moved = values.to_vec();
    moved[place] = further;
    let (before, after) = (divergence(question, values), divergence(question, &moved));
    prop_assert!((0.0..=1.0).contains(&before) && (0.0..=1.0).contains(&after), "{} {}", before, after);
    prop_assert!(after >= before - 1e-9, "{before} became {after}: {values:?} {moved:?}");
    Ok(())
}

/// The values in order, and that at a place as far from the middle again on its own side.
fn outward(mut values: Vec<i64>, place: usize, step: i64, least: i64, most: i64) -> (Vec<i64>, i64) {
    values.sort_unstable();
    let further = if place * 2 < values.len() { values[place] - step } else { values[place] + step };
    // The one in the middle of an odd number is on neither side.
    let middle = values.len() % 2 == 1 && place == values.len() / 2;
    let further = if middle { values[place] } else { further.clamp(least, most) };
    (values, further)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_order_of_the_register_changes_nothing(
        (one, shuffled) in any_project().prop_flat_map(|made| {
            let shuffled = Just(made.project.organisations.clone()).prop_shuffle();
            (Just(made.project), shuffled)
        })
    ) {
        let mut other = one.clone();
        other.organisations = shuffled;
        prop_assert_eq!(told(&one), told(&other));
    }

    #[test]
    fn an_option_of_its_own_never_brings_together(themes in prop::collection::vec(0_usize..4, 2..5), place in 0_usize..4) {
        let values: Vec<Value> =
            themes.iter().map(|theme| Value::text(["oefenen", "delen", "leren", "inkopen"][*theme])).collect();
        check_further("eigen-thema", &values, place % values.len(), Value::text("Iets heel anders"))?;
    }

    #[test]
    fn words_of_its_own_never_bring_together(words in prop::collection::vec("[ab]", 2..5), place in 0_usize..4) {
        let values: Vec<Value> = words.iter().map(Value::text).collect();
        check_further("eigen-doel", &values, place % values.len(), Value::text("Iets heel anders"))?;
        let lists: Vec<Value> = words.iter().map(|word| list(&[word, "samen"])).collect();
        check_further("eigen-zorg", &lists, place % lists.len(), list(&["Iets heel anders", "samen"]))?;
    }

    #[test]
    fn a_view_that_leaves_the_joint_answer_never_brings_together(words in prop::collection::vec("[ab]", 1..5), place in 0_usize..4) {
        let weigh = |words: &[String]| {
            let mut project = project();
            together(&mut project, "samen-doel", given(Value::text("a")));
            for (last, word) in KOPGROEP.iter().zip(words) {
                say(&mut project, "samen-doel", last, given(Value::text(word)));
            }
            with_facts(&project, |catalog, facts| {
                let compared = compare(catalog, facts);
                agenda(&compared).points.first().map_or(0.0, |point| point.weight)
            })
        };
        let mut moved = words.clone();
        moved[place % words.len()] = "iets heel anders".to_owned();
        prop_assert!(weigh(&moved) >= weigh(&words));
    }

    #[test]
    fn levels_and_numbers_that_move_outward_never_come_together(
        numbers in prop::collection::vec(1_i64..40, 2..5), place in 0_usize..4, step in 0_i64..40
    ) {
        let place = place % numbers.len();
        let (sorted, further) = outward(numbers.clone(), place, step, 0, 80);
        let values: Vec<Value> = sorted.iter().map(|number| hours(*number)).collect();
        check_further("uren", &values, place, hours(further))?;
        let levels = numbers.iter().map(|number| number % 4 + 1).collect();
        let (sorted, further) = outward(levels, place, step % 4, 1, 4);
        let values: Vec<Value> = sorted.iter().map(|level| Value::integer(*level)).collect();
        check_further("volwassenheid", &values, place, Value::integer(further))?;
    }
}
