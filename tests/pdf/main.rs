//! PDF files, read by programs that are not ours: checkers of PDF/UA-1 and PDF/A-2a, a second reader, and poppler.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

#[path = "../../src/render/testing/any_document.rs"]
#[allow(dead_code, reason = "only its texts are of use here")]
mod any_document;
#[path = "../documents/desk.rs"]
#[allow(dead_code, reason = "it lays out more formats")]
mod desk;
mod edition;
mod pages;
#[path = "../python/mod.rs"]
mod python;
mod readers;
#[path = "../../src/render"]
mod render {
    #[path = "picture"]
    pub mod picture {
        #[allow(dead_code, reason = "only its texts are of use here")]
        pub mod any_figure;
    }
}
#[path = "../../src/render/testing/sample.rs"]
mod sample;
mod standards;
#[path = "../documents/witness.rs"]
#[allow(dead_code, reason = "labels are looked at in other formats")]
mod witness;

use std::path::{Path, PathBuf};

use regio::document;
use regio::document::Document;
use regio::render::{Pdf, Renderer};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("the system gives a folder for temporary files")
}

fn write(folder: &Path, name: &str, document: &Document) -> PathBuf {
    let file = folder.join(format!("{name}.pdf"));
    let bytes = Pdf.render(document).unwrap_or_else(|error| panic!("{name}: {error}"));
    std::fs::write(&file, bytes).expect("the folder can be written");
    file
}
