use std::collections::BTreeMap;

use super::extent::Extent;
use super::plan;
use super::plan::Stop;
use crate::catalog::Catalog;
use crate::domain::{Edition, FullId, Identifier, Project, State};
use crate::expression::Facts;
use crate::ledger::Item;

/// `regio init` asks the name, the region and the trekker before the questionnaire has its turn.
pub const OWN_INTAKE_QUESTIONS: usize = 3;

/// One walk through an extent: what was shown, and where it stands. It decides what comes next and asks nothing itself.
///
/// Conditions are worked out anew at every turn, so that an answer may open or close what follows.
pub struct Run {
    stops: Vec<Stop>,
    /// The stop at hand, and the place in its items.
    position: Position,
    /// Which organisations were chosen at a stop that is asked per organisation.
    chosen: BTreeMap<usize, Vec<Identifier>>,
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
    /// Those that have never been dealt with: where an earlier run stopped.
    Untouched,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Position {
    stop: usize,
    item: usize,
}

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// This question.
    Ask { section: FullId, item: Item },
    /// Which of these organisations are asked now; the others later.
    ChooseOrganisations { section: FullId, questions: Vec<FullId>, organisations: Vec<Identifier> },
    /// Nothing any more.
    Done,
}

impl Run {
    pub fn new(catalog: &Catalog, extent: &Extent, which: Which) -> Run {
        Run {
            stops: plan::stops(catalog, extent),
            position: Position { stop: 0, item: 0 },
            chosen: BTreeMap::new(),
            shown: Vec::new(),
            which,
            again: None,
            extent: extent.clone(),
            readers: Edition::Kopgroep,
        }
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
            let kopgroep = self.organisations_to_ask(stop, facts);
            if stop.per_organisation && !self.chosen.contains_key(&self.position.stop) {
                match kopgroep.len() {
                    0 => {}
                    1 => {
                        self.chosen.insert(self.position.stop, kopgroep);
                        continue;
                    }
                    _ => {
                        let (section, questions) = (stop.section.clone(), stop.questions.clone());
                        return Turn::ChooseOrganisations { section, questions, organisations: kopgroep };
                    }
                }
            }
            let chosen = self.chosen.get(&self.position.stop).cloned().unwrap_or_default();
            let items = stop.items(&chosen);
            let next = (self.position.item..items.len())
                .find(|index| self.is_again(*index) || self.is_wanted(&items[*index], facts));
            if let Some(index) = next {
                let section = stop.section.clone();
                self.position.item = index;
                return Turn::Ask { section, item: items[index].clone() };
            }
            self.leave_stop();
        }
        Turn::Done
    }

    /// Those of the kopgroep for whom something is left to ask at this stop.
    fn organisations_to_ask(&self, stop: &Stop, facts: &Facts) -> Vec<Identifier> {
        let anything_for = |organisation: &Identifier| {
            stop.items(std::slice::from_ref(organisation)).iter().any(|item| self.is_wanted(item, facts))
        };
        plan::kopgroep(facts.project).into_iter().filter(|organisation| anything_for(organisation)).collect()
    }

    fn is_wanted(&self, item: &Item, facts: &Facts) -> bool {
        let organisation = item.organisation.as_ref();
        let organisation = organisation.and_then(|id| facts.project.organisation(id.as_str()));
        let asked = facts.question(&item.question).is_some_and(|question| facts.is_asked(question, organisation));
        let answer = facts.project.answer(&item.question, item.organisation.as_ref());
        asked
            && match self.which {
                Which::All => true,
                Which::Unsettled => !Facts::settles(answer),
                Which::Untouched => answer.is_none_or(|answer| answer.state == State::Open),
            }
    }

    fn is_again(&self, item: usize) -> bool {
        self.again == Some(Position { stop: self.position.stop, item })
    }

    pub fn choose_organisations(&mut self, chosen: Vec<Identifier>) {
        self.chosen.insert(self.position.stop, chosen);
    }

    /// The item at hand has been dealt with; go on behind it.
    pub fn pass(&mut self) {
        self.shown.push(self.position);
        self.again = None;
        self.position.item += 1;
    }

    /// Goes back to the question that was shown before this one. False at the first.
    pub fn back(&mut self) -> bool {
        match self.shown.pop() {
            Some(earlier) => {
                self.position = earlier;
                self.again = Some(earlier);
                true
            }
            None => false,
        }
    }

    /// Leaves the rest of the row of questions per organisation for later.
    pub fn leave_stop(&mut self) {
        self.position = Position { stop: self.position.stop + 1, item: 0 };
    }

    /// Goes to the first question of a section. False when the run does not hold it.
    pub fn jump(&mut self, section: &FullId) -> bool {
        match self.stops.iter().position(|stop| stop.section == *section) {
            Some(stop) => {
                self.shown.push(self.position);
                self.position = Position { stop, item: 0 };
                self.chosen.remove(&stop);
                true
            }
            None => false,
        }
    }

    /// Begins at a section rather than at the first.
    pub fn start_at(&mut self, section: &FullId) {
        if let Some(stop) = self.stops.iter().position(|stop| stop.section == *section) {
            self.position = Position { stop, item: 0 };
        }
    }

    /// Whether there is anything to ask from where the run stands.
    pub fn has_more(&mut self, facts: &Facts) -> bool {
        self.turn(facts) != Turn::Done
    }

    /// The sections of the run, in order.
    pub fn sections(&self) -> Vec<FullId> {
        let mut sections: Vec<FullId> = Vec::new();
        for stop in &self.stops {
            if sections.last() != Some(&stop.section) {
                sections.push(stop.section.clone());
            }
        }
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
            let organisations = organisations.unwrap_or_else(|| plan::kopgroep(project));
            stop.items(&organisations).get(position.item).cloned()
        };
        positions.into_iter().filter_map(item).collect()
    }
}
