use chrono::NaiveDate;

use super::guess_kind::guess_kind;
use super::item::Item;
use crate::catalog::Catalog;
use crate::domain::{
    Answer, Answers, Change, FullId, Identifier, Organisation, Place, Project, Question, Questionnaire, Scope, Stamp,
    Standing, State, Value, Variant,
};
use crate::expression::Facts;

/// Puts a project where it cannot be lost. Called after every confirmed answer, before the next question shows.
pub trait Keeper {
    fn keep(&mut self, project: &Project) -> Result<(), KeepError>;
}

pub type KeepError = Box<dyn std::error::Error + Send + Sync>;

/// A project at work: every change goes through here, so that every change is stamped, remembered and kept.
pub struct Session<'s> {
    pub catalog: &'s Catalog,
    pub project: &'s mut Project,
    pub today: NaiveDate,
    pub clock: &'s dyn Fn() -> Stamp,
    pub keeper: &'s mut dyn Keeper,
    /// The item that is being answered in parts: its parts are one change, not many.
    pub(super) amending: Option<Item>,
    source: Option<&'static str>,
}

impl<'s> Session<'s> {
    pub fn new(
        catalog: &'s Catalog,
        project: &'s mut Project,
        today: NaiveDate,
        clock: &'s dyn Fn() -> Stamp,
        keeper: &'s mut dyn Keeper,
    ) -> Session<'s> {
        Session { catalog, project, today, clock, keeper, amending: None, source: None }
    }

    /// Says where the answers come from, when not from the one who fills them in here.
    pub fn from_source(self, source: &'static str) -> Session<'s> {
        Session { source: Some(source), ..self }
    }

    pub fn facts(&self) -> Facts<'_> {
        Facts::new(self.project, self.catalog, self.today)
    }

    pub fn question(&self, id: &FullId) -> Option<&'s Question> {
        self.catalog.question(id)
    }

    pub fn answer(&self, item: &Item) -> Option<&Answer> {
        match &item.organisation {
            Some(organisation) => self.project.said_by(&item.question, organisation),
            None => self.project.answer(&item.question, None),
        }
    }

    /// Records what was said to one question and keeps the project. An equal answer changes nothing but is kept too.
    pub fn record(&mut self, item: &Item, state: State, why: Option<String>) -> Result<(), KeepError> {
        let Some(question) = self.question(&item.question) else { return Ok(()) };
        let stamp = (self.clock)();
        let earlier = self.answer(item).cloned();
        if let (State::Given(value), Some(place)) = (&state, question.kind.place()) {
            raise_places(self.project, value, place);
        }
        if earlier.as_ref().is_some_and(|earlier| earlier.state == state) {
            return self.keeper.keep(self.project);
        }
        if self.amending.as_ref() == Some(item) {
            amend(self.project, item, &state);
        } else if let Some(earlier) = &earlier {
            remember(self.project, item, earlier, &state, &stamp, why);
        }
        self.amending = Some(item.clone());
        let answer = Answer {
            given: Some(stamp.at),
            by: stamp.by,
            revision: Some(question.revision),
            note: earlier.as_ref().and_then(|earlier| earlier.note.clone()),
            tlp: earlier.as_ref().and_then(|earlier| earlier.tlp),
            source: self.source.map(str::to_owned),
            state,
        };
        put(self.project, item, question.scope, answer);
        self.keeper.keep(self.project)
    }

    /// Records an answer that is given in one go: never a further part of the one before.
    pub fn record_whole(&mut self, item: &Item, state: State, why: Option<String>) -> Result<(), KeepError> {
        self.amending = None;
        self.record(item, state, why)
    }

    /// Lays another word of an organisation beside the one that holds, unless it lies there already.
    pub fn lay_beside(
        &mut self,
        question: &Question,
        organisation: &Identifier,
        standing: Standing,
        state: State,
    ) -> Result<(), KeepError> {
        let stamp = (self.clock)();
        let answer = Answer {
            state,
            given: Some(stamp.at),
            by: stamp.by,
            revision: Some(question.revision),
            note: None,
            tlp: None,
            source: self.source.map(str::to_owned),
        };
        let variant = Variant { question: question.id.clone(), organisation: organisation.clone(), standing, answer };
        let same = |known: &&mut Variant| {
            (&known.question, &known.organisation) == (&variant.question, &variant.organisation)
                && (&known.answer.state, &known.answer.by) == (&variant.answer.state, &variant.answer.by)
        };
        match self.project.variants.iter_mut().find(same) {
            Some(known) => known.standing = standing,
            None => self.project.variants.push(variant),
        }
        self.keeper.keep(self.project)
    }

    /// Why the answer changed: goes with the newest change of this answer.
    pub fn give_reason(&mut self, item: &Item, why: String) -> Result<(), KeepError> {
        let subject = item.subject();
        if let Some(change) = self.project.history.iter_mut().rev().find(|change| change.subject == subject) {
            change.why = Some(why);
        }
        self.keeper.keep(self.project)
    }

    /// What was said to a question, as the person at the table knows it.
    pub fn words(&self, question: &Question, state: &State) -> String {
        crate::notation::said(&question.kind, state, &|id| self.project.organisation(id).map(|one| one.name.clone()))
    }

    /// A remark with the answer of one question.
    pub fn note(&mut self, item: &Item, note: String) -> Result<(), KeepError> {
        let mut answer = self.answer(item).cloned().unwrap_or_else(Answer::open);
        answer.note = if note.is_empty() { None } else { Some(note) };
        let scope = self.question(&item.question).map_or(Scope::PerOrganisation, |question| question.scope);
        put(self.project, item, scope, answer);
        self.keeper.keep(self.project)
    }

    /// Notes the day on which a phase was begun and puts its questions in the file, open, so that the answers of two
    /// people land in places of their own.
    pub fn begin_phase(&mut self, phase: crate::domain::Phase) -> Result<(), KeepError> {
        let begun = self.project.begun.contains_key(&phase);
        let missing: Vec<FullId> = self
            .catalog
            .questionnaires()
            .iter()
            .filter(|questionnaire| questionnaire.phase == phase)
            .flat_map(Questionnaire::questions)
            .filter(|question| question.scope == Scope::Together && !self.project.answers.contains_key(&question.id))
            .map(|question| question.id.clone())
            .collect();
        if begun && missing.is_empty() {
            return Ok(());
        }
        self.project.begun.entry(phase).or_insert(self.today);
        let open = |id: FullId| (id, Answers::Together(Answer::open()));
        self.project.answers.extend(missing.into_iter().map(open));
        self.keeper.keep(self.project)
    }

    /// Finds an organisation by id or name, or enters it in the register with the given place.
    pub fn register(&mut self, name: &str, place: Place) -> Option<Identifier> {
        register(self.project, name, place)
    }
}

