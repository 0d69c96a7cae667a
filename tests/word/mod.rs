//! Files of Word, read by programs that are not ours: python-docx, a checker of the schema, and LibreOffice.

#![allow(clippy::disallowed_methods, reason = "starts the readers and lays out files for them")]

#[allow(dead_code, reason = "pages are counted where PDF is made too")]
pub mod readers;
mod returned;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use regio::document::Document;
use regio::render::{Docx, Renderer};
use serde_json::{Value as Json, json};

use crate::sample;

const EXAMPLES: [&str; 3] = ["halverwege", "tweede-jaar", "rondvraag"];

const COMMANDS: &[&[&str]] = &[
    &["status"],
    &["checklist", "--alles"],
    &["organisatie"],
    &["organisatie", "toon"],
    &["geschiedenis"],
    &["rondvraag", "vergelijk"],
    &["document", "uitnodiging"],
    &["document", "overzicht"],
    &["document", "besluiten"],
    &["document", "presentatie"],
    &["document", "roadmap"],
    &["document", "werkbladen"],
];

/// What a build without `pdf` says where a picture would be.
const NO_PICTURE: &str = "Deze tekening staat in de HTML van dit stuk (maak die met --formaat html). Wat erin staat, lees je hier ook in woorden.";

/// The width of the text on a page, in twentieths of a point: A4 without its margins.
const WIDTH: u64 = 9_412;

/// What the program prints for this command on this example.
fn regio(example: &str, words: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_regio"))
        .args(words)
        .args(["--project", &format!("examples/{example}/regio.toml")])
        .env("REGIO_VANDAAG", "2026-11-24")
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// A file for each command of each example, with its words as plain text; made once, for all who read them.
static EXAMPLE_FILES: LazyLock<Vec<(PathBuf, String)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("word-examples");
    // What an earlier run left is in the way; that there is nothing is fine.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let mut made = Vec::new();
    for example in EXAMPLES {
        for words in COMMANDS {
            let file = folder.join(format!("{example}-{}.docx", words.join("-")));
            std::fs::write(&file, regio(example, &[words, &["--formaat", "docx"][..]].concat()))
                .expect("can be written");
            let plain = regio(example, words);
            made.push((file, String::from_utf8(plain).expect("is UTF-8")));
        }
    }
    made
});

fn example_files() -> Vec<PathBuf> {
    EXAMPLE_FILES.iter().map(|(file, _)| file.clone()).collect()
}

fn write(folder: &Path, name: &str, document: &Document) -> PathBuf {
    let file = folder.join(name);
    std::fs::write(&file, Docx.render(document).expect("takes every document")).expect("can be written");
    file
}

