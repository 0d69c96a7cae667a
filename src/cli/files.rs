use std::io::Write;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::failure::{Failure, Result};
use super::store::StoreError;
use super::{disk, file_name, store};
use crate::source::{Faults, SourceFile};

/// Whether anything at all is there, a broken link too.
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// The text of a TOML file, or what is wrong with it as text.
pub fn read_source(path: &Path) -> Result<Result<SourceFile, Faults>> {
    Ok(SourceFile::from_bytes(path.display().to_string(), &store::read(path)?))
}

/// The questionnaires of a folder, by name.
pub fn questionnaires_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let paths =
        toml_files_in(folder).map_err(|failure| failure.tip("noem een map met vragenlijsten: --vragenlijsten MAP"))?;
    if paths.is_empty() {
        return Err(Failure::new(format!("in de map '{}' staat geen vragenlijst", folder.display()))
            .tip("een vragenlijst eindigt op .toml"));
    }
    Ok(paths)
}

/// The TOML files of a folder itself, by name.
pub fn toml_files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    files_in(folder, &[".toml"])
}

/// The files of a folder itself whose names end so, by name.
pub fn files_in(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(folder).map_err(|_| Failure::new(format!("de map '{}' is niet te lezen", folder.display())))?;
    let is_wanted = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        endings.iter().any(|ending| name.ends_with(ending))
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_wanted).collect();
    paths.sort();
    Ok(paths)
}

/// Writes a result to a file of its own, whole or not at all. One that is there already is only replaced when that was asked for,
/// and never when it is a file that people keep: a project, a questionnaire.
pub fn write_result(path: &Path, bytes: &[u8], overwrite: bool) -> Result<()> {
    file_name::check(path)?;
    let name = path.display();
    let is_kept = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    if is_kept && exists(path) {
        let failure =
            Failure::new(format!("'{name}' is een bestand van jullie zelf, en daar komt geen resultaat overheen"));
        return Err(failure.tip("kies een andere naam"));
    }
    put_whole(path, bytes, overwrite).map_err(|error| match StoreError::of_writing(path, error) {
        StoreError::Exists(_) => Failure::new(format!("het bestand '{name}' is er al"))
            .tip("kies een andere naam, of voeg --overschrijf toe"),
        StoreError::NotFound(_) => Failure::new(format!("de map van '{name}' is er niet")).tip("maak eerst de map"),
        error => error.into(),
    })
}

fn put_whole(path: &Path, bytes: &[u8], overwrite: bool) -> io::Result<()> {
    // What is no ordinary file cannot be put aside for another one.
    if overwrite && fs::metadata(path).is_ok_and(|about| !about.is_file()) {
        return fs::OpenOptions::new().write(true).open(path).and_then(|mut file| file.write_all(bytes));
    }
    if !overwrite && exists(path) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let path = disk::real_path(path).unwrap_or_else(|_| path.to_owned());
    store::put(&path, bytes, exists(&path))
}

/// Makes a folder, and those above it, where there is none.
pub fn make_folder(path: &Path) -> Result<()> {
    file_name::check(path)?;
    let name = path.display();
    fs::create_dir_all(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
            Failure::new(format!("'{name}' is geen map")).tip("kies een andere map met --uit")
        }
        _ if disk::is_guarded(path, &error) => StoreError::Guarded(path.to_owned()).into(),
        _ => Failure::new(format!("de map '{name}' is niet te maken")).tip("kijk of je daar mag schrijven"),
    })
}

/// Sixteen random bytes as text: the name that ties the copies of a project together.
pub fn random_id() -> Result<String> {
    Ok(random::<16>()?.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// A number that nobody else draws.
pub fn random_number() -> Result<u64> {
    random().map(u64::from_le_bytes)
}

fn random<const LENGTH: usize>() -> Result<[u8; LENGTH]> {
    let mut bytes = [0; LENGTH];
    getrandom::fill(&mut bytes).map_err(|_| Failure::new("dit systeem geeft geen toevalsgetallen"))?;
    Ok(bytes)
}

/// Whether both names lead to one file that is there.
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    matches!((disk::real_path(one), disk::real_path(other)), (Ok(one), Ok(other)) if one == other)
}
