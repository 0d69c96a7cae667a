use std::path::PathBuf;

use super::command::Command;
use super::output::{Colour, Output};
use super::preset::Preset;

/// What somebody asks of the program: one command, and what holds for every command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invocation {
    pub command: Command,
    pub settings: Settings,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub project: ProjectChoice,
    /// A folder with questionnaires of the user's own.
    pub questionnaires: Option<PathBuf>,
    pub output: Output,
    pub asking: Asking,
    pub manner: Manner,
    pub colour: Colour,
    /// Who is answering.
    pub by: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProjectChoice {
    /// `regio.toml` in this folder or the nearest one above it.
    Nearest,
    Named(PathBuf),
}

/// Whether questions are asked, and the answers that are known beforehand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    pub mode: Mode,
    pub presets: Vec<Preset>,
    /// Files with answers. They come after the presets, in this order.
    pub files: Vec<PathBuf>,
}

impl Asking {
    /// Whether any answer stands ready before somebody is asked.
    pub fn has_prepared(&self) -> bool {
        !self.presets.is_empty() || !self.files.is_empty()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Ask,
    Never,
}

/// How much of the terminal is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// What the terminal can do.
    Automatic,
    /// Plain lines only.
    Plain,
}
