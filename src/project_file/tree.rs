//! Tables inside tables, and their positions in the text.

use toml_edit::{Item, Table};

/// Gives a table and those inside it consecutive positions, and returns the last.
pub fn number(table: &mut Table, first: isize) -> isize {
    let mut next = first;
    visit_tables(table, &mut |inner| {
        if !inner.is_implicit() && !inner.is_dotted() {
            inner.set_position(Some(next));
            next += 1;
        }
    });
    (next - 1).max(first)
}

/// Gives the tables inside a table that have no position one behind the others, and returns the last.
pub fn number_new(table: &mut Table) -> isize {
    let mut last = last_position(table).unwrap_or(0);
    visit_tables(table, &mut |inner| {
        if inner.position().is_none() && !inner.is_implicit() && !inner.is_dotted() {
            last += 1;
            inner.set_position(Some(last));
        }
    });
    last
}

/// The position of the last table inside a table, or its own.
pub fn last_position(table: &Table) -> Option<isize> {
    let inner = table.iter().flat_map(|(_, item)| match item {
        Item::Table(table) => vec![last_position(table)],
        Item::ArrayOfTables(tables) => tables.iter().map(last_position).collect(),
        _ => Vec::new(),
    });
    inner.flatten().chain(table.position()).max()
}

/// Calls `visit` for a table and every table inside it, outermost first.
pub fn visit_tables(table: &mut Table, visit: &mut impl FnMut(&mut Table)) {
    visit(table);
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(table) => visit_tables(table, visit),
            Item::ArrayOfTables(tables) => tables.iter_mut().for_each(|table| visit_tables(table, visit)),
            _ => {}
        }
    }
}

/// What stands at a path of keys.
pub fn find<'i>(item: &'i Item, path: &[String]) -> Option<&'i Item> {
    path.iter().try_fold(item, |item, key| item.as_table_like()?.get(key))
}

pub fn find_mut<'i>(item: &'i mut Item, path: &[String]) -> Option<&'i mut Item> {
    path.iter().try_fold(item, |item, key| item.as_table_like_mut()?.get_mut(key))
}

/// Takes out what stands at a path of keys.
pub fn take_out(item: &mut Item, path: &[String]) -> Option<Item> {
    let (last, parents) = path.split_last()?;
    find_mut(item, parents)?.as_table_like_mut()?.remove(last)
}

/// Puts a table in, with the tables around it as far as they are not there.
pub fn put_in(item: &mut Item, path: &[String], table: Table) {
    let Some((first, rest)) = path.split_first() else { return };
    let is_inline = item.is_value();
    let Some(parent) = item.as_table_like_mut() else { return };
    if rest.is_empty() {
        let item = if is_inline { Item::Value(table.into_inline_table().into()) } else { Item::Table(table) };
        parent.insert(first, item);
        return;
    }
    if !parent.contains_key(first) {
        let mut between = Table::new();
        between.set_implicit(true);
        let item = if is_inline { Item::Value(between.into_inline_table().into()) } else { Item::Table(between) };
        parent.insert(first, item);
    }
    if let Some(item) = parent.get_mut(first) {
        put_in(item, rest, table);
    }
}
