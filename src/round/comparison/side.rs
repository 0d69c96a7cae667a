use std::collections::HashMap;

use serde::{Serialize, Serializer};

use super::comparison::Variants;
use super::divergence::{divergence, from_joint};
use super::group::{Group, Said, groups};
use super::heard::{Heard, in_short};
use super::spread::Spread;
use super::voice::{Voice, as_name, as_names, counts};
use crate::domain::{Answer, Kind, Organisation, Question, Scope, Standing, State, Value};
use crate::expression::{Facts, Words};

/// One question with all that was said to it: a subject seen from one side.
#[derive(Clone, Debug, Serialize)]
pub struct Side<'a> {
    #[serde(flatten, serialize_with = "in_short")]
    pub question: &'a Question,
    pub ask: String,
    /// How many organisations of the kopgroep are asked.
    pub asked: usize,
    /// How many of these gave an answer.
    pub speakers: usize,
    /// How far apart the answers lie, from 0 to 1: from each other, or from what stands there for all together.
    #[serde(serialize_with = "rounded")]
    pub divergence: f64,
    /// What stands in the project for all together.
    pub joint: Option<Voice<'a>>,
    /// How many organisations of the kopgroep say just what the joint answer says, in whatever order.
    pub agreeing_with_joint: usize,
    /// The things that were said: most said first, numbers and levels from low to high. The joint answer is in it, and so is
    /// every level of a scale.
    pub groups: Vec<Group<'a>>,
    /// Options that nobody chose, where anything was chosen.
    pub not_chosen: Vec<&'a str>,
    pub spread: Option<Spread>,
    /// Who said something, the kopgroep first, in the order of their names.
    #[serde(rename = "answers")]
    pub voices: Vec<Voice<'a>>,
    /// Organisations of the kopgroep that did not answer.
    #[serde(serialize_with = "as_names")]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Doubled<'a> {
    #[serde(rename = "name", serialize_with = "as_name")]
    pub organisation: &'a Organisation,
    /// What holds, for as long as nobody chooses.
    pub holds: Option<Voice<'a>>,
    pub others: Vec<Voice<'a>>,
}

pub(super) fn rounded<S: Serializer>(part: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((part * 100.0).round() / 100.0)
}

impl<'a> Side<'a> {
    /// The organisations stand in the order in which they are shown.
    pub(super) fn new(
        question: &'a Question,
        facts: &Facts<'a>,
        organisations: &[&'a Organisation],
        variants: &Variants<'a>,
        words: &Words,
    ) -> Side<'a> {
        let voice = |organisation, answer| Voice::new(organisation, answer, question, words);
        let for_all = question.scope == Scope::Together && facts.is_asked(question, None);
        let joint = facts.project.answer(&question.id, None).filter(|answer| says_anything(answer));
        let joint = joint.map(|answer| voice(None, answer));
        let (joint, no_longer_asked) = if for_all { (joint, None) } else { (None, joint) };
        let mut side = Side {
            question,
            ask: words.ask(question),
            asked: 0,
            speakers: 0,
            divergence: 0.0,
            joint,
            agreeing_with_joint: 0,
            groups: Vec::new(),
            not_chosen: Vec::new(),
            spread: None,
            voices: Vec::new(),
            silent: Vec::new(),
            unknown: Vec::new(),
            not_applicable: Vec::new(),
            only_note: Vec::new(),
            doubled: Vec::new(),
            set_aside: Vec::new(),
            no_longer_asked: no_longer_asked.into_iter().collect(),
        };
        for organisation in organisations.iter().copied() {
            let is_asked = || match question.scope {
                Scope::Together => for_all,
                Scope::Each(_) => facts.is_asked(question, Some(organisation)),
            };
            let said = facts.project.said_by(&question.id, &organisation.id).filter(|answer| says_anything(answer));
            if said.is_some() || counts(question, organisation) {
                side.hear(organisation, said.map(|answer| voice(Some(organisation), answer)), is_asked());
            }
            let Some(own) = variants.get(&(&question.id, &organisation.id)) else { continue };
            let of = |standing: Standing| -> Vec<Voice> {
                let chosen = own.iter().filter(|variant| variant.standing == standing);
                chosen.map(|variant| voice(Some(organisation), &variant.answer)).collect()
            };
            let others = of(Standing::Differs);
            if !others.is_empty() {
                let holds = facts.project.said_by(&question.id, &organisation.id);
                let holds = holds.map(|answer| voice(Some(organisation), answer));
                side.doubled.push(Doubled { organisation, holds, others });
            }
            // What was set aside and is no answer is a remark, as it is beside an open answer.
            let is_remark = |voice: &Voice| !voice.answer.state.is_said();
            let (remarks, answers): (Vec<Voice>, _) = of(Standing::SetAside).into_iter().partition(is_remark);
            side.only_note.extend(remarks);
            side.set_aside.extend(answers);
        }
        side.lay_together(words);
        side
    }

