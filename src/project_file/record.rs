use crate::domain::{
    ActionRecord, Answer, Answers, Change, Contact, Decision, FullId, Identifier, LapsedAnswer, Organisation,
    OwnAction, Project, State, Subject, Success, Variant,
};

use super::literal;
use super::outline::Outline;

/// One table of the project file, with what it says in TOML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub section: Section,
    /// The order among the records of its section: a number, then a name.
    pub order: (usize, String),
    pub address: Address,
    /// Stands above a new table.
    pub comment: Option<String>,
    pub fields: Fields,
    pub contacts: Vec<Fields>,
}

/// Where a record stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Address {
    Table(Vec<String>),
    /// One table of the section's array, known by this.
    Element(String),
}

/// Keys in their order, each with its value in TOML.
pub type Fields = Vec<(&'static str, Option<String>)>;

/// The parts of the file, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    Project,
    Phases,
    Organisations,
    Answers,
    Views,
    Variants,
    Actions,
    OwnActions,
    Decisions,
    Successes,
    History,
    Lapsed,
}

impl Section {
    pub const ALL: [Section; 12] = [
        Section::Project,
        Section::Phases,
        Section::Organisations,
        Section::Answers,
        Section::Views,
        Section::Variants,
        Section::Actions,
        Section::OwnActions,
        Section::Decisions,
        Section::Successes,
        Section::History,
        Section::Lapsed,
    ];

    /// The key of an array of tables; nothing for a section of separate tables.
    pub fn array(self) -> Option<&'static str> {
        match self {
            Section::Project | Section::Phases | Section::Answers | Section::Views | Section::Actions => None,
            Section::Organisations => Some("organisation"),
            Section::Variants => Some("variant"),
            Section::OwnActions => Some("own-action"),
            Section::Decisions => Some("decision"),
            Section::Successes => Some("success"),
            Section::History => Some("history"),
            Section::Lapsed => Some("lapsed"),
        }
    }

    /// The comment above the first table of the section.
    pub fn heading(self) -> Option<&'static str> {
        match self {
            Section::Project => None,
            Section::Phases => Some("# Wanneer elke fase begon"),
            Section::Organisations => Some("# Het register: kopgroep, kandidaten, partners en stakeholders"),
            Section::Answers => Some("# Antwoorden"),
            Section::Views => Some("# Wat elke organisatie zelf vindt van wat jullie samen beantwoorden"),
            Section::Variants => Some("# Wat een organisatie ook zei, naast het antwoord dat geldt"),
            Section::Actions => Some("# Wat er over de stappen is gezegd"),
            Section::OwnActions => Some("# Eigen stappen"),
            Section::Decisions => Some("# Besluiten"),
            Section::Successes => Some("# Successen"),
            Section::History => Some("# Wat er veranderde; hier komt alleen iets bij"),
            Section::Lapsed => Some("# Antwoorden die niet meer passen"),
        }
    }
}

/// Every table of the file, in the order in which they stand.
pub fn records(project: &Project, outline: &Outline) -> Vec<Record> {
    let mut records = vec![table(Section::Project, (0, String::new()), &["project"], project_fields(project))];
    records.extend(project.begun.iter().enumerate().map(|(order, (phase, begun))| {
        let fields = vec![("begun", Some(literal::date(*begun)))];
        table(Section::Phases, (order, phase.word().to_owned()), &["phase", phase.word()], fields)
    }));
    records.extend(elements(Section::Organisations, &project.organisations, organisation));
    records.extend(answers(project, outline));
    records.extend(views(project, outline));
    records
        .extend(elements(Section::Variants, &project.variants, |variant| by_content(variant_fields(variant, outline))));
    records.extend(project.actions.iter().map(|(id, record)| action(id, record)));
    records.extend(elements(Section::OwnActions, &project.own_actions, own_action));
    records.extend(elements(Section::Decisions, &project.decisions, decision));
    records.extend(elements(Section::Successes, &project.successes, |success| by_content(success_fields(success))));
    records.extend(elements(Section::History, &project.history, |change| by_content(change_fields(change, outline))));
    records.extend(elements(Section::Lapsed, &project.lapsed, |lapsed| by_content(lapsed_fields(lapsed, outline))));
    records
}

fn table(section: Section, order: (usize, String), path: &[&str], fields: Fields) -> Record {
    let address = Address::Table(path.iter().map(|&key| key.to_owned()).collect());
    Record { section, order, address, comment: None, fields, contacts: Vec::new() }
}

