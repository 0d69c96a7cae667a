//! Tables inside tables, and their positions in the text.

use toml_edit::{Item, Table};

/// Gives a table a position; those inside it have none of their own, and so follow it in their order.
pub fn place(table: &mut Table, position: isize) {
    visit_tables(table, &mut |inner| inner.set_position(None));
    table.set_position(Some(position));
}

/// The position of the last table inside a table, or its own.
pub fn last_position(table: &mut Table) -> Option<isize> {
    let mut last = None;
    visit_tables(table, &mut |inner| last = last.max(inner.position()));
    last
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
    let in_form = |table: Table| match is_inline {
        true => Item::Value(table.into_inline_table().into()),
        false => Item::Table(table),
    };
    let Some(parent) = item.as_table_like_mut() else { return };
    if rest.is_empty() {
        parent.insert(first, in_form(table));
        return;
    }
    let between = || {
        let mut between = Table::new();
        between.set_implicit(true);
        in_form(between)
    };
    put_in(parent.entry(first).or_insert_with(between), rest, table);
}
