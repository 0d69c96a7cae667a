use chrono::NaiveDate;

use super::hand::Hand;
use super::ledger::{Ledger, LedgerError};
use super::meeting::agree;
use super::place::move_places;
use crate::domain::{
    Answer, Answers, Change, Circle, Formula, FullId, Identifier, Item, Kind, Misfit, Phase, Project, Question,
    Questionnaire, Scope, Stamp, Standing, State, Subject, Value, Variant,
};
use crate::expression::given_for;
use crate::notation;

impl Ledger<'_> {
    pub fn answer(&self, item: &Item) -> Option<&Answer> {
        self.project.said(&item.question, item.organisation.as_ref())
    }

    /// What is recorded from here on is an answer of its own, and no further part of the one before.
    pub fn begin_answer(&mut self) {
        self.amending = None;
    }

    /// Records what was said to one question and keeps the project. An equal answer changes nothing but is kept too.
    pub fn record(&mut self, item: &Item, state: State, why: Option<String>) -> Result<(), LedgerError> {
        let Some(question) = self.question(&item.question) else { return Ok(()) };
        self.check(question, &state)?;
        let stamp = self.stamp();
        let is_further_part = self.amending.replace(item.clone()).as_ref() == Some(item);
        let (source, meeting, catalog) = (self.source, self.meeting, self.catalog);
        let moves_places = self.hand == Hand::Own;
        let facts = self.facts();
        // The same may be said anew of what changed since.
        let has_changed = |answer: &Answer| !facts.still_holds(question, answer) || question.was_revised_since(answer);
        let is_anew = self.answer(item).is_some_and(has_changed);
        self.change(|project| {
            let earlier = project.said(&item.question, item.organisation.as_ref()).cloned();
            if is_anew || earlier.as_ref().is_none_or(|earlier| earlier.state != state) {
                match &earlier {
                    // The change that was begun ends at the newest part.
                    _ if is_further_part => {
                        last_change(project, item).into_iter().for_each(|one| one.to = said(&state))
                    }
                    Some(earlier) if earlier.state == state => {}
                    Some(earlier) => remember(project, item, earlier, &state, &stamp, why),
                    None => {}
                }
                let (note, tlp) = earlier.map(|earlier| (earlier.note, earlier.tlp)).unwrap_or_default();
                let answer = given_now(question, state.clone(), &stamp, source);
                let given_for = given_for(project, question);
                put(project, item, question.scope, Answer { note, tlp, given_for, ..answer });
            }
            if moves_places {
                move_places(project, catalog, question, &state, &stamp);
            }
            agree(project, meeting, item);
        })
    }

    fn check(&self, question: &Question, state: &State) -> Result<(), LedgerError> {
        let Some(value) = state.value() else { return Ok(()) };
        let registered = |id: &str| self.project.organisation(id).is_some();
        let consent = || if self.lets_out(question) { check_consent(value, self.today) } else { Ok(()) };
        let checked = question.kind.check(value, &registered).and_then(|()| consent());
        checked.map_err(|misfit| LedgerError::Misfit(question.id.clone(), misfit))
    }

    /// Whether another answer goes out by what is said here.
    fn lets_out(&self, question: &Question) -> bool {
        let asks_for = |condition: &Formula| {
            let mut found = false;
            condition.walk(&mut |part| found |= matches!(part, Formula::Answer(id) if *id == question.id));
            found
        };
        let mut others = self.catalog.questions().filter_map(|other| other.consent.as_ref());
        matches!(question.kind, Kind::Group { .. }) && others.any(asks_for)
    }

    /// Says again what was said before: it holds still. Whoever said it first stays in the history. What does not fit the question
    /// any more cannot be said again.
    pub fn reaffirm(&mut self, item: &Item) -> Result<(), LedgerError> {
        let (Some(question), Some(known)) = (self.question(&item.question), self.answer(item).cloned()) else {
            return Ok(());
        };
        self.check(question, &known.state)?;
        let (stamp, source) = (self.stamp(), self.source);
        self.change(|project| {
            remember(project, item, &known, &known.state, &stamp, None);
            let now = given_now(question, known.state, &stamp, source);
            let given_for = given_for(project, question);
            put(project, item, question.scope, Answer { note: known.note, tlp: known.tlp, given_for, ..now });
        })
    }

    /// Records an answer that is given in one go: never a further part of the one before.
    pub fn record_whole(&mut self, item: &Item, state: State, why: Option<String>) -> Result<(), LedgerError> {
        self.begin_answer();
        self.record(item, state, why)
    }

    /// Lays another word of an organisation beside the one that holds, unless it lies there already.
    pub fn lay_beside(
        &mut self,
        question: &Question,
        organisation: &Identifier,
        standing: Standing,
        state: State,
    ) -> Result<(), LedgerError> {
        let answer = given_now(question, state, &self.stamp(), self.source);
        let variant = Variant { question: question.id.clone(), organisation: organisation.clone(), standing, answer };
        self.change(|project| {
            let same = |known: &&mut Variant| {
                (&known.question, &known.organisation) == (&variant.question, &variant.organisation)
                    && (&known.answer.state, &known.answer.by) == (&variant.answer.state, &variant.answer.by)
            };
            match project.variants.iter_mut().find(same) {
                Some(known) => known.standing = standing,
                None => project.variants.push(variant),
            }
        })
    }

    /// Why the answer changed: goes with the newest change of this answer.
    pub fn give_reason(&mut self, item: &Item, why: String) -> Result<(), LedgerError> {
        self.change(|project| last_change(project, item).into_iter().for_each(|change| change.why = Some(why.clone())))
    }

    /// A remark with the answer of one question; nothing takes it away. What it was before is remembered.
    pub fn note(&mut self, item: &Item, note: Option<String>) -> Result<(), LedgerError> {
        let note = note.filter(|note| !note.trim().is_empty());
        let scope = self.question(&item.question).map_or(Scope::Each(Circle::Kopgroep), |question| question.scope);
        let Stamp { at, by } = self.stamp();
        self.change(|project| {
            let mut answer = project.said(&item.question, item.organisation.as_ref()).cloned().unwrap_or_default();
            if answer.note == note {
                return;
            }
            let said = |note: Option<String>| note.map(|note| State::Given(Value::Text(note)));
            let from = said(answer.note.take());
            let subject = Subject::Note(item.clone());
            project.history.push(Change { at, by, subject, from, to: said(note.clone()), why: None });
            answer.note = note;
            put(project, item, scope, answer);
        })
    }

    /// Notes the day on which a phase was begun and puts its questions in the file, open, so that the answers of two
    /// people land in places of their own.
    pub fn begin_phase(&mut self, phase: Phase) -> Result<(), LedgerError> {
        let begun = self.project.begun.contains_key(&phase);
        let questionnaires = self.catalog.questionnaires().iter().filter(|one| one.phase == phase);
        let asked = questionnaires.flat_map(Questionnaire::questions).filter(|one| one.scope == Scope::Together);
        let missing = asked.map(|question| question.id.clone()).filter(|id| !self.project.answers.contains_key(id));
        let missing: Vec<FullId> = missing.collect();
        if begun && missing.is_empty() {
            return Ok(());
        }
        let today = self.today;
        self.change(|project| {
            project.begun.entry(phase).or_insert(today);
            let open = |id: FullId| (id, Answers::Together(Answer::open()));
            project.answers.extend(missing.into_iter().map(open));
        })
    }
}

