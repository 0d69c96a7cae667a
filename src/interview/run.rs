use std::collections::{BTreeMap, BTreeSet};

use super::extent::Extent;
use super::plan;
use super::plan::Stop;
use crate::advice::{is_chosen, is_walked};
use crate::catalog::Catalog;
use crate::domain::{Depth, Edition, FullId, Identifier, Item, Project, State};
use crate::expression::Facts;

/// `regio init` asks the name, the region and the trekker before the questionnaire has its turn.
pub const OWN_INTAKE_QUESTIONS: usize = 3;

/// One walk through an extent: what was shown, and where it stands. It decides what comes next and asks nothing itself.
///
/// Conditions are worked out anew at every turn, so that an answer may open or close what follows.
pub struct Run<'c> {
    catalog: &'c Catalog,
    stops: Vec<Stop>,
    /// The stop at hand, and the place in its items.
    position: Position,
    /// Which organisations were chosen at a stop that is asked per organisation.
    chosen: BTreeMap<usize, Vec<Identifier>>,
    /// Which organisations a person could choose from, and chose: that holds for the stops that follow.
    choice: Option<Choice>,
    /// The parts that a person went to, whatever their condition says.
    entered: BTreeSet<FullId>,
    /// The parts of which it was said whether to go deeper.
    deeper: BTreeMap<FullId, bool>,
    /// What was really shown, oldest first: back pops it.
    shown: Vec<Position>,
    which: Which,
    /// Where back went: that comes again, whatever its answer is by now.
    again: Option<Position>,
    extent: Extent,
    /// Who see the screen: what others said stands beside a question as far as they may read it.
    pub readers: Edition,
}

/// Which questions of an extent are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    All,
    /// Those that have no answer yet, or one that is not known yet.
    Unsettled,
    /// Those of which the answer grew old, or was given before the question changed. To let one stand says that it holds still.
    Outdated,
    /// Those that have never been dealt with: where an earlier run stopped.
    Untouched,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Position {
    stop: usize,
    item: usize,
}

#[derive(Clone, Debug, Default)]
struct Choice {
    offered: Vec<Identifier>,
    chosen: Vec<Identifier>,
}

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// This question.
    Ask { section: FullId, item: Item },
    /// Which of these organisations are asked now; the others later.
    ChooseOrganisations { section: FullId, questions: Vec<FullId>, organisations: Vec<Identifier> },
    /// Whether to go into these as well.
    OfferDeeper { section: FullId, questions: Vec<FullId> },
    /// Nothing any more.
    Done,
}

