//! From a document to bytes, one file a format. A format escapes for itself.

mod docx;
mod html;
mod bar;
mod cell_size;
mod chapters;
mod csv;
mod ics;
mod label_look;
mod layout;
mod markdown;
mod markdown_signs;
mod on_paper;
#[cfg(feature = "pdf")]
mod pdf;
mod picture;
mod plain;
mod running_line;
mod shared_widths;
mod terminal;
mod terminal_table;
mod text_lines;
mod widths;
mod xlsx;
mod xml;

#[cfg(test)]
#[path = "testing/any_document.rs"]
mod any_document;
#[cfg(test)]
#[path = "testing/sample.rs"]
mod sample;
#[cfg(test)]
#[path = "testing/sheet_sample.rs"]
mod sheet_sample;

pub use csv::csv;
pub use docx::Docx;
pub use html::Html;
pub use ics::ics;
pub use markdown::Markdown;
#[cfg(feature = "pdf")]
pub use pdf::Pdf;
pub use plain::{Plain, PlainScreen};
pub use terminal::Terminal;
pub use xlsx::xlsx;

use thiserror::Error;

use crate::document::Document;

pub trait Renderer {
    /// The document in this format.
    fn render(&self, document: &Document) -> Result<Vec<u8>, RenderError>;

    /// The same, with what becomes of it in this format.
    fn print(&self, document: &Document) -> Result<Printed, RenderError> {
        Ok(Printed { bytes: self.render(document)?, unseen: self.unseen(document), pages: None })
    }

    /// What a reader of this format does not get to see.
    fn unseen(&self, _document: &Document) -> Unseen {
        Unseen::default()
    }
}

/// A document in a format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    pub bytes: Vec<u8>,
    pub unseen: Unseen,
    /// How many pages it takes, in a format that knows.
    pub pages: Option<usize>,
}

/// What a reader of a format does not get to see of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unseen {
    pub pictures: usize,
    /// Words with letters for which a code stands.
    pub words: Vec<String>,
}

/// Why a document cannot be put in a format. The text formats take every document.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum RenderError {
    #[error("dit document past niet in dat formaat")]
    Unfit,
    #[error("er staat een tekst in die langer is dan een cel van Excel kan zijn: 32.767 tekens")]
    TextTooLong,
    /// With what the typesetter says of it, in its own English: for who mends it, not for who reads it.
    #[error("er laat zich geen PDF van dit document maken: er staat iets in wat zich niet laat zetten")]
    Typesetting(String),
}
