use std::collections::BTreeMap;

use crate::domain::{Answer, FullId, Identifier, Organisation, Version};
use crate::source::{Entry, Fault, Faults, SourceFile, Span, Table};

use super::checks::{check_register, mixed, state_fault};
use super::outline::Outline;
use super::part::Part;
use super::read::{ReadError, list, open};
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

impl AnswerFile {
    pub fn says_nothing(&self) -> bool {
        self.answers.is_empty() && self.organisations.is_empty() && self.project == NamedProject::default()
    }
}

/// The head of the answer file of one organisation: what it answers, and who filled it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The name of the request, which hangs on the project, the phase and the organisation that was asked.
    pub id: Option<String>,
    /// The id of the project that asked.
    pub project: String,
    pub organisation: Identifier,
    /// The name of that organisation, when the request was made.
    pub name: Option<String>,
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
    let ((request, project, organisations, mut answers), warnings) = open(source, &ANSWER_FILE, |table, faults| {
        check_register(table, faults);
        let project = table.table("project").and_then(|table| NamedProject::read(&table)).unwrap_or_default();
        let answers = read_tables(table.table("answer"), faults);
        Some((read_request(table, faults), project, list(table, "organisation"), answers))
    })?;
    answers.iter_mut().for_each(|read| outline.numbers_in_answer(&read.question, &mut read.answer));
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
        id: table.string("id"),
        project: table.string("project")?,
        organisation: organisation.value,
        name: table.string("name"),
        by: table.string("by"),
        versions,
        span: organisation.span,
    })
}

/// The tables of answers below one key, in their order.
pub fn read_tables(below: Option<Table<'_>>, faults: &mut Vec<Fault>) -> Vec<ReadAnswer> {
    let mut answers = Vec::new();
    for (question, entry, table) in tables_by_id(below) {
        if is_one_answer(&table) {
            faults.extend(mixed(&table));
            answers.extend(read_answer(&question, None, &entry, faults));
            continue;
        }
        for of_organisation in table.entries() {
            if let Some(organisation) = Identifier::parse(of_organisation.key.value) {
                answers.extend(read_answer(&question, Some(organisation), &of_organisation, faults));
            }
        }
    }
    answers
}

/// The tables that stand two deep, each with its full name.
pub fn tables_by_id(below: Option<Table<'_>>) -> Vec<(FullId, Entry<'_>, Table<'_>)> {
    let each = entries(below).into_iter().flat_map(|questionnaire| {
        entries(questionnaire.node.table()).into_iter().filter_map(move |local| {
            let questionnaire = Identifier::parse(questionnaire.key.value)?;
            let id = FullId { questionnaire, local: Identifier::parse(local.key.value)? };
            Some((id, local.clone(), local.node.table()?))
        })
    });
    each.collect()
}

fn entries(table: Option<Table<'_>>) -> Vec<Entry<'_>> {
    table.map(|table| table.entries()).unwrap_or_default()
}

fn read_answer(
    question: &FullId,
    by: Option<Identifier>,
    entry: &Entry,
    faults: &mut Vec<Fault>,
) -> Option<ReadAnswer> {
    let table = entry.node.table()?;
    faults.extend(state_fault(&table, entry.key.value));
    let (question, span) = (question.clone(), entry.key.span.clone());
    Some(ReadAnswer { question, organisation: by, answer: Answer::read(&table)?, span })
}

#[cfg(test)]
mod tests {
    use super::super::sample::{full_id, identifier, outline, source};
    use super::*;
    use crate::domain::State;

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
