use super::ledger::{Ledger, LedgerError};
use crate::domain::{Answer, Item, Subject, Tlp};

impl Ledger<'_> {
    /// Says who may see at most what has no label of its own.
    pub fn label_project(&mut self, label: Tlp) -> Result<(), LedgerError> {
        let earlier = self.project().tlp;
        if earlier == label {
            return Ok(());
        }
        let became = (Some(earlier.title().to_owned()), Some(label.title().to_owned()));
        self.remembering(Subject::Project("tlp".to_owned()), became, |project| project.tlp = label)
    }

    /// Says who may see at most what was said to one question, the words beside the one that holds too; without a label that is for
    /// the question to say, or the project. Gives whether it is another label than there was.
    pub fn label_answer(&mut self, item: &Item, label: Option<Tlp>) -> Result<bool, LedgerError> {
        let said = self.project().everything_said().filter(|(question, by, _)| item.is(question, *by));
        let said: Vec<&Answer> = said.map(|(.., answer)| answer).collect();
        if said.iter().all(|answer| **answer == Answer::open()) {
            return Err(LedgerError::NothingSaid(item.clone()));
        }
        let earlier = said.iter().map(|answer| answer.tlp).max().flatten();
        if said.iter().all(|answer| answer.tlp == label) {
            return Ok(false);
        }
        let title = |label: Option<Tlp>| label.map(|label| label.title().to_owned());
        self.remembering(Subject::Label(item.clone()), (title(earlier), title(label)), |project| {
            let said = project.everything_said_mut().filter(|(question, by, _)| item.is(question, *by));
            said.for_each(|(.., answer)| answer.tlp = label);
            true
        })
    }
}
