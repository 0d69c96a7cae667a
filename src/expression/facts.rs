use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::evaluate::{evaluate, holds};
use crate::domain::{
    Answer, Edition, Formula, FullId, Identifier, Organisation, Place, Project, Question, Scope, State, Tlp, Value,
};

/// Where questions are found by their full id.
pub trait Questions {
    fn question(&self, id: &FullId) -> Option<&Question>;
}

/// What is known of one project on one day, for as long as its answers do not change.
pub struct Facts<'a> {
    pub project: &'a Project,
    pub today: NaiveDate,
    questions: &'a dyn Questions,
    asked: RefCell<HashMap<(FullId, Option<Identifier>), bool>>,
    /// Advice is worked out: what does not apply is neither given nor lacking.
    advising: bool,
    /// It is what an edition shows: what waits for consent was cut away, and what says so may be.
    is_cut: bool,
    /// What still hangs on who left, for those who know the steps.
    pub(super) departed: Option<Departed>,
    /// The record of a group question that is at hand.
    pub(super) record: Option<&'a BTreeMap<String, Value>>,
}

/// Who left, and still has something here.
#[derive(Clone, Debug)]
pub struct Departed {
    /// Open steps are on their names.
    pub step_holders: Vec<Identifier>,
    /// Their people are named as whom to ask.
    pub contacts: Vec<Identifier>,
}

