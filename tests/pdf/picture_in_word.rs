use std::io::{Cursor, Read};

use regio::render::{Docx, Renderer};
use zip::ZipArchive;

use crate::sample;

#[test]
fn the_sample_with_its_picture() {
    let file = Docx.render(&sample::document()).expect("it has nothing that Word refuses");
    let mut parts = ZipArchive::new(Cursor::new(file)).expect("a file of Word is a zip");
    let mut body = String::new();
    parts.by_name("word/document.xml").expect("it has a body").read_to_string(&mut body).expect("it is UTF-8");
    insta::assert_snapshot!(body.replace("<w:p>", "\n<w:p>").replace("<w:t", "\n  <w:t"));
}
