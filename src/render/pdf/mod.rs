//! A file for paper and for an archive, that a screen reader can read: PDF/UA-1 and PDF/A-2a, set by typst.

mod content;
mod fonts;
mod room;
mod text;
mod world;

use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::foundations::{Bytes, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use self::world::Desk;
use super::{Printed, RenderError, Renderer, Unseen};
use crate::document::Document;

/// PDF, A4. The same document gives the same bytes.
#[derive(Clone, Copy, Debug)]
pub struct Pdf;

impl Renderer for Pdf {
    fn render(&self, document: &Document) -> Result<Vec<u8>, RenderError> {
        self.print(document).map(|printed| printed.bytes)
    }

    fn print(&self, document: &Document) -> Result<Printed, RenderError> {
        let data = content::content(document).map_err(|error| RenderError::Typesetting(error.to_string()))?;
        let pages = typst::compile::<PagedDocument>(&Desk { data: Bytes::new(data) }).output.map_err(told)?;
        let bytes = typst_pdf::pdf(&pages, &options()?).map_err(told)?;
        Ok(Printed { bytes, unseen: self.unseen(document), pages: Some(pages.pages().len()) })
    }

    fn unseen(&self, document: &Document) -> Unseen {
        Unseen { pictures: 0, words: content::undrawn(document) }
    }
}

fn options() -> Result<PdfOptions, RenderError> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]);
    Ok(PdfOptions {
        creator: Smart::Custom(Some("regio".to_owned())),
        standards: standards.map_err(|error| RenderError::Typesetting(error.message().to_string()))?,
        ..PdfOptions::default()
    })
}

fn told(faults: EcoVec<SourceDiagnostic>) -> RenderError {
    let words: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    RenderError::Typesetting(words.join("; "))
}
