use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};

use super::answer::{Answer, State};
use super::project::{ActionRecord, OwnAction, Project, Subject};
use super::value::Value;

impl Project {
    /// The same project as if everything in it had happened so many days later (earlier, when negative): an example of
    /// long ago becomes one of today. Dates that would leave the calendar stay.
    pub fn moved_by(mut self, days: i64) -> Project {
        let by = Shift(TimeDelta::days(days));
        by.date(&mut self.created);
        self.begun.values_mut().for_each(|date| by.date(date));
        self.everything_said_mut().for_each(|(.., answer)| by.answer(answer));
        self.actions.values_mut().for_each(|record| by.record(record));
        self.own_actions.iter_mut().for_each(|own| by.own_action(own));
        let left = self.organisations.iter_mut().filter_map(|organisation| organisation.departure.left.as_mut());
        left.for_each(|date| by.date(date));
        self.decisions.iter_mut().for_each(|decision| by.date(&mut decision.date));
        for event in &mut self.events {
            by.date(&mut event.date);
            event.consent.since.iter_mut().for_each(|since| by.date(since));
        }
        for meeting in &mut self.meetings {
            by.date(&mut meeting.date);
            meeting.agreed.iter_mut().for_each(|agreed| by.answer(&mut agreed.answer));
            meeting.steps.iter_mut().for_each(|step| by.own_action(step));
        }
        for change in &mut self.history {
            by.moment(&mut change.at);
            if let Subject::Event(key) | Subject::Consent(key) = &mut change.subject {
                key.date.iter_mut().for_each(|date| by.date(date));
            }
            change.from.iter_mut().chain(&mut change.to).for_each(|state| by.state(state));
        }
        for lapsed in &mut self.lapsed {
            lapsed.given.iter_mut().for_each(|given| by.moment(given));
            lapsed.value.iter_mut().for_each(|value| by.value(value));
        }
        self
    }
}

struct Shift(TimeDelta);

impl Shift {
    fn date(&self, date: &mut NaiveDate) {
        *date = date.checked_add_signed(self.0).unwrap_or(*date);
    }

    fn moment(&self, moment: &mut DateTime<FixedOffset>) {
        *moment = moment.checked_add_signed(self.0).unwrap_or(*moment);
    }

    fn record(&self, record: &mut ActionRecord) {
        let dates = [&mut record.done, &mut record.dropped, &mut record.due, &mut record.reopened];
        dates.into_iter().flatten().for_each(|date| self.date(date));
    }

    fn own_action(&self, own: &mut OwnAction) {
        self.date(&mut own.created);
        self.record(&mut own.record);
    }

    fn answer(&self, answer: &mut Answer) {
        answer.given.iter_mut().for_each(|given| self.moment(given));
        self.state(&mut answer.state);
    }

    fn state(&self, state: &mut State) {
        if let State::Given(value) = state {
            self.value(value);
        }
    }

    fn value(&self, value: &mut Value) {
        match value {
            Value::Date(date) => self.date(date),
            Value::List(items) => items.iter_mut().for_each(|item| self.value(item)),
            Value::Record(fields) => fields.values_mut().for_each(|field| self.value(field)),
            Value::Text(_) | Value::Flag(_) | Value::Number(_) => {}
        }
    }
}
