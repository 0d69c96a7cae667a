use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;

use super::{label, paragraph, project_document, project_name};
use crate::catalog::Catalog;
use crate::document::{Block, Document, Inline};
use crate::domain::{Answer, Answers, FullId, Identifier, Project, State, Subject, Value};
use crate::expression::{Facts, Words, fill};
use crate::notation;

/// Which part of the history is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryChoice<'c> {
    pub since: Option<NaiveDate>,
    pub question: Option<&'c FullId>,
}

/// What was said and changed, newest first. First answers stand in the answers themselves, later changes in the history
/// of the file; here they stand together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct History {
    pub project: String,
    pub tlp: &'static str,
    pub date: NaiveDate,
    pub changes: Vec<ChangeReport>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangeReport {
    pub at: DateTime<FixedOffset>,
    pub by: Option<String>,
    /// The full id of a question, or what else the change is about.
    pub subject: String,
    pub organisation: Option<String>,
    /// What it is about, in words.
    pub label: String,
    pub from: Option<String>,
    pub to: Option<String>,
    pub why: Option<String>,
}

impl History {
    pub fn new(catalog: &Catalog, facts: &Facts, choice: &HistoryChoice) -> History {
        let project = facts.project;
        let mut changes: Vec<ChangeReport> = recorded(catalog, facts, choice);
        changes.extend(first_answers(catalog, facts, choice));
        changes.retain(|change| choice.since.is_none_or(|since| change.at.date_naive() >= since));
        changes.sort_by(|one, other| other.at.cmp(&one.at).then_with(|| one.subject.cmp(&other.subject)));
        let told: Vec<FullId> = changes.iter().filter_map(|change| FullId::parse(&change.subject)).collect();
        let tlp = label::strictest(facts, &told).title();
        History { project: project_name(project), tlp, date: facts.today, changes }
    }

    pub fn document(&self, project: &Project) -> Document {
        let blocks = if self.changes.is_empty() {
            vec![paragraph("Er is nog niets gebeurd in deze periode of bij deze vraag.")]
        } else {
            vec![Block::Definitions(self.changes.iter().map(definition).collect())]
        };
        project_document("Geschiedenis".to_owned(), project, self.tlp, self.date, blocks)
    }
}

fn definition(change: &ChangeReport) -> (Vec<Inline>, Vec<Inline>) {
    let by = change.by.as_ref().map(|by| format!(", {by}")).unwrap_or_default();
    let term = vec![Inline::Strong(format!("{}{by}", notation::moment(change.at)))];
    let owner = change.organisation.as_ref().map(|name| format!(" ({name})")).unwrap_or_default();
    let mut words = vec![Inline::Strong(format!("{}{owner}: ", change.label))];
    words.push(Inline::Text(match (&change.from, &change.to) {
        (None, Some(to)) => notation::sentence(to),
        (Some(from), Some(to)) => format!("was '{from}', werd '{to}'."),
        (Some(from), None) => format!("gewist; er stond '{from}'."),
        (None, None) => "genoteerd.".to_owned(),
    }));
    words.extend(change.why.iter().map(|why| Inline::Emphasis(format!(" Waarom: {}", notation::sentence(why)))));
    (term, words)
}

fn recorded(catalog: &Catalog, facts: &Facts, choice: &HistoryChoice) -> Vec<ChangeReport> {
    let words = Words::new(facts);
    let about = |subject: &Subject| match (choice.question, subject) {
        (None, _) => true,
        (Some(wanted), Subject::Answer { question, .. } | Subject::Note { question, .. }) => question == wanted,
        (Some(_), _) => false,
    };
    let changes = facts.project.history.iter().filter(|change| about(&change.subject));
    changes
        .map(|change| {
            let said = |state: &State| state_words(catalog, &words, &change.subject, state);
            ChangeReport {
                at: change.at,
                by: change.by.clone(),
                subject: subject_id(&change.subject),
                organisation: organisation(&words, &change.subject),
                label: label_of(catalog, facts, &change.subject),
                from: change.from.as_ref().map(said),
                to: change.to.as_ref().map(said),
                why: change.why.clone(),
            }
        })
        .collect()
}

