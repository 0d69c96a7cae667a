//! How many pages each document takes on paper in each example. What grows is seen here, and nobody hands out two pages where one was
//! meant. `REGIO_BLADZIJDEN=schrijf` writes what was counted.
#![allow(clippy::disallowed_methods, reason = "it stands outside the program and looks at it")]

use std::collections::BTreeMap;

use regio::document::Document;
use regio::wording::Wording;

use crate::browser;
use crate::desk::{SHIPPED, example, made};

const FILE: &str = "tests/page_counts.toml";
const EXAMPLES: [&str; 4] = ["vroeg", "halverwege", "tweede-jaar", "derde-jaar"];

/// The pages of a document in each example.
type Counts = BTreeMap<String, Vec<usize>>;

/// By format.
fn table() -> BTreeMap<String, Counts> {
    toml::from_str(&std::fs::read_to_string(FILE).expect("the table is there")).expect("the table is in order")
}

/// Of the documents that are wanted; nothing where they cannot be counted.
fn counted(is_wanted: fn(&Wording) -> bool, count: impl Fn(&[Document]) -> Option<Vec<usize>>) -> Option<Counts> {
    let projects = EXAMPLES.map(example);
    let wanted: Vec<&Wording> = SHIPPED.iter().filter(|wording| is_wanted(wording)).collect();
    let documents = wanted.iter().flat_map(|wording| projects.iter().map(|one| made(wording, one, wording.edition)));
    let pages = count(&documents.collect::<Vec<_>>())?;
    let rows = pages.chunks(EXAMPLES.len()).map(<[usize]>::to_vec);
    Some(wanted.iter().map(|wording| wording.id.to_string()).zip(rows).collect())
}

#[track_caller]
fn check(format: &str, count: impl Fn(&[Document]) -> Option<Vec<usize>>) {
    let Some(counted) = counted(|_| true, count) else { return };
    if std::env::var_os("REGIO_BLADZIJDEN").is_some() {
        return write(format, counted);
    }
    let table = table();
    let rows = |counts: &Counts| counts.iter().map(|(name, pages)| format!("{name} = {pages:?}\n")).collect::<String>();
    assert_eq!(rows(&counted), rows(&table[format]), "{format}: pages in {EXAMPLES:?}");
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

/// In DejaVu Sans alone, the widest letters that a reader has.
#[test]
fn the_pages_of_the_web_are_as_many_as_the_table_says() {
    check("html", browser::printed_pages);
}

#[test]
fn what_was_meant_for_so_many_pages_stands_on_them() {
    table().iter().for_each(|(format, counts)| check_meant(format, counts));
}

#[track_caller]
fn check_meant(format: &str, counts: &Counts) {
    let meant: Vec<&Wording> = SHIPPED.iter().filter(|wording| wording.pages.is_some()).collect();
    assert!(meant.len() >= 5, "{}", meant.len());
    for wording in meant {
        let most = counts[wording.id.as_str()].iter().max().copied();
        assert!(most <= wording.pages, "{} in {format}: {most:?}", wording.id);
    }
}
