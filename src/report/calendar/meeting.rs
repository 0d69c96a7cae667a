use super::super::said::Said;
use super::finder::Finder;
use super::{DateReport, Sort};
use crate::domain::{Meaning, Value};
use crate::notation;
use crate::notation::Times;

impl Finder<'_> {
    /// The startbijeenkomst, when its day is known: with its times where they can be read, and always in the words in which
    /// they were said.
    pub fn meeting(&self) -> Option<DateReport> {
        let date = self.meant(Meaning::MeetingDate)?;
        let base = self.day(date, date.2.value()?.as_date()?);
        let (time, place) = (self.meant(Meaning::MeetingTime), self.meant(Meaning::MeetingPlace));
        let times: Option<Times> = time.and_then(words).and_then(notation::read_times);
        let parts = [Some(date), time, place].into_iter().flatten();
        let label = |(question, _, answer): Said| self.facts.label(Some(question), answer);
        Some(DateReport {
            sort: Sort::Meeting,
            from: times.map(|times| times.from),
            to: times.and_then(|times| times.to),
            title: date.0.label.clone(),
            place: place.and_then(words).map(str::to_owned),
            particulars: time.and_then(words).map(|time| format!("Tijd: {time}")).into_iter().collect(),
            tlp: parts.clone().map(label).fold(base.tlp, Ord::max),
            changes: parts.clone().map(|(question, _, _)| self.changes(question, None)).sum(),
            changed: parts.filter_map(|(_, _, answer)| answer.given).fold(base.changed, Ord::max),
            ..base
        })
    }

    /// The answer that means this.
    fn meant(&self, meaning: Meaning) -> Option<Said<'_>> {
        let question = self.catalog.meaning(meaning)?;
        let answer = self.facts.answer(&question.id, None)?;
        answer.value().is_some().then_some((question, None, answer))
    }
}

fn words<'s>(said: Said<'s>) -> Option<&'s str> {
    said.2.value().and_then(Value::as_text)
}
