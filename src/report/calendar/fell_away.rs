use std::collections::BTreeSet;

use super::super::checklist::begun;
use super::finder::Finder;
use super::{DateReport, Sort};
use crate::advice::steps;
use crate::domain::{Answer, Change, Item, Kind, Meaning, State, Subject};

impl Finder<'_> {
    /// What was to come and is not any more: days that were said before and steps that a person ended. Whoever put them on a calendar
    /// gets them off it.
    pub fn fell_away(&self, present: &[DateReport]) -> Vec<DateReport> {
        let mut known: BTreeSet<String> = present.iter().map(|date| date.id.clone()).collect();
        // The newest comes first: what was said last of a day is what stands on the calendar.
        let said = self.whole.history.iter().rev().flat_map(|change| self.said_before(change));
        let gone = said.chain(self.ended_steps()).filter(|date| date.day >= self.facts.today);
        gone.filter(|date| known.insert(date.id.clone())).collect()
    }

    fn said_before(&self, change: &Change) -> Vec<DateReport> {
        let (Subject::Answer(Item { question, organisation }), Some(State::Given(_))) = (&change.subject, &change.from)
        else {
            return Vec::new();
        };
        let owner = organisation.as_ref().map(|id| self.facts.project.organisation(id.as_str()));
        let (Some(question), false) = (self.catalog.question(question), owner == Some(None)) else { return Vec::new() };
        let state = change.from.clone().unwrap_or(State::Open);
        let answer = Answer { state, given: Some(change.at), ..Answer::open() };
        let said = (question, owner.flatten(), &answer);
        match (&question.kind, answer.value().and_then(|value| value.as_date())) {
            // When people meet is told with other answers, which may be others by now.
            (Kind::Date, Some(day)) if question.means == Some(Meaning::MeetingDate) => {
                vec![DateReport { sort: Sort::Meeting, title: question.label.clone(), ..self.day(said, day) }]
            }
            _ => self.dates_of(said),
        }
    }

    fn ended_steps(&self) -> impl Iterator<Item = DateReport> {
        let all = steps(self.catalog, &begun(self.facts.project), self.facts).into_iter();
        all.filter(|step| step.state.is_settled()).filter_map(|step| self.step(&step))
    }
}
