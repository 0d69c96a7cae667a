use super::answers::NamedProject;
use super::descriptions::{Head, PhaseRecord};
use super::field::{Fields, Written};
use super::outline::Outline;
use super::part::Part;
use crate::domain::{Answer, FullId, Identifier, Project, vocabulary};

/// One table of the project file, with what it says in TOML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub section: Section,
    /// The order among the records of its section.
    pub order: usize,
    /// The keys that lead to it; of one table of an array, what it is known by.
    pub path: Vec<String>,
    /// Stands above a new table.
    pub comment: Option<String>,
    pub fields: Fields,
}

/// The place of a record among all others.
pub type Rank = (Section, usize, String);

vocabulary! {
    /// The parts of the file, in their order: the key of each, and what stands above its first table.
    Section {
        Project = "project", "Het samenwerkingsverband";
        Phases = "phase", "Wanneer elke fase begon";
        Organisations = "organisation", "Het register: kopgroep, deelnemers, partners, kandidaten en stakeholders";
        Answers = "answer", "Antwoorden";
        Views = "view", "Wat elke organisatie zelf vindt van wat jullie samen beantwoorden";
        Variants = "variant", "Wat een organisatie ook zei, naast het antwoord dat geldt";
        Actions = "action", "Wat er over de stappen is gezegd";
        OwnActions = "own-action", "Eigen stappen";
        Decisions = "decision", "Besluiten";
        Events = "event", "Wat er gebeurde";
        Meetings = "meeting", "Bijeenkomsten";
        History = "history", "Wat er veranderde; hier komt alleen iets bij";
        Lapsed = "lapsed", "Antwoorden die niet meer passen";
    }
}

impl Section {
    /// Whether it is an array of tables, rather than separate ones.
    pub fn is_array(self) -> bool {
        use Section::*;
        !matches!(self, Project | Phases | Answers | Views | Actions)
    }

    /// Whether it is an array to which two copies of a project add apart.
    pub fn grows(self) -> bool {
        matches!(self, Section::OwnActions | Section::Decisions | Section::Events | Section::History)
    }

    /// The comment above its first table; the project itself has none.
    pub fn heading(self) -> Option<String> {
        (self != Section::Project).then(|| format!("# {}", self.title()))
    }
}

impl Record {
    pub fn rank(&self) -> Rank {
        (self.section, self.order, self.path.join("."))
    }
}

/// Every table of the file, in the order in which they stand.
pub fn records(project: &Project, outline: &Outline) -> Vec<Record> {
    let project = outline.strings_in(project.clone());
    let of_question = |section, question: &FullId, by: Option<&Identifier>, answer: &Answer| {
        let below = [question.questionnaire.as_str(), question.local.as_str()].into_iter();
        let below: Vec<&str> = below.chain(by.map(Identifier::as_str)).collect();
        let comment = outline.words(question).map(str::to_owned);
        Record { comment, ..table(section, outline.order(question), &below, answer) }
    };
    let mut records = vec![table(Section::Project, 0, &[], &head(&project))];
    for (order, (phase, begun)) in project.begun.iter().enumerate() {
        records.push(table(Section::Phases, order, &[phase.word()], &PhaseRecord { begun: *begun }));
    }
    for (question, answers) in &project.answers {
        let each = answers.each().into_iter();
        records.extend(each.map(|(by, answer)| of_question(Section::Answers, question, by, answer)));
    }
    for (question, views) in &project.views {
        records.extend(views.iter().map(|(by, view)| of_question(Section::Views, question, Some(by), view)));
    }
    for (id, record) in &project.actions {
        records.push(table(Section::Actions, 0, &[id.questionnaire.as_str(), id.local.as_str()], record));
    }
    records.extend(elements(Section::Organisations, &project.organisations));
    records.extend(elements(Section::Variants, &project.variants));
    records.extend(elements(Section::OwnActions, &project.own_actions));
    records.extend(elements(Section::Decisions, &project.decisions));
    records.extend(elements(Section::Events, &project.events));
    records.extend(elements(Section::Meetings, &project.meetings));
    records.extend(elements(Section::History, &project.history));
    records.extend(elements(Section::Lapsed, &project.lapsed));
    records.sort_by_cached_key(Record::rank);
    records
}

fn head(project: &Project) -> Head {
    let Project { id, name, region, trekker, tlp, created, .. } = project.clone();
    Head { id, named: NamedProject { name, region, trekker }, tlp: Some(tlp), created }
}

fn table(section: Section, order: usize, below: &[&str], says: &impl Part) -> Record {
    let path = [&[section.word()], below].concat().into_iter().map(str::to_owned).collect();
    Record { section, order, path, comment: None, fields: says.fields() }
}

/// The records of an array of tables, each known by its id, a meeting by its day and number, and others by all that they say.
fn elements<T: Part>(section: Section, things: &[T]) -> impl Iterator<Item = Record> {
    things.iter().enumerate().map(move |(order, thing)| {
        let fields = thing.fields();
        let known_by = match fields.first() {
            Some(("id", Written::Literal(id))) => id.clone(),
            Some((_, Written::Literal(date))) if section == Section::Meetings => match fields.get(1) {
                Some(("number", Written::Literal(number))) => format!("{date} {number}"),
                _ => date.clone(),
            },
            _ => format!("{fields:?}"),
        };
        Record { section, order, path: vec![known_by], comment: None, fields }
    })
}