/// What somebody could type to break a file.
fn hostile() -> [(&'static str, String); 5] {
    [
        ("opmaak.docx", "</w:t></w:p><w:p>&lt; & \" ' <!-- ]]> <?x ?> {PAGE} \\\\ %n".to_owned()),
        (
            "tekens.docx",
            "\u{1b}[31m \u{0} \u{202e}om \u{fffe}\u{ffff}\u{1ffff} 👩\u{200d}🔬 世界 \u{301} é €\r\n\tna".to_owned(),
        ),
        ("lang.docx", "x".repeat(10_000)),
        ("woorden.docx", "Veel woorden. ".repeat(700)),
        ("regels.docx", "regel\n".repeat(120)),
    ]
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("the system gives a folder for temporary files")
}

fn list(json: &Json) -> &Vec<Json> {
    json.as_array().expect("is a list")
}

#[test]
fn another_reader_finds_what_was_meant() {
    let folder = folder();
    let file = write(folder.path(), "voorbeeld.docx", &sample::document());
    let Some(read) = readers::read(&[file]) else { return };
    let read = &read[0];
    assert_eq!(read["title"], "Checklist: Verkennen");
    assert_eq!((&read["author"], &read["language"]), (&json!("regio"), &json!("nl-NL")));
    assert_eq!(read["spelled_in"], "nl-NL");
    assert_eq!(read["created"], "2026-11-24T00:00:00+00:00");
    assert_eq!(read["size"], json!([210, 297]));
    assert_eq!(read["header"], "\u{a0}TLP:AMBER\u{a0}");
    assert_eq!(read["label"], json!([[12.0, true, "FFC000"]]));
    assert_eq!(read["fields"], json!(["PAGE", "NUMPAGES"]));
    assert_eq!(read["footer"][0], "Checklist: Verkennen · Samen Sterk, Zuidwâld");
    let below = read["footer"][1].as_str().expect("is a text");
    assert!(below.starts_with("24\u{a0}november\u{a0}2026 · versie K7M-4XP · bladzijde "), "{below}");
    assert!(below.ends_with("\t\u{a0}TLP:AMBER\u{a0}"), "{below}");
    let paragraph = |style: &str, text: &str| {
        assert!(list(&read["paragraphs"]).contains(&json!([style, text])), "{style}: {text} in {}", read["paragraphs"]);
    };
    paragraph("Title", "Checklist: Verkennen");
    paragraph("Subtitle", "Samen Sterk, Zuidwâld");
    paragraph("Heading 1", "Eerst deze zes");
    paragraph("Heading 3", "Welke rol past bij jullie?");
    paragraph("List Bullet", "Begin met regio init");
    paragraph("Caption", "Organisaties");
    paragraph("Quote", "Begin klein.");
    let drawn = json!({
        "title": "Uren: toegezegd naast nodig",
        "description": "20 uur nodig, 16 uur toegezegd: 4 uur te weinig.",
        "png": "PNG",
        "svg": "<svg",
        "wide": 166,
    });
    if cfg!(feature = "pdf") {
        assert_eq!(read["pictures"], json!([drawn]));
    } else {
        assert_eq!(read["pictures"], json!([]));
        paragraph("Normal", NO_PICTURE);
    }
    let table = &read["tables"][0];
    assert_eq!(table["repeated"], json!([true, false, false]));
    assert_eq!(table["cells"][1], json!(["Gemeente Zuidwâld", "kopgroep", "12"]));
    let control = |name: &str, ticked: Option<bool>, words: &str| {
        let control = json!({ "name": name, "ticked": ticked, "words": words });
        assert!(list(&read["controls"]).contains(&control), "{control} in {}", read["controls"]);
    };
    control("Klaar", Some(false), "\u{2610}");
    control("Klaar", Some(true), "\u{2611}");
    control("Keuze 1", Some(false), "\u{2610}");
    control("Waarom juist nu?", None, "____________________ (Waarom juist nu?)");
    assert_eq!(list(&read["controls"]).len(), 6);
}

#[test]
fn every_overview_and_document_is_a_sound_file() {
    let files = example_files();
    let Some(read) = readers::read(&files) else { return };
    let (mut tables, mut boxes, mut pictures, mut without) = (0, 0, 0, 0);
    for (read, (file, plain)) in read.iter().zip(&*EXAMPLE_FILES) {
        let label = plain.lines().next().expect("the label stands first");
        assert_eq!(read["header"], format!("\u{a0}{label}\u{a0}"), "{}", file.display());
        for table in list(&read["tables"]) {
            let (first, rest) = list(&table["repeated"]).split_first().expect("there is a row");
            assert!(first == true && rest.iter().all(|row| row == false) && table["whole"] == true, "{table}");
            assert_eq!(list(&table["widths"]).iter().filter_map(Json::as_u64).sum::<u64>(), WIDTH);
            tables += 1;
        }
        let drawn = list(&read["controls"]).iter().filter(|control| control["ticked"] != Json::Null).count();
        assert_eq!(drawn, plain.matches("[ ]").count() + plain.matches("[x]").count(), "{}", file.display());
        boxes += drawn;
        pictures += list(&read["pictures"]).len();
        without += list(&read["paragraphs"]).iter().filter(|paragraph| paragraph[1] == NO_PICTURE).count();
    }
    let (some, none) = if cfg!(feature = "pdf") { (pictures, without) } else { (without, pictures) };
    assert!(some > 5 && none == 0, "{pictures} pictures, and {without} lines that stand for one");
    assert!(tables >= 3 && boxes > 1_000, "{tables} tables and {boxes} boxes");
    let folder = files[0].parent().expect("a file stands in a folder");
    assert_eq!(readers::faults(folder), Some(Vec::new()));
}

#[test]
fn whatever_was_typed_gives_a_sound_file_that_opens() {
    let folder = folder();
    let mut files = Vec::new();
    for (name, words) in hostile() {
        files.push(write(folder.path(), name, &sample::document_full_of(&words)));
    }
    if let Some(faults) = readers::faults(folder.path()) {
        assert_eq!(faults, [""; 0]);
    }
    if let Some(pages) = readers::pages(&files) {
        let shown = |index: usize| &pages[index].in_order;
        assert!(shown(0).contains("<?x ?>"), "{}", shown(0));
        assert!(shown(1).contains("[31m") && !shown(1).contains("U+001B"), "{}", shown(1));
        // A column, a caption, a cell and more hold the text: none of it may fall off a page.
        let letters = shown(2).matches('x').count();
        assert!(letters > 200_000, "{letters} letters");
        assert!(pages.iter().flat_map(|pages| &pages.laid_out).all(|page| bears(page, "TLP:AMBER")));
    }
}

#[test]
fn the_checker_sees_a_fault() {
    let folder = folder();
    let mut document = sample::document();
    document.title = "Goed".to_owned();
    let file = write(folder.path(), "kapot.docx", &document);
    break_open(&file);
    let Some(faults) = readers::faults(folder.path()) else { return };
    assert!(faults.iter().any(|fault| fault.contains("pStyle")), "{faults:?}");
}

/// Puts the properties of the paragraphs in an order that Word does not take.
fn break_open(file: &Path) {
    use std::io::{Read, Write};
    let bytes = std::fs::read(file).expect("the file is there");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("is a package");
    let mut broken = zip::ZipWriter::new(std::fs::File::create(file).expect("can be written"));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("the part is there");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("can be read");
        let name = part.name().expect("is UTF-8").into_owned();
        // Pictures are no text.
        if let Ok(text) = String::from_utf8(bytes.clone()) {
            let broken = "<w:jc w:val=\"left\"/><w:pStyle w:val=\"Titel\"/>";
            bytes = text.replace("<w:pStyle w:val=\"Titel\"/>", broken).into_bytes();
        }
        broken.start_file(name, zip::write::SimpleFileOptions::default()).expect("can be written");
        broken.write_all(&bytes).expect("can be written");
    }
    broken.finish().expect("can be written");
}

