//! How long a round takes: reading a pile of answer files, checking them wholly, laying them beside a project, and comparing what
//! they say.
//!
//! `cargo bench --bench round` prints medians in milliseconds for growing piles, as a clock on the wall sees them. Each file has
//! forty answers of five kinds.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "it stands outside the program and looks at it"
)]

use std::fmt::Write;
use std::time::Instant;

use chrono::{DateTime, NaiveDate};
use regio::catalog::{Catalog, assemble};
use regio::domain::{Departure, Identifier, Organisation, Place, Project, Stamp};
use regio::expression::Facts;
use regio::ledger::{Choice, KeepError, Keeper, Kept, Ledger, Received};
use regio::project_file::Outline;
use regio::round::Recipient;
use regio::round::comparison::{agenda, compare};
use regio::source::SourceFile;

const RUNS: usize = 9;
const QUESTIONS: usize = 40;
const KINDS: [&str; 5] = ["text", "scale", "choice", "list", "hours"];

fn main() {
    let catalog = assemble(&[SourceFile::new("proef.toml", questionnaire())]).expect("is a questionnaire");
    let mut before: Option<f64> = None;
    for count in [250, 500, 1_000] {
        let project = project(count);
        let files: Vec<SourceFile> = (0..count).map(answer_file).collect();
        let size: usize = files.iter().map(|file| file.text.len()).sum();
        let mut times: Vec<(f64, f64)> = (0..RUNS).map(|_| time(&catalog, &project, &files)).collect();
        times.sort_by(|one, other| (one.0 + one.1).total_cmp(&(other.0 + other.1)));
        let (reading, comparing) = times[RUNS / 2];
        let whole = reading + comparing;
        let growth =
            before.map_or(String::new(), |before| format!("; {:.2} times the pile of half the size", whole / before));
        println!(
            "{count} files of {QUESTIONS} answers ({} kB): {reading:.0} ms to read, {comparing:.0} ms to compare, {whole:.0} ms \
             together{growth}",
            size / 1024
        );
        before = Some(whole);
    }
}

/// What is timed is reading, not the disk.
struct Nowhere;

impl Keeper for Nowhere {
    fn keep(&mut self, _project: &Kept) -> Result<Option<Project>, KeepError> {
        Ok(None)
    }
}

/// Milliseconds to read the pile, on as many threads as the program uses, and to compare.
fn time(catalog: &Catalog, project: &Project, files: &[SourceFile]) -> (f64, f64) {
    let mut project = Kept::open(project.clone(), catalog);
    let begin = Instant::now();
    let outline = Outline::of_questions(catalog.questions());
    let recipient = Recipient { project: &project, catalog, outline: &outline, other_projects: false };
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
    let received: Vec<Received> = std::thread::scope(|scope| {
        let share = files.len().div_ceil(workers);
        let read = |share: &'_ [SourceFile]| -> Vec<Received> {
            share.iter().map(|file| recipient.receive(file).expect("is in order").0).collect()
        };
        let shares: Vec<_> = files.chunks(share).map(|share| scope.spawn(move || read(share))).collect();
        shares.into_iter().flat_map(|share| share.join().expect("the thread ends well")).collect()
    });
    let stamp = Stamp { at: DateTime::UNIX_EPOCH.fixed_offset(), by: None };
    let day = project.created;
    let mut nowhere = Nowhere;
    let mut ledger = Ledger::new(catalog, &mut project, day, |_: &Project| stamp.clone(), &mut nowhere);
    let (tallies, _) = ledger.hear(received, Some(Choice::Both)).expect("it can always be kept");
    drop(ledger);
    let reading = begin.elapsed().as_secs_f64() * 1_000.0;
    assert!(tallies.values().all(|tally| tally.new == QUESTIONS), "every answer came in");
    let begin = Instant::now();
    let compared = compare(catalog, &Facts::new(&project, catalog, project.created));
    let points = agenda(&compared).points.len();
    let comparing = begin.elapsed().as_secs_f64() * 1_000.0;
    assert!(points > 0, "there is something to talk about");
    (reading, comparing)
}

fn questionnaire() -> String {
    let mut text = "schema = 1\nid = \"proef\"\nversion = \"1.0.0\"\nphase = \"verkennen\"\ntitle = \"Proef\"\nintro = \"Een proef.\"\n\n\
                    [[section]]\nid = \"deel\"\ntitle = \"Deel\"\nminutes = 5\nintro = \"Een onderdeel.\"\n"
        .to_owned();
    for number in 0..QUESTIONS {
        let kind = KINDS[number % KINDS.len()];
        let more = match kind {
            "scale" => "levels = [\"een\", \"twee\", \"drie\", \"vier\"]\n".to_owned(),
            "list" => "item = \"ding\"\n".to_owned(),
            "choice" => ["ja", "nee", "straks"]
                .map(|id| format!("[[section.question.option]]\nid = \"{id}\"\nlabel = \"{id}\"\n"))
                .concat(),
            _ => String::new(),
        };
        let _ = write!(
            text,
            "\n[[section.question]]\nid = \"vraag-{number}\"\nrevision = 1\nlabel = \"Vraag {number}\"\nask = \"Wat is het?\"\n\
             type = \"{kind}\"\nhelp = \"Denk even na.\"\nwhy = \"Dan weten we het.\"\nper = \"kopgroep\"\n\
             points = [\"V2.4a\"]\norigin = \"handreiking\"\n{more}"
        );
    }
    text
}

fn project(count: usize) -> Project {
    let mut project = Project::new("p".to_owned(), NaiveDate::default());
    project.organisations = (0..count)
        .map(|number| Organisation {
            id: identifier(number),
            name: format!("Organisatie {number}"),
            kind: None,
            place: Place::Kopgroep,
            departure: Departure::default(),
            contacts: Vec::new(),
        })
        .collect();
    project
}

fn identifier(number: usize) -> Identifier {
    Identifier::parse(&format!("organisatie-{number}")).expect("is an identifier")
}

fn answer_file(owner: usize) -> SourceFile {
    let id = identifier(owner);
    let mut text = format!(
        "schema = 1\n\n[request]\nproject = \"p\"\norganisation = \"{id}\"\nby = \"Fatima\"\n\n[request.version]\nproef = \"1.0.0\"\n"
    );
    for number in 0..QUESTIONS {
        let turn = owner + number;
        let value = match KINDS[number % KINDS.len()] {
            "scale" => (turn % 4 + 1).to_string(),
            "list" => format!("[\"Nepfacturen\", \"Storing {}\"]", turn % 7),
            "choice" => format!("\"{}\"", ["ja", "nee", "straks"][turn % 3]),
            "hours" => format!("{}.5", turn % 9),
            _ => format!(
                "\"Weten wie we bellen als het misgaat, en wat we dan van elkaar mogen verwachten ({}).\"",
                turn % 50
            ),
        };
        let _ = write!(
            text,
            "\n[answer.proef.vraag-{number}.{id}]\nvalue = {value}\ngiven = 2026-11-20T10:{:02}:00+01:00\nrevision = 1\n",
            number
        );
    }
    SourceFile::new(format!("antwoorden-{id}.toml"), text)
}
