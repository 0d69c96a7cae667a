//! Where a result goes when a person may say so: to the screen, or on paper.
#![expect(clippy::disallowed_methods, reason = "asks whether there is a screen for other programs")]

use std::env;
use std::path::{Path, PathBuf};

use super::arguments::Format;
use super::exit::Exit;
use super::failure::{Ended, Result};
use super::person::Person;
use super::workplace::Workplace;
use super::{files, present};
use crate::interview::PickItem;

/// The folder beside the project in which papers come.
const FOLDER: &str = "stukken";

const WAYS: [(&str, Format); 4] = [
    ("Op het scherm", Format::Terminal),
    ("Als Word-bestand, om aan te passen of af te drukken", Format::Docx),
    ("Als webpagina, om af te drukken of te mailen", Format::Html),
    ("Als PDF, om af te drukken", Format::Pdf),
];

/// What is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper<'n> {
    /// One paper of this name.
    One(&'n str),
    /// A folder of this name, full of them.
    Set(&'n str),
}

/// Asks where it goes, and makes it there; what is already on paper stays.
pub fn put(
    workplace: &Workplace,
    person: &mut Person,
    paper: Paper,
    make: impl FnOnce(&Workplace) -> Ended,
) -> Result<Option<Exit>> {
    let folder = workplace.existing_project_path()?.with_file_name(FOLDER);
    let can = |format: Format| match format {
        Format::Pdf => cfg!(feature = "pdf"),
        Format::Terminal => matches!(paper, Paper::One(_)),
        _ => true,
    };
    let ways: Vec<_> = WAYS.into_iter().filter(|(_, format)| can(*format)).collect();
    let path = |format: Format| match paper {
        Paper::One(name) => free(&folder, name, &format!(".{}", format.ending())),
        Paper::Set(name) => free(&folder, name, ""),
    };
    let items = ways.iter().map(|(label, format)| PickItem {
        label: (*label).to_owned(),
        detail: (*format != Format::Terminal).then(|| path(*format).display().to_string()),
    });
    let Some(place) = person.choose_or_first("Hoe wil je het hebben?", items.collect())? else { return Ok(None) };
    let format = ways[place].1;
    let mut settings = workplace.settings.clone();
    settings.format = Some(format);
    if format == Format::Terminal {
        return make(&workplace.asked(&settings)).map(Some);
    }
    files::make_folder(&folder)?;
    let path = path(format);
    settings.output_file = Some(path.clone());
    let made = make(&workplace.asked(&settings))?;
    if !has_screen() {
        present::message("Open het bestand en druk het daar af.")?;
        return Ok(Some(made));
    }
    let items = ["Ja", "Nee"].map(PickItem::new).to_vec();
    let open = person.choose_or_first("Nu openen, om het af te drukken?", items)?;
    if open == Some(0) && open::that_detached(&path).is_err() {
        present::message("Er is geen programma dat dit bestand opent. Open het zelf.")?;
    }
    Ok(Some(made))
}

/// The first name that is free: `lijst.docx`, `lijst 2.docx`.
pub fn free(folder: &Path, name: &str, ending: &str) -> PathBuf {
    let named = |number: usize| match number {
        1 => folder.join(format!("{name}{ending}")),
        _ => folder.join(format!("{name} {number}{ending}")),
    };
    (1..).map(named).find(|path| !files::exists(path)).unwrap_or_else(|| named(1))
}

fn has_screen() -> bool {
    cfg!(any(windows, target_os = "macos"))
        || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}
