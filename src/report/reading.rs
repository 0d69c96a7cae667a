use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use super::{Head, heading, hint, label, paragraph, section};
use crate::catalog::Catalog;
use crate::document::{Block, Definition, Document, text};
use crate::domain::{Answer, Identifier, Organisation, Place};
use crate::expression::{Facts, Words};
use crate::ledger::{Choice, Difference, Tally};
use crate::notation;

/// What reading answer files came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reading {
    #[serde(flatten)]
    pub head: Head,
    pub files: Vec<FileReport>,
    pub refused: Vec<String>,
    /// Who the register did not know before.
    pub newcomers: Vec<NewcomerReport>,
    /// What is not refused and deserves a second look, in words.
    pub warnings: Vec<String>,
    pub differences: Vec<DifferenceReport>,
    /// What was done with what differs; nothing when it was chosen one by one, for then it was seen.
    #[serde(skip)]
    choice: Option<Choice>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileReport {
    pub file: String,
    pub organisation: String,
    #[serde(flatten)]
    pub tally: Tally,
}

/// An organisation that a file brought into the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewcomerReport {
    pub id: Identifier,
    pub name: String,
    pub place: Place,
    pub file: Option<String>,
}

impl NewcomerReport {
    pub fn new(organisation: &Organisation, file: Option<String>) -> NewcomerReport {
        let Organisation { id, name, place, .. } = organisation;
        NewcomerReport { id: id.clone(), name: name.clone(), place: *place, file }
    }

    fn sentence(&self) -> String {
        let from = self.file.as_ref().map(|file| format!(", uit {file}")).unwrap_or_default();
        format!("{} ({}){from}", self.name, self.place.title())
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DifferenceReport {
    pub question: String,
    pub label: String,
    pub organisation: String,
    pub held: Word,
    pub heard: Word,
}

/// What somebody said, with who and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Word {
    pub answer: String,
    pub by: Option<String>,
    pub given: Option<DateTime<FixedOffset>>,
    pub source: Option<String>,
    pub note: Option<String>,
}

impl Reading {
    /// `owners` holds the organisation of each file, by its path.
    pub fn new(
        catalog: &Catalog,
        facts: &Facts,
        tallies: &BTreeMap<String, Tally>,
        owners: &BTreeMap<String, String>,
        refused: Vec<String>,
        differences: &[Difference],
        choice: Option<Choice>,
    ) -> Reading {
        let words = Words::new(facts);
        let repeated = differences.iter().map(|difference| &difference.question);
        let file = |(file, tally): (&String, &Tally)| FileReport {
            file: file.clone(),
            organisation: owners.get(file).cloned().unwrap_or_default(),
            tally: *tally,
        };
        let (head, files) = (label::head(facts, repeated), tallies.iter().map(file).collect());
        let differences = differences.iter().map(|one| difference(catalog, &words, one)).collect();
        let (newcomers, warnings) = (Vec::new(), Vec::new());
        Reading { head, files, refused, newcomers, warnings, differences, choice }
    }

    pub fn document(&self) -> Document {
        let mut blocks = vec![Block::Bullets(self.files.iter().map(|file| text(file.sentence())).collect())];
        if let Some(choice) = self.choice.filter(|_| !self.differences.is_empty()) {
            let differences = Block::Definitions(self.differences.iter().map(lines).collect());
            blocks.extend([heading(1, "Wat verschilt van wat er stond"), paragraph(said(choice)), differences]);
        }
        let newcomers = self.newcomers.iter().map(|one| text(one.sentence()));
        blocks.extend(section("Nieuw in het register", Block::Bullets, newcomers));
        blocks.extend(section("Let op", Block::Bullets, self.warnings.iter().map(text)));
        blocks.extend(section("Geweigerd", Block::Bullets, self.refused.iter().map(text)));
        if !self.files.is_empty() {
            blocks.push(hint("Leg de antwoorden naast elkaar met: ", "regio rondvraag vergelijk", ""));
        }
        self.head.document("Ingelezen antwoorden", blocks)
    }
}

impl FileReport {
    fn sentence(&self) -> String {
        let Tally { new, same, differing, lapsed, ahead } = self.tally;
        let counts = [(new, "nieuw"), (same, "gelijk"), (differing, "anders"), (lapsed, "vervallen")];
        let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
        let counted = notation::joined(counts, ", ").unwrap_or_else(|| "geen antwoorden".to_owned());
        let ahead = ahead.map(|moment| {
            let moment = notation::moment(moment);
            format!(
                ". Let op: volgens het bestand is er iets gezegd op {moment}, en dat moet nog komen. De klok van dat apparaat \
                 liep voor; regio telt die tijd niet mee"
            )
        });
        format!("{}: {counted} ({}){}", self.organisation, self.file, ahead.unwrap_or_default())
    }
}

/// What was done with what differs.
fn said(choice: Choice) -> &'static str {
    match choice {
        Choice::Keep => "Wat er stond, geldt nog. Het andere is opzij gelegd.",
        Choice::Take => "Wat het bestand zegt, geldt nu. Het andere is opzij gelegd.",
        Choice::Both => "Beide blijven staan. Bespreek ze op de volgende bijeenkomst.",
    }
}

fn lines(report: &DifferenceReport) -> Definition {
    let title = format!("{}, {}", report.organisation, report.label);
    (text(title), text(format!("{}, naast {}", report.held.sentence(), report.heard.sentence())))
}

impl Word {
    pub fn new(answer: &Answer, words: String) -> Word {
        let Answer { by, given, source, note, .. } = answer.clone();
        Word { answer: words, by, given, source, note }
    }

    /// The word between quotation marks, with who said it, when, and with which remark.
    pub fn sentence(&self) -> String {
        let whose = notation::in_brackets(&notation::stamp(&self.by, self.given));
        let note = self.note.as_ref().map(|note| format!(" met de opmerking “{note}”")).unwrap_or_default();
        format!("“{}”{whose}{note}", self.answer)
    }
}

fn difference(catalog: &Catalog, words: &Words, difference: &Difference) -> DifferenceReport {
    let question = catalog.question(&difference.question);
    let said = |answer: &Answer| question.map(|question| words.state(&question.kind, &answer.state));
    let word = |answer: &Answer| Word::new(answer, said(answer).unwrap_or_default());
    DifferenceReport {
        question: difference.question.to_string(),
        label: question.map(|question| question.label.clone()).unwrap_or_default(),
        organisation: words.organisation(difference.organisation.as_str()),
        held: word(&difference.holds),
        heard: word(&difference.heard),
    }
}
