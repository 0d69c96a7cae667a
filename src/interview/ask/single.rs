use chrono::NaiveDate;

use super::{Asked, Asking, Left, Wanted, if_said, row};
use crate::domain::{Answer, Choice, Kind, State, Value};
use crate::interview::prompter::{Command, Heading, LinePrompt, PickItem, PickPrompt};
use crate::notation;
use crate::notation::ReadingError;

/// The entry that lets in an answer of one's own.
const OTHER: &str = "Iets anders, namelijk …";

impl Asking<'_, '_> {
    /// Asks for one value: a question of a single kind, or one field of a group.
    pub(super) fn single(&mut self, kind: &Kind, wanted: Wanted) -> Asked<Value> {
        match kind {
            Kind::LongText => self.long_text(wanted),
            Kind::YesNo => self.yes_no(wanted),
            Kind::Choice { options, other } => self.choice(options, *other, wanted),
            Kind::Choices { options, other, at_most } => self.choices(options, *other, *at_most, wanted),
            Kind::Scale { levels } => self.scale(levels, wanted),
            Kind::Organisations { .. } => self.organisations(kind, wanted),
            Kind::Organisation { .. } => self.organisation(kind.first_place(), wanted),
            Kind::Date => self.day(wanted),
            _ => self.typed(kind, wanted),
        }
    }

    fn typed(&mut self, kind: &Kind, wanted: Wanted) -> Asked<Value> {
        self.line(self.line_prompt(kind, wanted), |asking, typed| asking.read(kind, typed))
    }

    /// A line with what was there before, to change or to keep.
    pub(super) fn line_prompt(&self, kind: &Kind, Wanted { heading, label, earlier }: Wanted) -> LinePrompt {
        let earlier = earlier.map(|value| self.words(kind, &value));
        LinePrompt { heading, earlier: earlier.clone(), ..LinePrompt::new(label, self.on_empty(earlier.is_some())) }
    }

    /// A day; of one that can be read in more ways, which is meant.
    fn day(&mut self, wanted: Wanted) -> Asked<Value> {
        let mut prompt = self.line_prompt(&Kind::Date, wanted);
        loop {
            let typed = self.words_typed(prompt.clone())?;
            match notation::read_date(&typed, self.ledger.today) {
                Ok(day) => return Ok(Value::Date(day)),
                Err(error) if error.days().is_empty() => self.prompter.refuse(error.into())?,
                Err(error) => {
                    if let Some(day) = self.which_day(&error)? {
                        return Ok(Value::Date(day));
                    }
                }
            }
            prompt.again(typed);
        }
    }

    /// The day that is meant; nothing when it is to be typed again.
    fn which_day(&mut self, error: &ReadingError) -> Asked<Option<NaiveDate>> {
        let days = error.days();
        let words: Vec<String> = days.iter().map(|day| notation::date_with_weekday(*day)).collect();
        let (ask, labels) = match words.as_slice() {
            [only] => (format!("Bedoel je {only}?"), vec![format!("Ja, {only}"), "Nee, een andere dag".to_owned()]),
            _ => ("Welke dag bedoel je?".to_owned(), words),
        };
        let heading = Heading { remarks: vec![notation::sentence(&error.message())], ..Heading::asking(ask) };
        let items = labels.into_iter().map(PickItem::new).collect();
        match self.meant(self.list_of(heading, "Dag", items, None)) {
            Err(Left::Command(Command::Back)) => Ok(None),
            meant => Ok(meant?.and_then(|place| days.get(place).copied())),
        }
    }

    /// What was meant by what was typed; nothing when it is to be typed again.
    pub(super) fn meant(&mut self, prompt: PickPrompt) -> Asked<Option<usize>> {
        match self.pick(&PickPrompt { on_empty: "opnieuw typen".to_owned(), ..prompt }) {
            Err(Left::Kept) => Ok(None),
            meant => meant.map(Some),
        }
    }

    fn yes_no(&mut self, Wanted { heading, label, earlier }: Wanted) -> Asked<Value> {
        let chosen = [true, false].iter().position(|said| earlier == Some(Value::Flag(*said)));
        let items = ["Ja", "Nee"].map(PickItem::new).to_vec();
        let prompt = self.list_of(heading, label, items, chosen);
        Ok(Value::Flag(self.pick(&prompt)? == 0))
    }