/// All of a value, so that two that differ in anything differ here.
fn in_full(value: &Value) -> String {
    let joined = |values: Vec<String>| values.join("; ");
    match value {
        Value::Text(text) => text.clone(),
        Value::List(items) => joined(items.iter().map(in_full).collect()),
        Value::Record(fields) => {
            joined(fields.iter().map(|(name, value)| format!("{name}: {}", in_full(value))).collect())
        }
        Value::Flag(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Date(day) => day.to_string(),
    }
}

/// What stands in the answers for which an answer to this question is given.
pub fn given_for(project: &Project, question: &Question) -> Option<String> {
    let said = |id: &FullId| project.answer(id, None)?.value().map(in_full);
    let words: Vec<String> = question.holds_for.iter().filter_map(said).collect();
    (!question.holds_for.is_empty()).then(|| words.join(" / "))
}

impl<'a> Facts<'a> {
    pub fn new(project: &'a Project, questions: &'a dyn Questions, today: NaiveDate) -> Facts<'a> {
        Facts {
            project,
            today,
            questions,
            asked: RefCell::new(HashMap::new()),
            advising: false,
            is_cut: false,
            departed: None,
            record: None,
        }
    }

    /// The same with one record of a group question at hand.
    pub fn with_record(&self, record: &'a BTreeMap<String, Value>) -> Facts<'a> {
        Facts { record: Some(record), is_cut: self.is_cut, ..Facts::new(self.project, self.questions, self.today) }
    }

    /// The same for advice: nobody is told that something lacks, or was given, of which it was said that it does not apply.
    pub fn of_advice(&self) -> Facts<'a> {
        Facts { advising: true, ..Facts::new(self.project, self.questions, self.today) }
    }

    /// The same of a project as this edition may show it.
    pub fn in_edition(self, edition: Edition) -> Facts<'a> {
        Facts { is_cut: edition != Edition::Kopgroep, ..self }
    }

    pub fn with_departed(self, departed: Departed) -> Facts<'a> {
        Facts { departed: Some(departed), ..self }
    }

    pub fn question(&self, id: &FullId) -> Option<&'a Question> {
        self.questions.question(id)
    }

    /// Whether the question is asked now: its condition holds. The answer to one that is not asked counts as absent.
    pub fn is_asked(&self, question: &Question, organisation: Option<&Organisation>) -> bool {
        let Some(when) = &question.when else { return true };
        let key = (question.id.clone(), organisation.map(|organisation| organisation.id.clone()));
        if let Some(known) = self.asked.borrow().get(&key) {
            return *known;
        }
        // Conditions name earlier questions only, so this ends.
        // Whether something is asked is no advice.
        let plain = Facts { record: self.record, ..Facts::new(self.project, self.questions, self.today) };
        let asked = holds(when, if self.advising { &plain } else { self }, organisation);
        self.asked.borrow_mut().insert(key, asked);
        asked
    }

    /// Whether the question is asked now of this organisation by itself, or of all together.
    pub fn asks(&self, question: &Question, organisation: Option<&Organisation>) -> bool {
        organisation.is_none_or(|one| question.scope.asks(one.place)) && self.is_asked(question, organisation)
    }

    /// Whether a condition holds. What is not known does not hold.
    pub fn holds(&self, condition: &Formula) -> bool {
        holds(condition, self, None)
    }

    /// What a formula yields, for one organisation where it speaks of one; nothing when that is not known.
    pub fn value(&self, formula: &Formula, organisation: Option<&Organisation>) -> Option<Value> {
        evaluate(formula, self, organisation)
    }

    /// The answer to a question that is asked now.
    pub fn answer(&self, id: &FullId, organisation: Option<&Organisation>) -> Option<&'a Answer> {
        let answer = self.project.answer(id, organisation.map(|organisation| &organisation.id))?;
        let counts = |question: &Question| self.is_asked(question, organisation) && self.still_holds(question, answer);
        self.question(id).is_none_or(counts).then_some(answer)
    }

    /// An answer that was given for others holds for what stood in them then, whoever changed them since and whatever the clock said.
    pub fn still_holds(&self, question: &Question, answer: &Answer) -> bool {
        question.holds_for.is_empty() || answer.given_for == given_for(self.project, question)
    }

    /// The answer, unless it was given for something that is otherwise by now: then it is asked as if nobody had answered it.
    pub fn standing_answer(&self, id: &FullId, organisation: Option<&Identifier>) -> Option<&'a Answer> {
        let question = self.question(id);
        let answer = self.project.answer(id, organisation)?;
        question.is_none_or(|question| self.still_holds(question, answer)).then_some(answer)
    }

    pub(super) fn is_per_organisation(&self, id: &FullId) -> bool {
        self.question(id).is_some_and(|question| question.scope.is_each())
    }

    pub fn kopgroep(&self) -> impl Iterator<Item = &'a Organisation> {
        self.project.in_place(Place::Kopgroep)
    }

    pub fn taking_part(&self) -> impl Iterator<Item = &'a Organisation> {
        self.project.organisations.iter().filter(|one| one.place >= Place::Participant)
    }

    /// The organisations to which the question is asked, each with its answer.
    pub fn answers_of_each(&self, id: &FullId) -> Vec<(&'a Organisation, Option<&'a Answer>)> {
        let Some(question) = self.question(id) else { return Vec::new() };
        let asked = self.project.organisations.iter().filter(|one| self.asks(question, Some(one)));
        asked.map(|organisation| (organisation, self.project.answer(id, Some(&organisation.id)))).collect()
    }

    /// The answers that a question has or waits for now: that of all together, or that of each organisation that is asked.
    pub fn answers(&self, question: &Question) -> Vec<(Option<&'a Organisation>, Option<&'a Answer>)> {
        match question.scope {
            Scope::Together if !self.is_asked(question, None) => Vec::new(),
            Scope::Together => vec![(None, self.standing_answer(&question.id, None))],
            Scope::Each(_) => {
                let each = self.answers_of_each(&question.id).into_iter();
                each.map(|(organisation, answer)| (Some(organisation), answer)).collect()
            }
        }
    }

    /// The label that was given to an answer, or else that of its question, or else that of the project. What waits for consent is
    /// for the kopgroep alone.
    pub fn label(&self, question: Option<&Question>, answer: &Answer) -> Tlp {
        let label = answer.tlp.or(question.and_then(|question| question.tlp)).unwrap_or(self.project.tlp);
        match question {
            Some(question) if !self.has_consent(question) => label.max(Tlp::AmberStrict),
            _ => label,
        }
    }

    /// Whether the answer may leave the kopgroep, as far as its label lets it.
    pub fn has_consent(&self, question: &Question) -> bool {
        self.is_cut || question.consent.as_ref().is_none_or(|consent| self.holds(consent))
    }

    /// The answers that a formula is, of all who were asked; none when it is worked out of others.
    pub(super) fn answers_in(&self, formula: &Formula, organisation: Option<&Organisation>) -> Vec<Option<&'a Answer>> {
        match formula {
            Formula::Answer(id) if self.is_per_organisation(id) => {
                self.answers_of_each(id).into_iter().map(|(_, answer)| answer).collect()
            }
            Formula::Answer(id) => vec![self.answer(id, None)],
            Formula::OwnAnswer(id) => organisation.map(|one| self.answer(id, Some(one))).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Whether advice is silent on an answer: it was said that it does not apply, by all who were asked.
    pub(super) fn is_excused(&self, formula: &Formula, organisation: Option<&Organisation>) -> bool {
        let answers = self.answers_in(formula, organisation);
        let applies = |answer: &Option<&Answer>| answer.is_none_or(|answer| answer.state != State::NotApplicable);
        self.advising && !answers.is_empty() && !answers.iter().any(applies)
    }

    /// Whether the answers that a formula rests on were given less than a year ago. Of what bears no day nobody knows that it is older.
    pub(super) fn was_said_within_a_year(&self, formula: &Formula, organisation: Option<&Organisation>) -> bool {
        let mut is_fresh = true;
        formula.walk(&mut |part| {
            let answers = self.answers_in(part, organisation).into_iter().flatten();
            is_fresh &= answers.into_iter().all(|answer| answer.is_of_last_year(self.today));
        });
        is_fresh
    }

    /// Whether an answer settles its question: a value, or "does not apply".
    pub fn settles(answer: Option<&Answer>) -> bool {
        matches!(answer.map(|answer| &answer.state), Some(State::Given(_) | State::NotApplicable))
    }
}
