use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, NaiveDate};
use regio::domain::{
    ActionRecord, Agreed, Answer, Answers, Change, Contact, Decision, Departure, Edition, Event, EventKey, EventKind,
    FullId, Identifier, Item, Kind, LapsedAnswer, Meeting, Organisation, OwnAction, Phase, Place, Project, Question,
    Scope, Standing, State, Subject, Tlp, Value, Variant,
};

use crate::desk::{CATALOG, said_for_what_stands_there, today};

/// Where a word stands, which says who may read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The name and the region of the collaboration.
    Name,
    /// What bears the label of the project.
    Project,
    /// An answer with this label, of all together or of an organisation.
    Answer(Tlp),
    /// What one organisation, of the kopgroep, thinks or says: not for everyone.
    OfOrganisation(Tlp),
    /// For the kopgroep alone.
    Inside,
}

impl Spot {
    /// Whether an edition of a project with this label may hold the word. This is the rule written once more, apart from the program.
    pub fn admitted(self, edition: Edition, project: Tlp) -> bool {
        let most = match edition {
            Edition::Kopgroep => return true,
            Edition::Participants => Tlp::Amber,
            Edition::Public => Tlp::Clear,
        };
        match self {
            Spot::Name => true,
            Spot::Project => project <= most,
            Spot::Answer(label) => label <= most,
            Spot::OfOrganisation(label) => label <= most && project <= most,
            Spot::Inside => false,
        }
    }

    /// The label that a document with this word has at least.
    pub fn label(self, project: Tlp) -> Option<Tlp> {
        match self {
            Spot::Answer(label) | Spot::OfOrganisation(label) => Some(label),
            Spot::Project => Some(project),
            Spot::Name | Spot::Inside => None,
        }
    }
}

/// A project in which everything that can hold a word holds one of its own.
pub struct Witness {
    pub project: Project,
    pub words: Vec<(String, Spot)>,
    label: Option<Tlp>,
}

const MEMBER: &str = "lid-een";
const OTHER: &str = "lid-twee";
const CANDIDATE: &str = "kandidaat-een";

impl Witness {
    /// Of a project with one label, and answers that all bear another, or that of their question.
    pub fn new(of_project: Tlp, label: Option<Tlp>) -> Witness {
        let mut project = Project::new("a".repeat(32), today());
        project.tlp = of_project;
        let mut witness = Witness { project, words: Vec::new(), label };
        witness.head();
        witness.register();
        for question in CATALOG.questions() {
            witness.answers(question);
        }
        witness.records();
        witness.project = said_for_what_stands_there(witness.project);
        witness
    }

    /// A new word. No word is the beginning of another.
    fn word(&mut self, spot: Spot) -> String {
        let word = format!("qz{:05}zq", self.words.len());
        self.words.push((word.clone(), spot));
        word
    }

    fn head(&mut self) {
        self.project.name = Some(self.word(Spot::Name));
        self.project.region = Some(self.word(Spot::Name));
        self.project.trekker = Some(self.word(Spot::Project));
        for phase in Phase::ALL {
            self.project.begun.insert(*phase, today());
        }
    }

    fn register(&mut self) {
        for (id, place) in [(MEMBER, Place::Kopgroep), (OTHER, Place::Kopgroep), (CANDIDATE, Place::Candidate)] {
            let named = if place == Place::Kopgroep { Spot::Project } else { Spot::Inside };
            let contact = Contact {
                name: self.word(named),
                role: Some(self.word(Spot::Inside)),
                mail: Some(self.word(Spot::Inside)),
                phone: Some(self.word(Spot::Inside)),
            };
            let name = self.word(named);
            let organisation = Organisation {
                id: identifier(id),
                name,
                kind: None,
                place,
                departure: Departure::default(),
                contacts: vec![contact],
            };
            self.project.organisations.push(organisation);
        }
    }

