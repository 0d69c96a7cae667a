use std::process::Command;

use regio::domain::{Edition, Project};
use regio::expression::Facts;
use regio::render::{csv, ics, xlsx};
use regio::report::{Dates, answers_sheet};

use crate::desk::{CATALOG, SHIPPED, today, unzipped};

/// A document as data for another program, with the label that it bears.
pub struct Data {
    pub format: &'static str,
    pub label: &'static str,
    pub text: String,
}

/// The formats of data that a document has.
fn formats(name: &str) -> &'static [&'static str] {
    match name {
        "overzicht" => &["csv", "xlsx"],
        "uitnodiging" | "jaarkalender" => &["ics"],
        // What a format cannot hold is left out of the set.
        "alles" => &["csv", "xlsx", "ics"],
        _ => &[],
    }
}

/// The document in every format of data that it has. A calendar with nothing in it is not made.
pub fn as_data(name: &str, project: &Project, edition: Edition) -> Vec<Data> {
    let facts = Facts::new(project, &*CATALOG, today());
    formats(name).iter().filter_map(|format| one(format, name, &facts, edition)).collect()
}

fn one(format: &'static str, name: &str, facts: &Facts, edition: Edition) -> Option<Data> {
    let (label, text) = match format {
        "ics" => calendar(name, facts, edition)?,
        _ => {
            let sheet = answers_sheet(&CATALOG, facts, edition);
            let text = match format {
                "csv" => text(csv(&sheet).expect("it renders")),
                _ => unzipped(&xlsx(&sheet).expect("it renders")),
            };
            (sheet.label, text)
        }
    };
    Some(Data { format, label, text })
}

fn calendar(name: &str, facts: &Facts, edition: Edition) -> Option<(&'static str, String)> {
    let find = if name == "uitnodiging" { Dates::of_meeting } else { Dates::new };
    let dates = find(&CATALOG, facts, edition);
    let file = text(ics(&dates.calendar()));
    // A long line is folded, wherever that falls.
    (!dates.dates.is_empty()).then(|| (dates.head.tlp.title(), file.replace("\r\n ", "")))
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("it is text")
}

/// What the command writes is what is looked at here, no more and no less.
#[test]
fn the_command_makes_these_formats_of_data_and_no_other() {
    let folder = tempfile::tempdir().expect("the system gives a folder");
    for name in SHIPPED.iter().map(|wording| wording.id.as_str()).chain(["werkbladen", "alles"]) {
        for format in ["csv", "xlsx", "ics"] {
            let output = Command::new(env!("CARGO_BIN_EXE_regio"))
                .args(["document", name, "--formaat", format, "--project", "examples/vroeg/regio.toml", "--uit"])
                .arg(folder.path().join(format!("{name}.{format}")))
                .env("REGIO_STATE", folder.path())
                .env("REGIO_VANDAAG", today().to_string())
                .output()
                .expect("the program starts");
            assert_eq!(output.status.success(), formats(name).contains(&format), "{name} {format}: {output:?}");
        }
    }
}
