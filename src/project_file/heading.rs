use toml_edit::{DocumentMut, Table};

use super::tree::visit_tables;

/// What stands above the comment of a table that goes is about what follows too, so the next table takes it over.
/// A heading of our own goes along when its section is empty.
pub fn hand_on_heading(document: &mut DocumentMut, gone: &Table, own_of_empty_section: Option<&str>) {
    let Some(heading) = heading(gone).filter(|heading| Some(heading.trim()) != own_of_empty_section) else { return };
    let next = gone.position().and_then(|position| next_position(document, position));
    if next.is_none() {
        let trailing = document.trailing().as_str().unwrap_or_default().to_owned();
        document.set_trailing(format!("{heading}{trailing}"));
        return;
    }
    visit_tables(document.as_table_mut(), &mut |table| {
        if table.position() == next {
            let own = prefix(table).unwrap_or("\n").to_owned();
            table.decor_mut().set_prefix(format!("{heading}{own}"));
        }
    });
}

/// The comments above a table that an empty line parts from it.
fn heading(table: &Table) -> Option<&str> {
    let prefix = prefix(table)?;
    let end = prefix.rfind("\n\n")?;
    Some(&prefix[..=end]).filter(|heading| heading.contains('#'))
}

fn prefix(table: &Table) -> Option<&str> {
    table.decor().prefix().and_then(|prefix| prefix.as_str())
}

fn next_position(document: &mut DocumentMut, position: isize) -> Option<isize> {
    let mut later = Vec::new();
    visit_tables(document.as_table_mut(), &mut |table| later.extend(table.position()));
    later.into_iter().filter(|other| *other > position).min()
}
