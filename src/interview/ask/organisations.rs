use super::single::{on_empty, pick_prompt, plain};
use super::{Asked, Asking};
use crate::domain::{Identifier, Kind, Organisation, Place, Value};
use crate::interview::entry::Refusal;
use crate::interview::prompter::{Command, Heading, LinePrompt, Reply};

const ANOTHER: &str = "Een andere organisatie …";

/// Whether each name is the answer so far, or the names together are one field of something larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parts {
    Kept,
    Whole,
}

impl Asking<'_, '_> {
    /// Several organisations: those of the register to tick, and new ones by name.
    pub(super) fn organisations(
        &mut self,
        kind: &Kind,
        mut heading: Heading,
        earlier: Option<Value>,
        parts: Parts,
    ) -> Asked<Value> {
        let (place, at_most) = (kind.place(), kind.at_most());
        let known = self.known_organisations();
        let mut chosen: Vec<Value> = Vec::new();
        if !known.is_empty() {
            let mut prompt = pick_prompt(std::mem::take(&mut heading), "Kies", items(&known), None);
            prompt.chosen = self.ticked(&known, earlier.as_ref(), place);
            prompt.on_empty = on_empty(!prompt.chosen.is_empty());
            prompt.at_most = at_most;
            let picked = match self.pick_several(&prompt)? {
                Reply::Answer(picked) => picked,
                Reply::Empty => prompt.chosen,
                Reply::Command(command) => return Ok(Reply::Command(command)),
            };
            chosen =
                picked.iter().filter_map(|index| known.get(*index)).map(|one| Value::text(one.id.as_str())).collect();
            if !chosen.is_empty() && parts == Parts::Kept {
                self.keep_part(&chosen)?;
            }
        }
        self.add_organisations(heading, place.unwrap_or(Place::Stakeholder), at_most, chosen, parts)
    }

    fn add_organisations(
        &mut self,
        mut heading: Heading,
        place: Place,
        at_most: Option<usize>,
        mut chosen: Vec<Value>,
        parts: Parts,
    ) -> Asked<Value> {
        let most = at_most.unwrap_or(crate::domain::MOST_ITEMS);
        while chosen.len() < most {
            let first = self.ledger.project().organisations.is_empty();
            let label = if first { "Naam" } else { "Nog een organisatie" }.to_owned();
            let on_empty = if chosen.is_empty() { "overslaan" } else { "klaar" }.to_owned();
            let prompt = LinePrompt { heading: std::mem::take(&mut heading), label, earlier: None, on_empty };
            match self.line(&prompt, |asking, typed| asking.named(typed, place))? {
                Reply::Answer(value) if chosen.contains(&value) => self.remark("Die staat er al bij.")?,
                Reply::Answer(value) => {
                    chosen.push(value);
                    if parts == Parts::Kept {
                        self.keep_part(&chosen)?;
                        self.show_so_far(&chosen)?;
                    }
                }
                Reply::Command(Command::Restart) => chosen.clear(),
                Reply::Command(command) => return Ok(Reply::Command(command)),
                Reply::Empty => break,
            }
        }
        if chosen.is_empty() { Ok(Reply::Empty) } else { Ok(Reply::Answer(Value::List(chosen))) }
    }

    /// One organisation: of the register, or a new one by name.
    pub(super) fn organisation(
        &mut self,
        place: Option<Place>,
        heading: Heading,
        label: &str,
        earlier: Option<Value>,
    ) -> Asked<Value> {
        let known = self.known_organisations();
        let place = place.unwrap_or(Place::Stakeholder);
        if known.is_empty() {
            return self.new_organisation(heading, label, place);
        }
        let earlier = earlier.as_ref().and_then(Value::as_text);
        let chosen = earlier.and_then(|id| known.iter().position(|organisation| organisation.id.as_str() == id));
        let mut entries = items(&known);
        entries.push(plain(ANOTHER));
        match self.pick(&pick_prompt(heading, label, entries, chosen))? {
            Reply::Answer(index) => match known.get(index) {
                Some(organisation) => Ok(Reply::Answer(Value::text(organisation.id.as_str()))),
                None => self.new_organisation(Heading::default(), "Naam", place),
            },
            Reply::Empty => Ok(Reply::Empty),
            Reply::Command(command) => Ok(Reply::Command(command)),
        }
    }

    fn new_organisation(&mut self, heading: Heading, label: &str, place: Place) -> Asked<Value> {
        let prompt = LinePrompt { heading, label: label.to_owned(), earlier: None, on_empty: on_empty(false) };
        self.line(&prompt, |asking, typed| asking.named(typed, place))
    }

    fn named(&mut self, typed: &str, place: Place) -> Result<Value, Refusal> {
        let registered: Option<Identifier> = self.ledger.register(typed, place);
        registered.map(|id| Value::text(id.as_str())).ok_or_else(|| Refusal {
            fault: format!("'{typed}' kan geen naam van een organisatie zijn"),
            tip: "typ de naam zoals de organisatie zichzelf noemt".to_owned(),
        })
    }

    /// The register, nearest places first.
    fn known_organisations(&self) -> Vec<Organisation> {
        let mut known = self.ledger.project().organisations.clone();
        known.sort_by_key(|organisation| std::cmp::Reverse(organisation.place));
        known
    }

    /// Who stands ticked at first: who was chosen before, or else who has the place that the question gives.
    fn ticked(&self, known: &[Organisation], earlier: Option<&Value>, place: Option<Place>) -> Vec<usize> {
        let chosen = |organisation: &Organisation| match earlier {
            Some(value) => value.items().iter().any(|item| item.as_text() == Some(organisation.id.as_str())),
            None => place == Some(organisation.place),
        };
        (0..known.len()).filter(|index| chosen(&known[*index])).collect()
    }
}

fn items(organisations: &[Organisation]) -> Vec<crate::interview::prompter::PickItem> {
    organisations.iter().map(|organisation| plain(&organisation.name)).collect()
}
