use thiserror::Error;
use toml_edit::DocumentMut;

use super::arrange::Arrangement;
use super::edit::set_value;
use super::literal;
use super::outline::Outline;
use super::read::{ReadError, ReadProject, read};
use super::record::records;
use super::schema::bring_up_to_date;
use crate::domain::{ActionRecord, Project};
use crate::source::SourceFile;

/// Why a project cannot be written: what would be written does not read back, as a blank text, or one that is too long.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("dit is niet op te slaan, want regio zou het niet terug kunnen lezen: {0}")]
pub struct WriteError(pub String);

const NEW_FILE: &str = "\
# Het projectbestand van regio. Je mag het met de hand aanpassen: je eigen opmerkingen en volgorde blijven staan.
# `regio controleer` zegt of het nog klopt.
schema = 1
regio = \"\"
";

/// A project file: what it says, and the text that says it with the comments, the order and the form that a person gave it.
/// Bytes go in and bytes come out; nobody else knows how the lines end.
#[derive(Clone, Debug)]
pub struct ProjectFile {
    source: SourceFile,
    outline: Outline,
    /// What the text says; nothing while there is no text.
    project: Option<Project>,
}

impl ProjectFile {
    /// A file that is still to be written.
    pub fn new(name: impl Into<String>, outline: Outline) -> ProjectFile {
        ProjectFile { source: SourceFile::new(name, ""), outline, project: None }
    }

    /// The file that these bytes are, and what was read in it.
    pub fn open(name: impl Into<String>, bytes: &[u8], outline: Outline) -> Result<(Self, ReadProject), ReadError> {
        let source = SourceFile::from_bytes(name, bytes)?;
        let read = read(&source, &outline)?;
        let file = ProjectFile { source, outline, project: Some(read.project.clone()) };
        Ok((file, read))
    }

    /// The same file, with other questions known.
    pub fn with_outline(self, outline: Outline) -> ProjectFile {
        ProjectFile { outline, ..self }
    }

    /// The text as it was read, in which faults have their place.
    pub fn source(&self) -> &SourceFile {
        &self.source
    }

    /// The file as it must stand on disk.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.source.to_bytes()
    }

    /// The file as it stands there by now, read as this one was.
    pub fn again(&self, bytes: &[u8]) -> Result<(ProjectFile, ReadProject), ReadError> {
        ProjectFile::open(self.source.name.clone(), bytes, self.outline.clone())
    }

    /// What the file says.
    pub fn project(&self) -> Option<&Project> {
        self.project.as_ref()
    }

    /// This file with what the project says: only what differs changes. The bytes of what is returned read back as the same
    /// project.
    pub fn saying(&self, project: &Project) -> Result<ProjectFile, WriteError> {
        let project = without_empty(project);
        if self.project.as_ref() == Some(&project) {
            return Ok(self.clone());
        }
        let source = self.source.with_text(self.text_saying(&project)?);
        read_back(&source, &project, &self.outline)?;
        Ok(ProjectFile { source, outline: self.outline.clone(), project: Some(project) })
    }

    /// The tree of the text goes when this ends: of a large file it takes more room than all else, and reading back makes another.
    fn text_saying(&self, project: &Project) -> Result<String, WriteError> {
        let text = if self.project.is_some() { &self.source.text } else { NEW_FILE };
        let mut document = parse(text)?;
        bring_up_to_date(&mut document);
        let old = self.project.as_ref().map_or_else(Vec::new, |old| records(old, &self.outline));
        Arrangement::new(&mut document, text, &old).apply(&records(project, &self.outline))?;
        set_value(document.as_table_mut(), "regio", &literal::one_line(env!("CARGO_PKG_VERSION")))?;
        Ok(document.to_string())
    }
}

pub(super) fn parse(text: &str) -> Result<DocumentMut, WriteError> {
    text.parse().map_err(|_| WriteError("de tekst is geen geldige TOML".to_owned()))
}

/// Proves the very bytes that go to disk.
fn read_back(written: &SourceFile, project: &Project, outline: &Outline) -> Result<(), WriteError> {
    let unreadable = |error: ReadError| WriteError(reason(&error));
    let source = SourceFile::of_any_size(written.name.clone(), &written.to_bytes());
    let source = source.map_err(ReadError::Faulty).map_err(unreadable)?;
    let back = read(&source, outline).map_err(unreadable)?;
    if back.project == *project { Ok(()) } else { Err(WriteError("er zou iets anders staan dan bedoeld".to_owned())) }
}

fn reason(error: &ReadError) -> String {
    match error {
        ReadError::Faulty(faults) => {
            faults.found.iter().find(|fault| fault.is_error()).map_or(String::new(), |fault| fault.message.clone())
        }
        other => other.to_string(),
    }
}

