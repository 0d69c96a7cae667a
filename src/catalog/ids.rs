use std::collections::BTreeSet;

use crate::source::{Fault, Table};

/// The ids of tables that each have one.
pub(super) fn ids<'t>(tables: &[Table<'t>]) -> Vec<&'t str> {
    tables.iter().filter_map(|table| table.text("id")).map(|id| id.value).collect()
}

/// A fault for every id that an earlier table has too.
pub(super) fn doubled(tables: &[Table], message: impl Fn(&str) -> String, tip: &str) -> Vec<Fault> {
    let mut seen = BTreeSet::new();
    let doubled = tables.iter().filter_map(|table| table.text("id")).filter(|id| !seen.insert(id.value));
    doubled.map(|id| Fault::at(id.span, message(id.value)).tip(tip)).collect()
}
