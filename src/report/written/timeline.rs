use chrono::NaiveDate;

use super::records::{Record, answered, parted, said};
use super::writer::Writer;
use crate::document::{Block, Event, Figure, Lane, Picture, Timeline as Picturing};
use crate::domain::{Identifier, Value};
use crate::notation;
use crate::wording::Timeline;

/// The records that have a day on a time line; nothing where none has.
pub(super) fn figure(timeline: &Timeline, writer: &Writer) -> Option<Block> {
    let question = writer.catalog.question(&timeline.question)?;
    let mut dated = answered(&timeline.question, writer)?;
    let fields = question.kind.fields();
    let field = |id: &Identifier| fields.iter().find(|field| field.id == *id);
    let (day, name, by) = (field(&timeline.day)?, field(&timeline.name)?, field(&timeline.by)?);
    let date = |record: &Record| record.get(day.id.as_str()).and_then(Value::as_date);
    dated.retain(|record| date(record).is_some());
    dated.sort_by_key(|record| date(record));
    let (first, last) = (date(dated.first()?)?, date(dated.last()?)?);
    let count = dated.len();
    let event = |record: &Record| Some(Event { label: said(record, name, writer), date: date(record)? });
    let lane = |(title, records): (String, Vec<&Record>)| Lane {
        title,
        events: records.into_iter().filter_map(event).collect(),
    };
    let lanes: Vec<Lane> = parted(by, dated).into_iter().map(lane).collect();
    Some(Block::Figure(Figure {
        title: format!("{} op een tijdlijn", question.label),
        description: told(count, lanes.len(), first, last),
        picture: Picture::Timeline(Picturing { lanes, today: writer.facts.today }),
    }))
}

fn told(count: usize, lanes: usize, first: NaiveDate, last: NaiveDate) -> String {
    let things = notation::counted(count, "punt", "punten");
    let lanes = notation::counted(lanes, "baan", "banen");
    let (first, last) = (notation::date(first), notation::date(last));
    format!("Van links naar rechts loopt de tijd: {things} in {lanes}, van {first} tot {last}.")
}
