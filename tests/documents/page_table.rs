//! How many pages each document takes on paper in each example, by format. What grows is seen here, and nobody hands out two pages where
//! one was meant. `REGIO_BLADZIJDEN=schrijf` writes what was counted.

use std::collections::BTreeMap;

use regio::document::Document;

use crate::desk::{SHIPPED, example, made};

const FILE: &str = "tests/page_counts.toml";
const EXAMPLES: [&str; 4] = ["vroeg", "halverwege", "tweede-jaar", "derde-jaar"];

/// The pages of a document in each example.
type Counts = BTreeMap<String, Vec<usize>>;

fn table() -> BTreeMap<String, Counts> {
    toml::from_str(&std::fs::read_to_string(FILE).expect("the table is there")).expect("the table is in order")
}

/// Holds the pages of every document against the table; nothing is held where they cannot be counted.
#[track_caller]
pub fn check(format: &str, count: impl Fn(&[Document]) -> Option<Vec<usize>>) {
    let projects = EXAMPLES.map(example);
    let of_each = SHIPPED.iter().flat_map(|wording| projects.iter().map(|one| made(wording, one, wording.edition)));
    let Some(pages) = count(&of_each.collect::<Vec<_>>()) else { return };
    let rows = pages.chunks(EXAMPLES.len()).map(<[usize]>::to_vec);
    let counted: Counts = SHIPPED.iter().map(|wording| wording.id.to_string()).zip(rows).collect();
    for (wording, most) in SHIPPED.iter().filter_map(|wording| Some((wording, wording.pages?))) {
        let pages = &counted[wording.id.as_str()];
        assert!(pages.iter().all(|count| *count <= most), "{format}: {} takes {pages:?} in {EXAMPLES:?}", wording.id);
    }
    if std::env::var_os("REGIO_BLADZIJDEN").is_some() {
        return write(format, counted);
    }
    let rows = |counts: &Counts| counts.iter().map(|(name, pages)| format!("{name} = {pages:?}\n")).collect::<String>();
    assert_eq!(rows(&counted), rows(&table()[format]), "{format}: pages in {EXAMPLES:?}");
}

fn write(format: &str, counted: Counts) {
    let mut table = table();
    table.insert(format.to_owned(), counted);
    let mut text = format!("# The pages of each document in the examples {}.\n", EXAMPLES.join(", "));
    for (format, counts) in table {
        text.push_str(&format!("\n[{format}]\n"));
        text.extend(counts.iter().map(|(name, pages)| format!("{name} = {pages:?}\n")));
    }
    std::fs::write(FILE, text).expect("the table can be written");
}
