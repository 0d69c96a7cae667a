use std::collections::BTreeMap;

use super::fault::Fault;
use super::node::Node;
use super::table::Table;
use crate::domain::{LONGEST_TEXT, MOST_ITEMS, Value};

/// The value of an answer as it stands in a file; an amount is still text.
pub fn read_value(node: Node<'_>) -> Result<Value, Vec<Fault>> {
    if let Some(text) = node.text() {
        return text_fault(node).map_or_else(|| Ok(Value::text(text)), |fault| Err(vec![fault]));
    }
    if let Some(items) = node.items() {
        return read_list(node, &items);
    }
    if let Some(table) = node.table() {
        return read_record(&table);
    }
    let plain = node.flag().map(Value::Flag);
    let plain = plain.or_else(|| node.date().map(Value::Date)).or_else(|| node.number().map(Value::Number));
    plain.ok_or_else(|| vec![unreadable(node)])
}

/// What is wrong with a text: blank or too long.
pub(super) fn text_fault(node: Node<'_>) -> Option<Fault> {
    let text = node.text()?;
    if text.trim().is_empty() {
        let fault = Fault::at(node.span(), "deze tekst is leeg");
        return Some(fault.tip("vul iets in, of haal de regel weg"));
    }
    let fault = || Fault::at(node.span(), format!("deze tekst is langer dan {} tekens", LONGEST_TEXT));
    (text.len() > LONGEST_TEXT).then(|| fault().tip("kort de tekst in, of verwijs naar een document"))
}

fn unreadable(node: Node<'_>) -> Fault {
    if node.is_number() {
        return Fault::at(node.span(), "dit getal kan hier niet staan")
            .tip("schrijf een gewoon getal met een punt en hooguit twee decimalen, zoals 12 of 2.5");
    }
    Fault::at(node.span(), format!("{} kan hier niet staan", node.kind()))
        .tip("een datum schrijf je als 2026-11-23, zonder aanhalingstekens; een tijd als tekst: \"14:00\"")
}

fn read_list(node: Node<'_>, items: &[Node<'_>]) -> Result<Value, Vec<Fault>> {
    if items.len() > MOST_ITEMS {
        return Err(vec![Fault::at(node.span(), format!("in deze rij staan meer dan {MOST_ITEMS} dingen"))]);
    }
    collect(items.iter().map(|item| read_value(*item))).map(Value::List)
}

fn read_record(table: &Table<'_>) -> Result<Value, Vec<Fault>> {
    let entries = table.entries();
    let values = collect(entries.iter().map(|entry| read_value(entry.node)))?;
    let names = entries.iter().map(|entry| entry.key.value.to_owned());
    Ok(Value::Record(BTreeMap::from_iter(names.zip(values))))
}

fn collect(results: impl Iterator<Item = Result<Value, Vec<Fault>>>) -> Result<Vec<Value>, Vec<Fault>> {
    let (mut values, mut faults) = (Vec::new(), Vec::new());
    for result in results {
        match result {
            Ok(value) => values.push(value),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { Ok(values) } else { Err(faults) }
}
