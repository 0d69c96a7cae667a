use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

use super::super::said::{Said, said};
use super::{DateReport, Sort};
use crate::catalog::Catalog;
use crate::domain::{Field, Item, Kind, Meaning, Organisation, Project, Question, Subject, Value};
use crate::expression::{Facts, Words};
use crate::notation;

/// Looks for dates in what an edition may show.
pub(super) struct Finder<'f> {
    pub catalog: &'f Catalog,
    /// The whole project, to count in its history how often something changed. Nothing else of it is shown.
    pub whole: &'f Project,
    pub facts: &'f Facts<'f>,
}

impl<'f> Finder<'f> {
    /// The dates that were answered, those of the things in a group too.
    pub fn answers(&self) -> Vec<DateReport> {
        // Since when somebody says yes to another answer, is on nobody's calendar.
        let days = said(self.catalog, self.facts).filter(|(question, ..)| question.holds_for.is_empty());
        days.flat_map(|said| self.dates_of(said)).collect()
    }

    pub fn dates_of(&self, (question, owner, answer): Said) -> Vec<DateReport> {
        match (&question.kind, answer.value()) {
            (Kind::Date, Some(_)) if question.means == Some(Meaning::MeetingDate) => Vec::from_iter(self.meeting()),
            (Kind::Date, Some(Value::Date(day))) => {
                let name = owner.map(|owner| format!(", {}", owner.name)).unwrap_or_default();
                let title = format!("{}{name}", occasion(&question.label));
                vec![DateReport { title, ..self.day((question, owner, answer), *day) }]
            }
            (Kind::Group { item, fields, .. }, Some(value)) => {
                let named = |thing: &str| format!("{}: {thing}", notation::capital(item));
                let things = self.things((question, owner, answer), fields, value);
                things.into_iter().map(|thing| DateReport { title: named(&thing.title), ..thing }).collect()
            }
            _ => Vec::new(),
        }
    }

    /// A day that an answer names, without its title.
    pub fn day(&self, said: Said, day: NaiveDate) -> DateReport {
        let (question, owner, answer) = said;
        let of = owner.map(|owner| format!(".{}", owner.id)).unwrap_or_default();
        DateReport {
            tlp: self.facts.label(Some(question), answer),
            changes: self.changes(question, owner),
            changed: answer.given.unwrap_or_else(|| self.beginning()),
            ..self.bare(Sort::Day, &format!("{}{of}", question.id), day)
        }
    }

    /// A day of which nothing more is known.
    pub fn bare(&self, sort: Sort, id: &str, day: NaiveDate) -> DateReport {
        DateReport {
            // Tied to the project, so that no two projects share it.
            id: format!("{}.{id}@regio", self.facts.project.id),
            sort,
            day,
            tlp: self.facts.project.tlp,
            changed: self.beginning(),
            ..DateReport::default()
        }
    }

    /// The things of a group that have a date: activities, meetings.
    fn things(&self, said: Said, fields: &[Field], value: &Value) -> Vec<DateReport> {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let mut found = Vec::new();
        for record in value.items().iter().filter_map(Value::as_record) {
            let named = fields.first().and_then(|field| self.field(field, record)).unwrap_or_default();
            let times = seen.entry(named.clone()).or_default();
            *times += 1;
            for field in fields.iter().filter(|field| field.kind == Kind::Date) {
                let Some(day) = record.get(field.id.as_str()).and_then(Value::as_date) else { continue };
                let base = self.day(said, day);
                let id = format!("{}.{}.{}.{times}", base.id, plain(&named), field.id);
                let others = fields.iter().skip(1).filter(|other| other.kind != Kind::Date);
                let told = others.filter_map(|one| Some(format!("{}: {}", one.label, self.field(one, record)?)));
                let (title, particulars) = (notation::on_one_line(&named), told.collect());
                found.push(DateReport { id, title, particulars, ..base });
            }
        }
        found
    }

    fn field(&self, field: &Field, record: &BTreeMap<String, Value>) -> Option<String> {
        Some(Words::new(self.facts).value(&field.kind, record.get(field.id.as_str())?))
    }

    /// How often an answer became another one.
    pub fn changes(&self, question: &Question, owner: Option<&Organisation>) -> usize {
        let subject = Subject::Answer(Item::new(&question.id, owner.map(|owner| &owner.id)));
        self.whole.history.iter().filter(|change| change.subject == subject && change.from.is_some()).count()
    }

    /// The day on which the project began, for what bears no moment of its own.
    pub fn beginning(&self) -> DateTime<FixedOffset> {
        self.whole.created.and_time(NaiveTime::MIN).and_utc().fixed_offset()
    }
}

/// `Datum van de oefening` is called `Oefening` on a calendar.
fn occasion(label: &str) -> String {
    let bare = ["Datum van de ", "Datum van het ", "Datum van "].iter().find_map(|front| label.strip_prefix(front));
    notation::capital(bare.unwrap_or(label))
}

/// Letters and digits, for an id.
fn plain(name: &str) -> String {
    let letters = name.to_lowercase();
    letters.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect()
}
