use std::path::Path;
use std::process::Command;

use regio::document::{Block, Document, Table, text};
use regio::render::{Html, Renderer};

use super::node::{Needs, story};
use crate::{sample, word};

/// The whole set of documents of the example with most in it, and the overviews.
#[test]
fn everybody_can_read_every_document() {
    let folder = tempfile::tempdir().expect("the system gives a folder");
    let project = std::env::current_dir().expect("stands somewhere").join("examples/tweede-jaar/regio.toml");
    let regio = |words: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_regio"))
            .current_dir(folder.path())
            .args(words)
            .arg("--project")
            .arg(&project)
            .env("REGIO_STATE", folder.path().join("state"))
            .env("REGIO_VANDAAG", "2026-11-24")
            .output()
            .expect("the program starts");
        assert!(output.status.success(), "{words:?}\n{}", String::from_utf8_lossy(&output.stderr));
    };
    regio(&["document", "alles", "--uit", "stukken", "--formaat", "html"]);
    for command in ["status", "checklist", "organisatie", "geschiedenis"] {
        regio(&[command, "--uit", &format!("stukken/{command}.html")]);
    }
    let pages: &Path = &folder.path().join("stukken");
    story(Needs::Browser, "documents.mjs", &[pages]);
}

/// What stands above a table goes along to the page on which its first row stands.
#[test]
fn nothing_above_a_table_stands_alone_at_the_foot_of_a_page() {
    let folder = tempfile::tempdir().expect("the system gives a folder");
    let [page, printed] = ["tabellen.html", "tabellen.pdf"].map(|name| folder.path().join(name));
    let one = |lines: usize| {
        let above = (0..lines).map(|_| Block::Paragraph(text("een regel")));
        let rows: Vec<_> = (0..6).map(|row| vec![text(format!("rij {lines} {row}"))]).collect();
        let table = Table { caption: Some(format!("Tabel {lines}.")), ..Table::new([format!("Kolom {lines}.")], rows) };
        above.chain([table.into(), Block::PageBreak]).collect::<Vec<_>>()
    };
    let document = Document { blocks: (20..50).flat_map(one).collect(), ..sample::document() };
    std::fs::write(&page, Html.render(&document).expect("it renders")).expect("can be written");
    if story(Needs::Browser, "print.mjs", &[&page, &printed]).is_none() {
        return;
    }
    let Some(pages) = word::readers::words_of_pages(&printed) else { return };
    let mut broken = 0;
    for lines in 20..50 {
        let page = |words: String| pages.iter().position(|page| page.contains(&words)).expect(&words);
        let first = page(format!("rij {lines} 0"));
        assert_eq!([page(format!("Tabel {lines}.")), page(format!("Kolom {lines}."))], [first; 2], "{lines}");
        broken += usize::from(page(format!("rij {lines} 5")) != first);
    }
    assert!(broken > 2, "the foot of a page is reached: {broken}");
}
