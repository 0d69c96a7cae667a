use std::collections::BTreeSet;

use super::arguments::Format;
use crate::document::{Document, NOT_FOR_THESE_READERS, OpenSpot};
use crate::notation;
use crate::render::{Printed, Unseen};

/// What to know of a paper before it is handed out, in three lines at most: what is open, what does not fit, and what its readers
/// will not see.
pub fn remarks(document: &Document, format: Format, printed: &Printed, meant: Option<usize>) -> Vec<String> {
    let unseen = [
        pictures(printed.unseen.pictures),
        letters(&printed.unseen, format),
        hidden(&document.withheld(), &format!("daar staat '{NOT_FOR_THESE_READERS}'")),
        hidden(&document.left_out, "wat daarover gaat, staat er niet in"),
        awaiting(&document.awaiting_consent),
        backs(document, format),
    ];
    let unseen = notation::joined(unseen.iter().flatten(), " ");
    [still_open(&document.open_spots()), too_long(printed.pages, meant), unseen].into_iter().flatten().collect()
}

/// More headings than these, or more names, say less and not more.
const MOST: usize = 3;

fn still_open(open: &[OpenSpot]) -> Option<String> {
    let below = |spots: &[OpenSpot]| {
        let mut questions: Vec<&String> = spots.iter().map(|spot| &spot.question).collect();
        questions.dedup();
        let questions = notation::enumeration(questions);
        format!("{questions} (onder '{}')", spots[0].below)
    };
    let chunks = open.chunk_by(|one, next| one.below == next.below);
    let places: Vec<String> = chunks.map(below).collect();
    let more = places.len().saturating_sub(MOST);
    let more = (more > 0).then(|| format!("en onder {}", notation::counted(more, "kop meer", "koppen meer")));
    let told = notation::joined(places.iter().take(MOST).chain(&more), "; ")?;
    Some(format!("Nog open: {}. {told}.", notation::counted(open.len(), "plek", "plekken")))
}

fn too_long(pages: Option<usize>, meant: Option<usize>) -> Option<String> {
    let (pages, meant) = pages.zip(meant).filter(|(pages, meant)| pages > meant)?;
    let meant = notation::counted(meant, "bladzijde", "bladzijden");
    Some(format!("Past niet op {meant}: het zijn er {pages}. Maak de langste antwoorden korter."))
}

fn pictures(count: usize) -> Option<String> {
    let (verb, counted) = (if count == 1 { "staat" } else { "staan" }, notation::counted(count, "plaatje", "plaatjes"));
    let others = if cfg!(feature = "pdf") { "html, pdf of docx" } else { "html" };
    (count > 0).then(|| format!("Er {verb} {counted} niet in. Kies {others} als je lezers die moeten zien."))
}

fn letters(unseen: &Unseen, format: Format) -> Option<String> {
    let shown = notation::joined(unseen.words.iter().take(MOST), ", ")?;
    let more = if unseen.words.len() > MOST { " …" } else { "" };
    let format = format.ending();
    Some(format!("Een {format} kent niet alle letters van {shown}{more}: daar staan codes. Kies docx of html."))
}

/// Which answers the readers may not see, and what that makes of the paper.
fn hidden(questions: &[impl AsRef<str>], so: &str) -> Option<String> {
    let mut named: Vec<&str> = questions.iter().map(AsRef::as_ref).collect();
    named.dedup();
    let more = named.len().saturating_sub(MOST);
    let more = (more > 0).then(|| format!("nog {more}"));
    let told = notation::enumeration(named.iter().take(MOST).map(|label| (*label).to_owned()).chain(more));
    let counted = notation::counted(questions.len(), "antwoord", "antwoorden");
    (!questions.is_empty()).then(|| format!("Deze lezers mogen {counted} niet zien ({told}): {so}."))
}

fn awaiting(questions: &BTreeSet<String>) -> Option<String> {
    let named = notation::enumeration(questions);
    (!questions.is_empty()).then(|| format!("Op toestemming wacht: {named}. Tot iemand ja zegt, staat dat er niet in."))
}

/// No browser can be made to leave a page empty.
fn backs(document: &Document, format: Format) -> Option<String> {
    let is_stack = format == Format::Html && document.sheets().count() > 1;
    let others = if cfg!(feature = "pdf") { "pdf of docx" } else { "docx" };
    let words = "Een browser begint een blad soms op de achterkant van een ander. Druk enkelzijdig af, of kies";
    is_stack.then(|| format!("{words} {others}."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, Inline};
    use chrono::NaiveDate;

    #[track_caller]
    fn check(spots: &[Inline], printed: Printed, meant: Option<usize>, expected: &[&str]) {
        let spot = |spot: &Inline| Block::Paragraph(vec![spot.clone()]);
        let document = Document::new("Flyer", NaiveDate::default(), spots.iter().map(spot).collect());
        assert_eq!(remarks(&document, Format::Pdf, &printed, meant), expected);
    }

    #[test]
    fn what_is_fit_to_hand_out_needs_no_word() {
        let printed = || Printed { pages: Some(1), ..Printed::default() };
        check(&[], printed(), Some(1), &[]);
        check(&[], Printed { pages: Some(9), ..printed() }, None, &[]);
    }

    #[test]
    fn what_is_not_gets_a_line_for_each_sort_of_thing() {
        let unseen = Unseen { pictures: 2, words: vec!["北京".to_owned()] };
        check(
            &[
                Inline::Blank("Plaats".to_owned()),
                Inline::Blank("Dag".to_owned()),
                Inline::Withheld("Trekker".to_owned()),
            ],
            Printed { pages: Some(3), unseen, ..Printed::default() },
            Some(1),
            &[
                "Nog open: 2 plekken. Plaats en Dag (onder 'Flyer').",
                "Past niet op 1 bladzijde: het zijn er 3. Maak de langste antwoorden korter.",
                &format!(
                    "Er staan 2 plaatjes niet in. Kies {} als je lezers die moeten zien. Een pdf kent niet alle letters van 北京: daar \
                     staan codes. Kies docx of html. Deze lezers mogen 1 antwoord niet zien (Trekker): daar staat 'niet voor deze lezers'.",
                    if cfg!(feature = "pdf") { "html, pdf of docx" } else { "html" }
                ),
            ],
        );
    }
}
