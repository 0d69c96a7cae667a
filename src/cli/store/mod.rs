//! The project file on disk: saved whole, locked against a second session, with a copy of how it was.
#![expect(clippy::disallowed_methods, reason = "the one place that reads and writes project files")]

mod backup;
mod lock;
mod saver;
mod scratch;
mod state_folder;
mod store_error;
mod stored;

pub use backup::Backups;
pub use lock::Lock;
pub use saver::Saved;
pub use scratch::Scratch;
pub use store_error::StoreError;
pub use stored::Stored;

use std::path::Path;

use chrono::{DateTime, FixedOffset};

/// Opens a project to change it: nobody else may meanwhile, and how it was is kept.
pub fn begin_session(path: &Path, now: DateTime<FixedOffset>) -> Result<(Stored, Option<Lock>), StoreError> {
    let lock = Lock::take(path, now)?;
    let stored = Stored::open(path)?;
    // A copy that fails to be made must not keep anyone from working; the file itself is what counts.
    if let Some(backups) = Backups::of(path) {
        let _ = backups.keep(stored.bytes(), now);
    }
    Ok((stored, lock))
}
