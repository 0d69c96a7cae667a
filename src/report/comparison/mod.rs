//! What the organisations said, laid side by side: the data, and the document that a trekker puts on a projector.

mod agenda_report;
mod details;
mod document;
mod side_report;

pub(in crate::report) use agenda_report::{PointReport, ViewReport};

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::{label, project_name};
use crate::catalog::Catalog;
use crate::domain::{Organisation, Perspective, Phase, Place, Tlp};
use crate::expression::{Facts, Words};
use crate::notation;
use crate::round::comparison::{Choice, Comparison as Compared, Side, Subject, agenda, compare};
use agenda_report::{AgreedReport, agreed};
use side_report::{EchoReport, SideReport};

/// The answers of the organisations, compared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    pub project: String,
    pub tlp: &'static str,
    pub date: NaiveDate,
    /// The one subject or question that was asked for.
    pub chosen: Option<String>,
    pub kopgroep: usize,
    /// What all or most who spoke say.
    pub agreed: Vec<AgreedReport>,
    /// Where they differ: the farthest apart, by the most organisations, first.
    pub agenda: Vec<PointReport>,
    /// Asked, and answered by nobody of the kopgroep.
    pub unheard: Vec<String>,
    /// Answered by fewer than half.
    pub little_heard: Vec<String>,
    pub subjects: Vec<SubjectReport>,
    /// How many of its questions each organisation of the kopgroep answered.
    pub organisations: Vec<OrganisationCount>,
    /// One question was named, and what was set aside is shown with it.
    #[serde(skip)]
    shows_set_aside: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SubjectReport {
    pub name: String,
    /// It ties perspectives; otherwise it is one question that each organisation answers for itself.
    pub tied: bool,
    pub phase: Option<Phase>,
    pub questions: Vec<SideReport>,
    /// What is said from more than one side.
    pub echoes: Vec<EchoReport>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OrganisationCount {
    pub id: String,
    pub name: String,
    /// Answered, or said not to apply.
    pub settled: usize,
    /// Said to be not known yet.
    pub unknown: usize,
    pub asked: usize,
}

impl Comparison {
    /// Everything, or what was chosen, with the name by which it was chosen.
    pub fn new(catalog: &Catalog, facts: &Facts, choice: Option<(&str, &Choice)>) -> Comparison {
        let mut compared = compare(catalog, facts);
        if let Some((_, choice)) = choice {
            compared.only(choice);
        }
        let words = Words::new(facts);
        let agenda = agenda(&compared);
        Comparison {
            project: project_name(facts.project),
            tlp: strictest(&compared, facts).title(),
            date: facts.today,
            chosen: choice.map(|(name, _)| name.to_owned()),
            kopgroep: compared.kopgroep,
            agreed: all_agreed(&compared, &words),
            agenda: agenda.points.iter().map(|point| PointReport::new(point, &words)).collect(),
            unheard: agenda.unheard.iter().map(|side| side.question.label.clone()).collect(),
            little_heard: agenda
                .little_heard
                .iter()
                .map(|side| format!("{} ({} van {})", side.question.label, side.speakers(), side.asked))
                .collect(),
            subjects: compared.subjects.iter().map(|subject| subject_report(subject, &words)).collect(),
            organisations: counts(&compared, facts),
            shows_set_aside: choice.is_some_and(|(_, choice)| choice.one_question),
        }
    }

    /// How many organisations of the kopgroep settled anything, or said that they do not know.
    fn spoke(&self) -> usize {
        self.organisations.iter().filter(|one| one.settled + one.unknown > 0).count()
    }
}

/// The strictest label of what is repeated, also of those who have no answer: that too was said.
fn strictest(compared: &Compared, facts: &Facts) -> Tlp {
    let answered = label::strictest(facts, compared.sides().map(|side| &side.question.id));
    let unanswered = compared.sides().flat_map(|side| {
        let voices = side.unknown.iter().chain(&side.not_applicable).chain(&side.only_note);
        voices.filter_map(|voice| voice.answer.tlp.or(side.question.tlp))
    });
    unanswered.fold(answered, Tlp::max)
}

/// What you want together goes first, and what organisations say of themselves goes last.
fn all_agreed(compared: &Compared, words: &Words) -> Vec<AgreedReport> {
    let mut sides: Vec<&Side> = compared.sides().collect();
    sides.sort_by_key(|side| match side.question.perspective {
        Some(Perspective::Together) => 0,
        Some(Perspective::Others) => 1,
        Some(Perspective::Own) => 2,
        None => 3,
    });
    sides.into_iter().flat_map(|side| agreed(side, words)).collect()
}

fn subject_report(subject: &Subject, words: &Words) -> SubjectReport {
    SubjectReport {
        name: notation::capital(subject.name),
        tied: subject.tied,
        phase: subject.phase,
        questions: subject.sides.iter().map(|side| SideReport::new(side, words)).collect(),
        echoes: subject.echoes.iter().map(|echo| EchoReport::new(echo, words)).collect(),
    }
}

/// The organisations of the kopgroep, those with the most still to say first.
fn counts(compared: &Compared, facts: &Facts) -> Vec<OrganisationCount> {
    let empty = |one: &Organisation| OrganisationCount {
        id: one.id.to_string(),
        name: one.name.clone(),
        settled: 0,
        unknown: 0,
        asked: 0,
    };
    let mut counts: BTreeMap<&str, OrganisationCount> =
        facts.project.in_place(Place::Kopgroep).map(|one| (one.id.as_str(), empty(one))).collect();
    for side in compared.sides() {
        let settled = side.voices.iter().chain(&side.not_applicable).map(|voice| (voice.organisation, 1, 0));
        let unknown = side.unknown.iter().map(|voice| (voice.organisation, 0, 1));
        let silent = side.silent.iter().map(|organisation| (*organisation, 0, 0));
        for (organisation, settled, unknown) in settled.chain(unknown).chain(silent) {
            if let Some(count) = counts.get_mut(organisation.id.as_str()) {
                count.settled += settled;
                count.unknown += unknown;
                count.asked += 1;
            }
        }
    }
    let mut counts: Vec<OrganisationCount> = counts.into_values().filter(|count| count.asked > 0).collect();
    counts.sort_by_key(|count| (std::cmp::Reverse(count.asked - count.settled), count.name.to_lowercase()));
    counts
}

/// The name of an organisation, marked when it speaks from beside the kopgroep.
fn marked(organisation: &Organisation) -> String {
    match organisation.place {
        Place::Kopgroep => organisation.name.clone(),
        place => format!("{} ({})", organisation.name, place.word()),
    }
}