/// Finds an organisation by id or name (capitals and outer spaces do not count), or enters it in the register.
/// Its kind is filled in where the name leaves no doubt. Nothing when no identifier can be made of the name.
pub fn register(project: &mut Project, name: &str, place: Place) -> Option<Identifier> {
    let name = name.trim();
    if let Some(known) = find_organisation(project, name) {
        return Some(known.id.clone());
    }
    let plain = Identifier::from_name(name).or_else(|| Identifier::parse("organisatie"))?;
    let taken = |id: &Identifier| project.organisation(id.as_str()).is_some();
    let id = match taken(&plain) {
        false => plain,
        true => (2..1_000).find_map(|count| Identifier::parse(&format!("{plain}-{count}")).filter(|id| !taken(id)))?,
    };
    let kind = guess_kind(name);
    let organisation = Organisation { id: id.clone(), name: name.to_owned(), kind, place, contacts: Vec::new() };
    project.organisations.push(organisation);
    Some(id)
}

/// The organisation with this id or name.
pub fn find_organisation<'p>(project: &'p Project, name: &str) -> Option<&'p Organisation> {
    let same = |organisation: &&Organisation| organisation.name.to_lowercase() == name.to_lowercase();
    project.organisation(name).or_else(|| project.organisations.iter().find(same))
}

/// Who is named in an answer moves nearer, never further off.
fn raise_places(project: &mut Project, value: &Value, place: Place) {
    for named in value.items().iter().filter_map(Value::as_text) {
        let organisation = project.organisations.iter_mut().find(|known| known.id.as_str() == named);
        if let Some(organisation) = organisation.filter(|organisation| organisation.place < place) {
            organisation.place = place;
        }
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
    let told = project.history.iter().any(|change| change.subject == item.subject());
    project.history.extend(changes(item, earlier, state, stamp, why, told));
}

/// What the history has to say of an answer: what it was and what it became. The first answer stands in the answer itself
/// until it changes; then it enters the history too, unless that has told of it, so that nothing of it is lost.
pub fn changes(
    item: &Item,
    earlier: &Answer,
    state: &State,
    stamp: &Stamp,
    why: Option<String>,
    told: bool,
) -> Vec<Change> {
    let Some(before) = said(&earlier.state) else { return Vec::new() };
    let first = earlier.given.filter(|_| !told).map(|at| Change {
        at,
        by: earlier.by.clone(),
        subject: item.subject(),
        from: None,
        to: Some(before.clone()),
        why: None,
    });
    let (by, subject) = (stamp.by.clone(), item.subject());
    let change = Change { at: stamp.at, by, subject, from: Some(before.clone()), to: said(state), why };
    first.into_iter().chain([change]).collect()
}

/// A further part of an answer that is being given: the change that was begun ends at the newest part.
fn amend(project: &mut Project, item: &Item, state: &State) {
    let subject = item.subject();
    if let Some(change) = project.history.iter_mut().rev().find(|change| change.subject == subject) {
        change.to = said(state);
    }
}

/// What was said; nothing when nothing was.
fn said(state: &State) -> Option<State> {
    match state {
        State::Given(_) | State::Unknown | State::NotApplicable => Some(state.clone()),
        State::Open | State::Skipped => None,
    }
}

/// Puts an answer in its place; what one organisation says to a question for all together is its view.
pub fn put(project: &mut Project, item: &Item, scope: Scope, answer: Answer) {
    match &item.organisation {
        Some(organisation) if scope == Scope::Together => {
            project.views.entry(item.question.clone()).or_default().insert(organisation.clone(), answer);
        }
        None => {
            project.answers.insert(item.question.clone(), Answers::Together(answer));
        }
        Some(organisation) => {
            let entry = project.answers.entry(item.question.clone());
            let answers = entry.or_insert_with(|| Answers::PerOrganisation(std::collections::BTreeMap::new()));
            if !matches!(answers, Answers::PerOrganisation(_)) {
                *answers = Answers::PerOrganisation(std::collections::BTreeMap::new());
            }
            if let Answers::PerOrganisation(answers) = answers {
                answers.insert(organisation.clone(), answer);
            }
        }
    }
}
