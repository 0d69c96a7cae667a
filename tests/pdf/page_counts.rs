use regio::render::{Pdf, Renderer};

use crate::desk::{SHIPPED, example, made};

const EXAMPLES: [&str; 4] = ["vroeg", "halverwege", "tweede-jaar", "derde-jaar"];

#[test]
fn no_pdf_takes_more_pages_than_were_meant() {
    let examples = EXAMPLES.map(example);
    for (wording, most) in SHIPPED.iter().filter_map(|wording| Some((wording, wording.pages?))) {
        for (name, project) in EXAMPLES.iter().zip(&examples) {
            let printed = Pdf.print(&made(wording, project, wording.edition)).expect("it renders");
            let pages = printed.pages.expect("it has pages");
            assert!(pages <= most, "{} in {name}: {pages}", wording.id);
        }
    }
}