impl<'c> Run<'c> {
    pub fn new(catalog: &'c Catalog, extent: &Extent, which: Which) -> Run<'c> {
        Run {
            catalog,
            stops: plan::stops(catalog, extent),
            position: Position { stop: 0, item: 0 },
            chosen: BTreeMap::new(),
            choice: None,
            entered: BTreeSet::new(),
            deeper: BTreeMap::new(),
            shown: Vec::new(),
            which,
            again: None,
            extent: extent.clone(),
            readers: Edition::Kopgroep,
        }
    }

    /// Whether there is nothing to ask.
    pub fn is_done(&mut self, facts: &Facts) -> bool {
        self.turn(facts) == Turn::Done
    }

    pub fn which(&self) -> Which {
        self.which
    }

    pub fn is_intake(&self) -> bool {
        self.extent == Extent::Intake
    }

    /// The number of the question at hand in `regio init`, which asks a few things of its own first.
    pub fn intake_number(&self) -> Option<usize> {
        self.is_intake().then(|| OWN_INTAKE_QUESTIONS + self.shown.len() + 1)
    }

    /// Whether it is about one question only.
    pub fn is_single(&self) -> bool {
        matches!(self.extent, Extent::Question(_))
    }

    /// What comes next, from where the run stands.
    pub fn turn(&mut self, facts: &Facts) -> Turn {
        while let Some(stop) = self.stops.get(self.position.stop) {
            if stop.deeper && !self.deeper.contains_key(&stop.section) {
                let (section, questions) = (stop.section.clone(), self.deeper_questions(&stop.section, facts));
                if !questions.is_empty() {
                    return Turn::OfferDeeper { section, questions };
                }
                self.deeper.insert(section, false);
                continue;
            }
            let kopgroep = self.organisations_to_ask(stop, facts);
            if stop.per_organisation && !self.chosen.contains_key(&self.position.stop) && !kopgroep.is_empty() {
                let choice = self.choice.as_ref();
                match choice.filter(|choice| kopgroep.iter().all(|id| choice.offered.contains(id))) {
                    Some(choice) => {
                        let chosen = kopgroep.into_iter().filter(|id| choice.chosen.contains(id)).collect();
                        self.chosen.insert(self.position.stop, chosen);
                    }
                    None => {
                        let section = stop.section.clone();
                        let (questions, organisations) = self.ahead(facts);
                        if organisations.len() > 1 {
                            return Turn::ChooseOrganisations { section, questions, organisations };
                        }
                        self.choose_organisations(&organisations, organisations.clone());
                    }
                }
                continue;
            }
            let chosen = self.chosen.get(&self.position.stop).cloned().unwrap_or_default();
            let items = stop.items(&chosen);
            let next = (self.position.item..items.len())
                .find(|index| self.is_again(*index) || self.is_wanted(stop, &items[*index], facts));
            if let Some(index) = next {
                let section = stop.section.clone();
                self.position.item = index;
                return Turn::Ask { section, item: items[index].clone() };
            }
            self.position = Position { stop: self.position.stop + 1, item: 0 };
        }
        Turn::Done
    }

    /// Those who take part and for whom something is left to ask at this stop.
    fn organisations_to_ask(&self, stop: &Stop, facts: &Facts) -> Vec<Identifier> {
        let anything_for = |organisation: &Identifier| {
            stop.items(std::slice::from_ref(organisation)).iter().any(|item| self.is_wanted(stop, item, facts))
        };
        plan::taking_part(facts.project).into_iter().filter(|organisation| anything_for(organisation)).collect()
    }

    /// What is asked per organisation from here on, and of whom.
    fn ahead(&self, facts: &Facts) -> (Vec<FullId>, Vec<Identifier>) {
        let stops = self.stops.iter().skip(self.position.stop).filter(|stop| stop.per_organisation);
        let (mut questions, mut organisations) = (Vec::new(), BTreeSet::new());
        for stop in stops {
            let wanted = self.organisations_to_ask(stop, facts);
            if !wanted.is_empty() {
                questions.extend(stop.questions.iter().cloned());
            }
            organisations.extend(wanted);
        }
        let all = plan::taking_part(facts.project).into_iter().filter(|id| organisations.contains(id)).collect();
        (questions, all)
    }

    /// What a part holds that was not gone into yet. Who looks again at what was said is offered nothing new.
    fn deeper_questions(&self, section: &FullId, facts: &Facts) -> Vec<FullId> {
        if self.which == Which::Outdated {
            return Vec::new();
        }
        let stops = self.stops.iter().filter(|stop| stop.deeper && stop.section == *section);
        let is_new = |id: &&FullId| {
            let question = facts.question(id).filter(|_| self.is_entered(section, facts));
            let answers = question.map(|question| facts.answers(question)).unwrap_or_default();
            answers.iter().any(|(_, answer)| answer.is_none_or(|answer| answer.state == State::Open))
        };
        stops.flat_map(|stop| &stop.questions).filter(is_new).cloned().collect()
    }

    fn is_entered(&self, id: &FullId, facts: &Facts) -> bool {
        self.entered.contains(id) || self.catalog.section(id).is_none_or(|section| is_chosen(section, facts))
    }

    /// Whether a question has its turn: of a part that one goes to, and one that is asked by itself, all have. A walk through a
    /// phase asks the core, what was gone into before, and what a person said yes to.
    pub fn is_walked(&self, section: &FullId, item: &Item, facts: &Facts) -> bool {
        let Extent::Phase(_) = self.extent else { return true };
        let asked = self.catalog.section(section).zip(facts.question(&item.question));
        asked.is_none_or(|(part, question)| {
            let answer = facts.standing_answer(&item.question, item.organisation.as_ref());
            let is_opened = question.depth == Depth::Core || self.deeper.get(section).copied().unwrap_or(false);
            is_walked(part, question, answer, facts) || (self.is_entered(section, facts) && is_opened)
        })
    }

    fn is_wanted(&self, stop: &Stop, item: &Item, facts: &Facts) -> bool {
        let organisation = item.organisation.as_ref();
        let organisation = organisation.and_then(|id| facts.project.organisation(id.as_str()));
        let asked = facts.question(&item.question).is_some_and(|question| facts.asks(question, organisation));
        let answer = facts.standing_answer(&item.question, item.organisation.as_ref());
        asked
            && self.is_walked(&stop.section, item, facts)
            && match self.which {
                Which::All => true,
                Which::Outdated => facts.question(&item.question).zip(answer).is_some_and(|(question, answer)| {
                    question.was_revised_since(answer)
                        || question.grows_old(answer).is_some_and(|day| day < facts.today)
                }),
                Which::Unsettled => !Facts::settles(answer),
                Which::Untouched => answer.is_none_or(|answer| answer.state == State::Open),
            }
    }

    fn is_again(&self, item: usize) -> bool {
        self.again == Some(Position { stop: self.position.stop, item })
    }

    /// Of those that were offered these are asked, at this stop and at those that follow.
    pub fn choose_organisations(&mut self, offered: &[Identifier], chosen: Vec<Identifier>) {
        self.chosen.insert(self.position.stop, chosen.clone());
        self.choice = Some(Choice { offered: offered.to_vec(), chosen });
    }

    /// Whether the questions that go deeper into a part are asked.
    pub fn go_deeper(&mut self, section: &FullId, goes: bool) {
        self.deeper.insert(section.clone(), goes);
    }

    /// The item at hand has been dealt with; go on behind it.
    pub fn pass(&mut self) {
        self.shown.push(self.position);
        self.again = None;
        self.position.item += 1;
    }

    /// Goes back to the question that was shown before this one. False at the first.
    pub fn back(&mut self) -> bool {
        let Some(earlier) = self.shown.pop() else { return false };
        (self.position, self.again) = (earlier, Some(earlier));
        true
    }

    /// Goes to the first question of a section, and asks anew which way to go there.
    pub fn jump(&mut self, section: &FullId) {
        self.shown.push(self.position);
        self.start_at(section);
        self.chosen.remove(&self.position.stop);
        self.choice = None;
        self.deeper.remove(section);
    }

    /// Begins at a section rather than at the first.
    pub fn start_at(&mut self, section: &FullId) {
        if let Some(stop) = self.stops.iter().position(|stop| stop.section == *section) {
            self.position = Position { stop, item: 0 };
            self.entered.insert(section.clone());
        }
    }

    /// The sections of the run, in order.
    pub fn sections(&self) -> Vec<FullId> {
        let mut sections: Vec<FullId> = self.stops.iter().map(|stop| stop.section.clone()).collect();
        sections.dedup();
        sections
    }

    /// The items that were shown, each once, in the order of the questionnaire.
    pub fn passed(&self, project: &Project) -> Vec<Item> {
        let mut positions = self.shown.clone();
        positions.sort_unstable();
        positions.dedup();
        let item = |position: Position| {
            let stop = self.stops.get(position.stop)?;
            let organisations = self.chosen.get(&position.stop).cloned();
            let organisations = organisations.unwrap_or_else(|| plan::taking_part(project));
            stop.items(&organisations).get(position.item).cloned()
        };
        positions.into_iter().filter_map(item).collect()
    }
}
