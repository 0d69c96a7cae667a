use super::writer::Writer;
use crate::document::{Block, Definition, text};
use crate::domain::{Question, Scope, Section, State};
use crate::expression::Facts;
use crate::notation;

/// What is open in the phases that were begun: for each section the labels of its questions, and who still has to answer.
pub(super) fn block(writer: &Writer) -> Block {
    let begun = &writer.facts.project.begun;
    let questionnaires = writer.catalog.questionnaires().iter().filter(|one| begun.contains_key(&one.phase));
    let sections = questionnaires.flat_map(|questionnaire| &questionnaire.sections);
    Block::Definitions(sections.filter_map(|section| pair(section, writer.facts)).collect())
}

fn pair(section: &Section, facts: &Facts) -> Option<Definition> {
    let open = notation::joined(section.questions.iter().filter_map(|question| open(question, facts)), "; ")?;
    Some((text(&section.title), text(notation::sentence(&open))))
}

/// The label of a question that is open, with who still has to answer.
pub(in crate::report) fn open(question: &Question, facts: &Facts) -> Option<String> {
    match question.scope {
        Scope::Together => {
            let answer = facts.project.answer(&question.id, None);
            let is_open = facts.is_asked(question, None) && !Facts::settles(answer);
            let is_unknown = answer.is_some_and(|answer| answer.state == State::Unknown);
            let searching = if is_unknown { " (wordt uitgezocht)" } else { "" };
            is_open.then(|| format!("{}{searching}", question.label))
        }
        Scope::Each(_) => {
            let answers = facts.answers_of_each(&question.id);
            let open = answers.iter().filter(|(_, answer)| !Facts::settles(*answer));
            let names: Vec<&str> = open.map(|(organisation, _)| organisation.name.as_str()).collect();
            match names.len() {
                0 => None,
                all if all == answers.len() => Some(format!("{} (van iedereen)", question.label)),
                _ => Some(format!("{} (van {})", question.label, notation::enumeration(&names))),
            }
        }
    }
}
