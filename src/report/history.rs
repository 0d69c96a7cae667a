use std::cmp::Reverse;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;

use super::changed_things::{MOST_THINGS, changed_things, first_of};
use super::decisions::glance;
use super::{Head, label, led_by, paragraph};
use crate::catalog::Catalog;
use crate::document::{Block, Definition, Document, Imprint, Inline};
use crate::domain::{Change, FullId, Item, Kind, Project, State, Subject, Value};
use crate::expression::{Facts, Words, fill};
use crate::notation;

/// Which part of the history is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryChoice<'c> {
    pub since: Option<NaiveDate>,
    /// Only what changed since this was printed.
    pub print: Option<Print<'c>>,
    pub question: Option<&'c FullId>,
}

/// A paper, and the project as it was when it was printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print<'c> {
    pub title: String,
    pub imprint: Imprint,
    pub project: &'c Project,
}

/// What was said and changed, newest first. First answers stand in the answers themselves, later changes in the history
/// of the file; here they stand together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct History {
    #[serde(flatten)]
    pub head: Head,
    /// What is otherwise by now than when a paper was printed, whoever changed it: a hand leaves no change behind.
    #[serde(skip)]
    pub since_print: Option<String>,
    pub changes: Vec<ChangeReport>,
}

/// A change in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangeReport {
    pub at: DateTime<FixedOffset>,
    pub by: Option<String>,
    /// The id of what it is about.
    pub subject: String,
    #[serde(skip)]
    pub question: Option<FullId>,
    pub organisation: Option<String>,
    /// What it is about, in words.
    pub label: String,
    pub from: Option<String>,
    pub to: Option<String>,
    pub why: Option<String>,
}

impl ChangeReport {
    fn new(catalog: &Catalog, facts: &Facts, words: &Words, change: Change) -> ChangeReport {
        let Change { at, by, subject, from, to, why } = change;
        let item = asked(&subject);
        let question = item.map(|item| item.question.clone());
        let kind = question.as_ref().filter(|_| matches!(subject, Subject::Answer(_)));
        let kind = kind.and_then(|id| catalog.question(id)).map_or(&Kind::LongText, |question| &question.kind);
        let said = |state: &State| match (&subject, state.value()) {
            // Who was joined with another is told of by the name of the other.
            (Subject::Organisation(_), Some(Value::Text(id))) => words.organisation(id),
            _ => words.state(kind, state),
        };
        let organisation = item.and_then(|item| Some(words.organisation(item.organisation.as_ref()?.as_str())));
        let label = label_of(catalog, facts, &subject);
        let (from, to) = (from.as_ref().map(said), to.as_ref().map(said));
        ChangeReport { at, by, subject: subject_id(&subject), question, organisation, label, from, to, why }
    }
}

/// The question that a change is about, and whose answer it is where each has one of its own.
pub(super) fn asked(subject: &Subject) -> Option<&Item> {
    match subject {
        Subject::Answer(item) | Subject::Note(item) | Subject::Label(item) => Some(item),
        _ => None,
    }
}

impl History {
    pub fn new(catalog: &Catalog, facts: &Facts, choice: &HistoryChoice) -> History {
        let known: Vec<Change> = choice.print.iter().flat_map(|print| changes(print.project)).collect();
        let is_wanted = |change: &Change| {
            let about = asked(&change.subject).map(|item| &item.question);
            choice.question.is_none_or(|wanted| about == Some(wanted))
                && choice.since.is_none_or(|since| change.at.date_naive() >= since)
                && !known.contains(change)
        };
        let mut changes: Vec<Change> = changes(facts.project).filter(is_wanted).collect();
        changes.sort_by_cached_key(|change| (Reverse(change.at), subject_id(&change.subject)));
        let words = Words::new(facts);
        let changes: Vec<ChangeReport> =
            changes.into_iter().map(|change| ChangeReport::new(catalog, facts, &words, change)).collect();
        let head = label::head(facts, changes.iter().filter_map(|change| change.question.as_ref()));
        let since_print = choice.print.as_ref().map(|print| since_print(print, catalog, facts));
        History { head, since_print, changes }
    }

    pub fn document(&self) -> Document {
        let list = match (self.changes.is_empty(), &self.since_print) {
            (true, None) => paragraph("Er is nog niets gebeurd in deze periode of bij deze vraag."),
            _ => self.list(),
        };
        self.head.document("Geschiedenis", self.since_print.iter().map(paragraph).chain([list]).collect())
    }

