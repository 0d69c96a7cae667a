//! What the program with PDF brings, linked apart from the other tests so that these are not built twice. PDF files are read by programs
//! that are not ours: checkers of PDF/UA-1 and PDF/A-2a, a second reader, and poppler.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "it stands outside the program and looks at it")]

mod edition;
mod page_counts;
mod pages;
mod picture_in_word;
mod readers;
mod renderer;
mod standards;

/// What only the renderer itself sees: with it here, the library is not built once more for its tests.
#[path = "../../src/render/pdf/fonts.rs"]
#[allow(dead_code, reason = "the renderer uses the rest")]
mod fonts;
#[path = "../../src/render/pdf/text.rs"]
#[allow(dead_code, reason = "the renderer uses the rest")]
mod text;
/// Documents that the renderers are tested with.
#[path = "../../src/render/testing/any_document.rs"]
#[allow(dead_code, reason = "only its texts are of use here")]
mod any_document;
#[path = "../cli/pdf.rs"]
mod commands;
#[path = "../documents/desk.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod desk;
#[path = "../documents/page_table.rs"]
mod page_table;
#[path = "../documents/pictures.rs"]
mod pictures;
#[path = "../python/mod.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod python;
#[path = "../../src/render/testing/sample.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod sample;
#[path = "../cli/story.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod story;
#[path = "../documents/witness.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod witness;
#[path = "../word/mod.rs"]
mod word;
#[path = "../../src/render"]
mod render {
    #[path = "picture"]
    pub mod picture {
        #[allow(dead_code, reason = "only its texts are of use here")]
        pub mod any_figure;
    }
}

use std::path::{Path, PathBuf};

use regio::document::Document;
use regio::render::{Pdf, Renderer};
use regio::{document, notation};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("the system gives a folder for temporary files")
}

fn write(folder: &Path, name: &str, document: &Document) -> PathBuf {
    let file = folder.join(format!("{name}.pdf"));
    let bytes = Pdf.render(document).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    std::fs::write(&file, bytes).expect("the folder can be written");
    file
}
