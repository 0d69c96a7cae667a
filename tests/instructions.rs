//! What the commands may cost, so that nothing creeps: `benches/instructions.toml`.
#![allow(clippy::disallowed_methods, clippy::print_stderr, reason = "it stands outside the program and looks at it")]

use std::path::Path;

use crate::callgrind;

/// Lines of history; counts are the same each time, so that few of them tell enough.
const LINES: usize = 50;

fn program() -> Option<&'static Path> {
    if callgrind::is_here() {
        return Some(Path::new(env!("CARGO_BIN_EXE_regio")));
    }
    eprintln!("OVERGESLAGEN: valgrind is not on this machine, so nobody counts what a command costs");
    assert!(std::env::var_os("CI").is_none(), "CI needs valgrind");
    None
}

#[track_caller]
fn check(words: &[&str], project: Option<&str>, budget: f64) {
    let Some(program) = program() else { return };
    let spent = callgrind::millions(program, words, project);
    assert!(spent <= budget, "{words:?}: {spent:.1} million instructions, and {budget} may be spent");
    assert!(spent >= 0.8 * budget, "{words:?}: {spent:.1} million instructions; lower the budget of {budget}");
}

#[test]
fn the_first_prompt_stays_within_its_budget() {
    check(callgrind::FIRST_PROMPT, None, callgrind::budgets().millions.first_prompt);
}

#[test]
fn status_stays_within_its_budget() {
    check(callgrind::STATUS, Some(callgrind::EXAMPLE), callgrind::budgets().millions.status);
}

#[test]
fn saving_stays_within_its_budget() {
    check(callgrind::SAVING, Some(callgrind::EXAMPLE), callgrind::budgets().millions.saving);
}

/// Who saves reads first.
#[test]
fn reading_and_saving_grow_with_the_file_and_no_faster() {
    let Some(program) = program() else { return };
    let growth = callgrind::growth(program, callgrind::SAVING, LINES);
    assert!(growth <= callgrind::budgets().growth, "twice as much in the file is {growth:.2} times as much work");
}
