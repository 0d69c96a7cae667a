use chrono::NaiveDate;

use crate::catalog::Catalog;
use crate::domain::{Identifier, Origin, Question, Section};
use crate::interview::prompter::Note;
use crate::notation;

/// All that helps to answer: what is meant, why it is asked, an example, tips and lessons, where it comes from.
pub fn explanation(catalog: &Catalog, question: &Question, today: NaiveDate) -> Note {
    let mut parts = vec![("Uitleg".to_owned(), question.help.clone()), ("Waarom".to_owned(), question.why.clone())];
    parts.extend(question.example.iter().map(|example| ("Voorbeeld".to_owned(), example.clone())));
    for option in question.kind.options() {
        parts.extend(option.help.iter().map(|help| (option.label.clone(), help.clone())));
    }
    if let Some(section) = catalog.section_of(&question.id) {
        parts.extend(experience(section, Some(&question.id.local)));
    }
    let since = catalog.facts_at(&question.id);
    parts.extend(since.map(|fact| ("Sinds 2018".to_owned(), notation::dated_fact(fact, today))));
    parts.push(("Herkomst".to_owned(), format!("{} {}", question.mark(), origin_words(&question.origin))));
    Note::Explanation(parts)
}

/// The tips and lessons of a part that belong to this question, or to no one question: each with a word before it.
pub fn experience(section: &Section, question: Option<&Identifier>) -> impl Iterator<Item = (String, String)> {
    let tips = section.tips.iter().filter(move |tip| tip.question.as_ref() == question);
    let tips = tips.map(|tip| ("Tip".to_owned(), format!("{} {}", tip.text, tip.mark())));
    let lessons = section.lessons.iter().filter(move |lesson| lesson.question.as_ref() == question);
    tips.chain(lessons.map(|lesson| (lesson.heading(), format!("{} {}", lesson.text, lesson.mark()))))
}

pub(super) fn origin_words(origin: &Origin) -> String {
    match origin {
        Origin::Guide => "gevraagd in de handreiking uit 2018".to_owned(),
        Origin::Derived => "afgeleid uit de tekst van de handreiking uit 2018".to_owned(),
        Origin::Supplement { source, dated } => {
            format!("niet uit de handreiking ({source}; {})", notation::date(*dated))
        }
    }
}
