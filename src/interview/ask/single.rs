use super::organisations::Parts;
use super::{Asked, Asking};
use crate::domain::{Choice, Kind, Value};
use crate::interview::entry;
use crate::interview::prompter::{Heading, LinePrompt, PickItem, PickPrompt, Reply};
use crate::notation;

/// The entry that lets in an answer of one's own.
const OTHER: &str = "Iets anders, namelijk …";

impl Asking<'_, '_> {
    /// Asks for one value: a question of a single kind, or one field of a group.
    pub(super) fn single(
        &mut self,
        kind: &Kind,
        heading: Heading,
        label: &str,
        earlier: Option<Value>,
    ) -> Asked<Value> {
        match kind {
            Kind::LongText => self.long_text(heading, label, earlier),
            Kind::YesNo => self.yes_no(heading, label, earlier),
            Kind::Choice { options, other } => self.choice(options, *other, heading, label, earlier),
            Kind::Choices { options, other, at_most } => self.choices(options, *other, *at_most, heading, earlier),
            Kind::Scale { levels } => self.scale(levels, heading, label, earlier),
            Kind::Organisations { .. } => self.organisations(kind, heading, earlier, Parts::Whole),
            Kind::Organisation { place } => self.organisation(*place, heading, label, earlier),
            _ => self.typed(kind, heading, label, earlier),
        }
    }

    fn typed(&mut self, kind: &Kind, heading: Heading, label: &str, earlier: Option<Value>) -> Asked<Value> {
        let earlier = earlier.map(|value| self.words(kind, &value));
        let prompt = LinePrompt { heading, label: label.to_owned(), on_empty: on_empty(earlier.is_some()), earlier };
        self.line(&prompt, |asking, typed| entry::read(kind, typed, asking.ledger.today, asking.ledger.project()))
    }

    fn yes_no(&mut self, heading: Heading, label: &str, earlier: Option<Value>) -> Asked<Value> {
        let chosen = match earlier {
            Some(Value::Flag(true)) => Some(0),
            Some(Value::Flag(false)) => Some(1),
            _ => None,
        };
        let prompt = pick_prompt(heading, label, vec![plain("Ja"), plain("Nee")], chosen);
        Ok(self.pick(&prompt)?.map(|index| Value::Flag(index == 0)))
    }

    fn choice(
        &mut self,
        options: &[Choice],
        other: bool,
        heading: Heading,
        label: &str,
        earlier: Option<Value>,
    ) -> Asked<Value> {
        let earlier = earlier.as_ref().and_then(Value::as_text);
        let place = |text: &str| {
            options.iter().position(|option| option.id.as_str() == text).or(other.then_some(options.len()))
        };
        let prompt = pick_prompt(heading, label, option_items(options, other), earlier.and_then(place));
        match self.pick(&prompt)? {
            Reply::Answer(index) => match options.get(index) {
                Some(option) => Ok(Reply::Answer(Value::text(option.id.as_str()))),
                None => self.other(),
            },
            Reply::Empty => Ok(Reply::Empty),
            Reply::Command(command) => Ok(Reply::Command(command)),
        }
    }

    /// The words of an answer that stands among no options.
    fn other(&mut self) -> Asked<Value> {
        let heading = Heading::default();
        let prompt =
            LinePrompt { heading, label: "Namelijk".to_owned(), earlier: None, on_empty: "overslaan".to_owned() };
        self.line(&prompt, |asking, typed| {
            entry::read(&Kind::Text, typed, asking.ledger.today, asking.ledger.project())
        })
    }

    fn choices(
        &mut self,
        options: &[Choice],
        other: bool,
        at_most: Option<usize>,
        heading: Heading,
        earlier: Option<Value>,
    ) -> Asked<Value> {
        let earlier: Vec<Value> = earlier.as_ref().map(|value| value.items().to_vec()).unwrap_or_default();
        let is_option = |text: &str| options.iter().position(|option| option.id.as_str() == text);
        let mut chosen: Vec<usize> = earlier.iter().filter_map(|item| is_option(item.as_text()?)).collect();
        let own: Vec<Value> =
            earlier.into_iter().filter(|item| item.as_text().is_some_and(|text| is_option(text).is_none())).collect();
        if !own.is_empty() {
            chosen.push(options.len());
        }
        let mut prompt = pick_prompt(heading, "Kies", option_items(options, other), None);
        prompt.on_empty = on_empty(!chosen.is_empty());
        prompt.chosen = chosen;
        prompt.at_most = at_most;
        let picked = match self.pick_several(&prompt)? {
            Reply::Answer(picked) => picked,
            Reply::Empty => return Ok(Reply::Empty),
            Reply::Command(command) => return Ok(Reply::Command(command)),
        };
        let mut values: Vec<Value> = picked
            .iter()
            .filter_map(|index| options.get(*index))
            .map(|option| Value::text(option.id.as_str()))
            .collect();
        if picked.contains(&options.len()) {
            values.extend(own.iter().cloned());
            if own.is_empty()
                && let Reply::Answer(value) = self.other()?
                && !values.contains(&value)
            {
                values.push(value);
            }
        }
        if values.is_empty() { Ok(Reply::Empty) } else { Ok(Reply::Answer(Value::List(values))) }
    }

    fn scale(&mut self, levels: &[String], heading: Heading, label: &str, earlier: Option<Value>) -> Asked<Value> {
        let earlier = earlier.and_then(|value| value.as_number()).and_then(|level| level.to_integer());
        let chosen = earlier.and_then(|level| usize::try_from(level - 1).ok()).filter(|index| *index < levels.len());
        let items = levels.iter().map(|level| plain(level)).collect();
        let reply = self.pick(&pick_prompt(heading, label, items, chosen))?;
        Ok(reply.map(|index| Value::integer(i64::try_from(index + 1).unwrap_or(i64::MAX))))
    }

    /// A value as the person at the table knows it.
    pub(super) fn words(&self, kind: &Kind, value: &Value) -> String {
        let project = self.ledger.project();
        notation::answer(kind, value, &|id| project.organisation(id).map(|organisation| organisation.name.clone()))
    }
}

pub(super) fn on_empty(has_earlier: bool) -> String {
    if has_earlier { "zo laten" } else { "overslaan" }.to_owned()
}

pub(super) fn plain(label: &str) -> PickItem {
    PickItem { label: label.to_owned(), detail: None }
}

pub(super) fn pick_prompt(heading: Heading, label: &str, items: Vec<PickItem>, chosen: Option<usize>) -> PickPrompt {
    PickPrompt {
        heading,
        label: label.to_owned(),
        items,
        chosen: chosen.into_iter().collect(),
        on_empty: on_empty(chosen.is_some()),
        at_most: None,
        closing: None,
        commands: true,
    }
}

fn option_items(options: &[Choice], other: bool) -> Vec<PickItem> {
    let item = |option: &Choice| PickItem { label: option.label.clone(), detail: option.consequence.clone() };
    options.iter().map(item).chain(other.then(|| plain(OTHER))).collect()
}
