use std::path::PathBuf;

use regio::document::Document;
use regio::render::{Docx, Pdf, Renderer};

use crate::word::readers;
use crate::{folder, page_table};

#[test]
fn the_pages_of_pdf_are_as_many_as_the_table_says() {
    let pages = |one: &Document| Pdf.print(one).expect("it renders").pages.expect("it has pages");
    page_table::check("pdf", |documents| Some(documents.iter().map(pages).collect()));
}

/// As LibreOffice lays them out, in letters as wide as those that Word takes.
#[test]
fn the_pages_of_word_are_as_many_as_the_table_says() {
    page_table::check("docx", |documents| {
        let folder = folder();
        let write = |(number, one): (usize, &Document)| {
            let file = folder.path().join(format!("{number:04}.docx"));
            std::fs::write(&file, Docx.render(one).expect("it renders")).expect("the folder can be written");
            file
        };
        readers::page_counts(&documents.iter().enumerate().map(write).collect::<Vec<PathBuf>>())
    });
}
