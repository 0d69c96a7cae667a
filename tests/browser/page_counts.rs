use regio::document::Document;
use regio::render::{Html, Renderer};

use super::node::{Needs, story};

/// How many pages each document takes when its page is printed; nothing without a browser.
#[track_caller]
pub fn printed_pages(documents: &[Document]) -> Option<Vec<usize>> {
    let folder = tempfile::tempdir().expect("the system gives a folder");
    for (number, document) in documents.iter().enumerate() {
        let page = Html.render(document).expect("it renders");
        std::fs::write(folder.path().join(format!("{number:04}.html")), page).expect("can be written");
    }
    let printed = story(Needs::Browser, "page_counts.mjs", &[folder.path()])?;
    Some(serde_json::from_str(&printed).expect("it prints JSON"))
}
