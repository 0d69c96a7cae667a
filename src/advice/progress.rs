use super::depth::is_walked;
use crate::catalog::Catalog;
use crate::domain::{Answer, Phase, Question, Section, State};
use crate::expression::Facts;

/// How far a part is, counted in answers that the walk asks: a question asked per organisation counts once for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Progress {
    /// Answered, or said not to apply.
    pub settled: usize,
    /// Said to be not known yet.
    pub unknown: usize,
    /// Anything but never asked.
    pub touched: usize,
    pub total: usize,
}

impl Progress {
    /// `3 van 8 klaar, 2 weet ik nog niet`.
    pub fn words(self) -> String {
        let done = match (self.settled, self.total) {
            (_, 0) => return "nu niet aan de orde".to_owned(),
            (settled, total) if settled == total => return format!("alle {total} klaar"),
            (settled, total) => format!("{settled} van {total} klaar"),
        };
        match self.unknown {
            0 => done,
            unknown => format!("{done}, {unknown} nog uit te zoeken"),
        }
    }
}

pub fn phase_progress(catalog: &Catalog, phase: Phase, facts: &Facts) -> Progress {
    let questionnaires = catalog.questionnaires().iter().filter(|one| one.phase == phase);
    let sections = questionnaires.flat_map(|questionnaire| &questionnaire.sections);
    counted(sections.flat_map(|section| walked(section, facts)))
}

pub fn section_progress(section: &Section, facts: &Facts) -> Progress {
    counted(walked(section, facts))
}

pub fn question_progress(question: &Question, facts: &Facts) -> Progress {
    counted(facts.answers(question).into_iter().map(|(_, answer)| answer))
}

fn walked<'f>(section: &'f Section, facts: &'f Facts) -> impl Iterator<Item = Option<&'f Answer>> {
    section.questions.iter().flat_map(move |question| {
        let answers = facts.answers(question).into_iter().map(|(_, answer)| answer);
        answers.filter(move |answer| is_walked(section, question, *answer, facts))
    })
}

fn counted<'f>(answers: impl Iterator<Item = Option<&'f Answer>>) -> Progress {
    let mut progress = Progress::default();
    for answer in answers {
        let state = answer.map_or(&State::Open, |answer| &answer.state);
        progress.settled += usize::from(Facts::settles(answer));
        progress.unknown += usize::from(*state == State::Unknown);
        progress.touched += usize::from(*state != State::Open);
        progress.total += 1;
    }
    progress
}
