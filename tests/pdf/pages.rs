use regio::domain::Edition;
use regio::notation;

use super::{folder, readers, write};
use crate::desk::{SHIPPED, example, made};
use crate::document::{Block, Column, Document, Inline, Table, Weight, text};
use crate::{any_document, sample};

/// Letters and numbers: what stands between them differs from format to format, and a hyphen may stand at the end of a line.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The text of a page without what stands above and below it.
fn body<'p>(page: &'p str, label: &str) -> impl Iterator<Item = &'p str> {
    let label = label.to_owned();
    page.lines().filter(move |line| line.trim() != label && !line.contains(" · bladzijde "))
}

/// Without what stands below every page of it.
fn text_of(page: &str, document: &Document) -> String {
    let label = document.label.expect("it has a label");
    let running = letters(&[document.title.as_str(), document.subtitle.as_deref().unwrap_or_default()].concat());
    let lines: Vec<&str> = page.lines().collect();
    let Some(number) = lines.iter().rposition(|line| line.contains(" · bladzijde ")) else {
        return body(page, label).collect::<Vec<_>>().join("\n");
    };
    let is_running = |line: &&&str| !letters(line).is_empty() && running.contains(&letters(line));
    let height = lines[..number].iter().rev().take(2).take_while(is_running).count();
    let kept = [&lines[..number - height], &lines[number..]].concat().join("\n");
    body(&kept, label).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_text_of_every_document_stands_on_the_pages() {
    let folder = folder();
    let project = example("tweede-jaar");
    let mut texts = 0;
    for wording in SHIPPED.iter() {
        let document = made(wording, &project, Edition::Kopgroep);
        let file = write(folder.path(), wording.id.as_str(), &document);
        let Some(pages) = readers::words(&file) else { return };
        let label = document.label.expect("it has a label");
        let shown = letters(&pages.iter().map(|page| text_of(page, &document)).collect::<Vec<_>>().join("\n"));
        for text in any_document::texts(&without_room(document.clone())) {
            assert!(shown.contains(&letters(&text)), "{}: {text:?} is missing", wording.id);
            texts += 1;
        }
        if document.layout != regio::document::Layout::Flyer {
            numbered_and_labelled(&pages, label);
        }
    }
    assert!(texts > 2_000, "only {texts} texts");
}

/// What stands out and what asks is followed on its page by what it announces.
#[test]
fn nothing_that_announces_stands_alone_at_the_foot_of_a_page() {
    let folder = folder();
    let mut announcing = 0;
    for (id, name) in [("overzicht", "tweede-jaar"), ("overzicht", "derde-jaar"), ("vergelijking", "tweede-jaar")] {
        let wording = SHIPPED.iter().find(|wording| wording.id.as_str() == id).expect("there is such a document");
        let document = made(wording, &example(name), Edition::Kopgroep);
        let announced: Vec<&str> = document.blocks.iter().filter_map(stands_out).collect();
        announcing += announced.len();
        let Some(pages) = readers::words(&write(folder.path(), id, &document)) else { return };
        for (at, page) in pages.iter().enumerate() {
            let text = text_of(page, &document);
            let last = text.lines().rev().find(|line| !letters(line).is_empty()).unwrap_or_default().trim();
            assert!(!announced.contains(&last), "{id} of {name}, page {}: {last}", at + 1);
        }
    }
    assert!(announcing > 200, "only {announcing}");
}

fn stands_out(block: &Block) -> Option<&str> {
    let Block::Paragraph(words) = block else { return None };
    match words.as_slice() {
        [Inline::Strong(words)] => Some(words),
        _ => None,
    }
}

/// An open spot that is alone in a cell is room to write: the head of the column asks.
fn without_room(mut document: Document) -> Document {
    for block in &mut document.blocks {
        if let Block::Table(table) = block {
            let is_room = |cell: &Vec<Inline>| matches!(cell.as_slice(), [Inline::Blank(_)]);
            table.rows.iter_mut().flatten().filter(|cell| is_room(cell)).for_each(Vec::clear);
        }
    }
    document
}

fn numbered_and_labelled(pages: &[String], label: &str) {
    for (at, page) in pages.iter().enumerate() {
        let number = format!("bladzijde {} van {}", at + 1, pages.len());
        assert!(page.contains(&number), "{number} is missing: {page}");
        assert!(page.matches(label).count() >= 2, "{label} does not stand above and below: {page}");
    }
}

#[test]
fn a_file_says_what_it_is() {
    let folder = folder();
    let file = write(folder.path(), "voorbeeld", &sample::document());
    let Some(all) = readers::look(&[file]) else { return };
    let about = |name: &str| all[0].about.get(name).map(String::as_str);
    assert_eq!(all[0].language, "nl-NL");
    assert_eq!(all[0].pages, 3);
    assert_eq!(about("/Title"), Some("Checklist: Verkennen - Samen Sterk, Zuidwâld"));
    assert_eq!((about("/Creator"), about("/Keywords"), about("/Author")), (Some("regio"), Some("TLP:AMBER"), None));
    assert_eq!(about("/CreationDate"), Some("D:20261124000000Z"));
    assert!(all[0].streams.contains("<pdfuaid:part>1</pdfuaid:part>"));
    assert!(all[0].streams.contains("<pdfaid:part>2</pdfaid:part>"));
    assert!(all[0].streams.contains("<pdfaid:conformance>A</pdfaid:conformance>"));
}

/// A table of so many columns with this in each cell.
fn of_columns(columns: usize, words: &str) -> Document {
    let column = |number| Column { title: format!("Kop {number}"), numeric: false };
    let table = Table {
        caption: None,
        columns: (0..columns).map(column).collect(),
        rows: vec![vec![text(words); columns]],
        lead: 0,
    };
    Document { blocks: vec![Block::Table(table)], ..sample::document() }
}

#[test]
fn a_hyphen_stands_where_a_column_is_too_narrow_for_a_word_and_nowhere_else() {
    let folder = folder();
    let word = "samenwerkingsovereenkomsten";
    for (columns, broken) in [(6, true), (1, false)] {
        let file = write(folder.path(), &columns.to_string(), &of_columns(columns, word));
        let Some(pages) = readers::words(&file) else { return };
        let page = pages.concat();
        let hyphens = page.lines().filter(|line| line.ends_with('\u{ad}')).count();
        assert_eq!(hyphens >= columns, broken, "{hyphens} hyphens: {page}");
        assert_eq!(letters(&page).matches(word).count(), columns, "{page}");
    }
}

/// Poppler leaves out what stands beside a page: so no letter may be lost.
#[test]
fn nothing_falls_off_a_page() {
    let folder = folder();
    let long = ["x".repeat(4_000), "W".repeat(1_500), "qoqo".repeat(700), "quote ".repeat(500), "qua\n".repeat(90)];
    for words in long {
        let letter = words.chars().next().expect("there are words");
        let count = |text: &str| text.matches(letter).count();
        let mut slides = sample::document_with(&words);
        slides.blocks.push(Block::Notice {
            weight: Weight::Spoken,
            word: "zeg erbij".to_owned(),
            text: text(&*words),
            advice: None,
        });
        let full = sample::document_full_of(&words);
        for (mut document, repeats) in [(sample::document_with(&words), false), (slides, false), (full, true)] {
            // A picture cuts its words off; what it says stands in words elsewhere.
            document.blocks.retain(|block| !matches!(block, Block::Figure(_)));
            let Some(pages) = readers::words(&write(folder.path(), "lang", &document)) else { return };
            let shown: usize = pages.iter().flat_map(|page| body(page, "TLP:AMBER")).map(count).sum();
            let said: usize = any_document::texts(&document).iter().map(|text| count(text)).sum();
            // The head of a table is repeated, and what stands below every page, with these words in it.
            let right = shown == said || repeats && shown > said && shown < said + 2_000 + 120 * pages.len();
            assert!(right, "{shown} of {said} times {letter:?}");
        }
    }
}

#[test]
fn what_no_font_has_is_told() {
    let folder = folder();
    let words = "Groet 👩\u{200d}🔬 en 世界, ☎\u{fe0f} en √2 → e\u{301}";
    let document = Document { blocks: vec![Block::Paragraph(text(words))], ..sample::document() };
    let Some(pages) = readers::words(&write(folder.path(), "tekens", &document)) else { return };
    let page = pages.concat().replace('\n', " ");
    let expected = "Groet ‹U+1F469 U+1F52C› en ‹U+4E16 U+754C›, ☎ en √2 → ";
    assert!(page.contains(expected), "{page}");
    assert!(page.contains('\u{e9}') || page.contains("e\u{301}"), "{page}");
    let title = notation::single_line(words);
    let named = Document { title: title.clone(), subtitle: None, ..document };
    let Some(all) = readers::look(&[write(folder.path(), "naam", &named)]) else { return };
    assert_eq!(all[0].about["/Title"], title, "a name is not drawn: it keeps its letters");
}

#[test]
fn a_sheet_begins_on_the_front_of_a_paper_and_numbers_its_own_pages() {
    let folder = folder();
    let Some(pages) = readers::words(&write(folder.path(), "bladen", &sample::sheets())) else { return };
    let feet: Vec<Option<&str>> = pages
        .iter()
        .map(|page| {
            page.lines()
                .find_map(|line| line.split_once(" · bladzijde "))
                .map(|foot| foot.1.trim_end_matches("TLP:AMBER").trim_end())
        })
        .collect();
    assert_eq!(feet, [Some("1 van 2"), Some("2 van 2"), Some("1 van 1")]);
    assert!(pages[1].contains("Werkblad van De Kade (K7Q) · Samen Sterk"), "{}", pages[1]);
    let mut odd = sample::sheets();
    odd.blocks.drain(2..4);
    let Some(pages) = readers::words(&write(folder.path(), "oneven", &odd)) else { return };
    assert_eq!(pages.len(), 3);
    assert!(pages[1].contains("met opzet leeg") && !pages[1].contains("· bladzijde"), "{}", pages[1]);
    assert!(pages[2].contains("Werkblad van Bakkerij"), "{}", pages[2]);
}
