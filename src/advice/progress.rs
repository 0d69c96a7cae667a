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

    fn plus(self, other: Progress) -> Progress {
        Progress {
            settled: self.settled + other.settled,
            unknown: self.unknown + other.unknown,
            touched: self.touched + other.touched,
            total: self.total + other.total,
        }
    }
}

pub fn phase_progress(catalog: &Catalog, phase: Phase, facts: &Facts) -> Progress {
    let questionnaires = catalog.questionnaires().iter().filter(|one| one.phase == phase);
    let sections = questionnaires.flat_map(|questionnaire| &questionnaire.sections);
    sections.map(|section| section_progress(section, facts)).fold(Progress::default(), Progress::plus)
}

pub fn section_progress(section: &Section, facts: &Facts) -> Progress {
    let walked = section.questions.iter().flat_map(|question| {
        let answers = facts.answers(question).into_iter().map(|(_, answer)| answer);
        answers.filter(move |answer| is_walked(section, question, *answer, facts))
    });
    walked.map(one).fold(Progress::default(), Progress::plus)
}

pub fn question_progress(question: &Question, facts: &Facts) -> Progress {
    let answers = facts.answers(question).into_iter();
    answers.map(|(_, answer)| one(answer)).fold(Progress::default(), Progress::plus)
}

fn one(answer: Option<&Answer>) -> Progress {
    let state = answer.map_or(&State::Open, |answer| &answer.state);
    Progress {
        settled: usize::from(Facts::settles(answer)),
        unknown: usize::from(*state == State::Unknown),
        touched: usize::from(*state != State::Open),
        total: 1,
    }
}
