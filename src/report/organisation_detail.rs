use serde::Serialize;

use super::checklist::begun;
use super::said::{SaidAs, Utterance, utterances};
use super::{Head, Whose, Word, kopgroep, label, steps_of};
use crate::advice::{FIRST_STEPS, Step, StepState};
use crate::analysis;
use crate::analysis::{Dependencies, Dependency, Measure, Node, Party, RoleRow, Stakeholder, SupportRow};
use crate::catalog::Catalog;
use crate::domain::{Meaning, Organisation, Place, Question, Scope, State, Tlp};
use crate::expression::{Facts, Words};

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
    pub kind: SaidAs,
    /// A remark, and no answer beside it.
    pub only_note: bool,
    /// Whether its question is asked now; the answer to one that is not counts for nothing.
    pub counts: bool,
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
        let mut steps = steps_of(Whose::Organisation(organisation), catalog, &begun(facts.project), facts);
        steps.retain(|step| step.state == StepState::Open);
        let more_steps = steps.len().saturating_sub(FIRST_STEPS);
        steps.truncate(FIRST_STEPS);
        let (levels, rows) = support.map(|support| (support.levels, support.rows)).unwrap_or_default();
        let mut detail = OrganisationDetail {
            head: Head::of(facts),
            open: open(catalog, facts, organisation),
            leads: roles.accountability.lead.contains(&party),
            steers: roles.accountability.influence.contains(&party),
            role: roles.rows.into_iter().find(|row| row.organisation == party),
            hours: contribution(catalog, facts, &party, Measure::Hours),
            amount: contribution(catalog, facts, &party, Measure::Amount),
            levels,
            support: rows.into_iter().find(|row| row.organisation == party),
            stakeholder: stakeholder(catalog, facts, &party),
            dependencies: dependencies.as_ref().map(|all| touching(all, &party)).unwrap_or_default(),
            node: dependencies.and_then(|all| all.organisations.into_iter().find(|node| node.organisation == party)),
            steps,
            more_steps,
            organisation: organisation.clone(),
            said: said(catalog, facts, organisation),
        };
        detail.head.tlp = detail.strictest(catalog, facts);
        detail
    }

    /// The strictest label of what is repeated; a register with people in it is at least TLP:AMBER.
    fn strictest(&self, catalog: &Catalog, facts: &Facts) -> Tlp {
        let own = facts.project.everything_said().filter(|(_, owner, _)| *owner == Some(&self.organisation.id));
        let own = own.map(|(question, _, _)| question);
        // What others said, or all together.
        let shown = [
            (self.leads, Meaning::SteeringLead),
            (self.steers, Meaning::SteeringInfluence),
            (self.hours.is_some(), Meaning::OrganisationHours),
            (self.amount.is_some(), Meaning::OrganisationAmount),
            (self.hours.is_some() || self.amount.is_some(), Meaning::ContributionOutside),
            (self.stakeholder.is_some(), Meaning::Stakeholder),
            (!self.dependencies.is_empty(), Meaning::Dependency),
        ];
        let of_others = shown.into_iter().filter_map(|(shown, meaning)| shown.then_some(meaning));
        let of_others = kopgroep::questions(catalog, of_others);
        let steps = self.steps.iter().flat_map(|step| &step.questions);
        let people = if self.organisation.contacts.is_empty() { Tlp::Clear } else { Tlp::Amber };
        label::strictest(facts, own.chain(of_others).chain(steps)).max(people)
    }
}

fn said(catalog: &Catalog, facts: &Facts, organisation: &Organisation) -> Vec<Said> {
    let words = Words::new(facts);
    let said = |question: &Question, one: Utterance| -> Option<Said> {
        let answer = one.answer.filter(|answer| answer.says_something())?;
        (one.owner == Some(&organisation.id)).then(|| Said {
            question: question.id.to_string(),
            label: question.label.clone(),
            word: Word::new(answer, words.state(&question.kind, &answer.state)),
            kind: one.said_as,
            only_note: !answer.state.is_said(),
            counts: facts.is_asked(question, Some(organisation)),
        })
    };
    let each = catalog.questions().flat_map(|one| utterances(one, facts.project).into_iter().map(move |it| (one, it)));
    each.filter_map(|(question, one)| said(question, one)).collect()
}

fn open(catalog: &Catalog, facts: &Facts, organisation: &Organisation) -> Vec<OpenQuestion> {
    if organisation.place < Place::Participant {
        return Vec::new();
    }
    let asked = analysis::asked_now(catalog, facts, organisation);
    let open = asked.filter(|(_, answer)| !Facts::settles(*answer)).map(|(question, answer)| OpenQuestion {
        question: question.id.to_string(),
        label: question.label.clone(),
        unknown: answer.is_some_and(|answer| answer.state == State::Unknown),
        view: question.scope == Scope::Together,
    });
    open.collect()
}

fn contribution(catalog: &Catalog, facts: &Facts, party: &Party, measure: Measure) -> Option<Contribution> {
    let balance = analysis::balance(catalog, facts, measure)?;
    let pledge = balance.pledges.iter().find(|pledge| pledge.organisation == *party);
    if pledge.is_none() && !balance.open.contains(party) {
        return None;
    }
    let words = |count| balance.counted_in_period(count);
    Some(Contribution { pledged: pledge.map(|pledge| words(pledge.count)), all: words(balance.pledged) })
}

fn stakeholder(catalog: &Catalog, facts: &Facts, party: &Party) -> Option<Stakeholder> {
    let stakeholders = analysis::stakeholders(catalog, facts)?;
    stakeholders.placed.into_iter().chain(stakeholders.unplaced).find(|one| one.organisation == *party)
}

fn touching(dependencies: &Dependencies, party: &Party) -> Vec<Dependency> {
    let touches = |one: &&Dependency| one.who == *party || one.on.as_ref() == Some(party);
    dependencies.each.iter().filter(touches).cloned().collect()
}
