use std::path::{Path, PathBuf};
use std::{fs, io};

use super::backup::Backups;
use crate::document::Imprint;
use crate::notation;

/// Beside the copies: what was printed of each, a line each.
const PRINTED: &str = "printed.txt";

/// So many prints are known, the last ones. Each may keep a copy.
const MOST: usize = 200;

/// Something that was printed, and the copy of the project as it was then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    pub copy: PathBuf,
    pub title: String,
}

impl Backups {
    /// Keeps the project from which this was printed, so that later can be told what changed since.
    pub fn keep_printed(&self, imprint: Imprint, title: &str) -> io::Result<()> {
        // What was printed before may say the same of an older project: then nothing in it changed since.
        let (Some(copy), None) = (self.list().into_iter().next(), self.printed(imprint)) else { return Ok(()) };
        let name = copy.file_name().unwrap_or_default().to_string_lossy();
        let known = self.said_in(PRINTED);
        let known: Vec<&str> = known.lines().collect();
        let kept = known[known.len().saturating_sub(MOST - 1)..].iter().map(|line| format!("{line}\n"));
        let lines: String = kept.chain([format!("{imprint} {name} {}\n", notation::single_line(title))]).collect();
        fs::write(self.file_beside(PRINTED), lines)
    }

    /// What was printed with this imprint, of a copy that is still there.
    pub fn printed(&self, imprint: Imprint) -> Option<Printed> {
        let imprint = imprint.to_string();
        let prints = self.said_in(PRINTED);
        let of_imprint = prints.lines().filter_map(|line| line.split_once(' ')).filter(|(known, _)| *known == imprint);
        let mut found = of_imprint.filter_map(|(_, rest)| rest.split_once(' '));
        let (name, title) = found.next()?;
        let copy = self.file_beside(name);
        copy.exists().then(|| Printed { copy, title: title.to_owned() })
    }

    /// Whether something that was printed goes back to this copy.
    pub(super) fn was_printed(&self, copy: &Path) -> bool {
        let name = copy.file_name().unwrap_or_default().to_string_lossy();
        self.said_in(PRINTED).lines().any(|line| line.split(' ').nth(1) == Some(&*name))
    }
}