    fn answers(&mut self, question: &Question) {
        let label = self.label.or(question.tlp).unwrap_or(self.project.tlp);
        let answers = match question.scope {
            Scope::Together => Answers::Together(self.answer(question, Spot::Answer(label))),
            Scope::Each(_) => Answers::PerOrganisation(BTreeMap::from([
                (identifier(MEMBER), self.answer(question, Spot::OfOrganisation(label))),
                (identifier(OTHER), self.answer(question, Spot::OfOrganisation(label))),
                (identifier(CANDIDATE), self.answer(question, Spot::Inside)),
            ])),
        };
        self.project.answers.insert(question.id.clone(), answers);
        if question.scope == Scope::Together {
            // What an organisation thinks itself of it is never for everyone.
            let spot = if label == Tlp::Clear { Spot::OfOrganisation(Tlp::Green) } else { Spot::OfOrganisation(label) };
            let views = BTreeMap::from([(identifier(MEMBER), self.answer(question, spot))]);
            self.project.views.insert(question.id.clone(), views);
        }
        let answer = self.answer(question, Spot::Inside);
        let standing =
            if self.project.variants.len().is_multiple_of(2) { Standing::Differs } else { Standing::SetAside };
        let variant = Variant { question: question.id.clone(), organisation: identifier(OTHER), standing, answer };
        self.project.variants.push(variant);
    }

    fn answer(&mut self, question: &Question, spot: Spot) -> Answer {
        Answer {
            state: State::Given(self.value(&question.kind, spot)),
            given: Some(moment()),
            by: Some(self.word(Spot::Inside)),
            revision: Some(question.revision),
            note: Some(self.word(Spot::Inside)),
            tlp: self.label,
            source: Some(self.word(Spot::Inside)),
            given_for: None,
        }
    }

    /// A value that the kind can hold, with a word of its own where it has room for words.
    fn value(&mut self, kind: &Kind, spot: Spot) -> Value {
        match kind {
            Kind::Text | Kind::LongText | Kind::Choice { other: true, .. } => Value::text(self.word(spot)),
            Kind::YesNo => Value::Flag(true),
            Kind::Choice { options, .. } => Value::text(options[0].id.as_str()),
            Kind::Choices { other: true, .. } | Kind::List { .. } => {
                Value::List(vec![Value::text(self.word(spot)), Value::text(self.word(spot))])
            }
            Kind::Choices { options, .. } => Value::List(vec![Value::text(options[0].id.as_str())]),
            Kind::Scale { .. } | Kind::Number { .. } | Kind::Hours { .. } | Kind::Amount { .. } => Value::integer(3),
            Kind::Date => Value::Date(day(2027, 3, 16)),
            Kind::Organisation { .. } => Value::text(MEMBER),
            Kind::Organisations { .. } => Value::List(vec![Value::text(MEMBER), Value::text(CANDIDATE)]),
            Kind::Group { fields, .. } => {
                let record = fields.iter().map(|field| (field.id.to_string(), self.value(&field.kind, spot))).collect();
                Value::List(vec![Value::Record(record)])
            }
        }
    }

    fn records(&mut self) {
        for (at, action) in CATALOG.actions().enumerate() {
            let settled = Some(day(2026, 11, 20));
            let record = ActionRecord {
                done: settled.filter(|_| at % 3 == 0),
                dropped: settled.filter(|_| at % 3 == 1),
                owner: Some(self.word(Spot::Inside)),
                due: Some(day(2026, 11, 1)),
                note: Some(self.word(Spot::Inside)),
                reopened: None,
            };
            self.project.actions.insert(action.id.clone(), record);
        }
        let record = ActionRecord { note: Some(self.word(Spot::Inside)), ..ActionRecord::default() };
        let title = self.word(Spot::Inside);
        let own = OwnAction { id: identifier("eigen"), title, phase: None, created: today(), record };
        self.project.own_actions.push(own);
        self.happenings();
    }