    fn hear(&mut self, organisation: &'a Organisation, said: Option<Voice<'a>>, is_asked: bool) {
        if !is_asked {
            return self.no_longer_asked.extend(said);
        }
        self.asked += usize::from(counts(self.question, organisation));
        let Some(voice) = said else { return self.silent.push(organisation) };
        match &voice.answer.state {
            State::Given(_) => self.voices.push(voice),
            State::Unknown => self.unknown.push(voice),
            State::NotApplicable => self.not_applicable.push(voice),
            State::Open | State::Skipped => {
                self.silent.extend(counts(self.question, organisation).then_some(organisation));
                self.only_note.push(voice);
            }
        }
    }

    /// What the voices come to.
    fn lay_together(&mut self, words: &Words) {
        let kind = &self.question.kind;
        self.speakers = self.voices.iter().filter(|voice| voice.counts).count();
        let said = self.voices.iter().chain(&self.joint).filter_map(|voice| Some((voice, voice.answer.value()?)));
        let said: Vec<Said> = said.collect();
        // Of a scale that nobody spoke of, no level is shown.
        if !said.is_empty() {
            self.groups = groups(kind, &said, self.speakers, words);
        }
        self.spread = Spread::of(kind, &self.groups, words);
        self.not_chosen = not_chosen(kind, &self.groups);
        self.agreeing_with_joint = agreeing_with_joint(self.question, &self.groups);
        self.divergence = divergence(kind, &self.groups, self.speakers);
        if self.is_settled_together() {
            self.divergence = self.divergence.max(from_joint(kind, self.speakers, self.agreeing_with_joint));
        }
    }

    pub fn heard(&self) -> Heard<'a> {
        Heard { question: self.question, speakers: self.speakers, asked: self.asked }
    }

    /// Anybody said anything, if only that they do not know.
    pub fn says_anything(&self) -> bool {
        let others = [&self.unknown, &self.not_applicable, &self.only_note, &self.set_aside, &self.no_longer_asked];
        self.joint.is_some()
            || !self.voices.is_empty()
            || !self.doubled.is_empty()
            || others.iter().any(|voices| !voices.is_empty())
    }

    /// All together gave an answer.
    pub fn is_settled_together(&self) -> bool {
        self.joint.as_ref().is_some_and(|joint| joint.answer.value().is_some())
    }

    /// What all say, or most.
    pub fn agreed(&self) -> impl Iterator<Item = &Group<'a>> {
        self.groups.iter().filter(|group| group.agreed)
    }
}

fn not_chosen<'a>(kind: &'a Kind, groups: &[Group]) -> Vec<&'a str> {
    let chosen: Vec<&str> = groups.iter().filter_map(|group| group.value.as_text()).collect();
    let options = kind.options().iter().filter(|_| !chosen.is_empty());
    options.filter(|option| !chosen.contains(&option.id.as_str())).map(|option| option.label.as_str()).collect()
}

fn agreeing_with_joint(question: &Question, groups: &[Group]) -> usize {
    let joint = groups.iter().filter(|group| group.joint).count();
    let mut said: HashMap<&str, (usize, usize)> = HashMap::new();
    for group in groups {
        for organisation in group.organisations.iter().filter(|one| counts(question, one)) {
            let (shared, all) = said.entry(organisation.id.as_str()).or_default();
            *shared += usize::from(group.joint);
            *all += 1;
        }
    }
    said.values().filter(|(shared, all)| *shared == joint && *all == joint).count()
}

/// An answer that was given, or one that stayed open with a word beside it.
fn says_anything(answer: &Answer) -> bool {
    let empty = |value: &Value| matches!(value, Value::List(items) if items.is_empty());
    answer.note.is_some() || answer.state.is_said() && !answer.value().is_some_and(empty)
}
