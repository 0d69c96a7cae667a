use super::lettering::Lettering;
use super::{WIDTH, lettering};

/// Shapes on a white page, the first below the others. Measured from the top left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    pub height: f32,
    pub shapes: Vec<Shape>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle, its corners rounded where that is more than nothing.
    Area { place: Place, fill: &'static str, border: Option<Stroke>, rounding: f32 },
    /// By its middle.
    Circle { x: f32, y: f32, radius: f32, fill: &'static str, border: Option<Stroke> },
    /// From corner to corner and back to the first.
    Polygon { corners: Vec<(f32, f32)>, fill: &'static str, border: Option<Stroke> },
    /// From the first point along curves, each through two points that draw it.
    Curve { from: (f32, f32), through: Vec<[(f32, f32); 3]>, stroke: Stroke },
    /// One line of letters, whose feet stand at `y`.
    Letters { x: f32, y: f32, words: String, lettering: Lettering, side: Side },
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub colour: &'static str,
    pub width: f32,
    /// As SVG has them: how long each is, and how far from the next.
    pub dashes: Option<&'static str>,
}

/// On which side of its point a line of letters stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Right,
    Left,
    Middle,
}

impl Stroke {
    pub const LONG_DASHES: &str = "6 3";
    pub const SHORT_DASHES: &str = "1.5 2.5";

    pub const fn thin(colour: &'static str) -> Stroke {
        Stroke { colour, width: 1.0, dashes: None }
    }

    pub const fn thick(colour: &'static str) -> Stroke {
        Stroke { colour, width: 2.0, dashes: None }
    }

    pub const fn dashed(self, dashes: &'static str) -> Stroke {
        Stroke { dashes: Some(dashes), ..self }
    }
}

impl Place {
    pub fn bottom(self) -> f32 {
        self.y + self.height
    }
}

impl Drawing {
    pub fn area(&mut self, place: Place, fill: &'static str, border: Option<Stroke>) {
        self.shapes.push(Shape::Area { place, fill, border, rounding: 0.0 });
    }

    pub fn line(&mut self, from: (f32, f32), to: (f32, f32), stroke: Stroke) {
        self.shapes.push(Shape::Curve { from, through: vec![[from, to, to]], stroke });
    }

    /// One line of letters.
    pub fn letters(&mut self, x: f32, y: f32, words: &str, lettering: Lettering, side: Side) {
        self.shapes.push(Shape::Letters { x, y, words: words.to_owned(), lettering, side });
    }

    /// Lines of letters below each other, the top of the first at `top`.
    pub fn lines(&mut self, x: f32, top: f32, lines: &[String], lettering: Lettering, side: Side) {
        let mut feet = top + lettering.ascent();
        for line in lines {
            self.letters(x, feet, line, lettering, side);
            feet += lettering.line_height();
        }
    }

    /// Words on one line, its top at the height of `at`, as far as there is room for them.
    pub fn words(&mut self, at: (f32, f32), words: &str, lettering: Lettering, side: Side, room: f32) {
        self.lines(at.0, at.1, &lettering::fitted(words, lettering, room, 1), lettering, side);
    }

    /// A legend below all that is drawn: each sort with its words, in as many lines as it takes.
    pub fn legend(&mut self, sorts: &[String], symbol_width: f32, symbol: fn(&mut Drawing, usize, f32, f32)) {
        if sorts.is_empty() {
            return;
        }
        let (mut x, mut top) = (0.0, self.height + 10.0);
        for (index, words) in sorts.iter().enumerate() {
            let words = lettering::fitted(words, Lettering::SMALL, WIDTH - symbol_width - 8.0, 1).concat();
            let width = symbol_width + 6.0 + lettering::width(&words, Lettering::SMALL);
            if x > 0.0 && x + width > WIDTH {
                (x, top) = (0.0, top + 18.0);
            }
            symbol(self, index, x + symbol_width / 2.0, top + 8.0);
            self.lines(x + symbol_width + 6.0, top + 1.0, &[words], Lettering::SMALL, Side::Right);
            x += width + 20.0;
        }
        self.height = top + 18.0;
    }
}
