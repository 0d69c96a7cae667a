use chrono::NaiveDate;

use crate::catalog::Catalog;
use crate::domain::{Origin, Question};
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
        let here = |about: &Option<crate::domain::Identifier>| about.as_ref() == Some(&question.id.local);
        let tips = section.tips.iter().filter(|tip| here(&tip.question));
        parts.extend(tips.map(|tip| ("Tip".to_owned(), format!("{} {}", tip.text, tip.mark()))));
        let lessons = section.lessons.iter().filter(|lesson| here(&lesson.question));
        parts.extend(lessons.map(|lesson| (lesson.heading(), format!("{} {}", lesson.text, lesson.mark()))));
    }
    let since = catalog.facts_at(&question.id);
    parts.extend(since.map(|fact| ("Sinds 2018".to_owned(), notation::dated_fact(fact, today))));
    parts.push(("Herkomst".to_owned(), format!("{} {}", question.mark(), origin_words(&question.origin))));
    Note::Explanation(parts)
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
