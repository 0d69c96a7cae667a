use super::ledger::{Ledger, LedgerError};
use super::meeting::minute;
use super::short_code::short_code;
use crate::domain::{Decision, Project, ProjectFact, Subject};

/// A decision as it is taken; without a name it is of the one who writes it down.
pub struct NewDecision {
    pub text: String,
    pub date: chrono::NaiveDate,
    pub by: Option<String>,
    pub why: Option<String>,
    pub replaces: Option<String>,
    /// A number that was drawn, for its id.
    pub drawn: u64,
}

impl Ledger<'_> {
    /// What the project was called before is remembered; its first name is no change.
    pub fn call(&mut self, fact: ProjectFact, said: String) -> Result<(), LedgerError> {
        if fact == ProjectFact::Trekker {
            self.check_doer(&said)?;
        }
        let earlier = fact.of(self.project()).map(str::to_owned);
        let put = |project: &mut Project| *fact.place(project) = Some(said.clone());
        match earlier {
            Some(earlier) if earlier != said => {
                let became = (Some(earlier), Some(said.clone()));
                self.remembering(Subject::Project(fact.word().to_owned()), became, put)
            }
            _ => self.change(put),
        }
    }

    /// The id of the decision, and that it replaces another one is checked.
    pub fn decide(&mut self, new: NewDecision) -> Result<String, LedgerError> {
        let decisions = &self.project().decisions;
        let taken = |id: &str| decisions.iter().any(|decision| decision.id == id);
        if let Some(replaced) = &new.replaces {
            let old = decisions.iter().find(|old| old.id == *replaced);
            let old = old.ok_or_else(|| LedgerError::UnknownDecision(replaced.clone()))?;
            if let Some(by) = self.project().replacing(replaced).next() {
                return Err(LedgerError::ReplacedDecision { old: Box::new(old.clone()), by: Box::new(by.clone()) });
            }
            if new.date < old.date {
                return Err(LedgerError::LaterDecision(Box::new(old.clone())));
            }
        }
        let is_known = |known: &&Decision| known.text.trim() == new.text.trim() && known.date == new.date;
        if let Some(known) = self.project().decisions.iter().find(is_known) {
            return Err(LedgerError::KnownDecision(Box::new(known.clone())));
        }
        let id = short_code(new.drawn, taken);
        let NewDecision { text, date, by, why, replaces, .. } = new;
        let decision = Decision { id: id.clone(), text, date, by, why, replaces };
        let subject = Subject::Decision(id.clone());
        let meeting = self.meeting;
        self.remembering(subject, (None, None), |project| {
            minute(project, meeting, |meeting| meeting.decided.push(decision.id.clone()));
            project.decisions.push(decision);
        })?;
        Ok(id)
    }
}
