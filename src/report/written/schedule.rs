use std::collections::BTreeSet;

use chrono::{Datelike, NaiveTime, TimeDelta};

use super::records::answered;
use super::writer::Writer;
use crate::document::{Block, Line, Row, Table, text};
use crate::domain::{Kind, Template, Value};
use crate::expression::{Facts, Filled, pieces};
use crate::notation;
use crate::notation::Times;
use crate::wording::{Schedule, ScheduleItem};

/// An item as it takes place: how many minutes, and what and how.
type Slot = (u32, [Line; 2]);

/// The items with their times. Where the clock is known from begin to end, the items share the time between them; else the
/// minutes are counted from the begin.
pub(super) fn blocks(schedule: &Schedule, writer: &Writer) -> Vec<Block> {
    let items = schedule.items.iter().filter(|item| item.when.as_ref().is_none_or(|when| writer.holds(when)));
    let slots: Vec<Slot> = items.flat_map(|item| slots(item, writer)).collect();
    let clock = schedule.begin.as_ref().and_then(|begin| clock(begin, writer));
    let begin = clock.map(|times| times.from);
    // How many minutes there are between begin and end.
    let available = clock.and_then(|times| Some(times.to?.signed_duration_since(times.from).num_minutes()));
    let ends = ends(&slots, available.and_then(|minutes| u32::try_from(minutes).ok()));
    let begins = std::iter::once(0).chain(ends.iter().copied());
    let times = begins.map(|minutes| time(begin, minutes));
    let row = |(time, (_, [what, how])): (String, Slot)| vec![text(time), what, how];
    let mut rows: Vec<Row> = times.zip(slots).map(row).collect();
    if let (Some(begin), Some(end)) = (begin, ends.last()) {
        rows.push(vec![text(time(Some(begin), *end)), text("Einde"), Vec::new()]);
    }
    vec![Table::new(&schedule.columns, rows).into()]
}

/// From when to when it lasts, where the answer says so in one way.
fn clock(begin: &Template, writer: &Writer) -> Option<Times> {
    let answered = pieces(begin, writer.facts, None).into_iter().map(|piece| match piece {
        Filled::Words(words) | Filled::Answer(words) => words,
        Filled::Answers(_) | Filled::Open(_) => String::new(),
    });
    notation::read_times(&answered.collect::<String>())
}

/// The minute at which each item ends. A longer or shorter meeting stretches or shrinks every item, in steps of five minutes; one
/// that is less than half or more than twice as long is planned otherwise by people, and the items stay as they are.
fn ends(slots: &[Slot], available: Option<u32>) -> Vec<u32> {
    let total: u32 = slots.iter().map(|(minutes, _)| minutes).sum();
    let fits = |minutes: &u32| total <= minutes * 2 && *minutes <= total * 2;
    let available = available.filter(fits).unwrap_or(total);
    let mut passed = 0;
    let ends = slots.iter().map(|(minutes, _)| {
        passed += minutes;
        match (available == total, passed == total) {
            (true, _) => passed,
            (false, true) => available,
            (false, false) => (passed * available * 2 + total * 5) / (total * 10) * 5,
        }
    });
    ends.collect()
}

fn time(begin: Option<NaiveTime>, minutes: u32) -> String {
    match begin {
        Some(begin) => notation::clock(begin + TimeDelta::minutes(minutes.into())),
        None => format!("na {minutes} min."),
    }
}

/// The item itself, or the item for each record of its group. When no record is known, the item shows what it waits for.
fn slots(item: &ScheduleItem, writer: &Writer) -> Vec<Slot> {
    let mut records = item.records.as_ref().and_then(|question| answered(question, writer)).unwrap_or_default();
    if let (Some(question), Some(field)) = (&item.records, &item.by) {
        let kind = writer.catalog.question(question).and_then(|question| question.kind.of_field(Some(field)));
        records.sort_by_key(|record| record.get(field.as_str()).map_or(u64::MAX, |value| place(value, kind)));
    }
    if let Some(field) = &item.distinct {
        let mut said = BTreeSet::new();
        records.retain(|record| record.get(field.as_str()).is_none_or(|value| said.insert(value)));
    }
    if records.is_empty() {
        return vec![slot(item, writer.facts, writer)];
    }
    let most = item.most.unwrap_or(records.len());
    records.into_iter().take(most).map(|record| slot(item, &writer.facts.with_record(record), writer)).collect()
}

/// How early a value stands: the place of its option, its step, or its day.
fn place(value: &Value, kind: Option<&Kind>) -> u64 {
    let option = || {
        let id = value.as_text()?;
        kind?.options().iter().position(|option| option.id.as_str() == id).and_then(|place| u64::try_from(place).ok())
    };
    let step = || u64::try_from(value.as_number()?.to_integer()?).ok();
    let day = || u64::try_from(value.as_date()?.num_days_from_ce()).ok();
    option().or_else(step).or_else(day).unwrap_or(u64::MAX)
}

fn slot(item: &ScheduleItem, facts: &Facts, writer: &Writer) -> Slot {
    let line = |template: &Template| writer.inlines(&pieces(template, facts, None), None);
    (item.minutes, [line(&item.what), line(&item.how)])
}
