use serde::Serialize;

use super::checklist::{begun, steps_of};
use super::{Head, Word, kopgroep, label};
use crate::advice::{FIRST_STEPS, Step, StepState};
use crate::analysis::{Balance, Dependencies, Dependency, Node, Party, RoleRow, Stakeholder, SupportRow};
use crate::catalog::Catalog;
use crate::domain::{Answer, Decimal, FullId, Meaning, Organisation, Place, Question, Scope, Standing, State, Tlp};
use crate::expression::{Facts, Words};
use crate::round::asked_questions;
use crate::{analysis, notation};

/// Everything about one organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OrganisationDetail {
    #[serde(flatten)]
    pub head: Head,
    pub organisation: Organisation,
    pub said: Vec<Said>,
    /// What is asked of it and not answered.
    pub open: Vec<OpenQuestion>,
    pub role: Option<RoleRow>,
    pub leads: bool,
    pub steers: bool,
    pub hours: Option<Contribution>,
    pub amount: Option<Contribution>,
    /// What its levels of support are called.
    pub levels: Vec<String>,
    pub support: Option<SupportRow>,
    pub stakeholder: Option<Stakeholder>,
    /// On whom it depends and who depends on it, as it was said.
    pub dependencies: Vec<Dependency>,
    pub node: Option<Node>,
    pub steps: Vec<Step>,
    pub more_steps: usize,
}

/// One word of the organisation, with who said it, when and from which source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    pub question: String,
    pub label: String,
    #[serde(flatten)]
    pub word: Word,
    pub kind: SaidKind,
    /// Whether its question is asked now; the answer to one that is not counts for nothing.
    pub counts: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SaidKind {
    /// What it answered for itself.
    Answer,
    /// What it thinks of a question asked of all together.
    View,
    /// Another word, which differs from the one that holds.
    Differs,
    SetAside,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OpenQuestion {
    pub question: String,
    pub label: String,
    /// Said not to be known yet.
    pub unknown: bool,
    /// Asked of all together: what is open is its own view on it.
    pub view: bool,
}

/// What it pledged, in words, beside what all pledged together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contribution {
    pub pledged: Option<String>,
    pub all: String,
}

impl OrganisationDetail {
    pub fn new(catalog: &Catalog, facts: &Facts, organisation: &Organisation) -> OrganisationDetail {
        let party = Party::from(organisation);
        let roles = analysis::roles(catalog, facts);
        let support = analysis::support(catalog, facts);
        let dependencies = analysis::dependencies(catalog, facts);
        let mut steps = steps_of(organisation, catalog, &begun(facts.project), facts);
        steps.retain(|step| step.state == StepState::Open);
        let more_steps = steps.len().saturating_sub(FIRST_STEPS);
        steps.truncate(FIRST_STEPS);
        let (levels, rows) = support.map(|support| (support.levels, support.rows)).unwrap_or_default();
        let said = said(catalog, facts, organisation);
        let mut detail = OrganisationDetail {
            head: Head::new(facts.project, facts.project.tlp, facts.today),
            open: open(catalog, facts, organisation),
            leads: roles.accountability.lead.contains(&party),
            steers: roles.accountability.influence.contains(&party),
            role: roles.rows.into_iter().find(|row| row.organisation == party),
            hours: contribution(analysis::hours_balance(catalog, facts), &party, notation::hours),
            amount: contribution(analysis::amount_balance(catalog, facts), &party, notation::amount),
            levels,
            support: rows.into_iter().find(|row| row.organisation == party),
            stakeholder: stakeholder(catalog, facts, &party),
            dependencies: dependencies.as_ref().map(|all| touching(all, &party)).unwrap_or_default(),
            node: dependencies.and_then(|all| all.organisations.into_iter().find(|node| node.organisation == party)),
            steps: steps.clone(),
            more_steps,
            organisation: organisation.clone(),
            said,
        };
        detail.head.tlp = detail.strictest(catalog, facts, organisation, &steps);
        detail
    }

