use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::answer::{Answer, Answers, State};
use super::event::{Event, EventKey, EventKind};
use super::identifier::{FullId, Identifier};
use super::item::Item;
use super::organisation::{Organisation, Place};
use super::phase::Phase;
use super::question::Question;
use super::tlp::Tlp;
use super::value::Value;
use super::variant::Variant;

/// One collaboration: all that was said and done, as it stands in the project file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Project {
    /// Random, never changes: ties copies, answer files and backups together.
    pub id: String,
    pub name: Option<String>,
    pub region: Option<String>,
    pub trekker: Option<String>,
    pub tlp: Tlp,
    pub created: NaiveDate,
    /// The day on which each phase was begun.
    pub begun: BTreeMap<Phase, NaiveDate>,
    pub organisations: Vec<Organisation>,
    pub answers: BTreeMap<FullId, Answers>,
    /// What each organisation thinks itself of what is asked of all together.
    pub views: BTreeMap<FullId, BTreeMap<Identifier, Answer>>,
    /// Other words of organisations beside those that hold, in a fixed order.
    pub variants: Vec<Variant>,
    /// What a person said about advised steps, by the step's full id.
    pub actions: BTreeMap<FullId, ActionRecord>,
    pub own_actions: Vec<OwnAction>,
    pub decisions: Vec<Decision>,
    pub events: Vec<Event>,
    /// Each known by its day, and of more on one day by its number.
    pub meetings: Vec<Meeting>,
    /// Only ever added to.
    pub history: Vec<Change>,
    /// Answers that no longer fit, with the question as it was.
    pub lapsed: Vec<LapsedAnswer>,
}

/// What a person said about a step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionRecord {
    pub done: Option<NaiveDate>,
    /// A person let it lapse on this day.
    pub dropped: Option<NaiveDate>,
    pub owner: Option<String>,
    pub due: Option<NaiveDate>,
    pub note: Option<String>,
    /// A person opened it again on this day: a day before it says nothing any more.
    pub reopened: Option<NaiveDate>,
}

/// A step of the user's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAction {
    pub id: Identifier,
    pub title: String,
    pub phase: Option<Phase>,
    pub created: NaiveDate,
    pub record: ActionRecord,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Decision {
    pub id: String,
    pub text: String,
    pub date: NaiveDate,
    pub by: Option<String>,
    pub why: Option<String>,
    /// The id of the decision that this one replaces.
    pub replaces: Option<String>,
}

/// What people said when they sat at the table together. What is changed later is not changed here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meeting {
    pub date: NaiveDate,
    /// Which one of its day it was; nothing for the first.
    pub number: Option<u32>,
    /// By name: organisations, and who else was there.
    pub present: Vec<String>,
    /// What was put off: the id of a question, or words.
    pub parked: Vec<String>,
    /// What was answered together, as it was said then.
    pub agreed: Vec<Agreed>,
    /// The ids of the decisions that were taken.
    pub decided: Vec<String>,
    /// The steps that were thought of, with who and before when as it was said then.
    pub steps: Vec<OwnAction>,
}

/// A day, and which meeting of that day.
pub type MeetingKey = (NaiveDate, u32);

/// An answer as it was given at a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    pub question: FullId,
    pub answer: Answer,
}

impl Meeting {
    pub fn new((date, number): MeetingKey) -> Meeting {
        Meeting { date, number: (number > 1).then_some(number), ..Meeting::default() }
    }

    pub fn key(&self) -> MeetingKey {
        (self.date, self.number.unwrap_or(1))
    }
}

/// One entry of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub at: DateTime<FixedOffset>,
    pub by: Option<String>,
    pub subject: Subject,
    /// What was said before; nothing when nothing was.
    pub from: Option<State>,
    pub to: Option<State>,
    pub why: Option<String>,
}

