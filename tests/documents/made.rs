use regio::document::Block;
use regio::domain::Edition;
use regio::render::{Markdown, Renderer};
use regio::wording;

use crate::desk::{EXAMPLES, SHIPPED, example, in_every_format, made};

#[test]
fn every_file_in_the_folder_is_built_in_and_named_after_its_document() {
    let mut files: Vec<String> = std::fs::read_dir("documents")
        .expect("the folder is there")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".toml"))
        .collect();
    files.sort();
    let mut built_in: Vec<String> = wording::built_in().into_iter().map(|source| source.name).collect();
    built_in.sort();
    assert_eq!(files, built_in);
    let mut ids: Vec<String> = SHIPPED.iter().map(|wording| format!("{}.toml", wording.id)).collect();
    ids.sort();
    assert_eq!(files, ids);
}

#[test]
fn every_document_of_every_example_is_made_for_everyone_in_every_format() {
    for name in EXAMPLES {
        let project = example(name);
        for wording in SHIPPED.iter() {
            for edition in Edition::ALL {
                let document = made(wording, &project, *edition);
                for (format, text) in in_every_format(&document) {
                    let which = format!("{name} {} {} {format}", wording.id, edition.word());
                    assert!(text.contains("TLP:"), "{which}: no label");
                    assert!(text.len() > 80, "{which}: {text}");
                    assert!(!text.contains("{{") && !text.contains("(nog open)"), "{which}: {text}");
                }
            }
        }
    }
}

/// A paragraph that is not a question, or an answer, has one full stop at its end.
#[test]
fn answers_stand_well_in_their_sentences() {
    for name in EXAMPLES {
        let project = example(name);
        for wording in SHIPPED.iter() {
            let document = made(wording, &project, wording.edition);
            let (_, text) = in_every_format(&document).swap_remove(1);
            for wrong in ["..", ". .", " ,", ".,", ". ;"] {
                let found = text.lines().find(|line| line.replace("...", "").contains(wrong));
                assert!(found.is_none(), "{name} {}: {found:?}", wording.id);
            }
        }
    }
}

#[test]
fn no_slide_or_page_holds_only_its_heading() {
    for name in EXAMPLES {
        let project = example(name);
        for wording in SHIPPED.iter() {
            for edition in Edition::ALL {
                let document = made(wording, &project, *edition);
                let bare = |pair: &[Block]| matches!(pair, [Block::Heading { .. }, Block::PageBreak]);
                assert!(!document.blocks.windows(2).any(bare), "{name} {} {}", wording.id, edition.word());
            }
        }
    }
}

#[test]
fn no_heading_says_the_title_again() {
    for name in EXAMPLES {
        let project = example(name);
        for wording in SHIPPED.iter() {
            let document = made(wording, &project, wording.edition);
            let again = document.blocks.iter().find(|block| {
                matches!(block, Block::Heading { text, .. } if *text == regio::document::text(document.title.as_str()))
            });
            assert_eq!(again, None, "{name} {}", wording.id);
        }
    }
}

#[test]
fn the_pitch_takes_two_minutes() {
    let pitch = SHIPPED.iter().find(|wording| wording.id.as_str() == "pitch").expect("there is a pitch");
    let document = made(pitch, &example("tweede-jaar"), pitch.edition);
    let (_, text) = in_every_format(&document).swap_remove(1);
    let spoken = text.split_once("Stel:").map(|(_, spoken)| spoken).expect("it begins there");
    let words = spoken.split_whitespace().count();
    assert!((230..=285).contains(&words), "{words} words");
}

#[test]
fn the_documents_of_the_second_year() {
    let project = example("tweede-jaar");
    for wording in SHIPPED.iter() {
        let document = made(wording, &project, wording.edition);
        let text = String::from_utf8(Markdown.render(&document).expect("it renders")).expect("it is text");
        insta::assert_snapshot!(format!("tweede_jaar_{}", wording.id), text);
    }
}
