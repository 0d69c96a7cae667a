use std::env;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

use sha2::Digest;
use sha2::Sha256;

/// The user's own folder for what belongs to this machine and not to the project: locks and copies. Nothing when the
/// system names none or it cannot be made.
pub(super) fn state_folder() -> Option<PathBuf> {
    let folder = match env::var_os("REGIO_STATE") {
        Some(named) => PathBuf::from(named),
        None => system_folder()?.join("regio"),
    };
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

/// A name for all that belongs to one project file, from its canonical path.
pub(super) fn name_of(path: &Path) -> String {
    let canonical = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let bytes = Sha256::digest(canonical.as_os_str().as_encoded_bytes());
    bytes.iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}
