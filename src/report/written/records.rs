use std::collections::BTreeMap;

use super::writer::Writer;
use crate::document::{Block, Table, blank, text};
use crate::domain::{Field, FullId, Identifier, Kind, Organisation, Value};
use crate::expression::Words;
use crate::notation;
use crate::report::heading;
use crate::wording::Records;

pub(super) type Record = BTreeMap<String, Value>;

/// The records that were answered to a group question; nothing when it has no answer.
pub(super) fn answered<'w>(question: &FullId, writer: &Writer<'w>) -> Option<Vec<&'w Record>> {
    let value = writer.facts.answer(question, None)?.value()?;
    Some(value.items().iter().filter_map(Value::as_record).collect())
}

/// What a record says in a field.
pub(super) fn said(record: &Record, field: &Field, writer: &Writer) -> String {
    let words = Words::new(writer.facts);
    record.get(field.id.as_str()).map(|value| words.value(&field.kind, value)).unwrap_or_default()
}

/// The records of a group question in a table, or in a table for each part when they are parted by a field.
pub(super) fn blocks(records: &Records, writer: &Writer) -> Vec<Block> {
    let question = writer.catalog.question(&records.question);
    let (question, mut all) = match (question, answered(&records.question, writer)) {
        (Some(question), Some(all)) => (question, all),
        (Some(question), None) if records.blank > 0 && !writer.is_hidden(&question.id, None) => {
            return vec![blank_table(records, question.kind.fields())];
        }
        _ => return vec![writer.open(&records.question)],
    };
    let says_yes = |record: &Record, field: &Identifier| record.get(field.as_str()) == Some(&Value::Flag(true));
    all.retain(|record| records.only.as_ref().is_none_or(|field| says_yes(record, field)));
    let mut fields = asked_for(records, question.kind.fields());
    fields.retain(|field| all.iter().any(|record| record.contains_key(field.id.as_str())));
    match question.kind.fields().iter().find(|field| records.by.as_ref() == Some(&field.id)) {
        None => vec![table(&fields, &all, writer)],
        Some(by) => {
            let parts = parted(by, all).into_iter();
            parts.flat_map(|(title, part)| [heading(2, title), table(&fields, &part, writer)]).collect()
        }
    }
}

/// The fields that were asked for, or all.
fn asked_for<'q>(records: &Records, fields: &'q [Field]) -> Vec<&'q Field> {
    if records.fields.is_empty() {
        return fields.iter().collect();
    }
    records.fields.iter().filter_map(|id| fields.iter().find(|field| field.id == *id)).collect()
}

/// Rows to fill in by hand.
fn blank_table(records: &Records, fields: &[Field]) -> Block {
    let fields = asked_for(records, fields);
    let row = vec![blank(); fields.len()];
    Table::new(fields.iter().map(|field| &field.label), vec![row; records.blank]).into()
}

/// The records by the options, levels or quarters of a field, each with its title; at the end those that lack it.
pub(super) fn parted<'r>(by: &Field, mut records: Vec<&'r Record>) -> Vec<(String, Vec<&'r Record>)> {
    let date = |record: &&Record| record.get(by.id.as_str()).and_then(Value::as_date);
    if by.kind == Kind::Date {
        records.sort_by_key(|record| (date(record).is_none(), date(record)));
    }
    let mut parts: Vec<(String, Vec<&Record>)> = titles(&by.kind).into_iter().map(|title| (title, vec![])).collect();
    let unknown = format!("{}: nog niet gekozen", by.label);
    for record in records {
        let title = record.get(by.id.as_str()).map_or_else(|| unknown.clone(), |value| title(&by.kind, value));
        match parts.iter_mut().find(|(known, _)| *known == title) {
            Some((_, part)) => part.push(record),
            None => parts.push((title, vec![record])),
        }
    }
    // What was not chosen stands at the end, also when it came first.
    parts.sort_by_key(|(title, _)| *title == unknown);
    parts.retain(|(_, part)| !part.is_empty());
    parts
}

/// The titles in their own order, where the kind has one.
fn titles(kind: &Kind) -> Vec<String> {
    match kind {
        Kind::Choice { options, .. } => options.iter().map(|option| option.label.clone()).collect(),
        Kind::Scale { levels } => (1..).zip(levels).map(|(level, _)| title(kind, &Value::integer(level))).collect(),
        _ => Vec::new(),
    }
}

fn title(kind: &Kind, value: &Value) -> String {
    match (kind, value) {
        (Kind::Date, Value::Date(day)) => notation::capital(&notation::quarter(*day)),
        (Kind::Scale { .. }, value) => format!("Niveau {}", notation::answer(kind, value, &|_| None)),
        (kind, value) => notation::answer(kind, value, &|_| None),
    }
}

fn table(fields: &[&Field], records: &[&Record], writer: &Writer) -> Block {
    let cell = |one: &Record, field: &Field| crowd(one, field, writer).unwrap_or_else(|| said(one, field, writer));
    let row = |record: &&Record| fields.iter().map(|field| text(cell(record, field))).collect();
    let rows = records.iter().map(row);
    let amounts: Vec<&str> = fields.iter().filter(|field| is_amount(field)).map(|field| field.label.as_str()).collect();
    Table::new(fields.iter().map(|field| &field.label), rows).led_by(1).counting(&amounts).into()
}

/// More names than this are not read one by one.
const MANY: usize = 8;

/// Who of the kopgroep are not named in a field that names almost all of it, and who is named besides.
fn crowd(record: &Record, field: &Field, writer: &Writer) -> Option<String> {
    let Kind::Organisations { .. } = field.kind else { return None };
    let named: Vec<&str> = record.get(field.id.as_str())?.items().iter().filter_map(Value::as_text).collect();
    let kopgroep: Vec<&Organisation> = writer.facts.kopgroep().collect();
    let is_named = |one: &&&Organisation| named.contains(&one.id.as_str());
    let lacking: Vec<&str> = kopgroep.iter().filter(|one| !is_named(one)).map(|one| one.name.as_str()).collect();
    let present = kopgroep.len() - lacking.len();
    if present <= MANY || lacking.len() * 4 > kopgroep.len() {
        return None;
    }
    let who = match lacking.as_slice() {
        [] => format!("de hele kopgroep ({present})"),
        lacking => format!("de kopgroep zonder {} ({present})", notation::enumeration(lacking)),
    };
    let others = named.iter().filter(|id| !kopgroep.iter().any(|one| one.id.as_str() == **id));
    let others = others.filter_map(|id| Some(writer.facts.project.organisation(id)?.name.clone()));
    Some(notation::enumeration(std::iter::once(who).chain(others)))
}

fn is_amount(field: &Field) -> bool {
    matches!(field.kind, Kind::Number { .. } | Kind::Hours { .. } | Kind::Amount { .. })
}
