use super::writer::Writer;
use crate::document::{Block, Inline, text};
use crate::domain::{Answer, Question, Scope, Section, State};
use crate::expression::Facts;
use crate::notation;

/// What is open in the phases that were begun: for each section the labels of its questions, and who still has to answer.
pub(super) fn blocks(writer: &Writer) -> Vec<Block> {
    let begun = &writer.facts.project.begun;
    let questionnaires = writer.catalog.questionnaires().iter().filter(|one| begun.contains_key(&one.phase));
    let sections = questionnaires.flat_map(|questionnaire| &questionnaire.sections);
    vec![Block::Definitions(sections.filter_map(|section| pair(section, writer.facts)).collect())]
}

fn pair(section: &Section, facts: &Facts) -> Option<(Vec<Inline>, Vec<Inline>)> {
    let open: Vec<String> = section.questions.iter().filter_map(|question| open(question, facts)).collect();
    (!open.is_empty()).then(|| (text(&section.title), text(notation::sentence(&open.join("; ")))))
}

/// The label of a question that is open, with who still has to answer.
pub(super) fn open(question: &Question, facts: &Facts) -> Option<String> {
    match question.scope {
        Scope::Together => {
            let answer = facts.project.answer(&question.id, None);
            let is_open = facts.is_asked(question, None) && !Facts::settles(answer);
            is_open.then(|| format!("{}{}", question.label, searching(answer)))
        }
        Scope::PerOrganisation => {
            let answers = facts.answers_of_kopgroep(&question.id);
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

fn searching(answer: Option<&Answer>) -> &'static str {
    match answer.map(|answer| &answer.state) {
        Some(State::Unknown) => " (wordt uitgezocht)",
        _ => "",
    }
}
