use proptest::prelude::*;

use super::any_figure::figure;
use super::drawing::{Drawing, Place, Shape, Side};
use super::lettering::Lettering;
use super::{WIDTH, drawing, lettering, svg};

/// Where a shape of letters stands, with the room that its letters may take.
fn room(shape: &Shape) -> Option<Place> {
    let Shape::Letters { x, y, words, lettering, side, .. } = shape else { return None };
    let width = lettering::width(words, *lettering);
    let x = match side {
        Side::Right => *x,
        Side::Left => x - width,
        Side::Middle => x - width / 2.0,
    };
    // Letters reach a little below their feet.
    Some(Place { x, y: y - lettering.ascent(), width, height: 1.3 * lettering.size })
}

fn right(place: Place) -> f32 {
    place.x + place.width
}

/// A line of letters stands on the page and over no other line.
fn faults(drawing: &Drawing) -> Vec<String> {
    let rooms: Vec<(Place, &Shape)> = drawing.shapes.iter().filter_map(|shape| Some((room(shape)?, shape))).collect();
    let mut faults = Vec::new();
    for (place, shape) in &rooms {
        if place.x < -0.1 || right(*place) > WIDTH + 0.1 || place.y < -0.1 || place.bottom() > drawing.height + 0.1 {
            faults.push(format!("off the page of {}: {place:?} {shape:?}", drawing.height));
        }
    }
    for (number, (one, shape)) in rooms.iter().enumerate() {
        for (other, under) in &rooms[number + 1..] {
            // Letters reach a little below and above their own line, as in any text.
            let apart = right(*one) <= other.x + 0.1
                || right(*other) <= one.x + 0.1
                || one.bottom() <= other.y + 1.0
                || other.bottom() <= one.y + 1.0;
            if !apart && one.width > 0.0 && other.width > 0.0 {
                faults.push(format!("{shape:?} over {under:?}"));
            }
        }
    }
    faults
}

/// Points along a curve.
fn points(shape: &Shape) -> Vec<(f32, f32)> {
    match shape {
        Shape::Curve { from, through, .. } => {
            let mut at = *from;
            let mut all = Vec::new();
            for [first, second, to] in through {
                for step in 0..=20 {
                    let part = step as f32 / 20.0;
                    let rest = 1.0 - part;
                    let along = |from: f32, first: f32, second: f32, to: f32| {
                        rest.powi(3) * from
                            + 3.0 * rest.powi(2) * part * first
                            + 3.0 * rest * part.powi(2) * second
                            + part.powi(3) * to
                    };
                    all.push((along(at.0, first.0, second.0, to.0), along(at.1, first.1, second.1, to.1)));
                }
                at = *to;
            }
            all
        }
        _ => Vec::new(),
    }
}

proptest! {
    #[test]
    fn no_letters_overlap_or_fall_off(figure in figure()) {
        let found = faults(&drawing(&figure));
        prop_assert!(found.is_empty(), "{}", found.join("\n"));
    }

    #[test]
    fn a_picture_is_whole_and_its_own_mark_up(figure in figure()) {
        let svg = svg(&figure);
        let page = roxmltree::Document::parse(&svg).map_err(|error| TestCaseError::fail(format!("{error}: {svg}")))?;
        let root = page.root_element();
        prop_assert_eq!(root.attribute("role"), Some("img"));
        let first: Vec<&str> = root.children().take(2).map(|child| child.tag_name().name()).collect();
        prop_assert_eq!(first, ["title", "desc"]);
        let known = ["svg", "title", "desc", "rect", "circle", "polygon", "path", "text"];
        for element in page.descendants().filter(|node| node.is_element()) {
            prop_assert!(known.contains(&element.tag_name().name()), "{}", element.tag_name().name());
        }
        for name in ["x", "y", "width", "height", "cx", "cy", "r"] {
            for number in page.descendants().filter_map(|node| node.attribute(name)) {
                prop_assert!(number.parse::<f32>().is_ok_and(f32::is_finite), "{name} {number}");
            }
        }
    }

    /// What is drawn stays on the page, arrows too, and no arrow goes through a node.
    #[test]
    fn no_arrow_leaves_the_page_or_crosses_a_node(figure in figure().prop_filter("with arrows", |figure| {
        matches!(figure.picture, crate::document::Picture::Network(_))
    })) {
        let drawing = drawing(&figure);
        let boxes: Vec<Place> = drawing.shapes.iter().filter_map(|shape| match shape {
            Shape::Area { place, rounding, .. } if *rounding > 0.0 => Some(*place),
            _ => None,
        }).collect();
        for (x, y) in drawing.shapes.iter().flat_map(points) {
            prop_assert!((-0.1..=WIDTH + 0.1).contains(&x) && (-0.1..=drawing.height + 0.1).contains(&y), "{x} {y}");
            for place in &boxes {
                let inside = x > place.x + 0.5 && x < right(*place) - 0.5 && y > place.y + 0.5 && y < place.bottom() - 0.5;
                prop_assert!(!inside, "{x} {y} in {place:?}");
            }
        }
        for (number, one) in boxes.iter().enumerate() {
            for other in &boxes[number + 1..] {
                let apart = right(*one) < other.x || right(*other) < one.x || one.bottom() < other.y || other.bottom() < one.y;
                prop_assert!(apart, "{one:?} over {other:?}");
            }
        }
    }
}

#[test]
fn letters_over_each_other_would_be_seen() {
    let mut drawing = Drawing::default();
    let lettering = Lettering::PLAIN;
    drawing.letters(10.0, 20.0, "Gemeente", lettering, Side::Right);
    drawing.letters(40.0, 24.0, "Haven", lettering, Side::Right);
    drawing.letters(600.0, 60.0, "Veiligheidsregio", lettering, Side::Right);
    drawing.height = 80.0;
    assert_eq!(faults(&drawing).len(), 2);
}
