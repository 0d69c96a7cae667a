use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The four faces of the running text come first.
const FILES: [&[u8]; 8] = [
    include_bytes!("../../../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../../fonts/NotoSans-Italic.ttf"),
    include_bytes!("../../../fonts/NotoSans-BoldItalic.ttf"),
    include_bytes!("../../../fonts/NotoSansSymbols-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansSymbols2-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansMath-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansMono-Regular.ttf"),
];

const FACES_OF_RUNNING_TEXT: usize = 4;

pub static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let font = |file: &&'static [u8]| Font::new(Bytes::new(*file), 0).expect("the fonts in the tree are sound");
    FILES.iter().map(font).collect()
});

pub static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// The faces of each family. All faces of the running text must have a character, the others have one face each.
fn families() -> impl Iterator<Item = &'static [Font]> {
    let (running, others) = FONTS.split_at(FACES_OF_RUNNING_TEXT);
    std::iter::once(running).chain(others.chunks(1))
}

fn has(family: &[Font], letter: char) -> bool {
    family.iter().all(|face| face.info().coverage.contains(u32::from(letter)))
}

/// Whether one family can draw all of this. A letter and the marks upon it cannot come from two.
pub fn can_draw(cluster: &str) -> bool {
    families().any(|family| cluster.chars().all(|letter| has(family, letter)))
}

/// Whether this is one character that the font of the running text has in each of its faces.
pub fn is_one_of_the_running_text(cluster: &str) -> bool {
    let mut letters = cluster.chars();
    let one = letters.next().filter(|_| letters.next().is_none());
    one.is_some_and(|letter| families().next().is_some_and(|family| has(family, letter)))
}
