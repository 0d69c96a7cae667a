//! How long documents take: each of the second year as a page for the screen, and with the feature `pdf` all of them as PDF.
//!
//! `cargo bench --bench documents` prints the median of each in milliseconds, and ends in failure where one takes longer than it
//! may. `cargo bench --features pdf --bench documents` makes the whole set as PDF too, in a program that has just begun.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "it stands outside the program and looks at it"
)]

use std::time::Instant;

use chrono::NaiveDate;
use regio::catalog::Catalog;
use regio::document::Document;
use regio::domain::{Phase, Place, Project};
use regio::expression::Facts;
use regio::project_file::Outline;
use regio::render::{Html, Renderer};
use regio::report::{WorksheetChoice, Worksheets, WrittenChoice, written};
use regio::round::EarlierAnswers;
use regio::source::SourceFile;
use regio::wording::Wording;
use regio::{catalog, project_file, wording};

const RUNS: usize = 9;

/// In milliseconds.
const MOST_OF_A_PAGE: f64 = 50.0;
#[cfg(feature = "pdf")]
const MOST_OF_ALL_PDFS: f64 = 2_000.0;

fn main() {
    let catalog = catalog::assemble(&catalog::built_in()).expect("the questionnaires are in order");
    let read = |source: &SourceFile| wording::read(source, &catalog).expect("the texts are in order");
    let wordings: Vec<Wording> = wording::built_in().iter().map(read).collect();
    let project = project(&catalog);
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("it is a day");
    let facts = Facts::new(&project, &catalog, today);
    // From the project to the document.
    let made = |wording: Option<&Wording>| match wording {
        Some(wording) => written(wording, &catalog, &facts, &WrittenChoice { edition: wording.edition, since: None }),
        None => worksheets(&catalog, &facts, &project),
    };
    // First, while nothing is remembered.
    #[cfg(feature = "pdf")]
    all_as_pdf(&wordings, &made);
    for wording in wordings.iter().map(Some).chain([None]) {
        as_page(wording, &made);
    }
}

fn project(catalog: &Catalog) -> Project {
    let text = std::fs::read("examples/tweede-jaar/regio.toml").expect("the example is there");
    let source = SourceFile::from_bytes("tweede-jaar", &text).expect("it is text");
    project_file::read(&source, &Outline::of_questions(catalog.questions())).expect("it is in order").project
}

fn worksheets(catalog: &Catalog, facts: &Facts, project: &Project) -> Document {
    let organisations = project.in_place(Place::Kopgroep).collect();
    let choice = WorksheetChoice { phase: Phase::Verkennen, organisations, earlier: EarlierAnswers::LeftOut };
    Worksheets::new(catalog, facts, &choice).document()
}

fn name(wording: Option<&Wording>) -> String {
    wording.map_or_else(|| "werkbladen".to_owned(), |wording| wording.id.to_string())
}

/// From the project to the bytes.
fn as_page(wording: Option<&Wording>, made: &dyn Fn(Option<&Wording>) -> Document) {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let begin = Instant::now();
            let page = Html.render(&made(wording)).expect("it renders");
            assert!(page.len() > 1_000);
            milliseconds(begin)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let middle = times[RUNS / 2];
    println!("{} as html: {middle:.1} ms", name(wording));
    assert!(middle < MOST_OF_A_PAGE, "longer than {MOST_OF_A_PAGE} ms");
}

#[cfg(feature = "pdf")]
fn all_as_pdf(wordings: &[Wording], made: &dyn Fn(Option<&Wording>) -> Document) {
    let (mut whole, mut size, mut number) = (0.0, 0, 0);
    for wording in wordings.iter().map(Some).chain([None]) {
        let begin = Instant::now();
        let file = regio::render::Pdf.render(&made(wording)).expect("it renders");
        let taken = milliseconds(begin);
        println!("{} as pdf: {taken:.0} ms, {} kB", name(wording), file.len() / 1024);
        (whole, size, number) = (whole + taken, size + file.len(), number + 1);
    }
    println!("{number} documents as pdf: {whole:.0} ms, {} kB", size / 1024);
    assert!(whole < MOST_OF_ALL_PDFS, "longer than {MOST_OF_ALL_PDFS} ms");
}

fn milliseconds(begin: Instant) -> f64 {
    begin.elapsed().as_secs_f64() * 1_000.0
}
