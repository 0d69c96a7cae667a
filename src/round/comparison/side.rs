use std::collections::HashMap;

use super::divergence::{divergence, from_joint};
use super::group::{Group, Said, groups};
use super::spread::Spread;
use super::voice::{Voice, counts};
use crate::domain::{Answer, Identifier, Organisation, Question, Scope, Standing, State, Value, Variant};
use crate::expression::Facts;

/// One question with all that was said to it: a subject seen from one side.
#[derive(Clone, Debug)]
pub struct Side<'a> {
    pub question: &'a Question,
    /// How many organisations of the kopgroep are asked.
    pub asked: usize,
    /// What stands in the project for all together.
    pub joint: Option<&'a Answer>,
    /// It was answered together, and is not asked any more.
    pub joint_no_longer_asked: Option<&'a Answer>,
    /// Who said something, the kopgroep first, in the order of their names.
    pub voices: Vec<Voice<'a>>,
    /// The things that were said: most said first, numbers and levels from low to high. The joint answer is in it.
    pub groups: Vec<Group<'a>>,
    pub spread: Option<Spread>,
    /// Organisations of the kopgroep that did not answer.
    pub silent: Vec<&'a Organisation>,
    pub unknown: Vec<Voice<'a>>,
    pub not_applicable: Vec<Voice<'a>>,
    /// A note was left and nothing else.
    pub only_note: Vec<Voice<'a>>,
    pub doubled: Vec<Doubled<'a>>,
    pub set_aside: Vec<Voice<'a>>,
    /// Answered, and not asked any more: kept, and not counted.
    pub no_longer_asked: Vec<Voice<'a>>,
}

/// An organisation that says more than one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubled<'a> {
    pub organisation: &'a Organisation,
    /// What holds, for as long as nobody chooses.
    pub holds: Option<&'a Answer>,
    pub others: Vec<&'a Answer>,
}

