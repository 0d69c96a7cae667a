use chrono::NaiveDate;
use serde::Serialize;

use super::{Head, nothing_yet};
use crate::document::{Block, Definition, Document, Inline, text};
use crate::domain::{Decision, Project};
use crate::notation;

/// What was decided, newest first, with what replaced what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decisions {
    #[serde(flatten)]
    pub head: Head,
    pub decisions: Vec<DecisionReport>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DecisionReport {
    #[serde(flatten)]
    pub decision: Decision,
    /// The ids of the decisions that come in its place: more than one where two copies of a project each replaced it.
    pub replaced_by: Vec<String>,
    /// The first day on which one of those holds.
    pub until: Option<NaiveDate>,
}

impl DecisionReport {
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.until.is_none_or(|until| day < until)
    }
}

impl Decisions {
    pub fn new(project: &Project, today: NaiveDate) -> Decisions {
        let report = |decision: &Decision| DecisionReport {
            decision: decision.clone(),
            replaced_by: project.replacing(&decision.id).map(|later| later.id.clone()).collect(),
            until: project.replacing(&decision.id).map(|later| later.date).min(),
        };
        let mut decisions: Vec<DecisionReport> = project.decisions.iter().map(report).collect();
        decisions.sort_by_key(|report| std::cmp::Reverse(report.decision.date));
        Decisions { head: Head::new(project, project.tlp, today), decisions }
    }

    pub fn document(&self) -> Document {
        let command = "regio besluit nieuw \"We komen elke maand bijeen\"";
        let nothing = || nothing_yet("Er zijn nog geen besluiten genoteerd.", "Noteer er een met ", command);
        let blocks = if self.decisions.is_empty() { nothing() } else { vec![self.listed(true)] };
        self.head.document("Besluiten", blocks)
    }

    /// For readers who name no decision to the program: to them an id says nothing, and its day and first words do.
    pub(super) fn list(&self) -> Block {
        self.listed(false)
    }

    fn listed(&self, by_id: bool) -> Block {
        Block::Definitions(self.decisions.iter().map(|report| self.definition(report, by_id)).collect())
    }

    fn named(&self, id: &str, by_id: bool) -> String {
        match self.decisions.iter().map(|report| &report.decision).find(|decision| decision.id == id) {
            _ if by_id => id.to_owned(),
            Some(decision) => format!("'{}' ({})", glance(decision), notation::date(decision.date)),
            None => "een ander besluit".to_owned(),
        }
    }

    fn definition(&self, report: &DecisionReport, by_id: bool) -> Definition {
        let decision = &report.decision;
        let id = by_id.then(|| Inline::Text(format!(" ({})", decision.id)));
        let term = std::iter::once(Inline::Strong(notation::date(decision.date))).chain(id).collect();
        let named = |id: &str| self.named(id, by_id);
        let mut words = text(notation::sentence(&decision.text));
        words.extend(decision.by.iter().map(|by| Inline::Text(format!(" Door: {by}."))));
        words.extend(decision.why.iter().map(|why| Inline::Text(format!(" Waarom: {}", notation::sentence(why)))));
        words.extend(decision.replaces.iter().map(|id| Inline::Emphasis(format!(" Vervangt {}.", named(id)))));
        let by = notation::enumeration(report.replaced_by.iter().map(|id| named(id)));
        words.extend(report.until.map(|until| {
            Inline::Emphasis(match report.holds_on(self.head.date) {
                true => format!(" Geldt tot {}: dan vervangen door {by}.", notation::date(until)),
                false => format!(" Geldt niet meer: vervangen door {by}."),
            })
        }));
        if report.replaced_by.len() > 1 {
            words.push(Inline::Strong(" Spreek af welk van die besluiten geldt.".to_owned()));
        }
        (term, words)
    }
}

/// As much of a decision as names it.
pub(super) fn glance(decision: &Decision) -> String {
    const LONGEST: usize = 60;
    notation::shortened(notation::on_one_line(&decision.text).trim_end_matches('.'), LONGEST)
}
