use crate::catalog::Catalog;
use crate::expression::Facts;
use crate::expression::Filled;
use crate::expression::Missing;
use crate::expression::pieces;
use crate::notation;
use crate::wording::Content;
use crate::wording::Wording;

/// The questions that a document would like answered and that are open, by their labels, each once.
pub fn open_spots(wording: &Wording, catalog: &Catalog, facts: &Facts) -> Vec<String> {
    let parts = wording.parts.iter().filter(|part| part.when.as_ref().is_none_or(|when| facts.holds(when)));
    let contents: Vec<&Content> = parts.flat_map(|part| &part.contents).collect();
    // What is said of each organisation or of each record is open as a whole, or not.
    let single = contents.iter().filter(|content| !matches!(content, Content::Each(_) | Content::Schedule(_)));
    let filled = single.flat_map(|content| content.templates()).flat_map(|text| pieces(text, facts, None));
    let mut open: Vec<String> = Vec::new();
    for piece in filled {
        let label = match piece {
            Filled::Open(Missing::Answer(id)) => catalog.question(&id).map(|question| question.label.clone()),
            Filled::Open(Missing::Fact(fact)) => Some(notation::capital(fact.title())),
            _ => None,
        };
        open.extend(label.filter(|label| !open.contains(label)));
    }
    let tables = contents.iter().filter_map(|content| match content {
        Content::Records(records) => Some(&records.question),
        _ => None,
    });
    let empty = tables.filter(|question| facts.answer(question, None).and_then(|answer| answer.value()).is_none());
    let labels = empty.filter_map(|question| Some(catalog.question(question)?.label.clone()));
    for label in labels {
        if !open.contains(&label) {
            open.push(label);
        }
    }
    open
}