#[test]
fn every_word_stands_on_the_pages() {
    let files = example_files();
    let Some(all) = readers::pages(&files) else { return };
    for (pages, (file, plain)) in all.iter().zip(&*EXAMPLE_FILES) {
        let shown = letters(&pages.in_order);
        let is_stack = file.to_string_lossy().contains("werkbladen");
        // The title of a stack belongs to none of its sheets.
        let told = plain.find("Werkblad van").filter(|_| is_stack).map_or(&**plain, |first| &plain[first..]);
        let words = told.split_whitespace().filter(|word| !word.starts_with('[')).map(letters);
        for word in words.filter(|word| !word.is_empty()) {
            assert!(shown.contains(&word), "{}: {word} is missing", file.display());
        }
        let label = plain.lines().next().expect("the label stands first");
        for (number, page) in pages.laid_out.iter().enumerate() {
            assert!(bears(page, label), "{} {number}: {page}", file.display());
            // Every sheet of a stack counts its own pages.
            let counted = format!("bladzijde {} van {}", number + 1, pages.laid_out.len());
            assert!(
                page.contains(if is_stack { "bladzijde " } else { &counted }),
                "{}: {counted}\n{page}",
                file.display()
            );
        }
    }
}

/// A hand needs nine millimetres.
#[test]
fn lines_to_write_on_stand_nine_millimetres_apart() {
    let sheets =
        example_files().into_iter().find(|file| file.to_string_lossy().contains("tweede-jaar-document-werkbladen"));
    let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
    let Some(printed) = readers::saved_as(&sheets.expect("it is made"), "pdf", folder.path()) else { return };
    let Some(told) = readers::words_in_place(&printed) else { return };
    let heights = told.split("<page").map(|page| {
        let whole_line = "_".repeat(50);
        let words = page.lines().filter(|line| line.contains(&whole_line));
        let height = |line: &str| line.split("yMin=\"").nth(1)?.split('"').next()?.parse::<f64>().ok();
        words.filter_map(height).collect::<Vec<f64>>()
    });
    let apart: Vec<f64> =
        heights.flat_map(|page| page.windows(2).map(|two| two[1] - two[0]).collect::<Vec<_>>()).collect();
    // Lines of one question stand nearer to each other than those of two.
    let apart: Vec<f64> =
        apart.into_iter().filter(|points| *points < 40.0).map(|points| points / 72.0 * 25.4).collect();
    assert!(apart.len() > 5, "{apart:?}");
    assert!(apart.iter().all(|millimetres| (8.7..9.3).contains(millimetres)), "{apart:?}");
}

/// The chapters of a long document, each with the page on which it begins.
#[test]
fn the_contents_tell_the_pages_of_the_chapters() {
    let overview =
        example_files().into_iter().find(|file| file.to_string_lossy().contains("tweede-jaar-document-overzicht"));
    let Some(all) = readers::pages(&[overview.expect("it is made")]) else { return };
    let pages = &all[0].laid_out;
    let entries: Vec<(&str, usize)> = pages[0]
        .lines()
        .filter_map(|line| {
            let (chapter, page) = line.trim().split_once("....")?;
            Some((chapter, page.trim_matches(|sign| sign == '.' || sign == ' ').parse().ok()?))
        })
        .collect();
    assert!(entries.len() > 5, "{entries:?} in {}", pages[0]);
    for (chapter, page) in entries {
        assert!(pages[page - 1].lines().any(|line| line.trim() == chapter), "{chapter} is not on {page}");
    }
}

/// At the right of the first and of the last line, whatever stands between them.
fn bears(page: &str, label: &str) -> bool {
    let mut lines = page.lines().filter(|line| !line.trim().is_empty());
    let labelled = |line: Option<&str>| line.is_some_and(|line| line.trim_end().ends_with(label));
    labelled(lines.next()) && labelled(lines.next_back())
}

/// Letters and numbers: what stands between them differs from format to format.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
