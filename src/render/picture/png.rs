use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;

/// So that letters are sharp on paper: twice the points of the drawing, 192 to an inch.
const SCALE: f32 = 2.0;

const REGULAR: &[u8] = include_bytes!("../../../fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../fonts/NotoSans-Bold.ttf");

/// Draws pictures as PNG, with the same letters on every computer. Making one reads the fonts.
pub struct Raster(usvg::Options<'static>);

impl Raster {
    pub fn new() -> Raster {
        let mut fonts = usvg::fontdb::Database::new();
        fonts.load_font_data(REGULAR.to_vec());
        fonts.load_font_data(BOLD.to_vec());
        fonts.set_sans_serif_family("Noto Sans");
        Raster(usvg::Options { fontdb: Arc::new(fonts), font_family: "Noto Sans".to_owned(), ..Default::default() })
    }

    /// Nothing when the SVG is not one of ours.
    pub fn png(&self, svg: &str) -> Option<Vec<u8>> {
        let tree = usvg::Tree::from_str(svg, &self.0).ok()?;
        let size = tree.size().to_int_size().scale_by(SCALE)?;
        let mut pixels = Pixmap::new(size.width(), size.height())?;
        resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixels.as_mut());
        pixels.encode_png().ok()
    }
}
