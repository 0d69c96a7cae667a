use chrono::Datelike;

use super::super::{heading, paragraph};
use super::{DateReport, Dates, Sort};
use crate::document::{Block, Inline, text};
use crate::domain::Edition;
use crate::notation;

impl Dates {
    /// What is late, what comes, month by month, and what has been.
    pub fn blocks(&self) -> Vec<Block> {
        if self.dates.is_empty() {
            return vec![paragraph(match self.edition {
                Edition::Kopgroep => "Er staat nog geen enkele dag vast.",
                _ => "Hier staat nog geen dag: er is er geen bekend, of hij is niet voor deze lezers.",
            })];
        }
        let (past, coming): (Vec<_>, Vec<_>) = self.dates.iter().partition(|date| date.day < self.head.date);
        let (late, past): (Vec<&DateReport>, Vec<&DateReport>) =
            past.into_iter().partition(|date| matches!(date.sort, Sort::Step | Sort::Review));
        let mut blocks = part("Dit bleef liggen", &late);
        for month in coming.chunk_by(|one, other| month(one) == month(other)) {
            blocks.extend(part(&notation::capital(&notation::month(month[0].day)), month));
        }
        blocks.extend(part("Al geweest", &past));
        blocks
    }
}

fn month(date: &DateReport) -> (i32, u32) {
    (date.day.year(), date.day.month())
}

/// A line a day, with all that falls on it.
fn part(title: &str, dates: &[&DateReport]) -> Vec<Block> {
    if dates.is_empty() {
        return Vec::new();
    }
    let days = dates.chunk_by(|one, other| one.day == other.day).map(|day| {
        let term = day.first().map(|date| notation::date_with_weekday(date.day)).unwrap_or_default();
        let (reviews, others): (Vec<&DateReport>, Vec<&DateReport>) =
            day.iter().copied().partition(|date| date.sort == Sort::Review);
        let parts: Vec<&str> = reviews.iter().map(|date| date.title.as_str()).collect();
        let review = (!parts.is_empty()).then(|| format!("Kijk opnieuw naar: {}.", notation::enumeration(&parts)));
        let said: Vec<String> = others.iter().map(|date| date.in_words()).chain(review).collect();
        (vec![Inline::Strong(notation::capital(&term))], text(said.join("\n")))
    });
    vec![heading(1, title), Block::Definitions(days.collect())]
}
