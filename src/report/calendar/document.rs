use chrono::Datelike;

use super::super::{paragraph, section};
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
        let past = |sorts: &[Sort]| past.iter().copied().filter(|date| sorts.contains(&date.sort)).collect::<Vec<_>>();
        let mut blocks = part("Dit is over tijd", &past(&[Sort::Step]));
        blocks.extend(part("Al eerder opnieuw te bekijken", &past(&[Sort::Review])));
        for month in coming.chunk_by(|one, other| month(one) == month(other)) {
            blocks.extend(part(&notation::capital(&notation::month(month[0].day)), month));
        }
        blocks.extend(part("Al geweest", &past(&[Sort::Meeting, Sort::Day])));
        blocks
    }
}

fn month(date: &DateReport) -> (i32, u32) {
    (date.day.year(), date.day.month())
}

/// A line a day, with all that falls on it.
fn part(title: &str, dates: &[&DateReport]) -> Vec<Block> {
    let days = dates.chunk_by(|one, other| one.day == other.day).map(|day| {
        let (reviews, others): (Vec<&DateReport>, Vec<&DateReport>) =
            day.iter().copied().partition(|date| date.sort == Sort::Review);
        let parts = notation::enumeration(reviews.iter().map(|date| &date.title));
        let review = (!parts.is_empty()).then(|| format!("Kijk opnieuw naar: {parts}."));
        let said: Vec<String> = others.iter().map(|date| date.in_words()).chain(review).collect();
        let term = notation::capital(&notation::date_with_weekday(day[0].day));
        (vec![Inline::Strong(term)], text(said.join("\n")))
    });
    section(title, Block::Definitions, days)
}