/// The records of an array of tables; `describe` gives what one is known by, its fields and its contacts.
fn elements<'t, T>(
    section: Section,
    things: &'t [T],
    describe: impl Fn(&T) -> (String, Fields, Vec<Fields>) + 't,
) -> impl Iterator<Item = Record> + 't {
    things.iter().enumerate().map(move |(order, thing)| {
        let (identity, fields, contacts) = describe(thing);
        let (order, address) = ((order, String::new()), Address::Element(identity));
        Record { section, order, address, comment: None, fields, contacts }
    })
}

/// A thing without a name is known by all that it says.
fn by_content(fields: Fields) -> (String, Fields, Vec<Fields>) {
    let content = fields.iter().filter_map(|(key, value)| Some(format!("{key}={}\n", value.as_ref()?))).collect();
    (content, fields, Vec::new())
}

fn text(text: &Option<String>) -> Option<String> {
    text.as_deref().map(literal::text)
}

fn some_text(text: &str) -> Option<String> {
    Some(literal::text(text))
}

fn project_fields(project: &Project) -> Fields {
    vec![
        ("id", some_text(&project.id)),
        ("name", text(&project.name)),
        ("region", text(&project.region)),
        ("trekker", text(&project.trekker)),
        ("tlp", some_text(project.tlp.word())),
        ("created", Some(literal::date(project.created))),
    ]
}

fn organisation(organisation: &Organisation) -> (String, Fields, Vec<Fields>) {
    let fields = vec![
        ("id", some_text(organisation.id.as_str())),
        ("name", some_text(&organisation.name)),
        ("kind", organisation.kind.and_then(|kind| some_text(kind.word()))),
        ("place", some_text(organisation.place.word())),
    ];
    (organisation.id.to_string(), fields, organisation.contacts.iter().map(contact).collect())
}

fn contact(contact: &Contact) -> Fields {
    vec![
        ("name", some_text(&contact.name)),
        ("role", text(&contact.role)),
        ("mail", text(&contact.mail)),
        ("phone", text(&contact.phone)),
    ]
}

fn answers(project: &Project, outline: &Outline) -> Vec<Record> {
    let mut records = Vec::new();
    for (question, answers) in &project.answers {
        match answers {
            Answers::Together(given) => records.push(answer(question, None, given, outline)),
            Answers::PerOrganisation(answers) => {
                records.extend(answers.iter().map(|(by, given)| answer(question, Some(by), given, outline)));
            }
        }
    }
    records.sort_by(|one, other| one.order.cmp(&other.order));
    records
}

fn views(project: &Project, outline: &Outline) -> Vec<Record> {
    let each = project.views.iter().flat_map(|(question, views)| views.iter().map(move |view| (question, view)));
    let mut records: Vec<Record> = each
        .map(|(question, (by, view))| answer_table(Section::Views, "view", question, Some(by), view, outline))
        .collect();
    records.sort_by(|one, other| one.order.cmp(&other.order));
    records
}

fn answer(question: &FullId, organisation: Option<&Identifier>, answer: &Answer, outline: &Outline) -> Record {
    answer_table(Section::Answers, "answer", question, organisation, answer, outline)
}

fn answer_table(
    section: Section,
    key: &str,
    question: &FullId,
    organisation: Option<&Identifier>,
    answer: &Answer,
    outline: &Outline,
) -> Record {
    let mut path = vec![key, question.questionnaire.as_str(), question.local.as_str()];
    path.extend(organisation.map(Identifier::as_str));
    let order = (outline.order(question), path.join("."));
    let mut record = table(section, order, &path, answer_fields(question, answer, outline));
    record.comment = outline.words(question).map(str::to_owned);
    record
}

fn answer_fields(question: &FullId, answer: &Answer, outline: &Outline) -> Fields {
    let state = match &answer.state {
        State::Given(_) => None,
        other => some_text(other.word()),
    };
    let value = answer.value().map(|value| literal::value(&outline.with_strings(question, value.clone())));
    vec![
        ("value", value),
        ("state", state),
        ("given", answer.given.map(literal::moment)),
        ("by", text(&answer.by)),
        ("revision", answer.revision.map(|revision| revision.to_string())),
        ("note", text(&answer.note)),
        ("tlp", answer.tlp.and_then(|tlp| some_text(tlp.word()))),
        ("source", text(&answer.source)),
    ]
}

