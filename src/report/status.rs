use chrono::NaiveDate;
use serde::Serialize;

use super::checklist::begun;
use super::kopgroep::KopgroepInShort;
use super::said::{Said, grows_old, said};
use super::{Head, heading, hint, label, notice, paragraph, progress, section};
use crate::advice::{FIRST_STEPS, Insight, Progress, Step, open_steps, phase_progress, section_progress, signals};
use crate::catalog::Catalog;
use crate::document::{Block, Document, Weight, text};
use crate::domain::{Level, Organisation, Origin, Phase, Place, Question, Section, State};
use crate::expression::Facts;
use crate::notation;

/// Where a project stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Status {
    #[serde(flatten)]
    pub head: Head,
    pub kopgroep: usize,
    pub kopgroep_in_short: KopgroepInShort,
    pub phases: Vec<PhaseStatus>,
    pub signals: Vec<Insight>,
    pub steps: Vec<Step>,
    pub open_steps: usize,
    /// What was said to be not known yet: the labels of the questions, with the organisation where one was asked.
    pub unknown: Vec<String>,
    /// Answers that are older than their question wants.
    pub to_review: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PhaseStatus {
    pub phase: Phase,
    pub begun: Option<NaiveDate>,
    pub progress: Progress,
    pub sections: Vec<SectionStatus>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SectionStatus {
    pub id: String,
    pub title: String,
    pub progress: Progress,
}

impl Status {
    pub fn new(catalog: &Catalog, facts: &Facts) -> Status {
        let phases = begun(facts.project);
        let mut steps = open_steps(catalog, &phases, facts);
        let open_steps = steps.len();
        steps.truncate(FIRST_STEPS);
        let signals = signals(catalog, &phases, facts);
        let repeated = signals.iter().flat_map(|signal| &signal.questions);
        let repeated = repeated.chain(steps.iter().flat_map(|step| &step.questions));
        let repeated = repeated.chain(KopgroepInShort::questions(catalog));
        Status {
            head: label::head(facts, repeated),
            kopgroep: facts.project.in_place(Place::Kopgroep).count(),
            kopgroep_in_short: KopgroepInShort::new(catalog, facts),
            phases: Phase::ALL.iter().map(|phase| phase_status(catalog, *phase, facts)).collect(),
            signals,
            steps,
            open_steps,
            unknown: unknown(catalog, facts),
            to_review: to_review(catalog, facts),
        }
    }

    pub fn document(&self) -> Document {
        let mut blocks = self.kopgroep_in_short.blocks();
        blocks.extend(self.phases.iter().flat_map(phase_blocks));
        blocks.push(heading(1, "Wat opvalt"));
        blocks.extend(self.signals.iter().map(signal_block));
        blocks.extend(section("Nog uit te zoeken", Block::Bullets, self.unknown.iter().map(text)));
        blocks.extend(self.review_blocks());
        blocks.extend(section("Eerst deze stappen", Block::Checklist, self.steps.iter().map(Step::in_short)));
        blocks.extend(more_steps(self.open_steps - self.steps.len(), "regio checklist"));
        blocks.push(paragraph(Origin::LEGEND));
        self.head.document("Stand van zaken", blocks)
    }

    /// The first of what grew old, and how to walk through all of it.
    fn review_blocks(&self) -> Vec<Block> {
        let shown = self.to_review.iter().take(MOST_TO_REVIEW).map(text);
        let mut blocks = section("Tijd om opnieuw langs te lopen", Block::Bullets, shown);
        let rest = self.to_review.len().saturating_sub(MOST_TO_REVIEW);
        let more = if rest > 0 { format!("En nog {rest}. ") } else { String::new() };
        let walk = hint(&format!("{more}Loop ze na met: "), "regio fase --verouderd", "");
        blocks.extend((!self.to_review.is_empty()).then_some(walk));
        blocks
    }
}

/// So many answers that grew old are named.
const MOST_TO_REVIEW: usize = 6;

/// The steps that are open beside those that are shown, with the command that shows them.
pub(super) fn more_steps(count: usize, command: &str) -> Option<Block> {
    let before = format!("Er staan nog {} open: ", notation::counted(count, "stap", "stappen"));
    (count > 0).then(|| hint(&before, command, "."))
}

fn phase_blocks(phase: &PhaseStatus) -> Vec<Block> {
    let bar = |section: &SectionStatus| {
        let Progress { settled, unknown, total, .. } = section.progress;
        progress(&section.title, settled, unknown, total)
    };
    let title = heading(1, phase.phase.title());
    if phase.begun.is_none() {
        return vec![title, hint("Nog niet begonnen. Begin met ", &format!("regio fase {}", phase.phase.word()), ".")];
    }
    let (asked, passed_over): (Vec<&SectionStatus>, _) = phase.sections.iter().partition(|one| one.progress.total > 0);
    let titles = notation::enumeration(passed_over.iter().map(|section| &section.title));
    let passed_over = (!titles.is_empty()).then(|| paragraph(format!("Nu niet aan de orde: {titles}.")));
    std::iter::once(title).chain(asked.into_iter().map(bar)).chain(passed_over).collect()
}

fn signal_block(signal: &Insight) -> Block {
    let weight = match signal.level {
        Level::Good => Weight::Good,
        Level::Attention => Weight::Attention,
        Level::Risk => Weight::Risk,
    };
    let advice = text(format!("{} {}", signal.advice, signal.mark));
    notice(weight, signal.level.title(), &signal.text, Some(advice))
}

fn phase_status(catalog: &Catalog, phase: Phase, facts: &Facts) -> PhaseStatus {
    let questionnaires = catalog.questionnaires().iter().filter(|one| one.phase == phase);
    let sections = questionnaires.flat_map(|questionnaire| &questionnaire.sections);
    let section = |section: &Section| SectionStatus {
        id: section.id.to_string(),
        title: section.title.clone(),
        progress: section_progress(section, facts),
    };
    let (begun, progress) = (facts.project.begun.get(&phase).copied(), phase_progress(catalog, phase, facts));
    PhaseStatus { phase, begun, progress, sections: sections.map(section).collect() }
}

fn unknown(catalog: &Catalog, facts: &Facts) -> Vec<String> {
    let unknown = said(catalog, facts).filter(|(_, _, answer)| answer.state == State::Unknown);
    unknown.map(|(question, organisation, _)| labelled(question, organisation)).collect()
}

fn to_review(catalog: &Catalog, facts: &Facts) -> Vec<String> {
    let (older, current): (Vec<Said>, Vec<Said>) =
        said(catalog, facts).partition(|(question, _, answer)| question.was_revised_since(answer));
    let changed = older.into_iter();
    let changed = changed.map(|(question, owner, _)| format!("{}: de vraag is veranderd", labelled(question, owner)));
    let old = current.into_iter().filter_map(grows_old).filter(|(_, limit)| *limit < facts.today);
    let told = old.filter_map(|((question, organisation, answer), _)| {
        let given = notation::date(answer.given?.date_naive());
        Some(format!("{}: van {given}", labelled(question, organisation)))
    });
    changed.chain(told).collect()
}

fn labelled(question: &Question, organisation: Option<&Organisation>) -> String {
    let owner = organisation.map(|organisation| organisation.name.clone());
    format!("{}{}", question.label, notation::in_brackets(&owner))
}
