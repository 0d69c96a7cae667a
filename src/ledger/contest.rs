use std::cmp::Ordering;

use chrono::{DateTime, FixedOffset, NaiveTime};

use crate::domain::{Answer, Change, Project, Stamp, State, Subject, Value};

/// Which of two projects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    Ours,
    Theirs,
}

/// A thing that both changed, each in its own way, and neither knew of the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub subject: Subject,
    pub ours: Word,
    pub theirs: Word,
    /// Who said it last. It is the same whichever of both is ours.
    pub newest: Side,
}

/// Decides between the words of two projects. The word that does not hold goes to the history.
pub(super) struct Contest<'c> {
    ours: &'c Project,
    theirs: &'c Project,
    at: DateTime<FixedOffset>,
    holds: &'c dyn Fn(&Conflict) -> Side,
    pub told: Vec<Change>,
    pub conflicts: Vec<Conflict>,
}

/// What was said, and by whom and when as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub state: State,
    pub by: Option<String>,
    pub given: Option<DateTime<FixedOffset>>,
}

impl Word {
    pub(super) fn answer(answer: &Answer) -> Word {
        Word { state: answer.state.clone(), by: answer.by.clone(), given: answer.given }
    }

    pub(super) fn text(words: impl Into<String>) -> Word {
        Word { state: State::Given(Value::Text(words.into())), by: None, given: None }
    }

    /// That somebody says nothing any more.
    pub(super) fn nothing() -> Word {
        Word { state: State::Open, by: None, given: None }
    }

    /// With who said it and when, as the history of its project tells, where the word does not say so itself. Who changed
    /// something else of the same thing did not say it.
    fn traced(self, project: &Project, subject: &Subject) -> Word {
        if self.given.is_some() {
            return self;
        }
        let said = about(project, subject).filter(|change| change.to.as_ref() == Some(&self.state));
        let said = said.max_by_key(|change| change.at);
        let last = about(project, subject).map(|change| change.at).max();
        let by = self.by.or_else(|| said?.by.clone());
        Word { by, given: said.map(|change| change.at).or(last), state: self.state }
    }

    /// By when it was said, then by what, so that it is the same everywhere.
    fn newest_last(&self, other: &Word) -> Ordering {
        (self.given, &self.by, &self.state).cmp(&(other.given, &other.by, &other.state))
    }
}

impl<'c> Contest<'c> {
    pub fn new(ours: &'c Project, theirs: &'c Project, holds: &'c dyn Fn(&Conflict) -> Side) -> Contest<'c> {
        Contest { ours, theirs, at: moment(ours, theirs), holds, told: Vec::new(), conflicts: Vec::new() }
    }

    /// Who knew the word of the other and says something else, goes first. Something goes before nothing. Else it is a conflict.
    pub fn settle(&mut self, subject: Subject, ours: Word, theirs: Word) -> Side {
        let we_know = knows(self.ours, self.theirs, &subject, &theirs.state);
        let they_know = knows(self.theirs, self.ours, &subject, &ours.state);
        for (we, they) in [(we_know, they_know), (ours.state.is_said(), theirs.state.is_said())] {
            if we != they {
                return if we { Side::Ours } else { Side::Theirs };
            }
        }
        let (ours, theirs) = (ours.traced(self.ours, &subject), theirs.traced(self.theirs, &subject));
        let newest = if ours.newest_last(&theirs) == Ordering::Less { Side::Theirs } else { Side::Ours };
        let conflict = Conflict { subject, ours, theirs, newest };
        let side = (self.holds)(&conflict);
        let Conflict { subject, ours, theirs, .. } = conflict.clone();
        let (kept, other) = if side == Side::Ours { (ours, theirs) } else { (theirs, ours) };
        self.tell(subject, other, kept);
        self.conflicts.push(conflict);
        side
    }

    /// A word that does not hold any more, and the one that does: each under the name of who said it.
    pub fn tell(&mut self, subject: Subject, word: Word, holds: Word) {
        let is_told =
            |project: &Project| about(project, &subject).any(|change| change.to.as_ref() == Some(&word.state));
        if let (Some(at), Some(by), false) = (word.given, &word.by, is_told(self.ours) || is_told(self.theirs)) {
            let (by, to) = (Some(by.clone()), Some(word.state.clone()));
            self.told.push(Change { at, by, subject: subject.clone(), from: None, to, why: None });
        }
        let why = Some("tegelijk gewijzigd".to_owned());
        let (from, to) = (Some(word.state), Some(holds.state));
        self.told.push(Change { at: self.at, by: holds.by, subject, from, to, why });
    }
}

/// Whether this project has heard all that the other has to tell of it, that word too.
pub(super) fn knows(project: &Project, other: &Project, subject: &Subject, word: &State) -> bool {
    let is_known = |change: &Change| project.history.contains(change);
    let occurs = |change: &Change| [&change.from, &change.to].into_iter().flatten().any(|said| said == word);
    about(project, subject).any(occurs) && about(other, subject).all(is_known)
}

fn about<'p>(project: &'p Project, subject: &Subject) -> impl Iterator<Item = &'p Change> {
    project.history.iter().filter(move |change| change.subject == *subject)
}

/// When the later of them was changed last.
fn moment(ours: &Project, theirs: &Project) -> DateTime<FixedOffset> {
    let begin = || ours.created.min(theirs.created).and_time(NaiveTime::MIN).and_utc().fixed_offset();
    let last = [ours, theirs].into_iter().filter_map(last_said).map(|stamp| stamp.at).max();
    last.unwrap_or_else(begin)
}

/// Who said something in the project last, and when.
pub fn last_said(project: &Project) -> Option<Stamp> {
    let answers = project.everything_said().filter_map(|(_, _, answer)| Some((answer.given?, &answer.by)));
    let changes = project.history.iter().map(|change| (change.at, &change.by));
    answers.chain(changes).max().map(|(at, by)| Stamp { at, by: by.clone() })
}
