//! The project file on disk: saved whole, one writer at a time, with a copy of how it was.
#![expect(clippy::disallowed_methods, reason = "the one place that reads and writes project files")]

mod backup;
mod lock;
mod saver;
mod scratch;
mod state_folder;
mod store_error;
mod stored;

pub use backup::Backups;
pub use saver::Saved;
pub use scratch::Scratch;
pub use store_error::StoreError;
pub use stored::Stored;

use std::path::Path;

use chrono::{DateTime, FixedOffset};

/// Opens a project to change it. A copy of how it was is kept, where there is a folder for it.
pub fn begin_session(path: &Path, now: DateTime<FixedOffset>) -> Result<(Stored, Option<Backups>), StoreError> {
    let stored = Stored::open(path)?;
    let backups = Backups::of(path);
    // A copy that fails to be made must not keep anyone from working; the file itself is what counts.
    if let Some(backups) = &backups {
        let _ = backups.keep(stored.bytes(), now);
    }
    Ok((stored, backups))
}
