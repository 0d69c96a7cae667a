//! A small project for the tests.

use super::file::{ProjectFile, WriteError};
use super::outline::Outline;
use super::read::read;
use crate::domain::{Depth, Field, FullId, Identifier, Kind, Moment, Origin, Project, Question, Scope, Template};
use crate::source::SourceFile;

pub const SAMPLE: &str = r#"# van mij
schema = 1
regio = "0.0.9"

[project]
id = "abc"   # nooit wijzigen
name = "Voorbeeld"
created = 2026-11-01
mijn-eigen = "blijft"

[phase.verkennen]
begun = 2026-11-02

[[organisation]] # de eerste
id = "gemeente-voorbeeld"
name = "Gemeente Voorbeeld"
place = "kopgroep"

[[organisation.contact]]
name = "Jo"

[[organisation]]
id = "bakker"
name = 'Bakkerij "De Bron"'
place = "partner"

# Antwoorden

# Waarom juist nu?
[answer.verkennen.aanleiding]
state = "open" # nog vragen aan Jo

[answer.verkennen.eigen-doel."gemeente-voorbeeld"]
value = "Meer rust"
given = 2026-11-23T20:15:00+01:00

# eigen tabel
[mijn.notities]
a = 1

[[history]]
at = 2026-11-23T20:15:00+01:00
question = "verkennen.eigen-doel"
organisation = "gemeente-voorbeeld"
to = "Meer rust"
# slot
"#;

pub fn source(text: &str) -> SourceFile {
    SourceFile::from_bytes("regio.toml", text.as_bytes()).expect("is a text")
}

/// The text of a file after the project was written over it, or of a new file.
pub fn write(original: Option<&SourceFile>, project: &Project) -> Result<String, WriteError> {
    let file = match original {
        Some(source) => ProjectFile::open("regio.toml", &source.to_bytes(), outline()).expect("is read").0,
        None => ProjectFile::new("regio.toml", outline()),
    };
    let written = file.saying(project)?.to_bytes();
    Ok(String::from_utf8(written).expect("is UTF-8"))
}

/// What a change of the project does to a text: the lines that went, and those that came. Gives back what is written.
#[track_caller]
pub fn check(text: &str, change: impl FnOnce(&mut Project), expected: &str) -> String {
    let original = source(text);
    let mut project = read(&original, &outline()).expect("is read").project;
    change(&mut project);
    let written = write(Some(&original), &project).expect("is written");
    assert_eq!(difference(text, &written), expected, "{written}");
    written
}

/// Lines that went begin with `-`, lines that came with `+`.
fn difference(before: &str, after: &str) -> String {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let mut lengths = vec![vec![0; after.len() + 1]; before.len() + 1];
    for (i, j) in (0..before.len()).rev().flat_map(|i| (0..after.len()).rev().map(move |j| (i, j))) {
        lengths[i][j] = match before[i] == after[j] {
            true => lengths[i + 1][j + 1] + 1,
            false => lengths[i + 1][j].max(lengths[i][j + 1]),
        };
    }
    let (mut i, mut j, mut said) = (0, 0, Vec::new());
    while i < before.len() || j < after.len() {
        if i < before.len() && j < after.len() && before[i] == after[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == after.len() || (i < before.len() && lengths[i + 1][j] >= lengths[i][j + 1]) {
            said.push(format!("-{}", before[i]));
            i += 1;
        } else {
            said.push(format!("+{}", after[j]));
            j += 1;
        }
    }
    said.into_iter().filter(|line| !line.contains("regio = ")).collect::<Vec<_>>().join("\n")
}

pub fn identifier(text: &str) -> Identifier {
    Identifier::parse(text).expect("is a name")
}

pub fn full_id(text: &str) -> FullId {
    FullId::parse(text).expect("is a full name")
}

pub fn outline() -> Outline {
    let amount = Field {
        id: identifier("kosten"),
        label: "Kosten".to_owned(),
        ask: "Wat kost het?".to_owned(),
        help: None,
        kind: Kind::Amount { unit: None },
    };
    let group = Kind::Group { item: "activiteit".to_owned(), fields: vec![amount], at_most: None };
    Outline::of_questions(&[
        question("verkennen.aanleiding", "Waarom juist nu?", Kind::LongText),
        question("verkennen.startbijeenkomst", "Wanneer is de startbijeenkomst?", Kind::Date),
        question("verkennen.eigen-doel", "Wat wil je zelf bereiken?", Kind::Text),
        question("uitbouwen.bedrag", "Hoeveel legt iedereen in?", Kind::Amount { unit: None }),
        question("uitbouwen.activiteiten", "Wat gaan jullie doen?", group),
    ])
}

fn question(id: &str, ask: &str, kind: Kind) -> Question {
    Question {
        id: full_id(id),
        revision: 1,
        label: String::new(),
        ask: Template::plain(ask),
        kind,
        help: String::new(),
        why: String::new(),
        example: None,
        perspective: None,
        subject: None,
        scope: Scope::Together,
        when: None,
        intake: false,
        depth: Depth::Core,
        moment: Moment::Later,
        tlp: None,
        consent: None,
        holds_for: Vec::new(),
        review_after: None,
        means: None,
        points: Vec::new(),
        origin: Origin::Guide,
    }
}