/// Writes in the history what an answer was and what it became.
pub(super) fn remember(
    project: &mut Project,
    item: &Item,
    earlier: &Answer,
    state: &State,
    stamp: &Stamp,
    why: Option<String>,
) {
    let told = project.history.iter().any(|change| change.subject == Subject::Answer(item.clone()));
    project.history.extend(changes(item, earlier, state, stamp, why, told));
}

/// What the history has to say of an answer: what it was and what it became. The first answer stands in the answer itself
/// until it changes; then it enters the history too, unless that has told of it, so that nothing of it is lost.
pub(super) fn changes(
    item: &Item,
    earlier: &Answer,
    state: &State,
    stamp: &Stamp,
    why: Option<String>,
    told: bool,
) -> Vec<Change> {
    let (by, subject) = (stamp.by.clone(), Subject::Answer(item.clone()));
    let change = Change { at: stamp.at, by, subject, from: said(&earlier.state), to: said(state), why };
    let Some(before) = change.from.clone() else {
        // The last that the history tells is that the answer was wiped.
        return if told && change.to.is_some() { vec![change] } else { Vec::new() };
    };
    let first = earlier.given.filter(|_| !told).map(|at| {
        let (by, subject) = (earlier.by.clone(), change.subject.clone());
        Change { at, by, subject, from: None, to: Some(before), why: None }
    });
    first.into_iter().chain([change]).collect()
}

/// The newest change of an answer.
fn last_change<'p>(project: &'p mut Project, item: &Item) -> Option<&'p mut Change> {
    let subject = Subject::Answer(item.clone());
    project.history.iter_mut().rev().find(|change| change.subject == subject)
}

/// Who said yes, and since when. A word that says that nobody did, would let out what waits for a name.
fn check_consent(value: &Value, today: NaiveDate) -> Result<(), Misfit> {
    let fields = value.items().iter().filter_map(Value::as_record).flat_map(|record| record.values());
    for field in fields {
        match field {
            Value::Text(text) if notation::tells_no_consent(text) => {
                return Err(Misfit::NoConsent(text.trim().to_owned()));
            }
            Value::Date(day) if *day > today => return Err(Misfit::YetToCome),
            _ => {}
        }
    }
    Ok(())
}

pub(super) fn given_now(question: &Question, state: State, stamp: &Stamp, source: Option<&str>) -> Answer {
    Answer {
        state,
        given: Some(stamp.at),
        by: stamp.by.clone(),
        revision: Some(question.revision),
        source: source.map(str::to_owned),
        ..Answer::open()
    }
}

/// What was said; nothing when nothing was.
fn said(state: &State) -> Option<State> {
    Some(state).filter(|state| state.is_said()).cloned()
}

/// Puts an answer in its place; what one organisation says to a question for all together is its view.
pub(super) fn put(project: &mut Project, item: &Item, scope: Scope, answer: Answer) {
    let Item { question, organisation } = item.clone();
    match (organisation, project.answers.get_mut(&question)) {
        (Some(organisation), _) if scope == Scope::Together => {
            project.views.entry(question).or_default().insert(organisation, answer);
        }
        (Some(organisation), Some(Answers::PerOrganisation(each))) => drop(each.insert(organisation, answer)),
        (Some(organisation), _) => {
            project.answers.insert(question, Answers::PerOrganisation([(organisation, answer)].into()));
        }
        (None, _) => drop(project.answers.insert(question, Answers::Together(answer))),
    }
}
