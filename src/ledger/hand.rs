use super::ledger::Ledger;
use crate::domain::Stamp;

/// By whose hand the answers come that are recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Hand {
    /// Of who is at work here.
    #[default]
    Own,
    /// Of who filled in a sheet elsewhere, as far as the sheet says who that was. It moves nobody in the register.
    OfSheet(Option<String>),
}

impl Ledger<'_> {
    /// Who says what is recorded from here on.
    pub fn turn_to_hand(&mut self, hand: Hand) {
        self.hand = hand;
    }

    pub fn hand(&self) -> &Hand {
        &self.hand
    }

    pub(super) fn stamp(&self) -> Stamp {
        let stamp = (self.clock)(self.project);
        match &self.hand {
            Hand::OfSheet(Some(name)) => Stamp { by: Some(name.clone()), ..stamp },
            Hand::OfSheet(None) | Hand::Own => stamp,
        }
    }
}
