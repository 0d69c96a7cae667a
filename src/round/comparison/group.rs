use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::near_spelling::NearSpellings;
use super::normal_form::normal_form;
use super::voice::Voice;
use crate::domain::{Decimal, Kind, Organisation, Value};
use crate::notation;

/// One thing that was said, by all who said it: an option, a level, a number, or words that are equal but for their writing.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<'a> {
    /// In the wording that is used most; of equally many, the one that was said first.
    pub value: &'a Value,
    /// Every wording, most used first. More than one only where words differ.
    pub wordings: Vec<Wording<'a>>,
    /// How many organisations of the kopgroep say so.
    pub count: usize,
    /// It stands in the joint answer too.
    pub joint: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Wording<'a> {
    pub value: &'a Value,
    /// In the order of their names.
    pub voices: Vec<Voice<'a>>,
}

impl<'a> Group<'a> {
    /// Said by more than half of those who spoke, and by two at least.
    pub fn is_agreed(&self, speakers: usize) -> bool {
        self.count >= 2 && self.count * 2 > speakers
    }

    /// All who say so, each once, in the order of their names.
    pub fn organisations(&self) -> Vec<&'a Organisation> {
        let voices = self.wordings.iter().flat_map(|wording| &wording.voices);
        let mut all: Vec<&Organisation> = voices.map(|voice| voice.organisation).collect();
        // Those of one wording stand in order already.
        if self.wordings.len() > 1 {
            all.sort_by(|one, other| super::comparison::order(one, other));
        }
        all.dedup_by(|one, other| one.id == other.id);
        all
    }

    fn first_given(&self) -> Option<DateTime<FixedOffset>> {
        self.wordings.iter().filter_map(Wording::first_given).min()
    }
}

impl Wording<'_> {
    fn first_given(&self) -> Option<DateTime<FixedOffset>> {
        self.voices.iter().filter_map(Voice::given).min()
    }
}

/// What makes two answers the same. The order is that in which they are shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Key {
    /// The place among the options.
    Option(usize),
    Number(Decimal),
    Date(NaiveDate),
    Named(String),
    Words(String),
}

fn key(kind: &Kind, value: &Value) -> Key {
    match (kind, value) {
        (_, Value::Flag(flag)) => Key::Option(usize::from(!flag)),
        (_, Value::Number(number)) => Key::Number(*number),
        (_, Value::Date(date)) => Key::Date(*date),
        (Kind::Organisation { .. } | Kind::Organisations { .. }, Value::Text(id)) => Key::Named(id.clone()),
        (_, Value::Text(text)) => match kind.options().iter().position(|option| option.id.as_str() == text) {
            Some(place) => Key::Option(place),
            None => Key::Words(normal_form(text)),
        },
        (_, value) => Key::Words(normal_form(&notation::answer(kind, &Value::List(vec![value.clone()]), &|_| None))),
    }
}

/// What was said, and by whom; nobody for the joint answer.
pub(super) type Said<'a> = (Option<Voice<'a>>, &'a Value);

/// Puts equal things together. Looking things up takes as long as there are answers, never as long as there are pairs.
pub(super) fn groups<'a>(kind: &Kind, said: &[Said<'a>]) -> Vec<Group<'a>> {
    let mut found: HashMap<Key, Vec<Said<'a>>> = HashMap::new();
    for (voice, value) in said {
        for item in value.items() {
            found.entry(key(kind, item)).or_default().push((*voice, item));
        }
    }
    // The most said first, so that a slip of the finger joins what it was meant to be, whoever comes first.
    let mut found: Vec<(Key, Vec<Said>)> = found.into_iter().collect();
    found.sort_by(|(one, ones), (other, others)| others.len().cmp(&ones.len()).then_with(|| one.cmp(other)));
    let mut groups: Vec<(Key, Group)> =
        near_together(found).into_iter().map(|(key, said)| (key, group(said))).collect();
    match kind {
        Kind::Scale { .. } | Kind::Number { .. } | Kind::Hours { .. } | Kind::Amount { .. } | Kind::Date => {
            groups.sort_by(|(one, _), (other, _)| one.cmp(other));
        }
        _ => groups.sort_by_cached_key(|(key, group)| {
            let option = if let Key::Option(place) = key { *place } else { usize::MAX };
            let given = group.first_given();
            (std::cmp::Reverse(group.count), option, given.is_none(), given, key.clone())
        }),
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn near_together(found: Vec<(Key, Vec<Said>)>) -> Vec<(Key, Vec<Said>)> {
    let words =
        found.iter().filter_map(|(key, _)| if let Key::Words(words) = key { Some(words.as_str()) } else { None });
    let mut known = NearSpellings::among(words);
    // The place of each known text among those that stand together.
    let mut places: Vec<usize> = Vec::new();
    let mut together: Vec<(Key, Vec<Said>)> = Vec::new();
    for (key, said) in found {
        if let Key::Words(words) = &key {
            if let Some(near) = known.find_or_add(words) {
                together[places[near]].1.extend(said);
                continue;
            }
            places.push(together.len());
        }
        together.push((key, said));
    }
    together
}

fn group(said: Vec<Said>) -> Group {
    let joint = said.iter().any(|(voice, _)| voice.is_none());
    let first = said[0].1;
    let mut wordings: Vec<Wording> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (voice, value) in said.into_iter().filter_map(|(voice, value)| Some((voice?, value))) {
        let next = wordings.len();
        let place = match value {
            Value::Text(text) => *places.entry(text).or_insert(next),
            _ => wordings.iter().position(|wording| wording.value == value).unwrap_or(next),
        };
        if place == next {
            wordings.push(Wording { value, voices: Vec::new() });
        }
        wordings[place].voices.push(voice);
    }
    wordings.sort_by_cached_key(|wording| {
        let given = wording.first_given();
        (std::cmp::Reverse(wording.voices.len()), given.is_none(), given, format!("{:?}", wording.value))
    });
    let value = wordings.first().map_or(first, |wording| wording.value);
    let mut group = Group { value, wordings, count: 0, joint };
    group.count = group.organisations().iter().filter(|one| super::voice::counts(one)).count();
    group
}
