//! Which of the words of one organisation holds, and what becomes of the others.

use super::slot::{Choice, Heard, Slot};
use crate::domain::{Answer, Standing, State, Value};

/// What was said on a day of November, in a file where one is named.
fn said(words: &str, day: u32, file: Option<&str>) -> Answer {
    let given = format!("2026-11-{day:02}T10:00:00+01:00").parse().expect("a moment");
    let (state, source) = (State::Given(Value::text(words)), file.map(str::to_owned));
    Answer { state, given: Some(given), source, ..Answer::open() }
}

fn unsaid(state: State, day: u32) -> Answer {
    Answer { state, ..said("", day, None) }
}

#[test]
fn what_is_no_answer_is_news_only_where_none_stands() {
    let mut slot = Slot { holds: Some(said("Rust", 10, None)), others: Vec::new() };
    assert_eq!(slot.hear(unsaid(State::Unknown, 12), None, false), Heard::Same);
    let remark = Answer { note: Some("Vraag het Jo".to_owned()), ..unsaid(State::Open, 10) };
    let mut slot = Slot { holds: Some(remark), others: Vec::new() };
    assert_eq!(slot.hear(unsaid(State::Unknown, 9), None, false), Heard::New);
}

#[test]
fn a_word_that_was_put_aside_does_not_hold_for_being_newer() {
    let aside = said("Vrede", 20, Some("c.toml"));
    let holds = said("Rust", 10, Some("a.toml"));
    let mut slot = Slot { holds: Some(holds.clone()), others: vec![(Standing::SetAside, aside)] };
    assert_eq!(slot.hear(said("Leren", 5, Some("b.toml")), Some(Choice::Both), false), Heard::Differed);
    assert_eq!((slot.holds, slot.others.len()), (Some(holds), 2));
}

#[test]
fn what_is_chosen_again_keeps_its_own_remark() {
    let noted = Answer { note: Some("Vraag het Jo".to_owned()), ..said("Rust", 10, None) };
    let others = vec![(Standing::Differs, said("Vrede", 3, None)), (Standing::SetAside, noted)];
    let mut slot = Slot { holds: Some(said("Leren", 2, None)), others };
    slot.settle(said("Rust", 12, None), Choice::Keep);
    let remarks: Vec<_> = slot.others.iter().map(|(_, other)| (other.state.clone(), other.note.is_some())).collect();
    let word = |words: &str| State::Given(Value::text(words));
    assert_eq!(remarks, [(word("Vrede"), false), (word("Rust"), true)]);
}

#[test]
fn a_remark_of_one_person_stands_as_it_was_written() {
    let note = "Tweede gedachte\n\nEerste gedachte";
    let by = |day| Answer { by: Some("Bo".to_owned()), note: Some(note.to_owned()), ..said("Rust", day, None) };
    let mut slot = Slot { holds: Some(by(10)), others: Vec::new() };
    slot.hear(Answer { note: None, ..by(12) }, None, false);
    assert_eq!(slot.holds.and_then(|holds| holds.note).as_deref(), Some(note));
}

/// Which of two files holds is settled when they are heard, and not when a word that holds is said once more.
#[test]
fn a_word_that_holds_and_is_said_again_holds_still() {
    let others = vec![(Standing::Differs, said("Vrede", 20, Some("b.toml")))];
    let mut slot = Slot { holds: Some(said("Rust", 10, Some("a.toml"))), others };
    slot.hear(said("Rust", 12, Some("a.toml")), None, false);
    assert_eq!(slot.holds, Some(said("Rust", 12, Some("a.toml"))));
}
