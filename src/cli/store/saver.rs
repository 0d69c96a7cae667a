use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{fs, io};

use tempfile::NamedTempFile;

use super::access;
use crate::cli::disk;

/// How a file was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// On disk, whole.
    Surely,
    /// In its place, but the system could not say that its folder is on disk too.
    Perhaps,
    /// Written over the old one, because the folder takes no new files. A power cut at that moment would have hurt.
    InPlace,
}

/// Puts bytes in the place of a file that is there: the old one or the new one is there at every moment, never half. Nothing when the
/// old one is not as it was known, at the last moment before.
pub(super) fn replace(path: &Path, bytes: &[u8], is_known: impl Fn() -> bool) -> io::Result<Option<Saved>> {
    let path = disk::real_path(path)?;
    if !fs::metadata(&path)?.is_file() {
        return Err(io::Error::from(io::ErrorKind::InvalidInput));
    }
    // A rename would get past a file that may not be written.
    let old = disk::patiently(|| File::options().write(true).open(&path))?;
    let folder = disk::folder_of(&path);
    let made = temporary_beside(folder, bytes, OWN, Some(&old));
    // Windows puts nothing in the place of a file that is held open.
    drop(old);
    let (temporary, is_synced) = match made {
        Ok(temporary) => temporary,
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => return write_over(&path, bytes).map(Some),
        Err(error) => return Err(error),
    };
    if !is_known() {
        return Ok(None);
    }
    move_over(temporary, &path)?;
    Ok(Some(sync_folder(folder, is_synced)))
}

/// Makes a file that everybody may read, or puts it in the place of one that is there.
pub fn put(path: &Path, bytes: &[u8], is_there: bool) -> io::Result<()> {
    let (temporary, _) = temporary_beside(disk::folder_of(path), bytes, EVERYBODYS, None)?;
    if !is_there {
        return temporary.persist_noclobber(path).map(drop).map_err(|error| error.error);
    }
    // It may be open in Word.
    drop(disk::patiently(|| File::options().write(true).open(path))?);
    move_over(temporary, path)
}

fn move_over(temporary: NamedTempFile, path: &Path) -> io::Result<()> {
    // From here on the temporary file removes itself when anything fails.
    let mut temporary = temporary.into_temp_path();
    disk::patiently(|| disk::put_over(|| fs::rename(&temporary, path)))?;
    // It has its name now, and nothing stands under its own name any more.
    temporary.disable_cleanup(true);
    Ok(())
}

/// Makes a new file. What is there already is never overwritten.
pub(super) fn create(path: &Path, bytes: &[u8]) -> io::Result<Saved> {
    let folder = disk::folder_of(path);
    let (temporary, is_synced) = temporary_beside(folder, bytes, OWN, None)?;
    temporary.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(sync_folder(folder, is_synced))
}

/// Makes a new file with a number behind the last one of this name, so that the order of the names is the order in which they were made.
pub(super) fn create_numbered(folder: &Path, stem: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let number = |name: &str| name.strip_prefix(stem)?.strip_prefix('-')?.strip_suffix(".toml")?.parse::<u32>().ok();
    let entries = fs::read_dir(folder)?.flatten();
    let last = entries.filter_map(|entry| number(&entry.file_name().to_string_lossy())).max();
    let mut count = last.map_or(0, |last| last.saturating_add(1));
    loop {
        let place = folder.join(format!("{stem}-{count:03}.toml"));
        match create(&place, bytes) {
            // Somebody else took the number meanwhile.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && count < u32::MAX => count += 1,
            made => return made.map(|_| place),
        }
    }
}

/// A file under a name of its own, and whether it is on disk for sure.
type Temporary = io::Result<(NamedTempFile, bool)>;

/// One that holds these bytes.
fn temporary_beside(folder: &Path, bytes: &[u8], access: u32, old: Option<&File>) -> Temporary {
    let mut builder = tempfile::Builder::new();
    let mut temporary = builder.prefix(".regio-").suffix(".tmp").make_in(folder, |path| new_file(path, access))?;
    temporary.write_all(bytes)?;
    if let Some(old) = old {
        access::carry_over(old, temporary.as_file());
    }
    let is_synced = disk::sync(temporary.as_file())?;
    Ok((temporary, is_synced))
}

/// Who may do what with a new file: its owner alone, or whoever the system lets.
const OWN: u32 = 0o600;
const EVERYBODYS: u32 = 0o666;

/// An ordinary file. On Windows tempfile marks its own as temporary, and programs that synchronise pass
/// over a file that keeps that mark under its later name.
#[cfg_attr(not(unix), expect(unused_variables, reason = "only Unix tells it so"))]
fn new_file(path: &Path, access: u32) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, access);
    options.open(path)
}

fn write_over(path: &Path, bytes: &[u8]) -> io::Result<Saved> {
    let mut file = File::options().write(true).open(path)?;
    file.write_all(bytes)?;
    file.set_len(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
    disk::sync(&file)?;
    Ok(Saved::InPlace)
}

/// On Unix a rename is on disk only when its folder is.
fn sync_folder(folder: &Path, is_synced: bool) -> Saved {
    let is_sure = !cfg!(unix) || File::open(folder).and_then(|folder| folder.sync_all()).is_ok();
    if is_sure && is_synced { Saved::Surely } else { Saved::Perhaps }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder is there");
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_rename_that_fails_leaves_nothing_behind() {
        let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
        let taken = folder.path().join("regio.toml");
        // Nothing can be put in the place of a folder that holds something.
        fs::create_dir_all(taken.join("vol")).expect("it can be made");
        assert!(replace(&taken, b"een", || true).is_err());
        assert!(create(&taken, b"een").is_err());
        assert_eq!(names(folder.path()), ["regio.toml"]);
    }

    #[test]
    fn writing_over_leaves_nothing_of_a_longer_text() {
        let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
        let path = folder.path().join("regio.toml");
        fs::write(&path, "een lange tekst").expect("it can be written");
        assert_eq!(write_over(&path, b"kort").expect("it can be written"), Saved::InPlace);
        assert_eq!(fs::read(&path).expect("it is there"), b"kort");
    }
}
