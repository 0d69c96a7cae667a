#![expect(clippy::disallowed_methods, reason = "the prompters ask on standard input and standard error")]

use std::io::{BufRead, BufReader, IsTerminal};
use std::{env, io};

use console::Term;

use super::interruption::watch_interruptions;
use super::mode::suits_a_cursor;
use super::plain_prompter::{PlainPrompter, Typist};
use super::stack_prompter::StackPrompter;
use super::terminal_prompter::TerminalPrompter;
use crate::cli::arguments::Settings;
use crate::cli::store::Scratch;
use crate::interview::Prompter;

/// The prompter that suits this terminal and this user.
pub fn for_terminal(settings: &Settings) -> Box<dyn Prompter> {
    for_project(settings, Scratch::default())
}

/// The same, with what was typed in an earlier session and is no answer yet.
pub fn for_project(settings: &Settings, scratch: Scratch) -> Box<dyn Prompter> {
    let scratch = scratch.of_writer(settings.by.as_deref());
    if suits_a_cursor(settings.plain) {
        watch_interruptions(false);
        let supported = Term::stderr().features().colors_supported();
        let unwanted = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let coloured = settings.is_coloured(supported && !unwanted);
        return Box::new(TerminalPrompter::new(Term::buffered_stderr(), coloured).with_scratch(scratch));
    }
    watch_interruptions(true);
    let typist = if io::stdin().is_terminal() { Typist::Person } else { Typist::Program };
    let plain = PlainPrompter::new(BufReader::new(io::stdin()), io::stderr(), typist).with_scratch(scratch);
    // The last column stays free: a terminal breaks a row there that fits.
    let size = Term::stderr().size_checked().filter(|_| typist == Typist::Person && io::stderr().is_terminal());
    Box::new(match size {
        Some((_, columns)) => plain.with_width(usize::from(columns.max(2)) - 1),
        None => plain,
    })
}

/// The prompter for lines that come from a file, or nothing where a person types: `regio noteer < stapel.txt`. Without
/// questions there are no lines at all when a person would have to type them. Who asks for plain lines gets questions through a
/// pipe too.
pub fn for_stack(settings: &Settings) -> Option<StackPrompter<Box<dyn BufRead>, io::Stderr>> {
    let typed_by_person = io::stdin().is_terminal();
    if !settings.no_questions && (typed_by_person || settings.plain) {
        return None;
    }
    watch_interruptions(true);
    let input: Box<dyn BufRead> =
        if typed_by_person { Box::new(io::empty()) } else { Box::new(BufReader::new(io::stdin())) };
    Some(StackPrompter::new(input, io::stderr()))
}

/// The prompter for the lines of a text.
pub fn for_text(text: String) -> StackPrompter<io::Cursor<String>, io::Stderr> {
    watch_interruptions(true);
    StackPrompter::new(io::Cursor::new(text), io::stderr())
}

/// Whether a person sits at the terminal who wants to be asked.
pub fn person_at_hand(settings: &Settings) -> bool {
    !settings.no_questions && io::stdin().is_terminal() && io::stderr().is_terminal()
}
