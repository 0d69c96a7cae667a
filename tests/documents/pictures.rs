use regio::document::{Block, Document, Figure, Picture, Rung};
use regio::domain::Edition;
use regio::render::{Markdown, Renderer};

use crate::desk::{EXAMPLES, SHIPPED, example, made};

fn figures<'d>(blocks: &'d [Block]) -> Vec<&'d Figure> {
    let of = |block: &'d Block| match block {
        Block::Figure(figure) => vec![figure],
        Block::Together(blocks) => figures(blocks),
        _ => Vec::new(),
    };
    blocks.iter().flat_map(of).collect()
}

/// The names and numbers in a picture.
fn shown(picture: &Picture) -> Vec<&str> {
    match picture {
        Picture::Grid(grid) => grid.marks.iter().map(|mark| mark.label.as_str()).collect(),
        Picture::Network(network) => network.nodes.iter().map(|node| node.label.as_str()).collect(),
        Picture::Timeline(timeline) => {
            timeline.lanes.iter().flat_map(|lane| &lane.events).map(|event| event.label.as_str()).collect()
        }
        Picture::Waterfall(waterfall) => {
            let needed = waterfall.needed.iter().map(|needed| needed.words.as_str());
            let outcome = waterfall.outcome.as_deref();
            let parts = waterfall.parts.iter().flat_map(|(name, much)| [name.as_str(), much.words.as_str()]);
            parts.chain(needed).chain(outcome).chain([waterfall.total.1.words.as_str()]).collect()
        }
        Picture::Ladders(ladders) => {
            let words = ladders.rows.iter().flat_map(|(_, rungs)| rungs).filter_map(|rung| match rung {
                Rung::Off(words) => Some(words.as_str()),
                Rung::Step { .. } => None,
            });
            let names = ladders.rows.iter().map(|(name, _)| name.as_str());
            ladders.titles.iter().map(String::as_str).chain(names).chain(words).collect()
        }
        Picture::Shares(shares) => {
            shares.rows.iter().flat_map(|share| [share.label.as_str(), share.words.as_str()]).collect()
        }
        Picture::Ring(ring) => ring.around.iter().map(String::as_str).collect(),
    }
}

fn in_words(document: &Document) -> String {
    let markdown = Markdown.render(document).expect("words take every document");
    String::from_utf8(markdown).expect("it is text").replace('\\', "")
}

#[test]
fn whatever_a_picture_shows_stands_in_words_beside_it() {
    let mut kinds = [0; 7];
    for name in EXAMPLES {
        let project = example(name);
        for wording in SHIPPED.iter() {
            for edition in Edition::ALL {
                let document = made(wording, &project, *edition);
                let words = in_words(&document);
                for figure in figures(&document.blocks) {
                    kinds[kind(&figure.picture)] += 1;
                    assert!(!figure.description.is_empty());
                    for said in shown(&figure.picture) {
                        assert!(words.contains(said), "{name} {} {}: '{said}'", wording.id, edition.word());
                    }
                }
            }
        }
    }
    assert!(kinds.iter().all(|count| *count > 0), "not every picture is there: {kinds:?}");
}

/// A page for a notice board has one picture, of what everybody may read, and none while there is nothing to draw.
#[test]
fn the_flyer_has_a_picture_as_soon_as_there_is_something_to_draw() {
    let wording = SHIPPED.iter().find(|wording| wording.id.as_str() == "flyer").expect("there is one");
    let drawn = |name: &str| {
        let document = made(wording, &example(name), wording.edition);
        let rings = figures(&document.blocks).into_iter().filter(|figure| matches!(figure.picture, Picture::Ring(_)));
        (rings.count(), figures(&document.blocks).len(), document.pictures())
    };
    assert_eq!(EXAMPLES.map(drawn), [(0, 0, 0), (1, 1, 0), (1, 1, 0)]);
}

fn kind(picture: &Picture) -> usize {
    match picture {
        Picture::Grid(_) => 0,
        Picture::Network(_) => 1,
        Picture::Timeline(_) => 2,
        Picture::Waterfall(_) => 3,
        Picture::Ladders(_) => 4,
        Picture::Shares(_) => 5,
        Picture::Ring(_) => 6,
    }
}