/// The project without what leaves no trace in a file: a step about which nothing was said, a question without answers.
fn without_empty(project: &Project) -> Project {
    let mut project = project.clone();
    project.actions.retain(|_, record| *record != ActionRecord::default());
    project.answers.retain(|_, answers| !answers.each().is_empty());
    project
}

#[cfg(test)]
mod tests {
    use super::super::sample::{SAMPLE, check, full_id, identifier, outline, source, write};
    use super::*;
    use crate::domain::{
        Answer, Answers, Contact, Decimal, Departure, EventKey, Organisation, Place, State, Subject, Value,
    };

    fn together(value: Value) -> Answers {
        Answers::Together(Answer { state: State::Given(value), ..Answer::open() })
    }

    #[test]
    fn an_unchanged_project_leaves_every_byte() {
        for text in [SAMPLE.to_owned(), format!("\u{feff}{}", SAMPLE.replace('\n', "\r\n"))] {
            let original = source(&text);
            let project = read(&original, &outline()).expect("is read").project;
            assert_eq!(write(Some(&original), &project), Ok(text));
        }
    }

    #[test]
    fn byte_order_mark_and_line_ends_survive_a_change() {
        let text = format!("\u{feff}{}", SAMPLE.replace('\n', "\r\n"));
        let original = source(&text);
        let mut project = read(&original, &outline()).expect("is read").project;
        project.answers.insert(full_id("verkennen.aanleiding"), together(Value::text("een\ntwee")));
        let written = write(Some(&original), &project).expect("is written");
        assert!(written.starts_with("\u{feff}# van mij\r\n"));
        assert_eq!(written.matches('\n').count(), written.matches("\r\n").count());
        assert_eq!(read(&source(&written), &outline()).expect("is read").project, project);
    }

    #[test]
    fn a_given_answer_takes_the_place_of_the_open_one_with_its_comment() {
        check(
            SAMPLE,
            |project| drop(project.answers.insert(full_id("verkennen.aanleiding"), together(Value::text("nu")))),
            "-state = \"open\" # nog vragen aan Jo\n+value = \"nu\" # nog vragen aan Jo",
        );
    }

    #[test]
    fn new_answers_come_in_the_order_of_the_questions() {
        check(
            SAMPLE,
            |project| {
                project.answers.insert(full_id("verkennen.startbijeenkomst"), Answers::Together(Answer::open()));
                let amount = Value::Number(Decimal::from_hundredths(125_050));
                project.answers.insert(full_id("uitbouwen.bedrag"), together(amount));
            },
            "+# Wanneer is de startbijeenkomst?\n+[answer.verkennen.startbijeenkomst]\n+state = \"open\"\n+\n\
             +# Hoeveel legt iedereen in?\n+[answer.uitbouwen.bedrag]\n+value = \"1250.50\"\n+",
        );
    }

    #[test]
    fn only_the_changed_value_of_a_table_is_touched() {
        check(
            SAMPLE,
            |project| {
                project.name = Some("Nieuw".to_owned());
                project.region = Some("Zuid".to_owned());
            },
            "-name = \"Voorbeeld\"\n+name = \"Nieuw\"\n+region = \"Zuid\"",
        );
    }

    #[test]
    fn a_new_organisation_and_a_contact_stand_with_the_others() {
        check(
            SAMPLE,
            |project| {
                let contacts = vec![Contact { name: "Zus".to_owned(), ..Contact::default() }];
                let (id, name) = (identifier("nieuw"), "Nieuw".to_owned());
                project.organisations.push(Organisation {
                    id,
                    name,
                    kind: None,
                    place: Place::Candidate,
                    departure: Departure::default(),
                    contacts,
                });
                project.organisations[0].contacts[0].mail = Some("jo@x.nl".to_owned());
            },
            "+mail = \"jo@x.nl\"\n+[[organisation]]\n+id = \"nieuw\"\n+name = \"Nieuw\"\n+place = \"kandidaat\"\n+\n\
             +[[organisation.contact]]\n+name = \"Zus\"\n+",
        );
    }

    #[test]
    fn what_goes_leaves_the_heading_above_it() {
        check(
            SAMPLE,
            |project| drop(project.answers.remove(&full_id("verkennen.aanleiding"))),
            "-# Waarom juist nu?\n-[answer.verkennen.aanleiding]\n-state = \"open\" # nog vragen aan Jo\n-",
        );
    }

