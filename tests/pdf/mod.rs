//! PDF files, read by programs that are not ours: checkers of PDF/UA-1 and PDF/A-2a, a second reader, and poppler.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

mod edition;
mod pages;
mod readers;
mod standards;

use std::path::{Path, PathBuf};

use regio::document::Document;
use regio::render::{Pdf, Renderer};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("the system gives a folder for temporary files")
}

fn write(folder: &Path, name: &str, document: &Document) -> PathBuf {
    let file = folder.join(format!("{name}.pdf"));
    let bytes = Pdf.render(document).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    std::fs::write(&file, bytes).expect("the folder can be written");
    file
}
