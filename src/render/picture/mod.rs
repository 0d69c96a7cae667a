//! Pictures: a figure drawn with lines, areas and letters, and the drawing as SVG. Nothing is said by colour alone, and what is
//! drawn fits: letters are measured before a place is chosen for them.

mod bars;
mod drawing;
mod grid;
mod ladders;
mod lettering;
mod network;
mod palette;
#[cfg(feature = "pdf")]
mod png;
mod ring;
mod shares;
mod svg;
mod symbol;
mod timeline;
mod waterfall;

#[cfg(test)]
pub(super) mod any_figure;
#[cfg(test)]
mod tests;

pub use drawing::Drawing;
#[cfg(feature = "pdf")]
pub use png::Raster;
pub use svg::svg;

use crate::document::{Figure, Picture};

/// How wide every picture is, in points of the drawing: the width of the text on A4 at 96 a inch.
pub const WIDTH: f32 = 640.0;

/// The figure as lines, areas and letters.
pub fn drawing(figure: &Figure) -> Drawing {
    let drawing = match &figure.picture {
        Picture::Grid(grid) => grid::drawing(grid),
        Picture::Network(network) => network::drawing(network),
        Picture::Timeline(timeline) => timeline::drawing(timeline),
        Picture::Waterfall(waterfall) => waterfall::drawing(waterfall),
        Picture::Ladders(ladders) => ladders::drawing(ladders),
        Picture::Shares(shares) => shares::drawing(shares),
        Picture::Ring(ring) => ring::drawing(ring),
    };
    // A picture of nothing has a height too.
    Drawing { height: drawing.height.max(1.0), ..drawing }
}
