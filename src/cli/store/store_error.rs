use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::source::LARGEST_FILE;

/// Why a project file could not be read or kept.
#[derive(Debug, Error)]
#[error("{}", self.message())]
pub enum StoreError {
    NotFound(PathBuf),
    NoPermission(PathBuf),
    /// A folder, a pipe, a device.
    NotAFile(PathBuf),
    TooLarge(PathBuf),
    /// Something is there already.
    Exists(PathBuf),
    ReadOnly(PathBuf),
    DiskFull(PathBuf),
    /// Somebody else changed the file since it was read.
    ChangedMeanwhile(PathBuf),
    /// Another session has it open.
    Locked {
        path: PathBuf,
        holder: Option<String>,
    },
    Failed {
        path: PathBuf,
        error: io::Error,
    },
    /// Any of these, when the text was brought into safety elsewhere.
    Rescued {
        cause: Box<StoreError>,
        copy: PathBuf,
    },
}

impl StoreError {
    pub(super) fn of(path: &Path, error: io::Error) -> StoreError {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::NotFound => StoreError::NotFound(path),
            io::ErrorKind::PermissionDenied => StoreError::NoPermission(path),
            io::ErrorKind::AlreadyExists => StoreError::Exists(path),
            io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly(path),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::DiskFull(path),
            _ => StoreError::Failed { path, error },
        }
    }

    /// The same, with the place where the text was brought into safety.
    pub(super) fn rescued(self, copy: Option<PathBuf>) -> StoreError {
        match copy {
            Some(copy) => StoreError::Rescued { cause: Box::new(self), copy },
            None => self,
        }
    }

    pub fn message(&self) -> String {
        match self {
            StoreError::NotFound(path) => format!("het bestand '{}' is er niet", path.display()),
            StoreError::NoPermission(path) => format!("bij het bestand '{}' mag je niet", path.display()),
            StoreError::NotAFile(path) => format!("'{}' is geen gewoon bestand", path.display()),
            StoreError::TooLarge(path) => {
                format!("het bestand '{}' is groter dan {} MB", path.display(), LARGEST_FILE / 1024 / 1024)
            }
            StoreError::Exists(path) => format!("er staat al iets op de plek van '{}'", path.display()),
            StoreError::ReadOnly(path) => format!("de schijf van '{}' is alleen om te lezen", path.display()),
            StoreError::DiskFull(path) => format!("de schijf is vol: '{}' is niet bewaard", path.display()),
            StoreError::ChangedMeanwhile(path) => {
                format!("iemand anders heeft '{}' ondertussen veranderd", path.display())
            }
            StoreError::Locked { path, holder } => match holder {
                Some(holder) => format!("'{}' is al open in een andere regio ({holder})", path.display()),
                None => format!("'{}' is al open in een andere regio", path.display()),
            },
            StoreError::Failed { path, error } => match error.raw_os_error() {
                Some(number) => format!("'{}' is niet bewaard (systeemfout {number})", path.display()),
                None => format!("'{}' is niet bewaard", path.display()),
            },
            StoreError::Rescued { cause, .. } => cause.message(),
        }
    }

    pub fn tip(&self) -> Option<String> {
        Some(match self {
            StoreError::NotFound(_) => "kijk of de naam en de map kloppen".to_owned(),
            StoreError::NoPermission(_) => "vraag de eigenaar om toegang, of werk in een map van jezelf".to_owned(),
            StoreError::NotAFile(_) => "noem een gewoon bestand, zoals regio.toml".to_owned(),
            StoreError::TooLarge(_) => "zet lange stukken tekst in een eigen document en verwijs ernaar".to_owned(),
            StoreError::Exists(_) => "kies een andere naam of een andere map".to_owned(),
            StoreError::ReadOnly(_) => "kopieer het project naar een map waar je mag schrijven".to_owned(),
            StoreError::DiskFull(_) => "maak ruimte vrij en probeer het opnieuw".to_owned(),
            StoreError::ChangedMeanwhile(_) => "begin opnieuw, dan zie je wat de ander schreef".to_owned(),
            StoreError::Locked { .. } => "sluit dat venster eerst, of wacht tot de ander klaar is".to_owned(),
            StoreError::Failed { .. } => "kijk of je in die map mag schrijven".to_owned(),
            StoreError::Rescued { cause, copy } => {
                let first = cause.tip().map(|tip| format!("{tip}; ")).unwrap_or_default();
                format!("{first}wat je invulde staat in {}", copy.display())
            }
        })
    }
}
