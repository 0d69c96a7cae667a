use std::path::{Path, PathBuf};

use super::failure::Result;
use super::store::{Backups, Stored};
use super::workplace::outline;
use crate::catalog::Catalog;
use crate::domain::Project;
use crate::ledger::follow_renames;
use crate::project_file::ProjectFile;

/// A copy of a project that was kept, with what it says. Nothing when it cannot be read.
pub struct KeptCopy {
    pub path: PathBuf,
    pub project: Option<Project>,
}

/// The copies, newest first, each read when its turn comes.
pub fn read_all(backups: &Backups, catalog: &Catalog) -> impl Iterator<Item = KeptCopy> {
    backups.list().into_iter().map(move |path| {
        let project = read(&path, catalog).ok();
        KeptCopy { path, project }
    })
}

/// The project that this file holds, to look at.
pub fn read(path: &Path, catalog: &Catalog) -> Result<Project> {
    read_in(path, Stored::open(path)?.bytes(), catalog)
}

/// The project that these bytes of a file are.
pub fn read_in(path: &Path, bytes: &[u8], catalog: &Catalog) -> Result<Project> {
    let (_, mut read) = ProjectFile::open(path.display().to_string(), bytes, outline(catalog))?;
    follow_renames(&mut read.project, catalog);
    Ok(read.project)
}
