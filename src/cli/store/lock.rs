use std::fs::{File, TryLockError};
use std::io::{Read, Write};
use std::path::Path;

use chrono::{DateTime, FixedOffset};

use super::state_folder::{make_private, name_of, state_folder};
use super::store_error::StoreError;
use crate::notation::moment;

/// Keeps a second session on this machine away from a project, until it is dropped or the program ends.
///
/// The lock file is never removed, because another session may just be opening it. It is a file of its own: saving renames the project file, and a lock would move away with the old one.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Nothing when there is no folder for it: then the check on the content is what is left.
    pub fn take(path: &Path, now: DateTime<FixedOffset>) -> Result<Option<Lock>, StoreError> {
        match state_folder() {
            Some(folder) => Lock::take_in(&folder.join("locks"), path, now),
            None => Ok(None),
        }
    }

    fn take_in(folder: &Path, path: &Path, now: DateTime<FixedOffset>) -> Result<Option<Lock>, StoreError> {
        if make_private(folder).is_err() {
            return Ok(None);
        }
        let place = folder.join(format!("{}.lock", name_of(path)));
        let opened = File::options().read(true).write(true).create(true).truncate(false).open(&place);
        let Ok(mut file) = opened else { return Ok(None) };
        match file.try_lock() {
            Ok(()) => {
                // Who holds it, for the one who has to wait; the lock itself does not need it.
                let _ = file.set_len(0);
                let _ = write!(file, "proces {}, sinds {}", std::process::id(), moment(now));
                let _ = file.flush();
                Ok(Some(Lock { _file: file }))
            }
            Err(TryLockError::WouldBlock) => {
                Err(StoreError::Locked { path: path.to_owned(), holder: holder(&mut file) })
            }
            // Some network drives know no locks.
            Err(TryLockError::Error(_)) => Ok(None),
        }
    }
}

fn holder(file: &mut File) -> Option<String> {
    let mut text = String::new();
    file.take(100).read_to_string(&mut text).ok()?;
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::stored::Stored;
    use super::*;

    fn now() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2026-11-24T20:15:00+01:00").expect("a moment in RFC 3339")
    }

    fn project() -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
        let path = folder.path().join("regio.toml");
        std::fs::write(&path, "0").expect("it can be written");
        (folder, path)
    }

    #[test]
    fn a_second_session_waits_and_hears_for_whom() {
        let (folder, path) = project();
        let first = Lock::take_in(folder.path(), &path, now()).expect("nobody has it");
        assert!(first.is_some());
        let holder = match Lock::take_in(folder.path(), &path, now()) {
            Err(StoreError::Locked { holder, .. }) => holder,
            other => panic!("{other:?}"),
        };
        let expected = format!("proces {}, sinds 24 november 2026, 20:15", std::process::id());
        // Windows lets nobody read what another has locked.
        assert!(cfg!(windows) || holder == Some(expected), "{holder:?}");
        drop(first);
        assert!(Lock::take_in(folder.path(), &path, now()).expect("nobody has it any more").is_some());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_project_is_the_same_project() {
        let (folder, path) = project();
        let link = folder.path().join("link.toml");
        std::os::unix::fs::symlink(&path, &link).expect("links can be made here");
        let _first = Lock::take_in(folder.path(), &path, now()).expect("nobody has it");
        assert!(matches!(Lock::take_in(folder.path(), &link, now()), Err(StoreError::Locked { .. })));
    }

    #[test]
    fn two_writers_with_locks_lose_nothing() {
        const ROUNDS: u32 = 40;
        let (folder, path) = project();
        let locks = folder.path().join("locks");
        let add_one = || {
            let _lock = loop {
                if let Ok(Some(lock)) = Lock::take_in(&locks, &path, now()) {
                    break lock;
                }
                std::thread::yield_now();
            };
            let mut stored = Stored::open(&path).expect("it is there");
            let count: u32 = String::from_utf8_lossy(stored.bytes()).parse().expect("it holds a number, whole");
            stored.save((count + 1).to_string().as_bytes()).expect("nobody else writes");
        };
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| (0..ROUNDS).for_each(|_| add_one()));
            }
        });
        assert_eq!(std::fs::read_to_string(&path).expect("it is there"), (2 * ROUNDS).to_string());
    }
}
