use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;

use super::near_spelling::NearSpellings;
use super::normal_form::normal_form;
use super::voice::{Voice, as_names};
use crate::domain::{Decimal, Identifier, Kind, Organisation, Value};
use crate::expression::Words;
use crate::notation;

/// One thing that was said, by all who said it: an option, a level, a number, or words that are equal but for their writing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group<'a> {
    /// In the wording that is used most; of equally many, the one that was said first.
    #[serde(skip)]
    pub value: Cow<'a, Value>,
    pub words: String,
    /// How many organisations of the kopgroep say so.
    pub count: usize,
    /// Said by more than half of those who spoke, and by two at least.
    pub agreed: bool,
    /// It stands in the joint answer too.
    pub joint: bool,
    /// All who say so, each once, in the order of their names.
    #[serde(serialize_with = "as_names")]
    pub organisations: Vec<&'a Organisation>,
    /// Those of them who are not counted.
    #[serde(skip)]
    pub beside: Vec<&'a Organisation>,
    /// Every wording, most used first. More than one only where words differ.
    pub wordings: Vec<Wording<'a>>,
}

impl<'a> Group<'a> {
    /// The organisations that make up the count.
    pub fn counted(&self) -> Vec<&'a Organisation> {
        self.organisations.iter().filter(|one| !self.beside.contains(one)).copied().collect()
    }
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Wording<'a> {
    #[serde(skip)]
    pub value: &'a Value,
    pub words: String,
    /// In the order of their names.
    #[serde(serialize_with = "as_names")]
    pub organisations: Vec<&'a Organisation>,
    #[serde(skip)]
    first_given: Option<DateTime<FixedOffset>>,
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

/// What was said, and by whom.
pub(super) type Said<'s, 'a> = (&'s Voice<'a>, &'a Value);

/// Puts equal things together. Looking things up takes as long as there are answers, never as long as there are pairs.
pub(super) fn groups<'a>(kind: &Kind, said: &[Said<'_, 'a>], speakers: usize, words: &Words) -> Vec<Group<'a>> {
    let mut found: HashMap<Key, Vec<Said>> = HashMap::new();
    for (voice, value) in said {
        for item in value.items() {
            found.entry(key(kind, item)).or_default().push((*voice, item));
        }
    }
    // The most said first, so that a slip of the finger joins what it was meant to be, whoever comes first.
    let mut found: Vec<(Key, Vec<Said>)> = found.into_iter().collect();
    found.sort_by(|(one, ones), (other, others)| others.len().cmp(&ones.len()).then_with(|| one.cmp(other)));
    let together = near_together(found).into_iter();
    let laid = |first, said| group(first, said, speakers, &|value| words.of(kind, value));
    let mut groups: Vec<(Key, Group)> =
        together.map(|(key, said)| (key, laid(Cow::Borrowed(said[0].1), said))).collect();
    match kind {
        Kind::Scale { levels } => {
            // Also those that nobody chose, so that the shape of the scale is seen.
            for level in (1..).take(levels.len()).map(Value::integer) {
                let key = key(kind, &level);
                if !groups.iter().any(|(known, _)| *known == key) {
                    groups.push((key, laid(Cow::Owned(level), Vec::new())));
                }
            }
            groups.sort_by(|(one, _), (other, _)| one.cmp(other));
        }
        Kind::Number { .. } | Kind::Hours { .. } | Kind::Amount { .. } | Kind::Date => {
            groups.sort_by(|(one, _), (other, _)| one.cmp(other));
        }
        _ => groups.sort_by_cached_key(|(key, group)| {
            let option = if let Key::Option(place) = key { *place } else { usize::MAX };
            let given = group.wordings.iter().filter_map(|wording| wording.first_given).min();
            (std::cmp::Reverse(group.count), option, given.is_none(), given, key.clone())
        }),
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn near_together<'s, 'a>(found: Vec<(Key, Vec<Said<'s, 'a>>)>) -> Vec<(Key, Vec<Said<'s, 'a>>)> {
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

fn group<'a>(
    first: Cow<'a, Value>,
    said: Vec<Said<'_, 'a>>,
    speakers: usize,
    words: &dyn Fn(&Value) -> String,
) -> Group<'a> {
    let joint = said.iter().any(|(voice, _)| voice.organisation.is_none());
    let mut wordings: Vec<Wording> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut counted: HashSet<&Identifier> = HashSet::new();
    for (voice, value) in said {
        let Some(organisation) = voice.organisation else { continue };
        counted.extend(voice.counts.then_some(&organisation.id));
        let next = wordings.len();
        let place = match value {
            Value::Text(text) => *places.entry(text).or_insert(next),
            _ => wordings.iter().position(|wording| wording.value == value).unwrap_or(next),
        };
        if place == next {
            wordings.push(Wording { value, words: words(value), organisations: Vec::new(), first_given: None });
        }
        let wording = &mut wordings[place];
        wording.organisations.push(organisation);
        wording.first_given = [wording.first_given, voice.answer.given].into_iter().flatten().min();
    }
    wordings.sort_by_cached_key(|wording| {
        let given = wording.first_given;
        (std::cmp::Reverse(wording.organisations.len()), given.is_none(), given, format!("{:?}", wording.value))
    });
    let value = wordings.first().map_or(first, |wording| Cow::Borrowed(wording.value));
    let organisations = all_of(&wordings);
    let beside = organisations.iter().filter(|one| !counted.contains(&one.id)).copied().collect();
    let count = counted.len();
    let agreed = count >= 2 && count * 2 > speakers;
    Group { words: words(&value), value, count, agreed, joint, organisations, beside, wordings }
}

fn all_of<'a>(wordings: &[Wording<'a>]) -> Vec<&'a Organisation> {
    let mut all: Vec<&Organisation> = wordings.iter().flat_map(|wording| &wording.organisations).copied().collect();
    // Those of one wording stand in order already.
    if wordings.len() > 1 {
        all.sort_by(|one, other| super::comparison::order(one, other));
    }
    all.dedup_by(|one, other| one.id == other.id);
    all
}