    /// The strictest label of what is repeated; a register with people in it is at least TLP:AMBER.
    fn strictest(&self, catalog: &Catalog, facts: &Facts, organisation: &Organisation, steps: &[Step]) -> Tlp {
        let own = facts.project.everything_said().filter(|(_, owner, _)| *owner == Some(&organisation.id));
        let own = own.map(|(question, _, _)| question);
        let repeated = self.repeated();
        let steps = steps.iter().flat_map(|step| &step.questions);
        let questions: Vec<&FullId> = own.chain(kopgroep::questions(catalog, &repeated)).chain(steps).collect();
        let people = if organisation.contacts.is_empty() { Tlp::Clear } else { Tlp::Amber };
        label::strictest(facts, questions).max(people)
    }

    /// What it repeats of what others said, or all together.
    fn repeated(&self) -> Vec<Meaning> {
        let shown = [
            (self.leads, Meaning::SteeringLead),
            (self.steers, Meaning::SteeringInfluence),
            (self.hours.is_some(), Meaning::OrganisationHours),
            (self.amount.is_some(), Meaning::OrganisationAmount),
            (self.stakeholder.is_some(), Meaning::Stakeholder),
            (!self.dependencies.is_empty(), Meaning::Dependency),
        ];
        shown.into_iter().filter(|(shown, _)| *shown).map(|(_, meaning)| meaning).collect()
    }
}

fn said(catalog: &Catalog, facts: &Facts, organisation: &Organisation) -> Vec<Said> {
    let project = facts.project;
    let words = Words::new(facts);
    let word = |question: &Question, answer: &Answer, kind: SaidKind| Said {
        question: question.id.to_string(),
        label: question.label.clone(),
        word: Word::new(answer, words.state(&question.kind, &answer.state)),
        kind,
        counts: facts.is_asked(question, Some(organisation)),
    };
    let of_question = |question: &Question| -> Vec<Said> {
        let answer = project.answer(&question.id, Some(&organisation.id)).map(|answer| (answer, SaidKind::Answer));
        let view = project.views.get(&question.id).and_then(|views| views.get(&organisation.id));
        let view = view.map(|view| (view, SaidKind::View));
        let variants = project.variants.iter();
        let own = variants.filter(|one| one.question == question.id && one.organisation == organisation.id);
        let own = own.map(|one| match one.standing {
            Standing::Differs => (&one.answer, SaidKind::Differs),
            Standing::SetAside => (&one.answer, SaidKind::SetAside),
        });
        let all = answer.into_iter().chain(view).chain(own);
        let said = all.filter(|(answer, _)| !matches!(answer.state, State::Open | State::Skipped));
        said.map(|(answer, kind)| word(question, answer, kind)).collect()
    };
    catalog.questions().flat_map(of_question).collect()
}

fn open(catalog: &Catalog, facts: &Facts, organisation: &Organisation) -> Vec<OpenQuestion> {
    if organisation.place != Place::Kopgroep {
        return Vec::new();
    }
    let asked = asked_questions(catalog, None);
    let asked = asked.filter(|question| analysis::is_asked_now(catalog, facts, question, organisation));
    let said = |question: &Question| facts.project.said_by(&question.id, &organisation.id);
    asked
        .filter(|question| !Facts::settles(said(question)))
        .map(|question| OpenQuestion {
            question: question.id.to_string(),
            label: question.label.clone(),
            unknown: said(question).is_some_and(|answer| answer.state == State::Unknown),
            view: question.scope == Scope::Together,
        })
        .collect()
}

fn contribution(balance: Option<Balance>, party: &Party, written: fn(Decimal) -> String) -> Option<Contribution> {
    let balance = balance?;
    let pledge = balance.pledges.iter().find(|pledge| pledge.organisation == *party);
    if pledge.is_none() && !balance.open.contains(party) {
        return None;
    }
    Some(Contribution {
        pledged: pledge.map(|pledge| kopgroep::counted_in(&balance, pledge.count, written)),
        all: kopgroep::counted_in(&balance, balance.pledged, written),
    })
}

fn stakeholder(catalog: &Catalog, facts: &Facts, party: &Party) -> Option<Stakeholder> {
    let stakeholders = analysis::stakeholders(catalog, facts)?;
    stakeholders.placed.into_iter().chain(stakeholders.unplaced).find(|one| one.organisation == *party)
}

fn touching(dependencies: &Dependencies, party: &Party) -> Vec<Dependency> {
    let touches = |one: &&Dependency| one.who == *party || one.on.as_ref() == Some(party);
    dependencies.each.iter().filter(touches).cloned().collect()
}
