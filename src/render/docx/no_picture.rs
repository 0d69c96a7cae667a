//! A program without `pdf` draws no PNG, and a picture without one is a hole in LibreOffice: so it says where the picture is.

use super::piece::Paragraph;
use crate::document::Figure;
use crate::render::RenderError;

/// The pictures of a document: none.
#[derive(Default)]
pub struct Pictures {}

const ELSEWHERE: &str = "Deze tekening staat in de HTML van dit stuk (maak die met --formaat html). Wat erin staat, lees je hier ook in woorden.";

impl Pictures {
    /// What stands where the picture would be, unless that can be said.
    pub fn paragraph(&mut self, figure: &Figure) -> Option<Paragraph> {
        figure.in_words().is_none().then(|| Paragraph::plain("Standaard", ELSEWHERE))
    }

    pub fn files(&self) -> Result<Vec<(String, Vec<u8>)>, RenderError> {
        Ok(Vec::new())
    }

    pub fn relationships(&self, fixed: &str) -> String {
        fixed.to_owned()
    }
}
