use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::lock::Lock;
use super::saver;
use super::saver::Saved;
use super::scratch::Scratch;
use super::state_folder::{make_private, name_of, state_folder};
use super::store_error::StoreError;
use crate::cli::disk;
use crate::source::{LARGEST_FILE, too_large};

/// A project file as it was last read or written.
#[derive(Debug)]
pub struct Stored {
    path: PathBuf,
    /// Nothing for a file that is yet to be made.
    bytes: Option<Vec<u8>>,
    /// Where what cannot be kept is brought into safety.
    state_folder: Option<PathBuf>,
    /// What was brought into safety there, as long as it stands nowhere else.
    rescued: Option<PathBuf>,
}

impl Stored {
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What is in the file now.
    pub fn open(path: &Path) -> Result<Stored, StoreError> {
        Ok(Stored { path: path.to_owned(), bytes: Some(read(path)?), state_folder: state_folder(), rescued: None })
    }

    /// A file that is made with the first save. Something that is there already is refused.
    pub fn new_file(path: &Path) -> Result<Stored, StoreError> {
        if fs::symlink_metadata(path).is_ok() {
            return Err(StoreError::Exists(path.to_owned()));
        }
        Ok(Stored { path: path.to_owned(), bytes: None, state_folder: state_folder(), rescued: None })
    }

    /// From here on it is a file elsewhere, which is made with the next save.
    pub fn move_to(&mut self, path: PathBuf) {
        self.path = path;
        self.bytes = None;
    }

    pub fn scratch(&self) -> Scratch {
        Scratch::of(&self.path)
    }

    pub fn bytes(&self) -> &[u8] {
        self.bytes.as_deref().unwrap_or_default()
    }

    /// Keeps the new content. Refused when somebody else changed the file meanwhile.
    pub fn save(&mut self, bytes: &[u8]) -> Result<Saved, StoreError> {
        if self.bytes.as_deref() == Some(bytes) && fs::symlink_metadata(&self.path).is_ok() {
            return Ok(Saved::Surely);
        }
        let saved = self.try_save(bytes)?;
        self.bytes = Some(bytes.to_owned());
        self.forget_rescued();
        Ok(saved)
    }

    /// The same failure, with the place in the user's own folder where what could not be kept was brought into safety.
    pub fn rescued(&mut self, error: StoreError, bytes: &[u8]) -> StoreError {
        let Some(copy) = self.rescue(bytes) else { return error };
        self.forget_rescued();
        self.rescued = Some(copy.clone());
        StoreError::Rescued { cause: Box::new(error), copy }
    }

    fn forget_rescued(&mut self) {
        if let Some(copy) = self.rescued.take() {
            // A copy too many does no harm.
            let _ = fs::remove_file(copy);
        }
    }

    /// What stands there now, when somebody else changed it.
    pub fn changed(&self) -> Option<Vec<u8>> {
        let known = self.bytes.as_ref()?;
        read(&self.path).ok().filter(|now| now != known)
    }

    /// What somebody else wrote is known from here on: the next save may replace it.
    pub fn know(&mut self, bytes: Vec<u8>) {
        self.bytes = Some(bytes);
    }

    fn try_save(&self, bytes: &[u8]) -> Result<Saved, StoreError> {
        if too_large(bytes).is_some() {
            return Err(StoreError::TooLarge(self.path.clone()));
        }
        let failed = |error: io::Error| StoreError::of_writing(&self.path, error);
        match &self.bytes {
            None => {
                if let Some(folder) = self.path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                    let made = fs::create_dir_all(folder);
                    made.map_err(|error| match disk::is_guarded(folder, &error) {
                        true => StoreError::Guarded(folder.to_owned()),
                        false => failed(error),
                    })?;
                }
                saver::create(&self.path, bytes).map_err(failed)
            }
            Some(known) => {
                let _lock = Lock::take(&self.path)?;
                if read(&self.path)? != *known {
                    return Err(StoreError::ChangedMeanwhile(self.path.clone()));
                }
                // Others do not know the lock: an editor, a program that synchronises. So it is looked at once more.
                let is_known = || read(&self.path).is_ok_and(|now| now == *known);
                let saved = saver::replace(&self.path, bytes, is_known).map_err(failed)?;
                saved.ok_or_else(|| StoreError::ChangedMeanwhile(self.path.clone()))
            }
        }
    }

    /// A copy of what could not be kept in its place.
    fn rescue(&self, bytes: &[u8]) -> Option<PathBuf> {
        let folder = self.state_folder.as_ref()?.join("rescued");
        make_private(&folder).ok()?;
        saver::create_numbered(&folder, &name_of(&self.path), bytes).ok()
    }
}

