use std::collections::BTreeSet;

use serde::Serialize;

use super::head::as_label;
use super::{Head, hint, paragraph, section};
use crate::catalog::Catalog;
use crate::document::{Block, Definition, Document, text};
use crate::domain::Tlp;
use crate::expression::{Facts, Words};
use crate::notation;

/// Who may see what: the label of the project, and those that were given to answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Labels {
    #[serde(flatten)]
    pub head: Head,
    pub answers: BTreeSet<LabelReport>,
}

/// An answer with a label of its own. Another word of the same organisation is one only where its label is another one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct LabelReport {
    pub question: String,
    pub label: String,
    pub organisation: Option<String>,
    #[serde(serialize_with = "as_label")]
    pub tlp: Tlp,
}

impl Labels {
    pub fn new(catalog: &Catalog, facts: &Facts) -> Labels {
        let words = Words::new(facts);
        let answers = facts.project.everything_said().filter_map(|(question, owner, answer)| {
            let known = catalog.question(question);
            Some(LabelReport {
                question: question.to_string(),
                label: known.map_or_else(|| question.to_string(), |question| question.label.clone()),
                organisation: owner.map(|owner| words.organisation(owner.as_str())),
                tlp: answer.tlp?,
            })
        });
        Labels { head: Head::of(facts), answers: answers.collect() }
    }

    pub fn document(&self) -> Document {
        let mut blocks = vec![paragraph(format!(
            "Het project heeft {}: {}. Dat geldt voor alles waar geen ander label bij staat.",
            self.head.tlp.title(),
            readers(self.head.tlp)
        ))];
        blocks.extend(section("Antwoorden met een eigen label", Block::Definitions, self.answers.iter().map(line)));
        let meanings = Tlp::ALL.iter().map(|label| (text(label.title()), text(readers(*label))));
        blocks.extend(section("Wat de labels betekenen", Block::Definitions, meanings));
        blocks.push(hint("Geef een antwoord een ander label met bijvoorbeeld ", "regio label red aanleiding", "."));
        self.head.document("Labels", blocks)
    }
}

fn line(report: &LabelReport) -> Definition {
    let organisation = notation::in_brackets(&report.organisation);
    (text(format!("{}{organisation}", report.label)), text(report.tlp.title()))
}

/// Who may read what bears this label, as the Traffic Light Protocol has it.
pub fn readers(label: Tlp) -> &'static str {
    match label {
        Tlp::Clear => "iedereen mag het lezen",
        Tlp::Green => "voor jullie eigen kring, niet voor de openbaarheid",
        Tlp::Amber => "voor de deelnemers en wie het bij hen moet weten",
        Tlp::AmberStrict => "alleen voor de kopgroep, en daar voor wie het moet weten",
        Tlp::Red => "alleen voor wie erbij waren",
    }
}