    fn choice(&mut self, options: &[Choice], other: bool, wanted: Wanted) -> Asked<Value> {
        let earlier = wanted.earlier.as_ref().and_then(Value::as_text);
        let place = |text: &str| {
            options.iter().position(|option| option.id.as_str() == text).or(other.then_some(options.len()))
        };
        let prompt = self.list_of(wanted.heading, wanted.label, option_items(options, other), earlier.and_then(place));
        match options.get(self.pick(&prompt)?) {
            Some(option) => Ok(Value::text(option.id.as_str())),
            None => self.other(options),
        }
    }

    /// The words of an answer that stands among no options. Who types one of them after all, means that one.
    fn other(&mut self, options: &[Choice]) -> Asked<Value> {
        let kind = Kind::Choice { options: options.to_vec(), other: true };
        self.line(LinePrompt::new("Namelijk", "overslaan"), |asking, typed| asking.read(&kind, typed))
    }

    fn choices(
        &mut self,
        options: &[Choice],
        other: bool,
        at_most: Option<usize>,
        Wanted { heading, earlier, .. }: Wanted,
    ) -> Asked<Value> {
        let place = |text: &str| options.iter().position(|option| option.id.as_str() == text);
        let earlier = earlier.as_ref().map(Value::items).unwrap_or_default().iter().filter_map(Value::as_text);
        let (known, own): (Vec<&str>, Vec<&str>) = earlier.partition(|text| place(text).is_some());
        let mut chosen: Vec<usize> = known.into_iter().filter_map(place).collect();
        if !own.is_empty() {
            chosen.push(options.len());
        }
        let prompt = self.list_of(heading, "Kies", option_items(options, other), chosen);
        let had_any = !prompt.chosen.is_empty();
        let picked = self.pick_several(&PickPrompt { at_most, ..prompt })?;
        if picked.is_empty() && had_any {
            self.prompter.remark("Je koos niets: het antwoord blijft zoals het was. ':wis' haalt het weg.")?;
        }
        let options_picked = picked.iter().filter_map(|index| options.get(*index));
        let mut values: Vec<Value> = options_picked.map(|option| Value::text(option.id.as_str())).collect();
        if picked.contains(&options.len()) {
            values.extend(own.iter().copied().map(Value::text));
            if own.is_empty()
                && let Some(value) = if_said(self.other(options))?
                && !values.contains(&value)
            {
                values.push(value);
            }
        }
        row(values)
    }

    fn scale(&mut self, levels: &[String], Wanted { heading, label, earlier }: Wanted) -> Asked<Value> {
        let earlier = earlier.and_then(|value| value.as_number()).and_then(|level| level.to_integer());
        let chosen = earlier.and_then(|level| usize::try_from(level - 1).ok()).filter(|index| *index < levels.len());
        let items = levels.iter().map(PickItem::new).collect();
        let prompt = self.list_of(heading, label, items, chosen);
        let index = self.pick(&prompt)?;
        Ok(Value::integer(i64::try_from(index + 1).unwrap_or(i64::MAX)))
    }

    /// What Enter without an answer does: who said not to know it, goes on not knowing it.
    pub(super) fn on_empty(&self, has_earlier: bool) -> &'static str {
        let says_so = |answer: &Answer| matches!(answer.state, State::Unknown | State::NotApplicable);
        let stands = has_earlier || self.ledger.answer(self.item).is_some_and(says_so);
        if stands { self.letting_stand() } else { "overslaan" }
    }

    /// What it means to let an answer stand.
    pub(super) fn letting_stand(&self) -> &'static str {
        if self.again { "klopt nog" } else { "zo laten" }
    }

    /// A list in which this was chosen before.
    pub(super) fn list_of(
        &self,
        heading: Heading,
        label: &str,
        items: Vec<PickItem>,
        chosen: impl IntoIterator<Item = usize>,
    ) -> PickPrompt {
        let chosen: Vec<usize> = chosen.into_iter().collect();
        let on_empty = self.on_empty(!chosen.is_empty());
        PickPrompt { chosen, ..PickPrompt::with_commands(heading, label, items, on_empty) }
    }

    /// A value as the person at the table knows it.
    pub(super) fn words(&self, kind: &Kind, value: &Value) -> String {
        let project = self.ledger.project();
        notation::answer(kind, value, &|id| project.organisation(id).map(|organisation| organisation.name.clone()))
    }
}

fn option_items(options: &[Choice], other: bool) -> Vec<PickItem> {
    let item = |option: &Choice| PickItem { label: option.label.clone(), detail: option.consequence.clone() };
    options.iter().map(item).chain(other.then(|| PickItem::new(OTHER))).collect()
}
