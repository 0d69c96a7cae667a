//! The project file on disk: saved whole, one writer at a time, with a copy of how it was.
#![expect(clippy::disallowed_methods, reason = "every file is read here, and a project is written here")]

mod access;
mod backup;
mod lock;
mod printed;
mod saver;
mod scratch;
mod state_folder;
mod store_error;
mod stored;

pub use backup::{Backups, moment_of};
pub use printed::Printed;
pub use saver::{Saved, put};
pub use scratch::Scratch;
pub use store_error::StoreError;
pub use stored::{Stored, read};
