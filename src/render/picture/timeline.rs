use chrono::{Datelike, NaiveDate};

use super::drawing::{Drawing, Place, Shape, Side, Stroke};
use super::lettering::Lettering;
use super::{WIDTH, lettering, palette};
use crate::document::{Event, Timeline};
use crate::notation;

/// The axis never shows less than a year.
const LEAST_MONTHS: i32 = 12;
const MOST_MARKS: i32 = 13;
/// So many months from one mark on the axis to the next.
const STEPS: [i32; 10] = [1, 2, 3, 6, 12, 24, 60, 120, 1_200, 12_000];

/// Events along the months, each on a row of its own with its words beside it, in lanes.
pub fn drawing(timeline: &Timeline) -> Drawing {
    let mut drawing = Drawing::default();
    let Some(axis) = Axis::of(timeline) else { return drawing };
    let head = 2.0 * Lettering::SMALL.line_height() + 6.0;
    let mut top = head + 4.0;
    let mut rows = Drawing::default();
    for lane in &timeline.lanes {
        let place = Place { x: 0.0, y: top, width: WIDTH, height: Lettering::STRONG.line_height() + 6.0 };
        rows.area(place, palette::SHADE, None);
        rows.words((6.0, top + 2.0), &lane.title, Lettering::STRONG, Side::Right, WIDTH - 12.0);
        top = place.bottom() + 5.0;
        for event in &lane.events {
            top += self::event(&mut rows, &axis, event, top);
        }
        top += 4.0;
    }
    axis.draw(&mut drawing, timeline.today, head, top);
    drawing.shapes.append(&mut rows.shapes);
    drawing.height = top + Lettering::SMALL.line_height() + 2.0;
    drawing
}

/// A mark on its day, and its words on the side where there is most room. How high it is.
fn event(drawing: &mut Drawing, axis: &Axis, event: &Event, top: f32) -> f32 {
    const ROOM: f32 = 14.0;
    let x = axis.x(event.date);
    let words = format!("{}: {}", notation::date(event.date), event.label);
    let to_the_right = x < WIDTH / 2.0;
    let room = if to_the_right { WIDTH - x } else { x } - ROOM;
    let lines = lettering::fitted(&words, Lettering::SMALL, room, 2);
    let middle = top + 7.5;
    let corners = vec![(x - 5.0, middle), (x, middle - 5.0), (x + 5.0, middle), (x, middle + 5.0)];
    drawing.shapes.push(Shape::Polygon { corners, fill: palette::MARK, border: None });
    let (at, side) = if to_the_right { (x + 10.0, Side::Right) } else { (x - 10.0, Side::Left) };
    let height = Lettering::SMALL.height(lines.len().max(1));
    let width = lines.iter().map(|line| lettering::width(line, Lettering::SMALL)).fold(0.0, f32::max);
    // No line of the months goes through the words.
    let left = if to_the_right { at } else { at - width };
    drawing.area(Place { x: left, y: top, width, height }, palette::PAPER, None);
    drawing.lines(at, top, &lines, Lettering::SMALL, side);
    height + 5.0
}

/// The months from left to right, counted from the beginning of the era.
struct Axis {
    first: i32,
    last: i32,
    step: i32,
}

const TODAY: &str = "vandaag";
const LEFT: f32 = 8.0;
const RIGHT: f32 = WIDTH - 8.0;

impl Axis {
    fn of(timeline: &Timeline) -> Option<Axis> {
        let months = || timeline.lanes.iter().flat_map(|lane| &lane.events).map(|event| month(event.date));
        let first = months().min()?;
        let last = (months().max()? + 1).max(first + LEAST_MONTHS);
        let step = STEPS.into_iter().find(|step| (last - first) / step < MOST_MARKS).unwrap_or(STEPS[9]);
        Some(Axis { first, last, step })
    }

    fn x(&self, date: NaiveDate) -> f32 {
        let within = (date.day0() as f32) / 31.0;
        self.at(month(date) as f32 + within)
    }

    fn at(&self, months: f32) -> f32 {
        LEFT + (RIGHT - LEFT) * (months - self.first as f32) / (self.last - self.first) as f32
    }

    /// The years and months above, lines down from them, and today.
    fn draw(&self, drawing: &mut Drawing, today: NaiveDate, top: f32, bottom: f32) {
        let width = (RIGHT - LEFT) * self.step as f32 / (self.last - self.first) as f32;
        let mut year_said = None;
        for first in (self.first..self.last).step_by(usize::try_from(self.step).unwrap_or(1)) {
            let x = self.at(first as f32);
            drawing.line((x, top - 2.0), (x, bottom), Stroke::thin(palette::FAINT));
            let (year, index) = (first.div_euclid(12), first.rem_euclid(12));
            // A word never stands over the next mark, nor over the edge.
            let room = (width - 4.0).min(WIDTH - x);
            if year_said != Some(year) {
                year_said = Some(year);
                drawing.words((x, 0.0), &year.to_string(), Lettering::SMALL, Side::Right, room);
            }
            if self.step < 12 {
                let below = (x, Lettering::SMALL.line_height());
                drawing.words(below, month_word(index), Lettering::SMALL, Side::Right, room);
            }
        }
        drawing.line((LEFT, top), (RIGHT, top), Stroke::thick(palette::INK));
        if (self.first..self.last).contains(&month(today)) {
            let x = self.x(today);
            drawing.line(
                (x, top),
                (x, bottom),
                Stroke { colour: palette::QUIET, width: 1.5, dashes: Some(Stroke::SHORT_DASHES) },
            );
            let half = lettering::width(TODAY, Lettering::SMALL) / 2.0;
            drawing.lines(x.clamp(half, WIDTH - half), bottom, &[TODAY.to_owned()], Lettering::SMALL, Side::Middle);
        }
    }
}

fn month(date: NaiveDate) -> i32 {
    date.year() * 12 + i32::try_from(date.month0()).unwrap_or(0)
}

fn month_word(index: i32) -> &'static str {
    const WORDS: [&str; 12] = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    usize::try_from(index).ok().and_then(|index| WORDS.get(index)).copied().unwrap_or("")
}