/// Reads no more than can be used, and only an ordinary file: a pipe or a device might never end.
pub fn read(path: &Path) -> Result<Vec<u8>, StoreError> {
    let failed = |error: io::Error| StoreError::of(path, error);
    let about = fs::metadata(path).map_err(failed)?;
    if !about.is_file() {
        let no_file = if about.is_dir() { StoreError::Folder } else { StoreError::NotAFile };
        return Err(no_file(path.to_owned()));
    }
    let mut bytes = Vec::new();
    let limit = u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX) + 1;
    disk::patiently(|| File::open(path)).map_err(failed)?.take(limit).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() > LARGEST_FILE { Err(StoreError::TooLarge(path.to_owned())) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("the system gives a folder for temporary files")
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder is there");
        let mut names: Vec<String> =
            entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_made_once_and_then_replaced_whole() {
        let folder = folder();
        let path = folder.path().join("nieuw/regio.toml");
        let mut stored = Stored::new_file(&path).expect("nothing is there");
        assert_eq!(stored.save(b"een").expect("it can be made"), Saved::Surely);
        assert_eq!(stored.save(b"twee").expect("it can be replaced"), Saved::Surely);
        assert_eq!(fs::read(&path).expect("it is there"), b"twee");
        assert_eq!(names(path.parent().expect("it has a folder")), ["regio.toml"]);
        assert!(matches!(Stored::new_file(&path), Err(StoreError::Exists(_))));
    }

    #[test]
    fn what_somebody_else_wrote_is_not_overwritten() {
        let folder = folder();
        let path = folder.path().join("regio.toml");
        fs::write(&path, "een").expect("it can be written");
        let mut stored = Stored::open(&path).expect("it is there");
        stored.state_folder = Some(folder.path().join("staat"));
        fs::write(&path, "van een ander").expect("it can be written");
        check_rescued(&mut stored, "begin opnieuw, dan zie je wat de ander schreef", b"twee");
        assert_eq!(fs::read(&path).expect("it is there"), b"van een ander");
    }

    #[test]
    fn what_cannot_be_kept_is_in_safety_whatever_the_reason() {
        let folder = folder();
        let path = folder.path().join("regio.toml");
        fs::write(&path, "een").expect("it can be written");
        let mut stored = Stored::open(&path).expect("it is there");
        stored.state_folder = Some(folder.path().join("staat"));
        fs::remove_file(&path).expect("it can be taken away");
        check_rescued(&mut stored, "kijk of de naam en de map kloppen", b"twee");
        fs::create_dir(&path).expect("it can be made");
        check_rescued(&mut stored, "noem een bestand in die map", b"drie");
        stored.state_folder = None;
        assert!(matches!(stored.save(b"vier"), Err(StoreError::Folder(_))));
    }

    #[test]
    fn what_is_kept_after_all_or_elsewhere_needs_no_other_copy() {
        let folder = folder();
        let path = folder.path().join("regio.toml");
        fs::write(&path, "een").expect("it can be written");
        let mut stored = Stored::open(&path).expect("it is there");
        stored.state_folder = Some(folder.path().join("staat"));
        let rescued = folder.path().join("staat/rescued");
        for elsewhere in [path.clone(), folder.path().join("elders/ander.toml")] {
            fs::remove_file(&path).expect("it can be taken away");
            check_rescued(&mut stored, "kijk of de naam en de map kloppen", b"twee");
            check_rescued(&mut stored, "kijk of de naam en de map kloppen", b"twee, nog eens");
            assert_eq!(names(&rescued).len(), 1, "only the newest is in safety");
            if elsewhere == path {
                fs::write(&path, "een").expect("it can be written");
            } else {
                stored.move_to(elsewhere.clone());
            }
            stored.save(b"drie").expect("now it can be kept");
            assert!(names(&rescued).is_empty());
            assert_eq!(fs::read(&elsewhere).expect("it is there"), b"drie");
            fs::write(&path, "een").expect("it can be written");
            stored.know(b"een".to_vec());
        }
    }

    #[track_caller]
    fn check_rescued(stored: &mut Stored, tip: &str, bytes: &[u8]) {
        let refused = stored.save(bytes).expect_err("it cannot be kept");
        let error = stored.rescued(refused, bytes);
        let StoreError::Rescued { copy, .. } = &error else { panic!("{error:?}") };
        let beside = format!("{tip}; wat je invulde staat in {}, zet het erbij met: regio samenvoegen", copy.display());
        assert!(error.tip().starts_with(&beside), "{}", error.tip());
        assert_eq!(fs::read(copy).expect("the copy is there"), bytes);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() {
        use std::os::unix::fs::PermissionsExt;
        let folder = folder();
        let (path, link) = (folder.path().join("echt.toml"), folder.path().join("regio.toml"));
        fs::write(&path, "een").expect("it can be written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).expect("it is ours");
        std::os::unix::fs::symlink(&path, &link).expect("links can be made here");
        Stored::open(&link).expect("it is there").save(b"twee").expect("it can be replaced");
        assert_eq!(fs::read(&path).expect("it is there"), b"twee");
        assert!(fs::symlink_metadata(&link).expect("it is there").is_symlink());
        assert_eq!(fs::metadata(&path).expect("it is there").permissions().mode() & 0o777, 0o664);
        assert_eq!(names(folder.path()), ["echt.toml", "regio.toml"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_new_file_is_its_owners_own() {
        use std::os::unix::fs::PermissionsExt;
        let folder = folder();
        let path = folder.path().join("regio.toml");
        Stored::new_file(&path).expect("nothing is there").save(b"een").expect("it can be made");
        assert_eq!(fs::metadata(&path).expect("it is there").permissions().mode() & 0o777, 0o600);
    }

    /// As Word holds a file, a virus scanner, and a program that synchronises: who may do what with it meanwhile.
    #[cfg(windows)]
    #[test]
    fn a_file_that_another_program_holds_is_kept_later_or_called_busy() {
        use std::os::windows::fs::OpenOptionsExt;
        const NOTHING: u32 = 0;
        const READING: u32 = 1;
        const READING_AND_WRITING: u32 = 3;
        let folder = folder();
        let path = folder.path().join("regio.toml");
        fs::write(&path, "een").expect("it can be written");
        for (turn, share) in [NOTHING, READING, READING_AND_WRITING].into_iter().enumerate() {
            let hold = || File::options().read(true).share_mode(share).open(&path).expect("it is there");
            let mut stored = Stored::open(&path).expect("it is there");
            stored.state_folder = Some(folder.path().join("staat"));
            let held = hold();
            let error = stored.save(b"nooit").expect_err("it is held");
            assert!(matches!(error, StoreError::Busy(_)), "{share}: {error:?}");
            drop(held);
            let held = hold();
            let text = format!("keer {turn}");
            std::thread::scope(|scope| {
                scope.spawn(move || {
                    std::thread::sleep(std::time::Duration::from_millis(300));
                    drop(held);
                });
                stored.save(text.as_bytes()).expect("it is let go in time");
            });
            assert_eq!(fs::read_to_string(&path).expect("it is there"), text);
        }
        assert_eq!(names(folder.path()), ["regio.toml"]);
    }

    /// Programs that synchronise pass over a file that is marked so.
    #[cfg(windows)]
    #[test]
    fn a_file_that_was_saved_again_is_no_temporary_file() {
        use std::os::windows::fs::MetadataExt;
        const TEMPORARY: u32 = 0x100;
        let folder = folder();
        let path = folder.path().join("regio.toml");
        let mut stored = Stored::new_file(&path).expect("nothing is there");
        for text in ["een", "twee"] {
            stored.save(text.as_bytes()).expect("it can be kept");
            let attributes = fs::metadata(&path).expect("it is there").file_attributes();
            assert_eq!(attributes & TEMPORARY, 0, "after {text}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_or_a_folder_is_no_project() {
        let folder = folder();
        let pipe = folder.path().join("pijp");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo is there");
        assert!(made.success());
        assert!(matches!(Stored::open(&pipe), Err(StoreError::NotAFile(_))));
        assert!(matches!(Stored::open(folder.path()), Err(StoreError::Folder(_))));
        assert!(matches!(Stored::open(Path::new("/dev/zero")), Err(StoreError::NotAFile(_))));
        assert!(matches!(Stored::open(&folder.path().join("weg")), Err(StoreError::NotFound(_))));
    }
}
