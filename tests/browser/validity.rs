use std::path::Path;
use std::process::Command;

use super::node::{Needs, story};

const EDITIONS: [&str; 3] = ["kopgroep", "deelnemers", "openbaar"];
const OVERVIEWS: [&[&str]; 6] =
    [&["status"], &["checklist"], &["organisatie"], &["geschiedenis"], &["rondvraag", "vergelijk"], &["document"]];

/// Every document of an example with little in it, and in every edition of the one with most, for an edition only leaves out; of all
/// examples the overviews and the pages of a round: they are HTML as the standard has it.
#[test]
fn every_page_is_valid_html() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("valid-html");
    // What an earlier run left is in the way; that there is nothing is fine.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    for example in ["vroeg", "halverwege", "tweede-jaar", "derde-jaar"] {
        let editions = match example {
            "tweede-jaar" => &EDITIONS[..],
            "vroeg" => &EDITIONS[..1],
            _ => &[],
        };
        for edition in editions {
            let set = folder.join(format!("{example}-{edition}"));
            regio(&folder, example, &["document", "alles", "--editie", edition, "--formaat", "html", "--uit"], &set);
        }
        for command in OVERVIEWS {
            let file = folder.join(format!("{example}-{}.html", command.join("-")));
            regio(&folder, example, &[command, &["--uit"]].concat(), &file);
        }
        regio(
            &folder,
            example,
            &["rondvraag", "maak", "--met-antwoorden", "--uit"],
            &folder.join(format!("{example}-rondvraag")),
        );
    }
    let told = story(Needs::Validator, "validity.mjs", &[&folder]);
    assert!(told.is_none_or(|told| told.contains("pages are valid")));
}

fn regio(folder: &Path, example: &str, words: &[&str], into: &Path) {
    let output = Command::new(env!("CARGO_BIN_EXE_regio"))
        .args(words)
        .arg(into)
        .args(["--project", &format!("examples/{example}/regio.toml")])
        .env("REGIO_STATE", folder.join("state"))
        .env("REGIO_VANDAAG", "2026-11-24")
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{words:?}\n{}", String::from_utf8_lossy(&output.stderr));
}
