use std::fs::{File, Metadata};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{fs, io, thread};

use super::store_error::StoreError;
use crate::cli::disk;

/// Keeps other writers away from a project for the length of one save, on this machine and on any other that sees its folder.
///
/// It is a file that only one can make. Who saves has it for some milliseconds, so one that lies there unchanged for long was left
/// by a program that was killed, and is taken over.
#[derive(Debug)]
pub(super) struct Lock {
    place: PathBuf,
}

/// A save on a slow share takes less.
const PATIENCE: Duration = Duration::from_secs(5);

/// So long others may go before.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

const PAUSE: Duration = Duration::from_millis(4);

impl Lock {
    /// Nothing where no file can be made beside the project: the comparison before the save is what is left then.
    pub fn take(project: &Path) -> Result<Option<Lock>, StoreError> {
        Lock::take_within(project, PATIENCE, LONGEST_WAIT)
    }

    fn take_within(project: &Path, patience: Duration, longest: Duration) -> Result<Option<Lock>, StoreError> {
        let Some(place) = place(project) else { return Ok(None) };
        let begun = Instant::now();
        let mut seen: Option<(Instant, Mark)> = None;
        loop {
            match File::create_new(&place) {
                Ok(mut file) => {
                    // Who holds it makes one lock look unlike another.
                    let _ = write!(file, "{}", std::process::id());
                    return Ok(Some(Lock { place }));
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(_) => return Ok(None),
            }
            let now = fs::symlink_metadata(&place).ok().map(|about| mark(&about));
            match (&seen, now) {
                (Some((since, known)), Some(now)) if *known == now && since.elapsed() >= patience => {
                    take_over(&place, &now);
                    seen = None;
                }
                (Some((_, known)), Some(now)) if *known == now => {}
                (_, now) => seen = now.map(|now| (Instant::now(), now)),
            }
            if begun.elapsed() >= longest {
                return Err(StoreError::Busy(project.to_owned()));
            }
            thread::sleep(PAUSE);
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // What cannot be taken away now is taken over by whoever comes next.
        let _ = fs::remove_file(&self.place);
    }
}

/// `.regio.toml.lock`, beside the file itself and not beside a link to it.
fn place(project: &Path) -> Option<PathBuf> {
    let project = disk::real_path(project).ok()?;
    let name = project.file_name()?.to_string_lossy().into_owned();
    Some(project.with_file_name(format!(".{name}.lock")))
}

/// What tells one lock from the next.
type Mark = (u64, Option<std::time::SystemTime>);

fn mark(about: &Metadata) -> Mark {
    (about.len(), about.modified().ok())
}

/// Takes away a lock that was left behind, unless it is another one by now: then it goes back.
fn take_over(place: &Path, left: &Mark) {
    let aside = place.with_extension(format!("lock-{}", std::process::id()));
    if fs::rename(place, &aside).is_err() {
        return;
    }
    if !fs::symlink_metadata(&aside).is_ok_and(|about| mark(&about) == *left) {
        let _ = fs::hard_link(&aside, place);
    }
    let _ = fs::remove_file(&aside);
}

#[cfg(test)]
mod tests {
    use super::super::stored::Stored;
    use super::*;

    fn project() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
        let path = folder.path().join("regio.toml");
        fs::write(&path, "0").expect("it can be written");
        (folder, path)
    }

    const SHORT: Duration = Duration::from_millis(60);

    #[test]
    fn one_has_it_and_the_next_gets_it() {
        let (folder, path) = project();
        let first = Lock::take(&path).expect("nobody has it");
        assert!(first.is_some());
        let second = Lock::take_within(&path, Duration::from_secs(60), SHORT);
        assert!(matches!(second, Err(StoreError::Busy(_))), "{second:?}");
        drop(first);
        drop(Lock::take(&path).expect("nobody has it any more").expect("a file can be made here"));
        assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1, "nothing is left behind");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_project_is_the_same_project() {
        let (folder, path) = project();
        let link = folder.path().join("link.toml");
        std::os::unix::fs::symlink(&path, &link).expect("links can be made here");
        let _first = Lock::take(&path).expect("nobody has it");
        assert!(matches!(Lock::take_within(&link, PATIENCE, SHORT), Err(StoreError::Busy(_))));
    }

    #[test]
    fn what_a_killed_program_left_is_taken_over() {
        let (folder, path) = project();
        fs::write(folder.path().join(".regio.toml.lock"), "4711").expect("it can be written");
        let taken = Lock::take_within(&path, SHORT, LONGEST_WAIT).expect("it is old");
        assert!(taken.is_some());
    }

    #[test]
    fn several_writers_lose_nothing() {
        const ROUNDS: u32 = 40;
        let (_folder, path) = project();
        let add_one = || {
            let mut stored = Stored::open(&path).expect("it is there");
            loop {
                let count: u32 = String::from_utf8_lossy(stored.bytes()).parse().expect("it holds a number, whole");
                match stored.save((count + 1).to_string().as_bytes()) {
                    Ok(_) => return,
                    Err(StoreError::ChangedMeanwhile(_)) => stored = Stored::open(&path).expect("it is there"),
                    Err(other) => panic!("{other:?}"),
                }
            }
        };
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| (0..ROUNDS).for_each(|_| add_one()));
            }
        });
        assert_eq!(fs::read_to_string(&path).expect("it is there"), (4 * ROUNDS).to_string());
    }
}