impl<'a> Side<'a> {
    /// The organisations stand in the order in which they are shown.
    pub(super) fn new(
        question: &'a Question,
        facts: &Facts<'a>,
        organisations: &[&'a Organisation],
        variants: &[&'a Variant],
    ) -> Side<'a> {
        let mut side = Side::empty(question);
        let for_all = question.scope == Scope::Together && facts.is_asked(question, None);
        let joint = facts.project.answer(&question.id, None).filter(|answer| says_anything(answer));
        (side.joint, side.joint_no_longer_asked) = if for_all { (joint, None) } else { (None, joint) };
        for organisation in organisations.iter().copied() {
            let is_asked = || match question.scope {
                Scope::Together => for_all,
                Scope::PerOrganisation => facts.is_asked(question, Some(organisation)),
            };
            side.hear(organisation, facts.project.said_by(&question.id, &organisation.id), is_asked);
        }
        side.sort_out(organisations, variants, facts);
        let joint = side.joint.and_then(Answer::value).map(|value| (None, value));
        let said = side.voices.iter().filter_map(|voice| Some((Some(*voice), voice.answer.value()?)));
        let said: Vec<Said> = said.chain(joint).collect();
        side.groups = groups(&question.kind, &said);
        side.spread = Spread::of(&question.kind, &side.groups);
        side
    }

    fn empty(question: &'a Question) -> Side<'a> {
        Side {
            question,
            asked: 0,
            joint: None,
            joint_no_longer_asked: None,
            voices: Vec::new(),
            groups: Vec::new(),
            spread: None,
            silent: Vec::new(),
            unknown: Vec::new(),
            not_applicable: Vec::new(),
            only_note: Vec::new(),
            doubled: Vec::new(),
            set_aside: Vec::new(),
            no_longer_asked: Vec::new(),
        }
    }

    fn hear(&mut self, organisation: &'a Organisation, answer: Option<&'a Answer>, is_asked: impl Fn() -> bool) {
        let said = answer.filter(|answer| says_anything(answer));
        if said.is_none() && !counts(organisation) {
            return;
        }
        if !is_asked() {
            self.no_longer_asked.extend(said.map(|answer| Voice { organisation, answer }));
            return;
        }
        self.asked += usize::from(counts(organisation));
        let Some(answer) = said else { return self.silent.push(organisation) };
        let voice = Voice { organisation, answer };
        match &answer.state {
            State::Given(_) => self.voices.push(voice),
            State::Unknown => self.unknown.push(voice),
            State::NotApplicable => self.not_applicable.push(voice),
            State::Open | State::Skipped => {
                self.silent.extend(counts(organisation).then_some(organisation));
                self.only_note.push(voice);
            }
        }
    }

    fn sort_out(&mut self, organisations: &[&'a Organisation], variants: &[&'a Variant], facts: &Facts<'a>) {
        let mut own: HashMap<&Identifier, Vec<&'a Variant>> = HashMap::new();
        for variant in variants {
            own.entry(&variant.organisation).or_default().push(variant);
        }
        for organisation in organisations.iter().copied() {
            let Some(own) = own.get(&organisation.id) else { continue };
            let of = |standing: Standing| {
                let chosen = own.iter().filter(move |variant| variant.standing == standing);
                chosen.map(|variant| &variant.answer)
            };
            let others: Vec<&Answer> = of(Standing::Differs).collect();
            if !others.is_empty() {
                let holds = facts.project.said_by(&self.question.id, &organisation.id);
                self.doubled.push(Doubled { organisation, holds, others });
            }
            self.set_aside.extend(of(Standing::SetAside).map(|answer| Voice { organisation, answer }));
        }
    }

    /// How many organisations of the kopgroep gave an answer.
    pub fn speakers(&self) -> usize {
        self.voices.iter().filter(|voice| voice.counts()).count()
    }

    pub fn says_anything(&self) -> bool {
        self.joint.is_some()
            || self.joint_no_longer_asked.is_some()
            || !(self.voices.is_empty()
                && self.unknown.is_empty()
                && self.not_applicable.is_empty()
                && self.only_note.is_empty()
                && self.doubled.is_empty()
                && self.set_aside.is_empty()
                && self.no_longer_asked.is_empty())
    }

    /// All together gave an answer.
    pub fn is_settled_together(&self) -> bool {
        self.joint.is_some_and(|answer| answer.value().is_some())
    }

    /// What all say, or most.
    pub fn agreed(&self) -> impl Iterator<Item = &Group<'a>> {
        let speakers = self.speakers();
        self.groups.iter().filter(move |group| group.is_agreed(speakers))
    }

    /// How far apart the answers lie, from 0 to 1: from each other, or from what stands there for all together.
    pub fn divergence(&self) -> f64 {
        let kind = &self.question.kind;
        let apart = divergence(kind, &self.groups, self.speakers());
        match self.is_settled_together() {
            true => apart.max(from_joint(kind, self.speakers(), self.agreeing_with_joint())),
            false => apart,
        }
    }

    /// How many organisations of the kopgroep say just what the joint answer says, in whatever order.
    pub fn agreeing_with_joint(&self) -> usize {
        let joint =
            self.joint.and_then(Answer::value).map_or(0, |_| self.groups.iter().filter(|group| group.joint).count());
        if joint == 0 {
            return 0;
        }
        let mut said: HashMap<&str, (usize, usize)> = HashMap::new();
        for group in &self.groups {
            for organisation in group.organisations().into_iter().filter(|one| counts(one)) {
                let (shared, all) = said.entry(organisation.id.as_str()).or_default();
                *shared += usize::from(group.joint);
                *all += 1;
            }
        }
        said.values().filter(|(shared, all)| *shared == joint && *all == joint).count()
    }
}

/// An answer that was given, or one that stayed open with a word beside it.
fn says_anything(answer: &Answer) -> bool {
    let empty = |value: &Value| matches!(value, Value::List(items) if items.is_empty());
    match &answer.state {
        State::Given(value) => !empty(value) || answer.note.is_some(),
        State::Unknown | State::NotApplicable => true,
        State::Open | State::Skipped => answer.note.is_some(),
    }
}
