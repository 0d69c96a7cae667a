use std::path::{Path, PathBuf};
use std::{env, fs};

use sha2::{Digest, Sha256};

/// The user's own folder for what belongs to this machine and not to the project: locks and copies. Nothing when the
/// system names none or it cannot be made.
pub(super) fn state_folder() -> Option<PathBuf> {
    let named = env::var_os("REGIO_STATE").map(PathBuf::from);
    let folder = named.or_else(|| Some(system_folder()?.join("regio")))?;
    make_private(&folder).ok()?;
    Some(folder)
}

fn system_folder() -> Option<PathBuf> {
    // A path that is not absolute is to be passed over, says the XDG specification; and it would change with every folder.
    let named = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    if cfg!(windows) {
        return named("LOCALAPPDATA");
    }
    named("XDG_STATE_HOME").or_else(|| named("HOME").map(|home| home.join(".local").join("state")))
}

/// Makes a folder that only its owner may look into.
pub(super) fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A name for all that belongs to one project file, from its canonical path. A file keeps its name when it is made.
pub(super) fn name_of(path: &Path) -> String {
    fingerprint(canonical(path).as_os_str().as_encoded_bytes(), 12)
}

/// So many bytes that hang on all of these, as text.
pub(super) fn fingerprint(bytes: &[u8], length: usize) -> String {
    Sha256::digest(bytes).iter().take(length).map(|byte| format!("{byte:02x}")).collect()
}

/// The one path of a file that may not be there yet: what is there of it without links, and the rest as it was given.
pub(super) fn canonical(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for ancestor in absolute.ancestors() {
        if let (Ok(known), Ok(rest)) = (dunce::canonicalize(ancestor), absolute.strip_prefix(ancestor)) {
            return known.components().chain(rest.components()).collect();
        }
    }
    absolute
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_its_name_when_it_is_made() {
        let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
        let path = folder.path().join("nieuw/regio.toml");
        let before = name_of(&path);
        fs::create_dir(folder.path().join("nieuw")).expect("it can be made");
        assert_eq!(name_of(&path), before);
        fs::write(&path, "een").expect("it can be written");
        assert_eq!(name_of(&path), before);
    }

    #[test]
    fn a_name_as_it_is_typed_belongs_to_the_folder_it_is_typed_in() {
        let here = env::current_dir().expect("there is a folder");
        assert_eq!(name_of(Path::new("er-is-niets.toml")), name_of(&here.join("er-is-niets.toml")));
        assert_ne!(canonical(Path::new("er-is-niets.toml")), Path::new("er-is-niets.toml"));
    }
}
