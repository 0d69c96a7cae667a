use super::ledger::{Ledger, LedgerError};
use crate::domain::{Agreed, Answer, Item, Meeting, MeetingKey, Project};

impl Ledger<'_> {
    /// These are at the meeting; whoever was named before and is not now, is not.
    pub fn meet(&mut self, present: Vec<String>) -> Result<(), LedgerError> {
        let meeting = self.meeting;
        self.change(|project| minute(project, meeting, |meeting| meeting.present = present))
    }

    /// What was put off: the id of a question, or words.
    pub fn park(&mut self, what: String) -> Result<(), LedgerError> {
        let meeting = self.meeting;
        self.change(|project| {
            minute(project, meeting, |meeting| {
                if !meeting.parked.contains(&what) {
                    meeting.parked.push(what);
                }
            });
        })
    }
}

/// Writes something down in a meeting, which is held from then on; nowhere when it was said elsewhere.
pub(super) fn minute(project: &mut Project, meeting: Option<MeetingKey>, write: impl FnOnce(&mut Meeting)) {
    let Some(key) = meeting else { return };
    let known = project.meetings.iter().position(|meeting| meeting.key() == key);
    let place = known.unwrap_or_else(|| {
        project.meetings.push(Meeting::new(key));
        project.meetings.len() - 1
    });
    write(&mut project.meetings[place]);
}

/// Writes down what stands there now as the answer that was given together; one that was taken away again was not agreed.
pub(super) fn agree(project: &mut Project, meeting: Option<MeetingKey>, item: &Item) {
    let question = item.question.clone();
    let answer = project.answer(&question, None).filter(|answer| answer.value().is_some()).cloned();
    let is_held = meeting.is_some_and(|key| project.meeting(key).is_some());
    if item.organisation.is_some() || (answer.is_none() && !is_held) {
        return;
    }
    minute(project, meeting, |meeting| {
        meeting.agreed.retain(|agreed| agreed.question != question);
        let said = |answer: Answer| Answer { note: None, source: None, ..answer };
        meeting.agreed.extend(answer.map(|answer| Agreed { question, answer: said(answer) }));
    });
}
