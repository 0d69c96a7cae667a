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
            let earlier = project.meetings.iter().position(|meeting| meeting.date == date);
            let new = Meeting { date, ..Meeting::default() };
            let mut meeting = earlier.map_or(new, |place| project.meetings.remove(place));
            change(&mut meeting);
            project.meetings.push(meeting);
        })
    }
}
