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
    /// The id of the decision that replaced this one.
    pub replaced_by: Option<String>,
}

impl Decisions {
    pub fn new(project: &Project, today: NaiveDate) -> Decisions {
        let replacement = |id: &str| project.decisions.iter().find(|later| later.replaces.as_deref() == Some(id));
        let report = |decision: &Decision| DecisionReport {
            decision: decision.clone(),
            replaced_by: replacement(&decision.id).map(|later| later.id.clone()),
        };
        let mut decisions: Vec<DecisionReport> = project.decisions.iter().map(report).collect();
        decisions.sort_by_key(|report| std::cmp::Reverse(report.decision.date));
        Decisions { head: Head::new(project, project.tlp, today), decisions }
    }

    pub fn document(&self) -> Document {
        let blocks = match self.decisions.is_empty() {
            true => nothing_yet(
                "Er zijn nog geen besluiten genoteerd.",
                "Noteer er een met ",
                "regio besluit nieuw \"We komen elke maand bijeen\"",
            ),
            false => vec![self.list()],
        };
        self.head.document("Besluiten", blocks)
    }

    pub(super) fn list(&self) -> Block {
        Block::Definitions(self.decisions.iter().map(definition).collect())
    }
}

fn definition(report: &DecisionReport) -> Definition {
    let decision = &report.decision;
    let term = vec![Inline::Strong(notation::date(decision.date)), Inline::Text(format!(" ({})", decision.id))];
    let mut words = text(notation::sentence(&decision.text));
    words.extend(decision.by.iter().map(|by| Inline::Text(format!(" Door: {by}."))));
    words.extend(decision.why.iter().map(|why| Inline::Text(format!(" Waarom: {}", notation::sentence(why)))));
    words.extend(decision.replaces.iter().map(|id| Inline::Emphasis(format!(" Vervangt {id}."))));
    let replaced = report.replaced_by.iter();
    words.extend(replaced.map(|id| Inline::Emphasis(format!(" Geldt niet meer: vervangen door {id}."))));
    (term, words)
}
