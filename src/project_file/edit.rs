use toml_edit::{ArrayOfTables, Item, Table, TableLike, Value};

use super::field::{Fields, Written};
use super::file::WriteError;

/// A new table that says these fields.
pub fn new_table(fields: &Fields) -> Result<Table, WriteError> {
    let mut table = Table::new();
    change_values(&mut table, &Fields::new(), fields)?;
    Ok(table)
}

/// Changes in a table what differs between two lists of fields; the rest is left as it stands.
pub fn change_fields(item: &mut Item, old: &Fields, new: &Fields) -> Result<(), WriteError> {
    if let Some(table) = item.as_table_mut() {
        return change_table(table, old, new);
    }
    if let Some(table) = item.as_inline_table_mut().filter(|_| old != new) {
        change_values(table, old, new)?;
        table.fmt();
    }
    Ok(())
}

pub fn change_table(table: &mut Table, old: &Fields, new: &Fields) -> Result<(), WriteError> {
    if old == new {
        return Ok(());
    }
    let before: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
    change_values(table, old, new)?;
    let after: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
    let added = after.iter().filter(|key| !before.contains(key));
    let mut order: Vec<&String> = after.iter().filter(|key| before.contains(key)).collect();
    for key in added {
        order.insert(place_of(key, &order, new), key);
    }
    let place = |key: &toml_edit::Key| order.iter().position(|wanted| *wanted == key.get());
    table.sort_values_by(|one, _, other, _| place(one).cmp(&place(other)));
    Ok(())
}

/// Changes an array of tables inside a table, each by its place in the list.
fn change_tables(table: &mut dyn TableLike, key: &str, old: &[Fields], new: &[Fields]) -> Result<(), WriteError> {
    let mut tables = tables_in(table.remove(key));
    for (place, fields) in new.iter().enumerate() {
        match (tables.get_mut(place), old.get(place)) {
            (Some(table), Some(old)) => change_table(table, old, fields)?,
            _ => tables.push(new_table(fields)?),
        }
    }
    while tables.len() > new.len() {
        tables.remove(new.len());
    }
    table.insert(key, Item::ArrayOfTables(tables));
    Ok(())
}

/// The tables of an array, also when they were written as a list of inline tables.
pub fn tables_in(item: Option<Item>) -> ArrayOfTables {
    item.unwrap_or_default().into_array_of_tables().unwrap_or_default()
}

/// Gives a key another value; what stands around the old one stays.
pub fn set_value(table: &mut dyn TableLike, key: &str, literal: &str) -> Result<(), WriteError> {
    let unreadable = |_| WriteError(format!("de waarde van {key} is geen geldige TOML"));
    let mut value: Value = literal.parse().map_err(unreadable)?;
    let around = table.get(key).and_then(Item::as_value).map(|old| old.decor().clone());
    *value.decor_mut() = around.unwrap_or_default();
    *table.entry(key).or_insert(Item::None) = Item::Value(value);
    Ok(())
}

fn change_values(table: &mut dyn TableLike, old: &Fields, new: &Fields) -> Result<(), WriteError> {
    for (key, written) in new {
        match (written, written_at(old, key)) {
            (new, Some(old)) if new == old => {}
            (Written::Literal(literal), _) => set_value(table, key, literal)?,
            (Written::Tables(new), Some(Written::Tables(old))) => change_tables(table, key, old, new)?,
            (Written::Tables(new), _) => change_tables(table, key, &[], new)?,
        }
    }
    keep_comments_of_state(table, old, new);
    for (key, _) in old.iter().filter(|(key, _)| written_at(new, key).is_none()) {
        table.remove(key);
    }
    Ok(())
}

fn written_at<'f>(fields: &'f Fields, key: &str) -> Option<&'f Written> {
    fields.iter().find(|(name, _)| *name == key).map(|(_, written)| written)
}

/// A value takes the place of `state`, and the other way round: what is said beside the one is about the other too.
fn keep_comments_of_state(table: &mut dyn TableLike, old: &Fields, new: &Fields) {
    for (from, to) in [("state", "value"), ("value", "state")] {
        let stands = [written_at(old, from), written_at(new, from), written_at(old, to), written_at(new, to)]
            .map(|written| written.is_some());
        if stands == [true, false, false, true] {
            move_comments(table, from, to);
        }
    }
}

fn move_comments(table: &mut dyn TableLike, from: &str, to: &str) {
    let key_decor = table.key(from).map(|key| key.leaf_decor().clone());
    let value_decor = table.get(from).and_then(Item::as_value).map(|value| value.decor().clone());
    if let (Some(mut key), Some(decor)) = (table.key_mut(to), key_decor) {
        *key.leaf_decor_mut() = decor;
    }
    if let (Some(value), Some(decor)) = (table.get_mut(to).and_then(Item::as_value_mut), value_decor) {
        *value.decor_mut() = decor;
    }
}

/// Where a new key belongs among those that are there: behind the nearest one that comes before it.
fn place_of(key: &str, present: &[&String], fields: &Fields) -> usize {
    let rank = |name: &str| fields.iter().position(|(field, _)| *field == name);
    let own = rank(key);
    let before = present.iter().rposition(|name| rank(name).is_some_and(|rank| Some(rank) < own));
    let after = present.iter().position(|name| rank(name).is_some_and(|rank| Some(rank) > own));
    before.map(|place| place + 1).or(after).unwrap_or(present.len())
}
