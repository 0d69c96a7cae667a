use std::io::{Cursor, Read};
use std::sync::LazyLock;

use chrono::NaiveDate;
use regio::catalog::Catalog;
use regio::document::Document;
use regio::domain::{Edition, Project};
use regio::expression::{Facts, given_for};
use regio::project_file::Outline;
use regio::render::{Docx, Html, Markdown, Plain, Renderer, Terminal};
use regio::report::{WrittenChoice, written};
use regio::source::SourceFile;
use regio::wording::Wording;
use regio::{catalog, project_file, wording};

pub const EXAMPLES: [&str; 3] = ["vroeg", "halverwege", "tweede-jaar"];

pub static CATALOG: LazyLock<Catalog> =
    LazyLock::new(|| catalog::assemble(&catalog::built_in()).unwrap_or_else(|faults| panic!("{}", faults[0])));

/// The documents that come with the program.
pub static SHIPPED: LazyLock<Vec<Wording>> = LazyLock::new(|| {
    let read = |source: &SourceFile| wording::read(source, &CATALOG).unwrap_or_else(|faults| panic!("{faults}"));
    wording::built_in().iter().map(read).collect()
});

pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("it is a day")
}

pub fn example(name: &str) -> Project {
    let text = std::fs::read(format!("examples/{name}/regio.toml")).expect("the example is there");
    let source = SourceFile::from_bytes(name, &text).expect("it is text");
    project_file::read(&source, &Outline::of_questions(CATALOG.questions())).expect("it is in order").project
}

pub fn made(wording: &Wording, project: &Project, edition: Edition) -> Document {
    let facts = Facts::new(project, &*CATALOG, today());
    written(wording, &CATALOG, &facts, &WrittenChoice { edition, since: None })
}

/// Every part of a file of Word, or of a workbook, behind each other.
pub fn unzipped(file: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("it is a zip file");
    let mut text = String::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("the part is there");
        // What is drawn in a picture stands as text in the SVG beside it.
        if !part.name().is_ok_and(|name| name.ends_with(".png")) {
            part.read_to_string(&mut text).expect("the part is text");
        }
    }
    text
}

pub const FORMATS: [&str; 6] = ["terminal", "plain", "markdown", "html", "docx", "json"];

/// The document in every format, each with its name.
pub fn in_every_format(document: &Document) -> Vec<(&'static str, String)> {
    FORMATS.iter().map(|format| in_format(format, document)).collect()
}

/// The document in one format, with the name of it.
pub fn in_format(format: &'static str, document: &Document) -> (&'static str, String) {
    let render = |renderer: &dyn Renderer| renderer.render(document).expect("it renders");
    let bytes = match format {
        "terminal" => render(&Terminal { width: 100, colour: false }),
        "plain" => render(&Plain { width: None }),
        "markdown" => render(&Markdown),
        "html" => render(&Html),
        "docx" => return (format, unzipped(&render(&Docx))),
        "json" => serde_json::to_vec(document).expect("a document is JSON"),
        _ => panic!("{format} is no format"),
    };
    (format, String::from_utf8(bytes).expect("it is text"))
}

/// Whatever holds for other answers was said for those of this project.
pub fn said_for_what_stands_there(mut project: Project) -> Project {
    for question in CATALOG.questions() {
        let given_for = given_for(&project, question);
        if let Some(answers) = project.answers.get_mut(&question.id) {
            answers.each_mut().into_iter().for_each(|(_, answer)| answer.given_for.clone_from(&given_for));
        }
    }
    project
}
