//! From a document to bytes, one file a format. A format escapes for itself.

mod docx;
mod html;
mod label_colour;
mod layout;
mod markdown;
mod markdown_signs;
mod plain;
mod terminal;
mod terminal_table;

#[cfg(test)]
mod any_document;
#[cfg(test)]
mod sample;

pub use docx::Docx;
pub use html::Html;
pub use markdown::Markdown;
pub use plain::Plain;
pub use terminal::Terminal;

use thiserror::Error;

use crate::document::Document;

pub trait Renderer {
    /// The document in this format.
    fn render(&self, document: &Document) -> Result<Vec<u8>, RenderError>;
}

/// Why a document cannot be put in a format. The text formats take every document.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum RenderError {
    #[error("dit document past niet in dat formaat")]
    Unfit,
}
