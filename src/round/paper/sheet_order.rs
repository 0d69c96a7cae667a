use super::desk::Desk;
use crate::domain::{Phase, Question};
use crate::round::asked_of;

/// Where the typing is on a sheet.
#[derive(Clone, Copy, Debug)]
pub(super) enum Spot<'s> {
    /// At no place that is known: a code says what comes.
    Off,
    Begin,
    At(&'s Question),
    Behind(&'s Question),
}

impl<'s> Desk<'_, 's> {
    /// The question that comes next on the sheet. Nobody sees which one that is where no person types: there a code always says it.
    pub(super) fn upcoming(&self) -> Option<&'s Question> {
        if self.prompter.asks_nobody() {
            return None;
        }
        match self.spot {
            Spot::Off => None,
            Spot::Begin => {
                let phase = self.ledger.project().begun.keys().next_back()?;
                self.sheet(*phase).first().copied()
            }
            Spot::At(question) => Some(question),
            Spot::Behind(question) => self.neighbours(question).1,
        }
    }

    /// The question that stands before this one on the sheet, and the one behind it.
    pub(super) fn neighbours(&self, question: &Question) -> (Option<&'s Question>, Option<&'s Question>) {
        let Some(phase) = self.ledger.catalog.phase_of(&question.id) else { return (None, None) };
        let on_sheet = self.sheet(phase);
        let facts = self.ledger.facts();
        let is_asked = |other: &&&Question| facts.is_asked(other, self.organisation());
        let Some(place) = on_sheet.iter().position(|other| other.id == question.id) else { return (None, None) };
        let before = on_sheet[..place].iter().rev().find(is_asked).copied();
        (before, on_sheet[place + 1..].iter().find(is_asked).copied())
    }

    /// The questions of a phase that whoever answers is asked, in the order of the sheet.
    fn sheet(&self, phase: Phase) -> Vec<&'s Question> {
        asked_of(self.ledger.catalog, phase, self.organisation())
    }
}
