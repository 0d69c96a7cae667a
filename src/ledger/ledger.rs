use chrono::NaiveDate;
use thiserror::Error;

use super::contest::Side;
use super::hand::Hand;
use super::kept::Kept;
use super::merge::{Merged, merge};
use super::rename::follow_renames;
use crate::catalog::Catalog;
use crate::domain::{
    Change, Decision, Event, FullId, Identifier, Item, MeetingKey, Misfit, Organisation, Project, Question, Stamp,
    State, Subject, Value,
};
use crate::expression::Facts;
use crate::notation;

/// Puts a project where it cannot be lost. Called after every confirmed answer, before the next question shows.
pub trait Keeper {
    /// What stands there now when it is more than the project: what somebody else had changed meanwhile came along.
    fn keep(&mut self, project: &Kept) -> Result<Option<Project>, KeepError>;

    /// What somebody else made of it since it was kept last, and what to tell of that. Nothing when that cannot be known: the next
    /// time it is kept tells why.
    fn newer(&mut self, _project: &Kept) -> Option<(Project, Vec<String>)> {
        None
    }

    /// What there is to tell about keeping it waits until it is asked for: on a screen that is about to change nobody reads it.
    fn tells_later(&mut self, _later: bool) {}

    /// What waited to be told.
    fn told(&mut self) -> Vec<String> {
        Vec::new()
    }
}

/// What went wrong below, as whoever keeps the project knows it.
pub type KeepError = anyhow::Error;

/// Why a change did not go in. The project is as it was.
#[derive(Debug, Error)]
pub enum LedgerError {
    /// The value is no answer to this question.
    #[error("het antwoord bij {0} past niet")]
    Misfit(FullId, Misfit),
    /// The project could not be kept: nothing more may be changed.
    #[error("{0}")]
    Keep(KeepError),
    #[error("'{}' staat al in het register", .0.name)]
    KnownOrganisation(Box<Organisation>),
    #[error("'{name}' lijkt op '{}', die in het register staat", .known.name)]
    ResemblingOrganisation {
        name: String,
        known: Box<Organisation>,
        /// The organisation that would get this name; nothing for a new one.
        renamed: Option<Identifier>,
    },
    #[error("'{0}' is al één organisatie")]
    SameOrganisation(String),
    #[error("van '{0}' kan ik geen naam maken")]
    Nameless(String),
    /// It says that it is nobody, and is not the name of anybody who could do something.
    #[error("'{0}' is geen naam")]
    NamesNobody(String),
    /// Nothing goes to who left.
    #[error("'{0}' is vertrokken")]
    Departed(String),
    #[error("'{organisation}' heeft geen contact '{contact}'")]
    UnknownContact { organisation: String, contact: String },
    /// An organisation cannot leave the register as long as an answer names it.
    #[error("'{organisation}' wordt nog genoemd bij {question}")]
    StillNamed { organisation: String, question: FullId },
    #[error("bij {} is nog niets gezegd", .0.name())]
    NothingSaid(Item),
    #[error("er is geen besluit '{0}'")]
    UnknownDecision(String),
    #[error("het besluit '{}' is al vervangen door '{}'", .old.text, .by.text)]
    ReplacedDecision { old: Box<Decision>, by: Box<Decision> },
    #[error("het besluit '{}' is van later: {}", .0.text, notation::date(.0.date))]
    LaterDecision(Box<Decision>),
    #[error("het besluit '{}' van {} staat er al ({})", .0.text, notation::date(.0.date), .0.id)]
    KnownDecision(Box<Decision>),
    #[error("'{}' van {} staat er al", .0.text, notation::date(.0.date))]
    KnownEvent(Box<Event>),
}

/// One change as it was made here, apart from what others changed meanwhile.
#[derive(Clone, Debug)]
pub struct Undoable {
    before: Project,
    after: Project,
}

/// The way to a project at work: every change goes through here, so that every change is checked, stamped, remembered and kept,
/// or leaves the project as it was.
pub struct Ledger<'l> {
    pub catalog: &'l Catalog,
    pub today: NaiveDate,
    pub(super) project: &'l mut Kept,
    pub(super) clock: Box<dyn Fn(&Project) -> Stamp + 'l>,
    keeper: &'l mut dyn Keeper,
    /// The item that is being answered in parts: its parts are one change, not many.
    pub(super) amending: Option<Item>,
    pub(super) source: Option<&'static str>,
    pub(super) hand: Hand,
    /// The meeting at which everything is said.
    pub(super) meeting: Option<MeetingKey>,
    /// Changes that go in together are kept when the last of them is made.
    waiting: bool,
    /// Organisations that entered the register and wait for the answer that names them.
    pub(super) newcomers: Vec<Identifier>,
}

