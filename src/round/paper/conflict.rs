use super::desk::{Desk, Result};
use super::naming;
use super::noted::Outcome;
use crate::domain::{Answer, Item, Question, Standing, State};
use crate::interview::{Command, Heading, PickItem, PickPrompt, Refusal, Reply, WalkError};
use crate::ledger::Hand;
use crate::notation;

impl Desk<'_, '_> {
    pub(super) fn is_of_somebody_else(&self, earlier: &Answer) -> bool {
        let says_nobody_who = *self.ledger.hand() == Hand::OfSheet(None);
        earlier.state != State::Unknown && (says_nobody_who || earlier.by != self.ledger.author())
    }

    /// What holds where somebody else answered otherwise.
    pub(super) fn settle(
        &mut self,
        question: &Question,
        item: &Item,
        earlier: &Answer,
        state: &State,
    ) -> Result<Outcome> {
        let before = self.ledger.words(question, &earlier.state);
        let stood = format!("'{}'{}", notation::shortened(&before, 120), naming::stamp(earlier));
        let can_lie_beside = item.organisation.is_some();
        let words = notation::shortened(&self.ledger.words(question, state), 120);
        if self.prompter.asks_nobody() {
            if can_lie_beside {
                return Ok(Outcome::Beside(Standing::SetAside, stood));
            }
            let Question { id, label, .. } = question;
            let tip =
                format!("dat blijft staan, en '{words}' is niet overgenomen; vervang het met: regio fase --vraag {id}");
            return Err(Refusal::new(format!("bij '{label}' staat al iets anders: {stood}"), tip).into());
        }
        let ask = format!("Er stond: {stood}. Nu typ je: '{words}'. Wat geldt?");
        let both = can_lie_beside.then_some("Beide bewaren, om erover te praten");
        let items = ["Laten staan wat er stond", "Vervangen door het nieuwe"].into_iter().chain(both);
        Ok(match self.pick(&ask, items.map(PickItem::new).collect())? {
            Some(1) => Outcome::Replaced(before),
            Some(2) => Outcome::Beside(Standing::Differs, stood),
            // Who stops here chose nothing, and what was typed is not lost.
            None if self.stops && can_lie_beside => Outcome::Beside(Standing::SetAside, stood),
            _ => Outcome::Left,
        })
    }

    /// One entry of a short list. Nothing when the question was left; Enter is the first.
    pub(super) fn pick(&mut self, ask: &str, items: Vec<PickItem>) -> Result<Option<usize>, WalkError> {
        let on_empty = items.first().map(|item| item.label.to_lowercase()).unwrap_or_default();
        let prompt = PickPrompt { chosen: vec![0], ..PickPrompt::new(Heading::asking(ask), items, &on_empty) };
        Ok(match self.prompter.pick(&prompt)? {
            Reply::Answer(index) => Some(index),
            Reply::Empty => Some(0),
            Reply::Command(command) => {
                self.stops = command == Command::Stop;
                None
            }
        })
    }
}
