use std::collections::BTreeMap;

use crate::domain::{Answer, FullId, Identifier, Organisation, State, Tlp, Version};
use crate::source::{Entry, Fault, Faults, Located, SourceFile, Span, Table, quoted, read_value};

use super::outline::Outline;
use super::read::{ReadError, open};
use super::register::read_organisations;
use super::shapes::{ANSWER_FILE, is_one_answer};

/// Answers that come from elsewhere: one organisation's, or prepared ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerFile {
    /// Whose answers these are, when the file answers a request.
    pub request: Option<Request>,
    pub project: NamedProject,
    pub organisations: Vec<Organisation>,
    pub answers: Vec<ReadAnswer>,
    pub warnings: Faults,
}

/// The head of the answer file of one organisation: what it answers, and who filled it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The id of the project that asked.
    pub project: String,
    pub organisation: Identifier,
    /// Who filled it in.
    pub by: Option<String>,
    /// The version of each questionnaire that was asked.
    pub versions: BTreeMap<Identifier, Version>,
    /// Where the name of the organisation stands.
    pub span: Span,
}

/// What a file of answers may say about the project itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedProject {
    pub name: Option<String>,
    pub region: Option<String>,
    pub trekker: Option<String>,
}

/// One answer as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadAnswer {
    pub question: FullId,
    pub organisation: Option<Identifier>,
    pub answer: Answer,
    /// Where the name of its table stands.
    pub span: Span,
}

/// Reads an answer file. Whether its questions and organisations exist is for the caller to check.
pub fn read_answers(source: &SourceFile, outline: &Outline) -> Result<AnswerFile, ReadError> {
    let ((request, project, organisations, answers), warnings) = open(source, &ANSWER_FILE, |table, faults| {
        let answers = read_answer_tables(table, outline, faults);
        Some((read_request(table, faults), read_named(table), read_organisations(table, faults), answers))
    })?;
    Ok(AnswerFile { request, project, organisations, answers, warnings })
}

fn read_request(file: &Table<'_>, faults: &mut Vec<Fault>) -> Option<Request> {
    let table = file.table("request")?;
    let organisation = table.identifier("organisation")?;
    let mut versions = BTreeMap::new();
    for entry in entries(table.table("version")) {
        match (Identifier::parse(entry.key.value), entry.node.text().and_then(Version::parse)) {
            (Some(questionnaire), Some(version)) => {
                versions.insert(questionnaire, version);
            }
            _ => faults.push(
                Fault::at(entry.key.span, "dit is geen versie van een vragenlijst")
                    .tip("een versie is bijvoorbeeld verkennen = \"1.0.0\""),
            ),
        }
    }
    Some(Request {
        project: table.string("project")?,
        organisation: organisation.value,
        by: table.string("by"),
        versions,
        span: organisation.span,
    })
}

fn read_named(file: &Table<'_>) -> NamedProject {
    let Some(project) = file.table("project") else { return NamedProject::default() };
    NamedProject { name: project.string("name"), region: project.string("region"), trekker: project.string("trekker") }
}

/// The answers of a file, in its order.
pub fn read_answer_tables(file: &Table<'_>, outline: &Outline, faults: &mut Vec<Fault>) -> Vec<ReadAnswer> {
    read_tables(file.table("answer"), outline, faults)
}

/// The tables of answers below one key, in their order.
pub fn read_tables(below: Option<Table<'_>>, outline: &Outline, faults: &mut Vec<Fault>) -> Vec<ReadAnswer> {
    let mut answers = Vec::new();
    for questionnaire in entries(below) {
        for question in entries(questionnaire.node.table()) {
            if let Some(id) = full_id(&questionnaire, &question) {
                read_question(&id, &question, outline, faults, &mut answers);
            }
        }
    }
    answers
}

/// The full name of something that stands two tables deep.
pub fn full_id(questionnaire: &Entry<'_>, local: &Entry<'_>) -> Option<FullId> {
    Some(FullId {
        questionnaire: Identifier::parse(questionnaire.key.value)?,
        local: Identifier::parse(local.key.value)?,
    })
}

