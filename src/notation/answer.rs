use super::{amount, date, enumeration, hours, number};
use crate::domain::{Decimal, Field, Kind, State, Value};

/// The value of an answer as the people at the table know it: words of options and levels, names of organisations,
/// Dutch dates and amounts. `name` gives the name behind the id of an organisation.
pub fn answer(kind: &Kind, value: &Value, name: &dyn Fn(&str) -> Option<String>) -> String {
    match (kind, value) {
        (Kind::Group { fields, .. }, Value::List(items)) => {
            items.iter().map(|item| record(fields, item, name)).collect::<Vec<_>>().join("; ")
        }
        (Kind::List { .. }, Value::List(items)) => {
            items.iter().filter_map(Value::as_text).collect::<Vec<_>>().join("; ")
        }
        (_, value) => single(kind, value, name),
    }
}

/// What was said to a question, also when it was no value.
pub fn said(kind: &Kind, state: &State, name: &dyn Fn(&str) -> Option<String>) -> String {
    match state {
        State::Given(value) => answer(kind, value, name),
        other => self::state(other).to_owned(),
    }
}

/// How it stands with a question.
pub fn state(state: &State) -> &'static str {
    match state {
        State::Given(_) => "beantwoord",
        State::Open => "nog open",
        State::Unknown => "weet ik nog niet",
        State::NotApplicable => "niet van toepassing",
        State::Skipped => "overgeslagen",
    }
}

fn single(kind: &Kind, value: &Value, name: &dyn Fn(&str) -> Option<String>) -> String {
    match (kind, value) {
        (_, Value::Flag(flag)) => if *flag { "ja" } else { "nee" }.to_owned(),
        (_, Value::Date(day)) => date(*day),
        (Kind::Amount { unit }, Value::Number(euros)) => with_unit(amount(*euros), unit),
        (Kind::Hours { unit: None }, Value::Number(count)) => hours(*count),
        (Kind::Scale { levels }, Value::Number(level)) => scale(levels, *level),
        (Kind::Hours { unit } | Kind::Number { unit, .. }, Value::Number(count)) => with_unit(number(*count), unit),
        (_, Value::Number(count)) => number(*count),
        (Kind::Choice { .. } | Kind::Choices { .. }, Value::Text(id)) => {
            kind.option(id).map_or_else(|| id.clone(), |option| option.label.clone())
        }
        (Kind::Organisation { .. } | Kind::Organisations { .. }, Value::Text(id)) => {
            name(id).unwrap_or_else(|| id.clone())
        }
        (_, Value::Text(text)) => text.clone(),
        (_, Value::List(items)) => enumeration(items.iter().map(|item| single(kind, item, name))),
        (_, Value::Record(fields)) => {
            let field = |(key, value)| format!("{key}: {}", single(kind, value, name));
            fields.iter().map(field).collect::<Vec<_>>().join(", ")
        }
    }
}

fn with_unit(words: String, unit: &Option<String>) -> String {
    match unit {
        Some(unit) => format!("{words} {unit}"),
        None => words,
    }
}

fn scale(levels: &[String], level: Decimal) -> String {
    let index = level.to_integer().and_then(|level| usize::try_from(level - 1).ok());
    match index.and_then(|index| levels.get(index)) {
        Some(words) => format!("{} ({words})", number(level)),
        None => number(level),
    }
}

/// One thing of a group: its name, and between brackets what else is known of it.
fn record(fields: &[Field], item: &Value, name: &dyn Fn(&str) -> Option<String>) -> String {
    let Value::Record(values) = item else { return single(&Kind::Text, item, name) };
    let words = |field: &Field| values.get(field.id.as_str()).map(|value| answer(&field.kind, value, name));
    let naming = fields.first().and_then(words).unwrap_or_default();
    let detail = |field: &Field| Some(format!("{}: {}", lower_first(&field.label), words(field)?));
    let details: Vec<String> = fields.iter().skip(1).filter_map(detail).collect();
    if details.is_empty() { naming } else { format!("{naming} ({})", details.join(", ")) }
}

fn lower_first(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        // An abbreviation keeps its capitals.
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Choice, Identifier};
    use std::collections::BTreeMap;

    #[track_caller]
    fn check(kind: &Kind, value: &Value, expected: &str) {
        let name = |id: &str| (id == "gemeente-zuid").then(|| "Gemeente Zuid".to_owned());
        assert_eq!(answer(kind, value, &name), expected);
    }

    fn choice(id: &str, label: &str) -> Choice {
        let id = Identifier::parse(id).expect("a plain word is an identifier");
        Choice { id, label: label.to_owned(), help: None, consequence: None, alone: false }
    }

    #[test]
    fn values_are_said_as_people_say_them() {
        check(&Kind::YesNo, &Value::Flag(true), "ja");
        check(
            &Kind::Amount { unit: Some("per jaar".to_owned()) },
            &Value::Number(Decimal::from_hundredths(125_050)),
            "€ 1.250,50 per jaar",
        );
        check(&Kind::Hours { unit: None }, &Value::Number(Decimal::from_hundredths(250)), "2,5 uur");
        check(&Kind::Scale { levels: vec!["laag".to_owned(), "hoog".to_owned()] }, &Value::integer(2), "2 (hoog)");
        check(
            &Kind::Organisations { place: None, at_most: None },
            &Value::List(vec![Value::text("gemeente-zuid"), Value::text("elders")]),
            "Gemeente Zuid en elders",
        );
        let kind = Kind::Choices { options: vec![choice("a", "Eerst dit")], other: true, at_most: None };
        check(&kind, &Value::List(vec![Value::text("a"), Value::text("iets anders")]), "Eerst dit en iets anders");
    }

    #[test]
    fn a_thing_of_a_group_is_its_name_with_what_is_known_of_it() {
        let field = |id: &str, label: &str, kind: Kind| Field {
            id: Identifier::parse(id).expect("a plain word is an identifier"),
            label: label.to_owned(),
            ask: String::new(),
            help: None,
            kind,
        };
        let fields = vec![
            field("naam", "Naam", Kind::Text),
            field("maand", "Maand", Kind::Text),
            field("mbo", "MBO-school", Kind::YesNo),
        ];
        let kind = Kind::Group { item: "activiteit".to_owned(), fields, at_most: None };
        let thing =
            BTreeMap::from([("naam".to_owned(), Value::text("Oefening")), ("mbo".to_owned(), Value::Flag(false))]);
        check(&kind, &Value::List(vec![Value::Record(thing)]), "Oefening (MBO-school: nee)");
    }
}
