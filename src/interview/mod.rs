//! The prompt engine: decides what to ask next, and never asks it itself.

mod ask;
mod command;
mod entry;
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
mod in_one_line;

pub use ask::explanation;
pub use ask::wrong_command;
pub use entry::Refusal;
pub use entry::check;
pub use entry::named_organisations;
pub use entry::read;
pub use entry::read_state;
pub use entry::refusal;
pub use item::Extent;
pub use item::Item;
pub use phase::walk_phase;
pub use prompter::Command;
pub use prompter::Heading;
pub use prompter::LinePrompt;
pub use prompter::Note;
pub use prompter::PickItem;
pub use prompter::PickPrompt;
pub use prompter::Prepared;
pub use prompter::PromptError;
pub use prompter::Prompter;
pub use prompter::Reply;
pub use reconcile::follow_renames;
pub use run::OWN_INTAKE_QUESTIONS;
pub use run::Run;
pub use run::Which;
pub use session::KeepError;
pub use session::Keeper;
pub use session::Session;
pub use session::changes;
pub use session::find_organisation;
pub use session::put;
pub use session::register;
pub use walk::Ending;
pub use walk::WalkError;
pub use walk::walk;