pub fn entries(table: Option<Table<'_>>) -> Vec<Entry<'_>> {
    table.map(|table| table.entries()).unwrap_or_default()
}

fn read_question(
    id: &FullId,
    entry: &Entry<'_>,
    outline: &Outline,
    faults: &mut Vec<Fault>,
    answers: &mut Vec<ReadAnswer>,
) {
    let Some(table) = entry.node.table() else { return };
    if is_one_answer(&table) {
        faults.extend(mixed(&table));
        answers.extend(read_answer(id, None, entry, outline, faults));
        return;
    }
    for of_organisation in table.entries() {
        if let Some(organisation) = Identifier::parse(of_organisation.key.value) {
            answers.extend(read_answer(id, Some(organisation), &of_organisation, outline, faults));
        }
    }
}

/// An answer of the whole kopgroep that holds an answer of one organisation too: one of the two would get lost.
fn mixed(table: &Table<'_>) -> Vec<Fault> {
    let is_answer = |entry: &Entry<'_>| entry.node.table().is_some_and(|inner| is_one_answer(&inner));
    let fault = |entry: Entry<'_>| {
        let message =
            format!("hier staat een antwoord van {} in het antwoord van iedereen samen", quoted(entry.key.value));
        Fault::at(entry.key.span, message)
            .tip("kies een van de twee: één antwoord samen, of een antwoord per organisatie")
    };
    table.entries().into_iter().filter(|entry| entry.key.value != "value" && is_answer(entry)).map(fault).collect()
}

fn read_answer(
    question: &FullId,
    organisation: Option<Identifier>,
    entry: &Entry<'_>,
    outline: &Outline,
    faults: &mut Vec<Fault>,
) -> Option<ReadAnswer> {
    let answer = read_one(question, &entry.node.table()?, &entry.key, outline, faults)?;
    Some(ReadAnswer { question: question.clone(), organisation, answer, span: entry.key.span.clone() })
}

/// The answer in a table. `name` is what stands above it.
pub fn read_one(
    question: &FullId,
    table: &Table<'_>,
    name: &Located<&str>,
    outline: &Outline,
    faults: &mut Vec<Fault>,
) -> Option<Answer> {
    let state = read_state(table, name, faults)?;
    let state = match state {
        State::Given(value) => State::Given(outline.with_numbers(question, value)),
        other => other,
    };
    Some(Answer {
        state,
        given: table.moment("given").map(|given| given.value),
        by: table.string("by"),
        revision: table.whole("revision"),
        note: table.string("note"),
        tlp: table.read("tlp", Tlp::parse).map(|tlp| tlp.value),
        source: table.string("source"),
    })
}

/// A value, or a word that says why there is none: one of the two.
fn read_state(table: &Table<'_>, name: &Located<&str>, faults: &mut Vec<Fault>) -> Option<State> {
    match (table.get("value"), table.get("state")) {
        (Some(value), None) => read_value(value).ok().map(State::Given),
        (None, Some(_)) => table.read("state", State::parse_without_value).map(|state| state.value),
        (Some(_), Some(state)) => {
            let fault = Fault::at(state.span(), "hier staat een antwoord, en ook dat er geen antwoord is");
            faults.push(fault.tip("haal state weg, of haal value weg"));
            None
        }
        (None, None) => {
            let span = table.span().unwrap_or_else(|| name.span.clone());
            let fault = Fault::at(span, format!("bij {} staat geen antwoord", quoted(name.value)));
            faults.push(fault.tip("zet erbij: value = \"…\", of als er nog geen antwoord is: state = \"open\""));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{full_id, identifier, outline, source};
    use super::*;

    #[test]
    fn an_answer_file_keeps_its_order_and_places() {
        let text = "[[organisation]]\nid = 'bakker'\nname = 'De Bron'\nplace = 'partner'\n\
                    [answer.verkennen.eigen-doel.bakker]\nvalue = 'rust'\n\
                    [answer.verkennen]\naanleiding = { state = 'unknown' }\n";
        let file = read_answers(&source(text), &outline()).expect("is read");
        let read: Vec<_> = file
            .answers
            .iter()
            .map(|answer| (&answer.question, &answer.organisation, &text[answer.span.clone()]))
            .collect();
        let (goal, reason) = (full_id("verkennen.eigen-doel"), full_id("verkennen.aanleiding"));
        let bakker = Some(identifier("bakker"));
        assert_eq!(read, [(&goal, &bakker, "bakker"), (&reason, &None, "aanleiding")]);
        assert_eq!(file.answers[1].answer.state, State::Unknown);
        assert_eq!(file.organisations.len(), 1);
    }

    #[test]
    fn a_newer_answer_file_is_refused() {
        let error = read_answers(&source("schema = 9\n"), &outline()).expect_err("must be refused");
        assert_eq!(error.to_string(), "'regio.toml' heeft vorm 9; deze regio kent vorm 1 en ouder");
    }
}
