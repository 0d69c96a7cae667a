use super::ledger::{Ledger, LedgerError};
use crate::domain::{Meeting, Project};

impl Ledger<'_> {
    /// A meeting is held today.
    pub fn convene(&mut self) -> Result<(), LedgerError> {
        self.at_meeting(|_| {})
    }

    /// These are at the meeting of today; whoever was named before and is not now, is not.
    pub fn meet(&mut self, present: Vec<String>) -> Result<(), LedgerError> {
        self.at_meeting(|meeting| meeting.present = present)
    }

    /// What was put off today: the id of a question, or words.
    pub fn park(&mut self, what: String) -> Result<(), LedgerError> {
        self.at_meeting(|meeting| {
            if !meeting.parked.contains(&what) {
                meeting.parked.push(what);
            }
        })
    }

    fn at_meeting(&mut self, change: impl FnOnce(&mut Meeting)) -> Result<(), LedgerError> {
        let date = self.today;
        self.change(|project: &mut Project| {
            let place = project.meetings.iter().position(|meeting| meeting.date == date).unwrap_or_else(|| {
                project.meetings.push(Meeting { date, ..Meeting::default() });
                project.meetings.len() - 1
            });
            change(&mut project.meetings[place]);
        })
    }
}