/// Answers that never changed: their one stamp is their history.
fn first_answers(catalog: &Catalog, facts: &Facts, choice: &HistoryChoice) -> Vec<ChangeReport> {
    let project = facts.project;
    let words = Words::new(facts);
    let mut first = Vec::new();
    for (question, answers) in &project.answers {
        if choice.question.is_some_and(|wanted| wanted != question) {
            continue;
        }
        let each: Vec<(Option<&Identifier>, &Answer)> = match answers {
            Answers::Together(answer) => vec![(None, answer)],
            Answers::PerOrganisation(answers) => answers.iter().map(|(id, answer)| (Some(id), answer)).collect(),
        };
        for (organisation_id, answer) in each {
            let subject = Subject::Answer { question: question.clone(), organisation: organisation_id.cloned() };
            let said = !matches!(answer.state, State::Open | State::Skipped);
            if let (true, Some(at), false) = (said, answer.given, has_history(project, &subject)) {
                first.push(ChangeReport {
                    at,
                    by: answer.by.clone(),
                    subject: subject_id(&subject),
                    organisation: organisation(&words, &subject),
                    label: label_of(catalog, facts, &subject),
                    from: None,
                    to: Some(state_words(catalog, &words, &subject, &answer.state)),
                    why: None,
                });
            }
        }
    }
    first
}

fn has_history(project: &Project, subject: &Subject) -> bool {
    project.history.iter().any(|change| change.subject == *subject)
}

fn subject_id(subject: &Subject) -> String {
    match subject {
        Subject::Answer { question, .. } | Subject::Note { question, .. } => question.to_string(),
        Subject::Action(id) | Subject::Decision(id) => id.clone(),
        Subject::Organisation(id) => id.to_string(),
        Subject::Success => "succes".to_owned(),
        Subject::Project(key) => key.clone(),
    }
}

fn organisation(words: &Words, subject: &Subject) -> Option<String> {
    let (Subject::Answer { organisation: Some(id), .. } | Subject::Note { organisation: Some(id), .. }) = subject
    else {
        return None;
    };
    Some(words.organisation(id.as_str()))
}

fn label_of(catalog: &Catalog, facts: &Facts, subject: &Subject) -> String {
    let project = facts.project;
    let label = |question: &FullId| {
        catalog.question(question).map_or_else(|| question.to_string(), |question| question.label.clone())
    };
    match subject {
        Subject::Answer { question, .. } => label(question),
        Subject::Note { question, .. } => format!("Notitie bij '{}'", label(question)),
        Subject::Action(id) => {
            let own = project.own_actions.iter().find(|own| own.id.as_str() == id).map(|own| own.title.clone());
            let advised = || catalog.actions().find(|action| action.id.to_string() == *id);
            let title = own.or_else(|| advised().map(|action| fill(&action.title, facts, None)));
            format!("Stap '{}'", title.unwrap_or_else(|| id.clone()))
        }
        Subject::Organisation(id) => {
            let name = project.organisation(id.as_str()).map_or(id.as_str(), |organisation| &organisation.name);
            format!("Organisatie {name}")
        }
        Subject::Decision(id) => format!("Besluit {id}"),
        Subject::Success => "Succes".to_owned(),
        Subject::Project(key) => match key.as_str() {
            "name" => "Naam van de samenwerking".to_owned(),
            "region" => "Regio".to_owned(),
            "trekker" => "Trekker".to_owned(),
            other => other.to_owned(),
        },
    }
}

fn state_words(catalog: &Catalog, words: &Words, subject: &Subject, state: &State) -> String {
    if let Subject::Answer { question, .. } = subject
        && let Some(question) = catalog.question(question)
    {
        return words.state(&question.kind, state);
    }
    match state {
        State::Given(value) => plain_words(value),
        other => notation::state(other).to_owned(),
    }
}

/// A value whose question is not known any more.
fn plain_words(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Flag(flag) => if *flag { "ja" } else { "nee" }.to_owned(),
        Value::Number(number) => notation::number(*number),
        Value::Date(date) => notation::date(*date),
        Value::List(items) => items.iter().map(plain_words).collect::<Vec<_>>().join("; "),
        Value::Record(fields) => {
            fields.iter().map(|(name, value)| format!("{name}: {}", plain_words(value))).collect::<Vec<_>>().join(", ")
        }
    }
}
