use super::page::WIDTH;
use super::piece::Paragraph;
use crate::document::Figure;
use crate::render::picture::Raster;
use crate::render::xml::{Attributes, Markup};
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

const DRAWING: Attributes = &[
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("distT", "0"),
    ("distB", "0"),
    ("distL", "0"),
    ("distR", "0"),
];
const IMAGE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

impl Pictures {
    /// The picture in a paragraph of its own. Word shows the SVG where it can, and else the PNG.
    pub fn paragraph(&mut self, figure: &Figure) -> Option<Paragraph> {
        self.0.push(picture::svg(figure));
        let number = self.0.len();
        let (width, height) = size(figure);
        Some(Paragraph::new("Standaard", |markup| {
            markup.element("w:r", &[], |markup| {
                markup.element("w:drawing", &[], |markup| {
                    markup.element("wp:inline", DRAWING, |markup| inline(markup, figure, number, (width, height)));
                });
            });
        }))
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
        let own = Markup::written(|markup| {
            for number in 1..=self.0.len() {
                for (id, ending) in [(png_id(number), "png"), (svg_id(number), "svg")] {
                    let target = format!("media/plaatje{number}.{ending}");
                    markup.empty("Relationship", &[("Id", &id), ("Type", IMAGE), ("Target", &target)]);
                }
            }
        });
        fixed.replace("</Relationships>", &format!("{own}</Relationships>"))
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

const GRAPHIC: &str = include_str!("parts/graphic.xml");

fn inline(markup: &mut Markup, figure: &Figure, number: usize, (width, height): (usize, usize)) {
    let (id, width, height) = (number.to_string(), width.to_string(), height.to_string());
    let name = format!("Plaatje {number}");
    let extent: Attributes = &[("cx", &width), ("cy", &height)];
    let named: Attributes = &[("id", &id), ("name", &name), ("descr", &figure.description), ("title", &figure.title)];
    markup.empty("wp:extent", extent);
    markup.empty("wp:docPr", named);
    let filled = [
        ("{number}", id),
        ("{png}", png_id(number)),
        ("{svg}", svg_id(number)),
        ("{width}", width),
        ("{height}", height),
    ];
    let graphic: String = GRAPHIC.lines().map(str::trim_start).collect();
    markup.own(&filled.iter().fold(graphic, |graphic, (place, value)| graphic.replace(place, value)));
}
