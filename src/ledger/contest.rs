use std::cmp::Ordering;

use chrono::{DateTime, FixedOffset, NaiveTime};

use crate::domain::{Answer, Change, Project, State, Subject, Value};

/// Which of two projects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Ours,
    Theirs,
}

/// A thing that both changed, each in its own way, and neither knew of the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub subject: Subject,
    pub ours: State,
    pub theirs: State,
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
pub(super) struct Word {
    state: State,
    by: Option<String>,
    given: Option<DateTime<FixedOffset>>,
}

impl Word {
    pub fn answer(answer: &Answer) -> Word {
        Word { state: answer.state.clone(), by: answer.by.clone(), given: answer.given }
    }

    pub fn text(words: impl Into<String>) -> Word {
        Word { state: State::Given(Value::Text(words.into())), by: None, given: None }
    }

    fn says_nothing(&self) -> bool {
        matches!(self.state, State::Open | State::Skipped)
    }

    /// By when it was said, then by what, so that it is the same everywhere.
    fn newest_last(&self, other: &Word) -> Ordering {
        fn key(word: &Word) -> impl Ord + '_ {
            (word.given, &word.by, &word.state)
        }
        key(self).cmp(&key(other))
    }
}

impl<'c> Contest<'c> {
    pub fn new(ours: &'c Project, theirs: &'c Project, holds: &'c dyn Fn(&Conflict) -> Side) -> Contest<'c> {
        Contest { ours, theirs, at: moment(ours, theirs), holds, told: Vec::new(), conflicts: Vec::new() }
    }

    /// Who knew the word of the other and says something else, goes first. Something goes before nothing. Else it is a conflict.
    pub fn settle(&mut self, subject: Subject, mut ours: Word, mut theirs: Word) -> Side {
        let we_know = knows(self.ours, self.theirs, &subject, &theirs.state);
        let they_know = knows(self.theirs, self.ours, &subject, &ours.state);
        match (we_know, they_know) {
            (true, false) => return Side::Ours,
            (false, true) => return Side::Theirs,
            _ => {}
        }
        match (ours.says_nothing(), theirs.says_nothing()) {
            (false, true) => return Side::Ours,
            (true, false) => return Side::Theirs,
            _ => {}
        }
        for (word, project) in [(&mut ours, self.ours), (&mut theirs, self.theirs)] {
            let last = about(project, &subject).map(|change| change.at).max();
            word.given = word.given.or(last);
        }
        let newest = if ours.newest_last(&theirs) == Ordering::Less { Side::Theirs } else { Side::Ours };
        let conflict = Conflict { subject, ours: ours.state.clone(), theirs: theirs.state.clone(), newest };
        let side = (self.holds)(&conflict);
        let (kept, other) = if side == Side::Ours { (ours, theirs) } else { (theirs, ours) };
        self.tell(conflict.subject.clone(), other, kept.state);
        self.conflicts.push(conflict);
        side
    }

    /// A word that does not hold any more.
    pub fn tell(&mut self, subject: Subject, word: Word, holds: State) {
        let why = Some("tegelijk gewijzigd".to_owned());
        self.told.push(Change { at: self.at, by: word.by, subject, from: Some(word.state), to: Some(holds), why });
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
    let last = |project: &Project| {
        let given = project.everything_said().filter_map(|(_, _, answer)| answer.given);
        given.chain(project.history.iter().map(|change| change.at)).max()
    };
    let begin = || ours.created.min(theirs.created).and_time(NaiveTime::MIN).and_utc().fixed_offset();
    last(ours).max(last(theirs)).unwrap_or_else(begin)
}