    #[test]
    fn history_is_only_added_to() {
        check(
            SAMPLE,
            |project| {
                let mut change = project.history[0].clone();
                let key = EventKey { date: None, text: String::new() };
                (change.subject, change.from, change.to) = (Subject::Event(key), Some(State::Unknown), None);
                project.history.push(change);
            },
            "+\n+[[history]] # c2bc16\n+at = 2026-11-23T20:15:00+01:00\n+event = true\n+from = { state = \"unknown\" }",
        );
    }

    #[test]
    fn other_ways_to_write_a_table_are_kept() {
        let text = "schema = 1\nregio = '0.0.1'\nproject = { id = 'a', created = 2026-11-01 }\n\
                    organisation = [{ id = 'bakker', name = 'De Bron', place = 'partner' }]\n\
                    answer.verkennen.aanleiding.state = 'open'\nanswer.verkennen.eigen-doel = { bakker = { value = 'x' } }\n";
        check(
            text,
            |project| {
                project.name = Some("N".to_owned());
                project.answers.insert(full_id("verkennen.aanleiding"), together(Value::text("nu")));
                project.answers.insert(full_id("verkennen.startbijeenkomst"), Answers::Together(Answer::open()));
            },
            "-project = { id = 'a', created = 2026-11-01 }\n+project = { id = 'a', created = 2026-11-01, name = \"N\" }\n\
             -answer.verkennen.aanleiding.state = 'open'\n+answer.verkennen.aanleiding.value = \"nu\"\n+\n\
             +# Wanneer is de startbijeenkomst?\n+[answer.verkennen.startbijeenkomst]\n+state = \"open\"",
        );
    }

    #[test]
    fn what_would_not_read_back_is_not_written() {
        let original = source(SAMPLE);
        let mut project = read(&original, &outline()).expect("is read").project;
        project.answers.insert(full_id("verkennen.aanleiding"), together(Value::text(" ")));
        let refused = write(Some(&original), &project).expect_err("must be refused");
        assert_eq!(
            refused.to_string(),
            "dit is niet op te slaan, want regio zou het niet terug kunnen lezen: deze tekst is leeg"
        );
    }

    #[test]
    fn what_is_known_of_the_questions_later_stands_above_their_answers() {
        let opened = ProjectFile::open("regio.toml", SAMPLE.as_bytes(), Outline::default());
        let (file, mut read) = opened.expect("is read");
        read.project.answers.insert(full_id("verkennen.startbijeenkomst"), Answers::Together(Answer::open()));
        let written = file.with_outline(outline()).saying(&read.project).expect("is written").to_bytes();
        let written = String::from_utf8(written).expect("is UTF-8");
        assert!(
            written.contains("# Wanneer is de startbijeenkomst?\n[answer.verkennen.startbijeenkomst]\n"),
            "{written}"
        );
    }

    #[test]
    fn a_newer_file_is_not_opened() {
        let opened = ProjectFile::open("regio.toml", b"schema = 2\n[project]\n", outline());
        assert!(matches!(opened, Err(ReadError::Newer { .. })));
    }

    #[test]
    fn a_new_file_is_laid_out() {
        let mut project = read(&source(SAMPLE), &outline()).expect("is read").project;
        project.history.clear();
        let record = [("naam", Value::text("Oefening")), ("kosten", Value::integer(500))];
        let record = Value::Record(record.map(|(name, value)| (name.to_owned(), value)).into());
        project.answers.insert(full_id("uitbouwen.activiteiten"), together(Value::List(vec![record])));
        let expected = "\
# Het projectbestand van regio. Je mag het met de hand aanpassen: je eigen opmerkingen en volgorde blijven staan.
# `regio controleer` zegt of het nog klopt.
schema = 1
regio = \"0.1.0\"

[project]
id = \"abc\"
name = \"Voorbeeld\"
tlp = \"AMBER\"
created = 2026-11-01

# Wanneer elke fase begon

[phase.verkennen]
begun = 2026-11-02

# Het register: kopgroep, deelnemers, partners, kandidaten en stakeholders

[[organisation]]
id = \"gemeente-voorbeeld\"
name = \"Gemeente Voorbeeld\"
place = \"kopgroep\"

[[organisation.contact]]
name = \"Jo\"

[[organisation]]
id = \"bakker\"
name = 'Bakkerij \"De Bron\"'
place = \"partner\"

# Antwoorden

# Waarom juist nu?
[answer.verkennen.aanleiding]
state = \"open\"

# Wat wil je zelf bereiken?
[answer.verkennen.eigen-doel.gemeente-voorbeeld]
value = \"Meer rust\"
given = 2026-11-23T20:15:00+01:00

# Wat gaan jullie doen?
[answer.uitbouwen.activiteiten]
value = [
  { kosten = \"500\", naam = \"Oefening\" },
]
";
        assert_eq!(write(None, &project).as_deref(), Ok(expected));
    }
}
