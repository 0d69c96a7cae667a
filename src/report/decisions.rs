use chrono::NaiveDate;
use serde::Serialize;

use super::{Head, paragraph, with_command};
use crate::document::{Block, Document, Inline, text};
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
        let mut decisions: Vec<DecisionReport> = project
            .decisions
            .iter()
            .map(|decision| DecisionReport {
                decision: decision.clone(),
                replaced_by: replacement(&decision.id).map(|later| later.id.clone()),
            })
            .collect();
        decisions.sort_by_key(|report| std::cmp::Reverse(report.decision.date));
        Decisions { head: Head::new(project, project.tlp, today), decisions }
    }

    pub fn document(&self, project: &Project) -> Document {
        let mut blocks = Vec::new();
        if self.decisions.is_empty() {
            blocks.push(paragraph("Er zijn nog geen besluiten genoteerd."));
            let command = "regio besluit nieuw \"We komen elke maand bijeen\"";
            blocks.push(Block::Paragraph(with_command("Noteer er een met ", command, ".")));
        } else {
            blocks.push(Block::Definitions(self.decisions.iter().map(definition).collect()));
        }
        self.head.document("Besluiten", project, blocks)
    }
}

fn definition(report: &DecisionReport) -> (Vec<Inline>, Vec<Inline>) {
    let decision = &report.decision;
    let term = vec![Inline::Strong(notation::date(decision.date)), Inline::Text(format!(" ({})", decision.id))];
    let mut words = text(notation::sentence(&decision.text));
    words.extend(decision.by.iter().map(|by| Inline::Text(format!(" Door: {by}."))));
    words.extend(decision.why.iter().map(|why| Inline::Text(format!(" Waarom: {}", notation::sentence(why)))));
    words.extend(decision.replaces.iter().map(|id| Inline::Emphasis(format!(" Vervangt {id}."))));
    words.extend(
        report.replaced_by.iter().map(|id| Inline::Emphasis(format!(" Geldt niet meer: vervangen door {id}."))),
    );
    (term, words)
}
