use super::WIDTH;
use super::drawing::{Place, Shape, Side, Stroke};
use super::lettering::Lettering;
use crate::document::Figure;
use crate::render::xml::Markup;

/// The figure as SVG 1.1, readable by itself and inside a page: text is text, with a title and a description.
pub fn svg(figure: &Figure) -> String {
    let drawing = super::drawing(figure);
    let text = |text: &str| Markup::written(|page| page.text(text));
    let values = [
        ("width", number(WIDTH)),
        ("height", number(drawing.height)),
        ("title", text(&figure.title)),
        ("description", text(&figure.description)),
        ("shapes", Markup::written(|page| drawing.shapes.iter().for_each(|shape| self::shape(page, shape)))),
    ];
    Markup::written(|page| page.form_of_own(include_str!("picture.svg"), &values))
}

fn shape(page: &mut Markup, shape: &Shape) {
    match shape {
        Shape::Area { place, fill, border, rounding } => area(page, *place, fill, *border, *rounding),
        Shape::Circle { x, y, radius, fill, border } => {
            drawn(page, "circle", &[("cx", number(*x)), ("cy", number(*y)), ("r", number(*radius))], fill, *border);
        }
        Shape::Polygon { corners, fill, border } => {
            let points: Vec<String> = corners.iter().map(|corner| point(*corner)).collect();
            drawn(page, "polygon", &[("points", points.join(" "))], fill, *border);
        }
        Shape::Curve { from, through, stroke } => {
            let curve = |points: &[(f32, f32); 3]| format!("C{}", points.map(point).join(" "));
            let path: String = through.iter().map(curve).collect();
            drawn(page, "path", &[("d", format!("M{}{path}", point(*from)))], "none", Some(*stroke));
        }
        Shape::Letters { x, y, words, lettering, side } => letters(page, (*x, *y), words, *lettering, *side),
    }
}

fn area(page: &mut Markup, place: Place, fill: &str, border: Option<Stroke>, rounding: f32) {
    let measures = [("x", place.x), ("y", place.y), ("width", place.width), ("height", place.height), ("rx", rounding)];
    let measures = if rounding > 0.0 { &measures[..] } else { &measures[..4] };
    let attributes: Vec<(&str, String)> = measures.iter().map(|(name, measure)| (*name, number(*measure))).collect();
    drawn(page, "rect", &attributes, fill, border);
}

fn drawn(page: &mut Markup, tag: &str, attributes: &[(&str, String)], fill: &str, border: Option<Stroke>) {
    let mut all = attributes.to_vec();
    all.push(("fill", fill.to_owned()));
    if let Some(stroke) = border {
        all.extend([("stroke", stroke.colour.to_owned()), ("stroke-width", number(stroke.width))]);
        all.extend(stroke.dashes.map(|dashes| ("stroke-dasharray", dashes.to_owned())));
    }
    let all: Vec<(&str, &str)> = all.iter().map(|(name, value)| (*name, value.as_str())).collect();
    page.empty(tag, &all);
}

fn letters(page: &mut Markup, at: (f32, f32), words: &str, lettering: Lettering, side: Side) {
    let (x, y, size) = (number(at.0), number(at.1), number(lettering.size));
    let mut attributes = vec![("x", x.as_str()), ("y", &y), ("font-size", &size), ("fill", lettering.colour)];
    if lettering.bold {
        attributes.push(("font-weight", "bold"));
    }
    match side {
        Side::Right => {}
        Side::Left => attributes.push(("text-anchor", "end")),
        Side::Middle => attributes.push(("text-anchor", "middle")),
    }
    page.element("text", &attributes, |page| page.text(words));
}

fn point((x, y): (f32, f32)) -> String {
    format!("{} {}", number(x), number(y))
}

/// In tenths at the most.
fn number(number: f32) -> String {
    let tenths = (number * 10.0).round() / 10.0;
    // No minus before nothing.
    format!("{}", if tenths == 0.0 { 0.0 } else { tenths })
}