impl<'l> Ledger<'l> {
    /// The clock says who makes a change and when, for every change anew.
    pub fn new(
        catalog: &'l Catalog,
        project: &'l mut Kept,
        today: NaiveDate,
        clock: impl Fn(&Project) -> Stamp + 'l,
        keeper: &'l mut dyn Keeper,
    ) -> Ledger<'l> {
        let clock = Box::new(clock);
        Ledger {
            catalog,
            today,
            project,
            clock,
            keeper,
            amending: None,
            source: None,
            hand: Hand::Own,
            meeting: None,
            waiting: false,
            newcomers: Vec::new(),
        }
    }

    /// Says where the answers come from, when not from the one who fills them in here.
    pub fn from_source(self, source: &'static str) -> Ledger<'l> {
        Ledger { source: Some(source), ..self }
    }

    /// What is said from here on is said at this meeting of today, and stands in its minutes.
    pub fn at_meeting(self, number: u32) -> Ledger<'l> {
        Ledger { meeting: Some((self.today, number)), ..self }
    }

    pub fn project(&self) -> &Kept {
        self.project
    }

    pub fn is_at_meeting(&self) -> bool {
        self.meeting.is_some()
    }

    pub fn keeper(&mut self) -> &mut dyn Keeper {
        self.keeper
    }

    /// Several changes that go in together or not at all.
    pub fn together<T, E: From<LedgerError>>(
        &mut self,
        changes: impl FnOnce(&mut Ledger<'l>) -> Result<T, E>,
    ) -> Result<T, E> {
        let before = self.project.clone();
        let is_inner = std::mem::replace(&mut self.waiting, true);
        let made = changes(self);
        self.waiting = is_inner;
        let kept = match &made {
            Ok(_) if *self.project != before => self.keep(),
            _ => Ok(()),
        };
        if made.is_err() || kept.is_err() {
            *self.project = before;
        }
        kept?;
        made
    }

    /// Takes in what somebody else changed meanwhile, before something is asked. Gives what to tell of it.
    pub fn catch_up(&mut self) -> Vec<String> {
        let Some((newer, told)) = self.keeper.newer(self.project) else { return Vec::new() };
        self.take_over(newer);
        told
    }

    fn take_over(&mut self, mut newer: Project) {
        follow_renames(&mut newer, self.catalog);
        *self.project.open_for_change() = newer;
    }

    /// Keeps a project for the first time, as it is.
    pub fn begin(&mut self) -> Result<(), LedgerError> {
        self.keep()
    }

    /// Takes back one change. What came in from elsewhere since stays.
    pub fn undo(&mut self, undoable: &Undoable) -> Result<(), LedgerError> {
        self.change(|project| *project = merge(&undoable.after, project, &undoable.before, &|_| Side::Ours).project)
    }

    /// Takes in what it became together with another copy of it.
    pub fn join(&mut self, merged: &Merged) -> Result<(), LedgerError> {
        self.change(|project| project.clone_from(&merged.project))
    }

    /// Makes a change that can be taken back later.
    pub(super) fn change_undoably(&mut self, change: impl FnOnce(&mut Project)) -> Result<Undoable, LedgerError> {
        let before = (**self.project).clone();
        let mut after = before.clone();
        change(&mut after);
        self.change(|project| project.clone_from(&after))?;
        Ok(Undoable { before, after })
    }

    pub fn facts(&self) -> Facts<'_> {
        Facts::new(self.project, self.catalog, self.today)
    }

    pub fn question(&self, id: &FullId) -> Option<&'l Question> {
        self.catalog.question(id)
    }

    /// What was said to a question, as the person at the table knows it.
    pub fn words(&self, question: &Question, state: &State) -> String {
        notation::said(&question.kind, state, &|id| self.project.organisation(id).map(|one| one.name.clone()))
    }

    /// Who makes the changes.
    pub fn author(&self) -> Option<String> {
        self.stamp().by
    }

    /// Makes a change and keeps the project; what could not be kept was not changed.
    pub(super) fn change<T>(&mut self, change: impl FnOnce(&mut Project) -> T) -> Result<T, LedgerError> {
        let before = self.project.clone();
        let made = change(self.project.open_for_change());
        self.keep().inspect_err(|_| *self.project = before)?;
        Ok(made)
    }

    fn keep(&mut self) -> Result<(), LedgerError> {
        if self.waiting {
            return Ok(());
        }
        if let Some(merged) = self.keeper.keep(self.project).map_err(LedgerError::Keep)? {
            self.take_over(merged);
        }
        self.newcomers.clear();
        Ok(())
    }

    /// Writes in the history what a change that is no answer was about.
    pub(super) fn remembering<T>(
        &mut self,
        subject: Subject,
        (from, to): (Option<String>, Option<String>),
        change: impl FnOnce(&mut Project) -> T,
    ) -> Result<T, LedgerError> {
        let Stamp { at, by } = self.stamp();
        let said = |words: String| State::Given(Value::Text(words));
        let told = Change { at, by, subject, from: from.map(said), to: to.map(said), why: None };
        self.change(|project| {
            project.history.push(told);
            change(project)
        })
    }
}
