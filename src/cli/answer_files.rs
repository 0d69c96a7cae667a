use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use super::failure::Failure;
use super::files;
use crate::ledger::Received;
use crate::round::Recipient;

/// One answer file that was looked at.
pub enum Looked {
    Received(Received),
    /// Refused, and why.
    Refused(PathBuf, Failure),
    /// Something else that lies in a folder of answer files.
    Other(PathBuf),
}

/// What comes back by mail: answer files, one to which a mail program gave another ending, and a page that was sent back itself.
const ENDINGS: [&str; 3] = [".toml", ".toml.txt", ".html"];

/// Reads answer files and folders of them, in the order in which they were named. Files of a folder come by name.
pub fn read_all(paths: &[PathBuf], recipient: &Recipient) -> Result<Vec<Looked>, Failure> {
    let mut wanted: Vec<(PathBuf, bool)> = Vec::new();
    for path in paths {
        if files::is_folder(path) {
            wanted.extend(files::files_in(path, &ENDINGS)?.into_iter().map(|path| (path, true)));
        } else {
            wanted.push((path.clone(), false));
        }
    }
    wanted.dedup_by(|one, other| one.0 == other.0);
    let workers = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let share = wanted.len().div_ceil(workers).max(1);
    let looked = thread::scope(|scope| {
        let shares: Vec<_> = wanted
            .chunks(share)
            .map(|share| {
                scope.spawn(|| share.iter().map(|(path, in_folder)| look(path, *in_folder, recipient)).collect())
            })
            .collect();
        shares.into_iter().map(|share| share.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    });
    let looked: Vec<Vec<Looked>> = looked;
    Ok(looked.into_iter().flatten().collect())
}

fn look(path: &Path, in_folder: bool, recipient: &Recipient) -> Looked {
    let refused = |failure| Looked::Refused(path.to_owned(), failure);
    if in_folder && path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("html")) {
        return Looked::Other(path.to_owned());
    }
    let source = match files::read_source(path) {
        Ok(Ok(source)) => source,
        Ok(Err(faults)) => return refused(faults.into()),
        Err(failure) => return refused(failure),
    };
    if in_folder && !source.text.lines().any(|line| line.trim() == "[request]") {
        return Looked::Other(path.to_owned());
    }
    match recipient.receive(&source) {
        Ok(received) => Looked::Received(received),
        Err(error) => refused(error.into()),
    }
}
