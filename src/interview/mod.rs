//! The prompt engine: decides what to ask next, and never asks it itself.

mod ask;
mod command;
mod entry;
mod follow_place;
mod guess_kind;
mod item;
mod options;
mod parts;
mod phase;
mod plan;
mod prompter;
mod reconcile;
mod run;
mod session;
mod walk;

#[cfg(test)]
mod in_one_line_tests;

pub use ask::{explanation, wrong_command};
pub use entry::{Refusal, check, named_organisations, read, read_state, refusal};
pub use follow_place::{Disagreement, disagreement, follow_place};
pub use guess_kind::guess_kind;
pub use item::{Extent, Item};
pub use phase::walk_phase;
pub use prompter::{Command, Heading, LinePrompt, Note, PickItem, PickPrompt, Prepared, PromptError, Prompter, Reply};
pub use reconcile::follow_renames;
pub use run::{OWN_INTAKE_QUESTIONS, Run, Which};
pub use session::{KeepError, Keeper, Session, changes, find_organisation, put, register};
pub use walk::{Ending, WalkError, walk};