    fn happenings(&mut self) {
        let decision = Decision {
            id: "1".to_owned(),
            text: self.word(Spot::Project),
            date: today(),
            by: Some(self.word(Spot::Inside)),
            why: Some(self.word(Spot::Project)),
            replaces: None,
        };
        self.project.decisions.push(decision);
        let mut success = Event::new(EventKind::Success, self.word(Spot::Project), today());
        success.by = Some(self.word(Spot::Inside));
        self.project.events.push(success);
        let (present, parked) = (vec![self.word(Spot::Inside)], vec![self.word(Spot::Inside)]);
        let question =
            CATALOG.questions().find(|question| question.scope == Scope::Together && question.kind == Kind::Text);
        let question = question.expect("a text is asked of all together");
        let spot = Spot::Answer(self.label.or(question.tlp).unwrap_or(self.project.tlp));
        let state = State::Given(Value::text(self.word(spot)));
        let answer = Answer { state, given: Some(moment()), tlp: self.label, ..Answer::open() };
        let agreed = vec![Agreed { question: question.id.clone(), answer }];
        let owner = Some(self.word(Spot::Inside));
        let record = ActionRecord { owner, ..ActionRecord::default() };
        let title = self.word(Spot::Inside);
        let steps = vec![OwnAction { id: identifier("eigen"), title, phase: None, created: today(), record }];
        let decided = vec!["1".to_owned()];
        self.project.meetings.push(Meeting { present, parked, agreed, decided, steps, ..Meeting::new((today(), 1)) });
        let question = CATALOG.questions().next().expect("there are questions").id.clone();
        let subjects = [
            Subject::Answer(Item::together(&question)),
            Subject::Action("eigen".to_owned()),
            Subject::Organisation(identifier(MEMBER)),
            Subject::Decision("1".to_owned()),
            Subject::Consent(EventKey { date: Some(today()), text: "gebeurtenis".to_owned() }),
            Subject::Project("name".to_owned()),
        ];
        for subject in subjects {
            let change = self.change(subject);
            self.project.history.push(change);
        }
        let lapsed = self.lapsed(question);
        self.project.lapsed.push(lapsed);
    }

    fn change(&mut self, subject: Subject) -> Change {
        Change {
            at: moment(),
            by: Some(self.word(Spot::Inside)),
            subject,
            from: Some(State::Given(Value::text(self.word(Spot::Inside)))),
            to: Some(State::Given(Value::text(self.word(Spot::Inside)))),
            why: Some(self.word(Spot::Inside)),
        }
    }

    fn lapsed(&mut self, question: FullId) -> LapsedAnswer {
        LapsedAnswer {
            question,
            organisation: None,
            ask: self.word(Spot::Inside),
            value: Some(Value::text(self.word(Spot::Inside))),
            given: Some(moment()),
            by: Some(self.word(Spot::Inside)),
            note: Some(self.word(Spot::Inside)),
            tlp: None,
            why: self.word(Spot::Inside),
        }
    }
}

fn identifier(name: &str) -> Identifier {
    Identifier::parse(name).expect("it is an identifier")
}

fn moment() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-20T10:00:00+01:00").expect("it is a moment")
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("it is a day")
}

/// Projects with every label, and answers with every label of their own or with none.
pub fn witnesses() -> impl Iterator<Item = (Tlp, Option<Tlp>)> {
    let of_answers = Tlp::ALL.iter().map(|label| (Tlp::Amber, Some(*label)));
    of_answers.chain(Tlp::ALL.iter().map(|label| (*label, None)))
}

/// The words of a witness that stand in a text. Every word begins and ends alike, so that they are found in one pass.
pub fn found(text: &str) -> BTreeSet<&str> {
    let starts = text.match_indices("qz").map(|(start, _)| start);
    starts.filter_map(|start| text.get(start..start + 9)).filter(|word| word.ends_with("zq")).collect()
}
