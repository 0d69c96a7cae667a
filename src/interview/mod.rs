//! The prompt engine: decides what to ask next, and never asks it itself.

mod ask;
mod browse;
mod command;
mod doubt;
mod entry;
mod extent;
mod junction;
mod menu;
mod options;
mod own_questions;
mod parts;
mod phase;
mod picking;
mod plan;
mod prompter;
mod run;
mod walk;

#[cfg(test)]
mod in_one_line_tests;

pub use ask::{explanation, keep_note};
pub use browse::browse;
pub use command::COMMANDS;
pub use doubt::{doubt, leads_from_outside};
pub use entry::{Refusal, check, named_organisations, read, read_state, refusal, relative_dates, resembling};
pub use extent::Extent;
pub use menu::{MenuChoice, choose};
pub use own_questions::ask_own_questions;
pub use parts::joined_parts;
pub use phase::walk_phase;
pub use picking::{Picked, folded, pick};
pub use prompter::{Command, Heading, LinePrompt, Note, PickItem, PickPrompt, Prepared, PromptError, Prompter, Reply};
pub use run::{OWN_INTAKE_QUESTIONS, Run, Which};
pub use walk::{Ending, WalkError, Walked, walk};
