use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde::Serialize;

use super::group::Group;
use super::heard::in_short;
use super::normal_form::normal_form;
use super::side::Side;
use super::voice::counts;
use crate::domain::{Kind, Question, Value};

/// One thing that is said from more than one side of a subject: a fact, without a conclusion.
#[derive(Clone, Debug, Serialize)]
pub struct Echo<'a> {
    #[serde(skip)]
    pub value: Value,
    pub words: String,
    pub sides: Vec<EchoSide<'a>>,
    /// How many organisations of the kopgroep say it from each of these sides.
    pub same: usize,
}

#[derive(Clone, Debug, Serialize)]
pub struct EchoSide<'a> {
    #[serde(flatten, serialize_with = "in_short")]
    pub question: &'a Question,
    /// How many organisations of the kopgroep say it here.
    pub count: usize,
    pub speakers: usize,
    /// It stands in the joint answer.
    pub joint: bool,
}

/// Options are held against options, by their words; words against words. A free text beside options says nothing of itself.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Option(String),
    Words(String),
}

fn key(kind: &Kind, value: &Value) -> Option<Key> {
    let text = value.as_text()?;
    match kind {
        Kind::Choice { .. } | Kind::Choices { .. } => Some(match kind.option(text) {
            Some(option) => Key::Option(normal_form(&option.label)),
            None => Key::Words(normal_form(text)),
        }),
        Kind::Text | Kind::LongText | Kind::List { .. } => Some(Key::Words(normal_form(text))),
        Kind::Organisation { .. } | Kind::Organisations { .. } => Some(Key::Option(text.to_owned())),
        _ => None,
    }
}

/// All that a group is called, each once.
fn keys(side: &Side, group: &Group) -> BTreeSet<Key> {
    let wordings = group.wordings.iter().map(|wording| wording.value);
    std::iter::once(&*group.value).chain(wordings).filter_map(|value| key(&side.question.kind, value)).collect()
}

type Place<'s, 'a> = (&'s Side<'a>, &'s Group<'a>);

/// What comes back from another side, said most first.
pub(super) fn echoes<'a>(sides: &[Side<'a>]) -> Vec<Echo<'a>> {
    let perspectives: HashSet<_> = sides.iter().filter_map(|side| side.question.perspective).collect();
    if perspectives.len() < 2 {
        return Vec::new();
    }
    let mut found: BTreeMap<Key, Vec<Place>> = BTreeMap::new();
    for side in sides {
        for group in &side.groups {
            for key in keys(side, group) {
                found.entry(key).or_default().push((side, group));
            }
        }
    }
    let mut echoes: Vec<Echo> = found.into_values().filter_map(|places| echo(&places)).collect();
    // What has two wordings on both sides comes back once.
    let mut seen = HashSet::new();
    echoes.retain(|echo| seen.insert((echo.value.as_text().map(str::to_owned), &echo.sides[0].question.id)));
    echoes.sort_by_key(|echo| std::cmp::Reverse(echo.sides.iter().map(|side| side.count).sum::<usize>()));
    echoes
}

fn echo<'a>(places: &[Place<'_, 'a>]) -> Option<Echo<'a>> {
    let perspectives: HashSet<_> = places.iter().map(|(side, _)| side.question.perspective).collect();
    let (_, group) = places.first()?;
    if perspectives.len() < 2 {
        return None;
    }
    let here = |(side, group): &Place<'_, 'a>| -> HashSet<&'a str> {
        let organisations = group.organisations.iter().filter(|one| counts(side.question, one));
        organisations.map(|one| one.id.as_str()).collect()
    };
    let everywhere = places.iter().map(here).reduce(|before, here| &before & &here);
    let side = |(side, group): &Place<'_, 'a>| EchoSide {
        question: side.question,
        count: group.count,
        speakers: side.speakers,
        joint: group.joint,
    };
    Some(Echo {
        value: group.value.clone().into_owned(),
        words: group.words.clone(),
        sides: places.iter().map(side).collect(),
        same: everywhere.map_or(0, |all| all.len()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organisations_come_back_by_their_id_and_not_by_their_words() {
        let haven = Value::text("haven");
        for kind in
            [Kind::Organisation { place: None, place_if: None }, Kind::Organisations { place: None, at_most: None }]
        {
            assert!(key(&kind, &haven) == Some(Key::Option("haven".to_owned())));
        }
        assert!(key(&Kind::Text, &haven) == Some(Key::Words("haven".to_owned())));
        assert!(key(&Kind::YesNo, &haven).is_none());
    }
}
