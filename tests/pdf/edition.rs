use std::path::PathBuf;

use regio::domain::{Edition, Tlp};

use super::{folder, readers, write};
use crate::desk::{SHIPPED, made};
use crate::witness::{Witness, found};

/// That an edition leaves out what it must is shown for every label in the formats that are text; here, that a PDF holds no more than
/// its document, where most is left out: by the label of an answer, and by that of the project.
const LABELS: [(Tlp, Option<Tlp>); 2] = [(Tlp::Amber, Some(Tlp::Red)), (Tlp::Red, None)];

#[test]
fn no_pdf_holds_a_word_that_its_edition_forbids() {
    let folder = folder();
    for (turn, (project, label)) in LABELS.into_iter().enumerate() {
        let witness = Witness::new(project, label);
        let mut made_for: Vec<(PathBuf, Edition)> = Vec::new();
        // A page is made of its document and nothing else, so the documents take turns; the overview, with every word, is in both.
        let by_turns = SHIPPED.iter().enumerate().filter(|(place, _)| place % LABELS.len() == turn);
        let overview = SHIPPED.iter().filter(|wording| wording.id.as_str() == "overzicht");
        for wording in by_turns.map(|(_, wording)| wording).chain(overview) {
            for edition in Edition::ALL {
                let name = format!("{}-{}-{project:?}-{label:?}", wording.id, edition.word());
                let document = made(wording, &witness.project, *edition);
                made_for.push((write(folder.path(), &name, &document), *edition));
            }
        }
        check(&witness, &made_for);
    }
}

/// What can be read on the pages, and everything that is hidden in the file.
fn check(witness: &Witness, files: &[(PathBuf, Edition)]) {
    let paths: Vec<PathBuf> = files.iter().map(|(path, _)| path.clone()).collect();
    let Some(looked) = readers::look(&paths) else { return };
    for ((path, edition), looked) in files.iter().zip(looked) {
        let Some(pages) = readers::words(path) else { return };
        let all = format!("{}\n{}\n{}", pages.concat(), looked.streams, looked.strings);
        let there = found(&all);
        for (word, spot) in witness.words.iter().filter(|(word, _)| there.contains(word.as_str())) {
            assert!(spot.admitted(*edition, witness.project.tlp), "{}: {word} of {spot:?}", path.display());
        }
        if path.to_string_lossy().contains("overzicht-kopgroep") {
            let lost = witness.words.iter().filter(|(word, _)| !there.contains(word.as_str())).count();
            assert_eq!(lost, 0, "{} does not hold every word: this test would see nothing", path.display());
        }
    }
}