fn variant_fields(variant: &Variant, outline: &Outline) -> Fields {
    let mut fields = vec![
        ("question", some_text(&variant.question.to_string())),
        ("organisation", some_text(variant.organisation.as_str())),
        ("standing", some_text(variant.standing.word())),
    ];
    fields.extend(answer_fields(&variant.question, &variant.answer, outline));
    fields
}

fn action(id: &FullId, record: &ActionRecord) -> Record {
    let path = ["action", id.questionnaire.as_str(), id.local.as_str()];
    table(Section::Actions, (0, id.to_string()), &path, record_fields(record))
}

fn record_fields(record: &ActionRecord) -> Fields {
    vec![
        ("done", record.done.map(literal::date)),
        ("dropped", record.dropped.map(literal::date)),
        ("owner", text(&record.owner)),
        ("due", record.due.map(literal::date)),
        ("note", text(&record.note)),
    ]
}

fn own_action(action: &OwnAction) -> (String, Fields, Vec<Fields>) {
    let mut fields = vec![
        ("id", some_text(action.id.as_str())),
        ("title", some_text(&action.title)),
        ("phase", action.phase.and_then(|phase| some_text(phase.word()))),
        ("created", Some(literal::date(action.created))),
    ];
    fields.extend(record_fields(&action.record));
    (action.id.to_string(), fields, Vec::new())
}

fn decision(decision: &Decision) -> (String, Fields, Vec<Fields>) {
    let fields = vec![
        ("id", some_text(&decision.id)),
        ("text", some_text(&decision.text)),
        ("date", Some(literal::date(decision.date))),
        ("by", text(&decision.by)),
        ("why", text(&decision.why)),
        ("replaces", text(&decision.replaces)),
    ];
    (decision.id.clone(), fields, Vec::new())
}

fn success_fields(success: &Success) -> Fields {
    vec![("text", some_text(&success.text)), ("date", Some(literal::date(success.date))), ("by", text(&success.by))]
}

fn change_fields(change: &Change, outline: &Outline) -> Fields {
    let said = |state: &Option<State>| state.as_ref().map(|state| said(&change.subject, state, outline));
    let mut fields = vec![("at", Some(literal::moment(change.at))), ("by", text(&change.by))];
    fields.extend(subject_fields(&change.subject));
    fields.extend([("from", said(&change.from)), ("to", said(&change.to)), ("why", text(&change.why))]);
    fields
}

/// A value, or `{ state = "unknown" }` when there was none.
fn said(subject: &Subject, state: &State, outline: &Outline) -> String {
    match (state, subject) {
        (State::Given(value), Subject::Answer { question, .. }) => {
            literal::value(&outline.with_strings(question, value.clone()))
        }
        (State::Given(value), _) => literal::value(value),
        (other, _) => format!("{{ state = {} }}", literal::one_line(other.word())),
    }
}

fn subject_fields(subject: &Subject) -> Fields {
    match subject {
        Subject::Answer { question, organisation } => answer_subject(question, organisation.as_ref()),
        Subject::Note { question, organisation } => {
            let mut fields = answer_subject(question, organisation.as_ref());
            fields.push(("note", Some("true".to_owned())));
            fields
        }
        Subject::Action(action) => vec![("action", some_text(action))],
        Subject::Organisation(organisation) => vec![("organisation", some_text(organisation.as_str()))],
        Subject::Decision(decision) => vec![("decision", some_text(decision))],
        Subject::Success => vec![("success", Some("true".to_owned()))],
        Subject::Project(what) => vec![("project", some_text(what))],
    }
}

fn answer_subject(question: &FullId, organisation: Option<&Identifier>) -> Fields {
    vec![
        ("question", some_text(&question.to_string())),
        ("organisation", organisation.and_then(|organisation| some_text(organisation.as_str()))),
    ]
}

fn lapsed_fields(lapsed: &LapsedAnswer, outline: &Outline) -> Fields {
    vec![
        ("question", some_text(&lapsed.question.to_string())),
        ("organisation", lapsed.organisation.as_ref().and_then(|organisation| some_text(organisation.as_str()))),
        ("ask", some_text(&lapsed.ask)),
        ("value", lapsed.value.clone().map(|value| literal::value(&outline.with_strings(&lapsed.question, value)))),
        ("given", lapsed.given.map(literal::moment)),
        ("by", text(&lapsed.by)),
        ("why", some_text(&lapsed.why)),
    ]
}