    pub(super) fn list(&self) -> Block {
        Block::Definitions(self.changes.iter().map(definition).collect())
    }
}

fn definition(change: &ChangeReport) -> Definition {
    let by = change.by.as_ref().map(|by| format!(", {by}")).unwrap_or_default();
    let term = vec![Inline::Strong(format!("{}{by}", notation::moment(change.at)))];
    let owner = notation::in_brackets(&change.organisation);
    let became = match (&change.from, &change.to) {
        (None, Some(to)) => notation::sentence(to),
        (Some(from), Some(to)) if from == to => format!("nagelopen, en nog steeds '{to}'."),
        (Some(from), Some(to)) => format!("was '{from}', werd '{to}'."),
        (Some(from), None) => format!("gewist; er stond '{from}'."),
        (None, None) => "genoteerd.".to_owned(),
    };
    let mut words = led_by(format!("{}{owner}: ", change.label), became);
    words.extend(change.why.iter().map(|why| Inline::Emphasis(format!(" Waarom: {}", notation::sentence(why)))));
    (term, words)
}

fn since_print(Print { title, imprint, project }: &Print, catalog: &Catalog, facts: &Facts) -> String {
    let then = Facts::new(project, catalog, facts.today);
    let changed = first_of(&changed_things(catalog, &then, facts), MOST_THINGS);
    let changed = changed.map_or_else(|| "is er niets veranderd".to_owned(), |names| format!("is veranderd: {names}"));
    format!("Sinds '{title}' met versie {imprint} {changed}.")
}

/// The history, and the answers that never changed: their one stamp is their history.
fn changes(project: &Project) -> impl Iterator<Item = Change> {
    let has_history = |subject: &Subject| project.history.iter().any(|change| change.subject == *subject);
    let answers = project.answers.iter().flat_map(|(id, answers)| answers.each().into_iter().map(move |one| (id, one)));
    let first = answers.filter_map(move |(question, (organisation, answer))| {
        let (at, subject) = (answer.given?, Subject::Answer(Item::new(question, organisation)));
        let (by, to) = (answer.by.clone(), Some(answer.state.clone()));
        let is_first = answer.state.is_said() && !has_history(&subject);
        is_first.then_some(Change { at, by, subject, from: None, to, why: None })
    });
    project.history.iter().cloned().chain(first)
}

pub(super) fn subject_id(subject: &Subject) -> String {
    match subject {
        Subject::Answer(item) | Subject::Note(item) | Subject::Label(item) => item.question.to_string(),
        Subject::Action(id) | Subject::Decision(id) => id.clone(),
        Subject::Organisation(id) => id.to_string(),
        Subject::Event(_) | Subject::Consent(_) => "gebeurtenis".to_owned(),
        Subject::Project(key) => key.clone(),
    }
}

pub(super) fn label_of(catalog: &Catalog, facts: &Facts, subject: &Subject) -> String {
    let project = facts.project;
    let label = |Item { question: id, .. }: &Item| {
        catalog.question(id).map_or_else(|| id.to_string(), |question| question.label.clone())
    };
    match subject {
        Subject::Answer(item) => label(item),
        Subject::Note(item) => format!("Notitie bij '{}'", label(item)),
        Subject::Label(item) => format!("Label bij '{}'", label(item)),
        Subject::Action(id) => {
            let own = project.own_actions.iter().find(|own| own.id.as_str() == id).map(|own| own.title.clone());
            let advised = || catalog.actions().find(|action| action.id.to_string() == *id);
            let title = own.or_else(|| advised().map(|action| fill(&action.title, facts, None)));
            format!("Stap '{}'", title.unwrap_or_else(|| id.clone()))
        }
        Subject::Organisation(id) => {
            format!("Organisatie {}", project.organisation(id.as_str()).map_or(id.as_str(), |one| &one.name))
        }
        Subject::Decision(id) => match project.decisions.iter().find(|decision| decision.id == *id) {
            Some(decision) => format!("Besluit '{}'", glance(decision)),
            None => format!("Besluit {id}"),
        },
        Subject::Event(_) => "Wat er gebeurde".to_owned(),
        Subject::Consent(key) => format!("Wie goedvindt dat anderen '{}' lezen", key.text),
        Subject::Project(key) => match key.as_str() {
            "name" => "Naam van de samenwerking".to_owned(),
            "region" => "Regio".to_owned(),
            "trekker" => "Trekker".to_owned(),
            "tlp" => "Label van het project".to_owned(),
            other => other.to_owned(),
        },
    }
}
