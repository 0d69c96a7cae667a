//! What drives and other programs do to files: another program holds one for a while, a drive cannot say where a file really is or
//! whether it is on disk, Windows keeps a program out of a folder.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io, thread};

/// Whether another program holds the file: Word, a virus scanner, a program that synchronises.
pub fn is_held(error: &io::Error) -> bool {
    // What Windows says of a file that nobody else may open, that is locked in part, or that is shown in memory.
    const HELD: [i32; 3] = [32, 33, 1224];
    matches!(error.kind(), io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy)
        || (cfg!(windows) && error.raw_os_error().is_some_and(|number| HELD.contains(&number)))
}

/// Puts a file in the place of one that may be written, as was seen before. Windows calls it forbidden as long as another program
/// has that one open.
pub fn put_over(rename: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    rename().map_err(|error| match error.kind() {
        io::ErrorKind::PermissionDenied if cfg!(windows) => io::ErrorKind::ResourceBusy.into(),
        _ => error,
    })
}

const FIRST_WAIT: Duration = Duration::from_millis(10);
const LONGEST_WAIT: Duration = Duration::from_millis(500);
const TRIES: u32 = 8;

/// Tries again for about two seconds as long as another program holds the file. A scanner needs less.
pub fn patiently<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    let mut wait = FIRST_WAIT;
    for _ in 0..TRIES {
        match attempt() {
            Err(error) if is_held(&error) => thread::sleep(wait),
            done => return done,
        }
        wait = (wait * 2).min(LONGEST_WAIT);
    }
    attempt()
}

/// Whether a file that could not be made or changed is kept from this program: the folder is there, and Windows says that it is not.
pub fn is_guarded(path: &Path, error: &io::Error) -> bool {
    cfg!(windows) && seems_guarded(path, error)
}

fn seems_guarded(path: &Path, error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::NotFound && folder_of(path).is_dir()
}

/// The folder in which a file stands or comes.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The place of a file that is there, without links. Drives in memory and other drives that are not real cannot say it: there it is
/// the place as it was named. On Windows a person knows a place without the `\\?\` that the system puts before it.
pub fn real_path(path: &Path) -> io::Result<PathBuf> {
    dunce::canonicalize(path).or_else(|_| fs::metadata(path).map(|_| path.to_owned()))
}

/// Whether a file is on disk for sure. A share may not be able to say it, as those that a Mac sees: then the file is as good as it gets.
pub fn sync(file: &File) -> io::Result<bool> {
    match file.sync_all() {
        Err(error) if cannot_sync(&error) => Ok(false),
        done => done.map(|()| true),
    }
}

#[cfg(unix)]
fn cannot_sync(error: &io::Error) -> bool {
    use rustix::io::Errno;
    let number = Errno::from_io_error(error);
    number.is_some_and(|number| [Errno::NOTSUP, Errno::OPNOTSUPP, Errno::NOSYS, Errno::INVAL].contains(&number))
}

#[cfg(not(unix))]
fn cannot_sync(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Unsupported
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// How often it is tried when so many tries fail in this way, and whether it came to a good end.
    fn tried(failures: u32, kind: io::ErrorKind) -> (u32, bool) {
        let count = Cell::new(0);
        let attempt = || {
            count.set(count.get() + 1);
            if count.get() > failures { Ok(()) } else { Err(kind.into()) }
        };
        let done = patiently(attempt).is_ok();
        (count.get(), done)
    }

    #[test]
    fn what_is_held_for_a_moment_is_tried_again_and_nothing_else_is() {
        assert_eq!(tried(3, io::ErrorKind::ResourceBusy), (4, true));
        assert_eq!(tried(u32::MAX, io::ErrorKind::ResourceBusy), (TRIES + 1, false));
        assert_eq!(tried(3, io::ErrorKind::PermissionDenied), (1, false));
        assert_eq!(tried(3, io::ErrorKind::StorageFull), (1, false));
    }

    #[test]
    fn only_windows_calls_a_file_that_is_held_forbidden() {
        let error = put_over(|| Err(io::ErrorKind::PermissionDenied.into())).expect_err("it failed");
        assert_eq!(is_held(&error), cfg!(windows));
        assert_eq!(is_held(&io::Error::from_raw_os_error(32)), cfg!(windows));
    }

    #[test]
    fn a_folder_that_is_there_and_takes_nothing_is_guarded() {
        let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
        let missing = io::Error::from(io::ErrorKind::NotFound);
        assert!(seems_guarded(&folder.path().join("regio.toml"), &missing));
        assert!(seems_guarded(Path::new("regio.toml"), &missing));
        assert!(!seems_guarded(&folder.path().join("weg/regio.toml"), &missing));
        assert!(!seems_guarded(&folder.path().join("regio.toml"), &io::ErrorKind::PermissionDenied.into()));
    }

    #[test]
    fn a_file_that_is_not_there_has_no_place() {
        let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
        let error = real_path(&folder.path().join("weg")).expect_err("it is not there");
        assert_eq!(error.kind(), io::ErrorKind::NotFound);
    }
}
