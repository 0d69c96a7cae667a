use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;
use std::thread::ScopedJoinHandle;

use super::failure::{Failure, Result};
use super::files;
use crate::ledger::Received;
use crate::round::Recipient;
use crate::source::Faults;

/// What is in a file that was looked at: answers with what is probably mistyped there, or why it is refused. Nothing for something else that lies in a folder of answer
/// files.
type Looked = Result<Option<(Received, Option<Faults>)>>;

/// A page of all phases with all answers takes a fiftieth of it; more would fill the project with what one organisation sent.
const LARGEST: usize = 1024 * 1024;

/// What comes back by mail: answer files, one to which a mail program gave another ending, a page that was sent back itself, and a
/// sheet of Word, which another command reads.
const ENDINGS: [&str; 4] = [".toml", ".toml.txt", ".html", ".docx"];

/// Reads answer files and folders of them, in the order in which they were named. Files of a folder come by name.
pub fn read_all(paths: &[PathBuf], recipient: &Recipient) -> Result<Vec<(PathBuf, Looked)>> {
    let mut wanted: Vec<(PathBuf, bool)> = Vec::new();
    for path in paths {
        if path.is_dir() {
            wanted.extend(files::files_in(path, &ENDINGS)?.into_iter().map(|path| (path, true)));
        } else {
            wanted.push((path.clone(), false));
        }
    }
    wanted.dedup_by(|one, other| one.0 == other.0);
    let workers = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let share = wanted.len().div_ceil(workers).max(1);
    let look_at = |(path, in_folder): &(PathBuf, bool)| (path.clone(), look(path, *in_folder, recipient));
    Ok(thread::scope(|scope| {
        let shares = wanted.chunks(share).map(|share| scope.spawn(move || share.iter().map(look_at).collect()));
        let shares: Vec<ScopedJoinHandle<Vec<_>>> = shares.collect();
        let looked = shares.into_iter().map(|share| share.join().unwrap_or_else(|panic| resume_unwind(panic)));
        looked.flatten().collect()
    }))
}

fn look(path: &Path, in_folder: bool, recipient: &Recipient) -> Looked {
    let ends_in = |ending: &str| path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending));
    if ends_in("docx") || in_folder && ends_in("html") {
        return Ok(None);
    }
    let source = files::read_source(path)??;
    if in_folder && !source.text.lines().any(|line| line.trim() == "[request]") {
        return Ok(None);
    }
    if source.text.len() > LARGEST {
        let name = path.display();
        let failure = Failure::new(format!("'{name}' is groter dan 1 MB: zo veel antwoordt geen organisatie"));
        return Err(failure.tip("kijk of dit het goede bestand is, en vraag het anders opnieuw op"));
    }
    Ok(Some(recipient.receive(&source)?))
}
