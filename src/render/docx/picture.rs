use super::page::{WIDTH, extended};
use super::piece::Paragraph;
use crate::document::Figure;
use crate::notation;
use crate::render::picture::Raster;
use crate::render::{RenderError, picture};

/// The pictures of a document, in the order in which they stand in it.
#[derive(Default)]
pub struct Pictures(Vec<String>);

/// A twentieth of a point in the measure of drawings.
const MEASURE: usize = 635;
/// A picture and its caption stay on one page, also below a title and what introduces it.
const HIGHEST: usize = 10_400;
/// The relationships before these are those of the parts that every file has.
const FIRST: usize = 100;

/// By this name Word knows that an SVG stands beside the PNG.
const EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
const IMAGE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

impl Pictures {
    /// The picture in a paragraph of its own. Word shows the SVG where it can, and else the PNG.
    pub fn paragraph(&mut self, figure: &Figure) -> Option<Paragraph> {
        self.0.push(picture::svg(figure));
        let number = self.0.len();
        let (width, height) = size(figure);
        let texts = [
            ("number", number.to_string()),
            ("description", notation::printed_line(&figure.description)),
            ("title", notation::printed_line(&figure.title)),
            ("png", png_id(number)),
            ("extension", EXTENSION.to_owned()),
            ("svg", svg_id(number)),
            ("width", width.to_string()),
            ("height", height.to_string()),
        ];
        let texts = texts.each_ref().map(|(name, text)| (*name, text.as_str()));
        Some(Paragraph::new("Standaard", |markup| markup.form(include_str!("parts/picture.xml"), &texts)))
    }

    /// The files of the pictures, with their names.
    pub fn files(&self) -> Result<Vec<(String, Vec<u8>)>, RenderError> {
        if self.0.is_empty() {
            return Ok(Vec::new());
        }
        let raster = Raster::new();
        let mut files = Vec::new();
        for (number, svg) in (1..).zip(&self.0) {
            let png = raster.png(svg).ok_or(RenderError::Unfit)?;
            files.push((format!("word/media/plaatje{number}.png"), png));
            files.push((format!("word/media/plaatje{number}.svg"), svg.clone().into_bytes()));
        }
        Ok(files)
    }

    /// What the document is tied to, with its pictures behind what every document is tied to.
    pub fn relationships(&self, fixed: &str) -> String {
        extended(fixed, |markup| {
            for number in 1..=self.0.len() {
                for (id, ending) in [(png_id(number), "png"), (svg_id(number), "svg")] {
                    let target = format!("media/plaatje{number}.{ending}");
                    markup.empty("Relationship", &[("Id", &id), ("Type", IMAGE), ("Target", &target)]);
                }
            }
        })
    }
}

fn png_id(number: usize) -> String {
    format!("rId{}", FIRST + 2 * number)
}

fn svg_id(number: usize) -> String {
    format!("rId{}", FIRST + 2 * number + 1)
}

/// As wide as the text, or as high as a page. In the measure of drawings.
fn size(figure: &Figure) -> (usize, usize) {
    let drawing = picture::drawing(figure);
    let height = WIDTH as f32 * drawing.height / picture::WIDTH;
    let part = (HIGHEST as f32 / height.max(1.0)).min(1.0);
    let measured = |twentieths: f32| (twentieths * part) as usize * MEASURE;
    (measured(WIDTH as f32), measured(height).max(1))
}
