use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use super::history::{asked, label_of, subject_id};
use super::{Differences, Head, heading, label, paragraph};
use crate::catalog::Catalog;
use crate::document::{Block, Definition, Document, text};
use crate::domain::{Kind, State};
use crate::expression::{Facts, Words};
use crate::ledger::{Conflict, Side};
use crate::notation;

/// What joining two copies of a project came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Joining {
    #[serde(flatten)]
    pub head: Head,
    /// Where the other copy was found.
    pub file: String,
    /// In what the project differs from how it was.
    pub differences: Differences,
    pub conflicts: Vec<ConflictReport>,
}

/// What both said differently, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConflictReport {
    pub subject: String,
    pub label: String,
    pub ours: String,
    pub ours_by: Option<String>,
    pub ours_given: Option<DateTime<FixedOffset>>,
    pub theirs: String,
    pub theirs_by: Option<String>,
    pub theirs_given: Option<DateTime<FixedOffset>>,
    /// Which of both was said last.
    pub newest: Side,
    pub holds: Side,
}

/// A conflict with the side that holds.
pub type Held<'c> = (&'c Conflict, Side);

impl Joining {
    pub fn new(catalog: &Catalog, facts: &Facts, file: String, differences: Differences, held: &[Held]) -> Joining {
        let questions = held.iter().filter_map(|(conflict, _)| asked(&conflict.subject));
        let head = label::head(facts, questions.map(|item| &item.question));
        let report = |(conflict, holds): &Held| ConflictReport::new(catalog, facts, conflict, *holds);
        Joining { head, file, differences, conflicts: held.iter().map(report).collect() }
    }

    pub fn document(&self) -> Document {
        let told = match self.differences.words() {
            Some(words) => format!("Samengevoegd met {}: {words} erbij of anders.", self.file),
            None => format!("In {} staat niets wat hier niet al staat.", self.file),
        };
        let mut blocks = vec![paragraph(told)];
        if !self.conflicts.is_empty() {
            let told = paragraph("Wat niet geldt, staat in de geschiedenis.");
            let conflicts = Block::Definitions(self.conflicts.iter().map(ConflictReport::lines).collect());
            blocks.extend([heading(1, "Wat jullie allebei wijzigden"), told, conflicts]);
        }
        self.head.document("Samengevoegd", blocks)
    }
}

impl ConflictReport {
    pub fn new(catalog: &Catalog, facts: &Facts, conflict: &Conflict, holds: Side) -> ConflictReport {
        let (words, about) = (Words::new(facts), asked(&conflict.subject));
        let kind = about.and_then(|item| catalog.question(&item.question)).map(|question| &question.kind);
        let said = |state: &State| words.state(kind.unwrap_or(&Kind::LongText), state);
        let owner = about.and_then(|item| item.organisation.as_ref()).map(|owner| words.organisation(owner.as_str()));
        let label = label_of(catalog, facts, &conflict.subject);
        ConflictReport {
            subject: subject_id(&conflict.subject),
            label: format!("{label}{}", notation::in_brackets(&owner)),
            ours: said(&conflict.ours.state),
            ours_by: conflict.ours.by.clone(),
            ours_given: conflict.ours.given,
            theirs: said(&conflict.theirs.state),
            theirs_by: conflict.theirs.by.clone(),
            theirs_given: conflict.theirs.given,
            newest: conflict.newest,
            holds,
        }
    }

    /// What one of both said, by whom and when, and whether that is the newest.
    pub fn word(&self, side: Side) -> String {
        let (word, by, given) = match side {
            Side::Ours => (&self.ours, &self.ours_by, self.ours_given),
            Side::Theirs => (&self.theirs, &self.theirs_by, self.theirs_given),
        };
        let newest = (self.newest == side).then(|| "het nieuwste".to_owned());
        let about = [by.clone(), given.map(notation::moment), newest].into_iter().flatten();
        format!("“{word}”{}", notation::in_brackets(&notation::joined(about, ", ")))
    }

    fn lines(&self) -> Definition {
        let (ours, theirs) = (self.word(Side::Ours), self.word(Side::Theirs));
        let words = match self.holds {
            Side::Ours => format!("Nu geldt wat hier stond, {ours}; in het bestand stond {theirs}."),
            Side::Theirs => format!("Nu geldt wat in het bestand stond, {theirs}; hier stond {ours}."),
        };
        (text(&self.label), text(words))
    }
}