/// What a change is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Answer(Item),
    /// The remark with an answer.
    Note(Item),
    /// Who may see the answer at most.
    Label(Item),
    /// A step, by full id, or a step of the user's own.
    Action(String),
    Organisation(Identifier),
    Decision(String),
    Event(EventKey),
    /// By whose word others may read an event.
    Consent(EventKey),
    Project(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LapsedAnswer {
    pub question: FullId,
    pub organisation: Option<Identifier>,
    pub ask: String,
    pub value: Option<Value>,
    pub given: Option<DateTime<FixedOffset>>,
    pub by: Option<String>,
    pub note: Option<String>,
    pub tlp: Option<Tlp>,
    pub why: String,
}

impl LapsedAnswer {
    /// What an organisation said, or all together, as it stood with its question.
    pub fn new(
        Item { question, organisation }: Item,
        asked: Option<&Question>,
        answer: &Answer,
        why: String,
    ) -> LapsedAnswer {
        let Answer { given, by, note, .. } = answer.clone();
        let ask = asked.map_or_else(|| question.to_string(), |question| question.label.clone());
        // How few could read the answer to a question that is gone, nobody knows any more.
        let tlp = answer.tlp.or_else(|| asked.map_or(Some(Tlp::AmberStrict), |question| question.tlp));
        LapsedAnswer { question, organisation, ask, value: answer.value().cloned(), given, by, note, tlp, why }
    }

    /// The answer that it was.
    pub fn answer(&self) -> Answer {
        let LapsedAnswer { value, given, by, note, tlp, .. } = self.clone();
        Answer { state: value.map_or(State::Open, State::Given), given, by, note, tlp, ..Answer::open() }
    }
}

impl Project {
    pub fn new(id: String, created: NaiveDate) -> Project {
        Project { id, created, ..Project::default() }
    }

    pub fn answer(&self, question: &FullId, organisation: Option<&Identifier>) -> Option<&Answer> {
        match (self.answers.get(question)?, organisation) {
            (Answers::Together(answer), None) => Some(answer),
            (Answers::PerOrganisation(answers), Some(organisation)) => answers.get(organisation),
            _ => None,
        }
    }

    /// What one organisation said to a question: its answer, or its view on what is asked of all together.
    pub fn said_by(&self, question: &FullId, organisation: &Identifier) -> Option<&Answer> {
        let view = || self.views.get(question)?.get(organisation);
        self.answer(question, Some(organisation)).or_else(view)
    }

    /// What one organisation said to a question; without one, what all said together.
    pub fn said(&self, question: &FullId, organisation: Option<&Identifier>) -> Option<&Answer> {
        match organisation {
            Some(organisation) => self.said_by(question, organisation),
            None => self.answer(question, None),
        }
    }

    /// The decisions that come in the place of one.
    pub fn replacing(&self, decision: &str) -> impl Iterator<Item = &Decision> {
        self.decisions.iter().filter(move |later| later.replaces.as_deref() == Some(decision))
    }

    pub fn successes(&self) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(|event| event.kind == EventKind::Success)
    }

    /// Every answer, view and variant, with the organisation that gave it.
    pub fn everything_said(&self) -> impl Iterator<Item = (&FullId, Option<&Identifier>, &Answer)> {
        let answers = self.answers.iter().flat_map(|(question, answers)| {
            answers.each().into_iter().map(move |(organisation, answer)| (question, organisation, answer))
        });
        let views = self.views.iter().flat_map(|(question, views)| {
            views.iter().map(move |(organisation, view)| (question, Some(organisation), view))
        });
        let variants =
            self.variants.iter().map(|variant| (&variant.question, Some(&variant.organisation), &variant.answer));
        answers.chain(views).chain(variants)
    }

    pub fn everything_said_mut(&mut self) -> impl Iterator<Item = (&FullId, Option<&Identifier>, &mut Answer)> {
        let answers = self.answers.iter_mut().flat_map(|(question, answers)| {
            answers.each_mut().into_iter().map(move |(organisation, answer)| (question, organisation, answer))
        });
        let views = self.views.iter_mut().flat_map(|(question, views)| {
            views.iter_mut().map(move |(organisation, view)| (question, Some(organisation), view))
        });
        let variants = self.variants.iter_mut().map(|one| (&one.question, Some(&one.organisation), &mut one.answer));
        answers.chain(views).chain(variants)
    }

    /// Takes out every answer, view and variant that does not stay.
    pub fn retain_said(&mut self, mut stays: impl FnMut(&FullId, Option<&Identifier>, &Answer) -> bool) {
        self.answers.retain(|question, answers| answers.retain(|by, answer| stays(question, by, answer)));
        for (question, views) in &mut self.views {
            views.retain(|by, view| stays(question, Some(by), view));
        }
        self.variants.retain(|one| stays(&one.question, Some(&one.organisation), &one.answer));
        self.drop_empty();
    }

    /// Lets go of questions to which nobody has an answer any more.
    pub fn drop_empty(&mut self) {
        self.answers.retain(|_, answers| !matches!(answers, Answers::PerOrganisation(each) if each.is_empty()));
        self.views.retain(|_, views| !views.is_empty());
    }

    /// What was agreed at meetings, as it was said there.
    pub fn agreed_mut(&mut self) -> impl Iterator<Item = &mut Agreed> {
        self.meetings.iter_mut().flat_map(|meeting| &mut meeting.agreed)
    }

    /// The last phase that was begun; before that, the first.
    pub fn phase(&self) -> Phase {
        self.begun.keys().copied().max().unwrap_or(Phase::Verkennen)
    }

    pub fn meeting(&self, key: MeetingKey) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| meeting.key() == key)
    }

    pub fn meetings_on(&self, date: NaiveDate) -> impl Iterator<Item = &Meeting> {
        self.meetings.iter().filter(move |meeting| meeting.date == date)
    }

    pub fn organisation(&self, id: &str) -> Option<&Organisation> {
        self.organisations.iter().find(|organisation| organisation.id.as_str() == id)
    }

    /// Who left and is named first in these words, unless somebody who is still here is called the same.
    pub fn departed_in(&self, words: &str) -> Option<&Organisation> {
        let is_named = |organisation: &&Organisation| organisation.is_named_first_in(words);
        let (gone, here): (Vec<_>, Vec<_>) = self.organisations.iter().filter(is_named).partition(|one| one.has_left());
        gone.first().copied().filter(|_| here.is_empty())
    }

    pub fn in_place(&self, place: Place) -> impl Iterator<Item = &Organisation> {
        self.organisations.iter().filter(move |organisation| organisation.place == place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_to_a_question_that_is_gone_stays_with_the_kopgroep() {
        let id = FullId::parse("eigen.weg").expect("it is the id of a question");
        let lapsed = |answer: &Answer| LapsedAnswer::new(Item::new(&id, None), None, answer, String::new()).tlp;
        assert_eq!(lapsed(&Answer::open()), Some(Tlp::AmberStrict));
        assert_eq!(lapsed(&Answer { tlp: Some(Tlp::Green), ..Answer::open() }), Some(Tlp::Green));
    }
}
