use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::cli::disk;
use crate::source::LARGEST_FILE;

/// What to do where Windows guards a folder.
const GUARDED: &str =
    "dat heet Beheerde mappentoegang: vraag je beheerder regio toe te staan, of werk in een andere map";

/// Why a project file could not be read or kept.
#[derive(Debug, Error)]
pub enum StoreError {
    #[error("het bestand '{}' is er niet", .0.display())]
    NotFound(PathBuf),
    #[error("bij het bestand '{}' mag je niet", .0.display())]
    NoPermission(PathBuf),
    /// The folder is there, and Windows does not let this program write in it.
    #[error("Windows laat regio niet schrijven in de map van '{}'", .0.display())]
    Guarded(PathBuf),
    #[error("'{}' is een map, geen bestand", .0.display())]
    Folder(PathBuf),
    /// A pipe, a device.
    #[error("'{}' is geen gewoon bestand", .0.display())]
    NotAFile(PathBuf),
    #[error("het bestand '{}' is groter dan {} MB, of bestaat uit te veel losse waarden", .0.display(), LARGEST_FILE / 1024 / 1024)]
    TooLarge(PathBuf),
    /// Something is there already.
    #[error("er staat al iets op de plek van '{}'", .0.display())]
    Exists(PathBuf),
    #[error("de schijf van '{}' is alleen om te lezen", .0.display())]
    ReadOnly(PathBuf),
    #[error("de schijf is vol: '{}' is niet bewaard", .0.display())]
    DiskFull(PathBuf),
    /// Somebody else changed the file since it was read.
    #[error("iemand anders heeft '{}' ondertussen veranderd", .0.display())]
    ChangedMeanwhile(PathBuf),
    /// Somebody else made of it what cannot be read as this project.
    #[error("'{}' is intussen veranderd in iets dat niet te lezen is als dit project", .0.display())]
    SpoiledMeanwhile(PathBuf),
    /// Others keep writing it, or have it open so that nobody else may.
    #[error("een ander programma houdt '{}' vast", .0.display())]
    Busy(PathBuf),
    #[error("'{}' is niet bewaard{}", path.display(), number(error))]
    Failed { path: PathBuf, error: io::Error },
    /// Any of these, when the text was brought into safety elsewhere.
    #[error("{cause}")]
    Rescued { cause: Box<StoreError>, copy: PathBuf },
}

impl StoreError {
    /// What went wrong when the file was made or changed.
    pub fn of_writing(path: &Path, error: io::Error) -> StoreError {
        if disk::is_guarded(path, &error) { StoreError::Guarded(path.to_owned()) } else { StoreError::of(path, error) }
    }

    pub(super) fn of(path: &Path, error: io::Error) -> StoreError {
        let path = path.to_owned();
        if disk::is_held(&error) {
            return StoreError::Busy(path);
        }
        match error.kind() {
            io::ErrorKind::NotFound => StoreError::NotFound(path),
            io::ErrorKind::PermissionDenied => StoreError::NoPermission(path),
            io::ErrorKind::AlreadyExists => StoreError::Exists(path),
            io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly(path),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::DiskFull(path),
            _ => StoreError::Failed { path, error },
        }
    }

    pub fn tip(&self) -> String {
        let tip = match self {
            StoreError::NotFound(_) => "kijk of de naam en de map kloppen",
            StoreError::NoPermission(_) => "vraag de eigenaar om toegang, of werk in een map van jezelf",
            StoreError::Guarded(_) => GUARDED,
            StoreError::Folder(_) => "noem een bestand in die map",
            StoreError::NotAFile(_) => "noem een gewoon bestand, zoals regio.toml",
            StoreError::TooLarge(_) => "zet lange stukken tekst in een eigen document en verwijs ernaar",
            StoreError::Exists(_) => "kies een andere naam of een andere map",
            StoreError::ReadOnly(_) => "kopieer het project naar een map waar je mag schrijven",
            StoreError::DiskFull(_) => "maak ruimte vrij en probeer het opnieuw",
            StoreError::ChangedMeanwhile(_) => "begin opnieuw, dan zie je wat de ander schreef",
            StoreError::SpoiledMeanwhile(_) => {
                "kijk wat eraan mis is met 'regio controleer', of zet een eerdere stand terug met 'regio herstel'"
            }
            StoreError::Busy(_) => {
                "sluit het bestand in andere programma's, of wacht tot een programma als OneDrive klaar is, en probeer \
                 het opnieuw"
            }
            StoreError::Failed { .. } => "kijk of je in die map mag schrijven",
            StoreError::Rescued { cause, copy } => {
                let (tip, copy) = (cause.tip(), copy.display());
                return format!(
                    "{tip}; wat je invulde staat in {copy}, zet het erbij met: regio samenvoegen \"{copy}\""
                );
            }
        };
        tip.to_owned()
    }
}

fn number(error: &io::Error) -> String {
    error.raw_os_error().map(|number| format!(" (systeemfout {number})")).unwrap_or_default()
}
