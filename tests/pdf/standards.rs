use std::path::{Path, PathBuf};

use regio::domain::Edition;

use super::{folder, readers, write};
use crate::desk::{EXAMPLES, SHIPPED, example, made};
use crate::sample;

const FULLEST: &str = "tweede-jaar";

/// Every document of the example that tells most in every edition, and of the others by turns as it is fullest.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for (turn, name) in EXAMPLES.iter().enumerate() {
        let project = example(name);
        for (place, wording) in SHIPPED.iter().enumerate() {
            let editions = match *name {
                FULLEST => Edition::ALL,
                _ if place % EXAMPLES.len() == turn => &[Edition::Kopgroep],
                _ => &[],
            };
            for edition in editions {
                let file = format!("{name}-{}-{}", wording.id, edition.word());
                files.push(write(folder, &file, &made(wording, &project, *edition)));
            }
        }
    }
    files
}

/// Every overview that a command gives.
fn overviews(folder: &Path) -> Vec<PathBuf> {
    const COMMANDS: &[&[&str]] = &[
        &["status"],
        &["checklist"],
        &["checklist", "--alles"],
        &["organisatie"],
        &["geschiedenis"],
        &["besluit"],
        &["gebeurtenis"],
        &["rondvraag", "vergelijk"],
        &["document", "werkbladen"],
        &["document", "werkbladen", "--samen"],
    ];
    let made = |name: &str, words: &[&str]| {
        let file = folder.join(format!("{name}-{}.pdf", words.join("-")));
        let project = format!("examples/{name}/regio.toml");
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_regio"))
            .args(words)
            .args(["--formaat", "pdf", "--project", &project, "--uit"])
            .arg(&file)
            .env("REGIO_VANDAAG", "2026-11-24")
            .output()
            .expect("the program starts");
        assert!(output.status.success(), "{name} {words:?}: {}", String::from_utf8_lossy(&output.stderr));
        file
    };
    let others: Vec<&str> = EXAMPLES.into_iter().filter(|name| *name != FULLEST).collect();
    let by_turns = COMMANDS.iter().zip(others.iter().cycle());
    let wanted = by_turns.map(|(words, name)| (*name, *words)).chain(COMMANDS.iter().map(|words| (FULLEST, *words)));
    wanted.map(|(name, words)| made(name, words)).collect()
}

/// What somebody could type to break a file, and documents with little in them.
fn others(folder: &Path) -> Vec<PathBuf> {
    let hostile = [
        ("opmaak", "#panic() $x$ *a* _b_ `c` <d> @e // /* \\ ] [ ) ( } { \" ' #{ ~ -- ... http://a.b %PDF endstream".to_owned()),
        ("tekens", "\u{1b}[31m \u{0} \u{202e}om \u{fffe}\u{ffff} 👩\u{200d}🔬 世界 \u{301} é € \u{e000}\u{f0000} שלום سلام\r\n\tna".to_owned()),
        ("lang", "x".repeat(2_000)),
        ("breed", "W".repeat(2_000)),
        ("woorden", "Veel woorden. ".repeat(300)),
        ("regels", "regel\n".repeat(120)),
    ];
    let mut files = vec![write(folder, "voorbeeld", &sample::document())];
    for (name, words) in hostile {
        files.push(write(folder, name, &sample::document_full_of(&words)));
    }
    let empty = crate::document::Document {
        label: None,
        subtitle: None,
        title: String::new(),
        blocks: Vec::new(),
        ..sample::document()
    };
    files.push(write(folder, "leeg", &empty));
    files
}

#[test]
fn every_file_keeps_to_the_standards_and_reads_well_aloud() {
    let folder = folder();
    let folder = folder.path();
    let files = [documents(folder), overviews(folder), others(folder)].concat();
    let Some(all) = readers::check(&files) else { return };
    for (file, checked) in files.iter().zip(&all) {
        assert_eq!(checked.faults, [""; 0], "{}", file.display());
        assert!(checked.rules > 200, "only {} rules", checked.rules);
        assert_eq!(checked.wrong_lengths, 0, "{}", file.display());
    }
    assert!(all.len() > 120, "only {} files", all.len());
}

#[test]
fn the_checkers_see_a_fault() {
    let folder = folder();
    let file = write(folder.path(), "kapot", &sample::document());
    let mut bytes = std::fs::read(&file).unwrap();
    replace(&mut bytes, b"/Lang(nl-NL)", b"/Lung(nl-NL)");
    replace(&mut bytes, b"\nendstream", b" endstream");
    std::fs::write(&file, bytes).unwrap();
    let Some(all) = readers::check(&[file]) else { return };
    assert!(all[0].faults.iter().any(|fault| fault.to_lowercase().contains("lang")), "{:?}", all[0].faults);
    assert_eq!(all[0].wrong_lengths, 1);
}

fn replace(bytes: &mut [u8], from: &[u8], to: &[u8]) {
    let at = bytes.windows(from.len()).position(|part| part == from).expect("it is there");
    bytes[at..at + to.len()].copy_from_slice(to);
}
