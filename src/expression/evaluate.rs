use std::cmp::Ordering;
use std::ops::Not;

use super::facts::Facts;
use crate::domain::{
    Answer, Comparison, Decimal, Filter, Formula, FullId, Identifier, Organisation, OrganisationKind, Place, State,
    Test, Value,
};

/// Whether a condition holds. What is not known does not hold.
pub(super) fn holds(condition: &Formula, facts: &Facts, organisation: Option<&Organisation>) -> bool {
    evaluate(condition, facts, organisation) == Some(Value::Flag(true))
}

/// What a formula yields; nothing when it hangs on something that is not known.
pub(super) fn evaluate(formula: &Formula, facts: &Facts, organisation: Option<&Organisation>) -> Option<Value> {
    let value = |inner: &Formula| evaluate(inner, facts, organisation);
    let number = |inner: &Formula| value(inner).and_then(|value| value.as_number());
    let date = |inner: &Formula| value(inner).and_then(|value| value.as_date());
    let flag = |inner: &Formula| match value(inner) {
        Some(Value::Flag(flag)) => Some(flag),
        _ => None,
    };
    match formula {
        Formula::NotKnown => None,
        Formula::Flag(flag) => Some(Value::Flag(*flag)),
        Formula::Number(number) | Formula::Threshold { value: number, .. } => Some(Value::Number(*number)),
        Formula::Text(text) => Some(Value::Text(text.clone())),
        Formula::Date(date) => Some(Value::Date(*date)),
        Formula::Answer(id) => answer(id, facts),
        Formula::OwnAnswer(id) => facts.answer(id, Some(organisation?))?.value().cloned(),
        Formula::RecordField { field, .. } => facts.record?.get(field.as_str()).cloned(),
        Formula::Organisations(place) => Some(organisations(facts, *place)),
        Formula::KindsPresent => Some(kinds(facts, true)),
        Formula::KindsMissing => Some(kinds(facts, false)),
        Formula::Today => Some(Value::Date(facts.today)),
        Formula::SuccessCount => Some(count(facts.project.successes().count())),
        Formula::StepHolders => Some(names(&facts.departed.as_ref()?.step_holders)),
        Formula::DepartedContacts => Some(names(&facts.departed.as_ref()?.contacts)),
        Formula::DecisionCount => Some(count(facts.project.decisions.len())),
        Formula::Phase => Some(Value::text(facts.project.phase().word())),
        Formula::OrganisationName => Some(Value::text(organisation?.id.as_str())),
        Formula::Project(fact) => fact.of(facts.project).map(Value::text),
        Formula::Not(inner) => flag(inner).map(|holds| Value::Flag(!holds)),
        Formula::And(left, right) => both(flag(left), flag(right)).map(Value::Flag),
        Formula::Or(left, right) => either(flag(left), flag(right)).map(Value::Flag),
        Formula::Compare(left, comparison, right) => {
            compare(&value(left)?, *comparison, &value(right)?).map(Value::Flag)
        }
        Formula::Contains { item, list } => {
            let (item, Value::List(items)) = (value(item)?, value(list)?) else { return None };
            Some(Value::Flag(items.contains(&item)))
        }
        Formula::Plus(left, right) => Some(Value::Number(number(left)?.plus(number(right)?))),
        Formula::Minus(left, right) => Some(Value::Number(number(left)?.minus(number(right)?))),
        Formula::DaysBetween(left, right) => {
            let days = date(left)?.signed_duration_since(date(right)?).num_days();
            Some(Value::integer(days))
        }
        Formula::Test(test, inner) => Some(Value::Flag(passes(*test, inner, facts, organisation)?)),
        Formula::Filter(filter, inner) => apply(filter, inner, facts, organisation),
    }
}

/// An unknown side decides only what the other side leaves open.
fn both(left: Option<bool>, right: Option<bool>) -> Option<bool> {
    match (left, right) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

fn either(left: Option<bool>, right: Option<bool>) -> Option<bool> {
    both(left.map(bool::not), right.map(bool::not)).map(bool::not)
}

fn count(length: usize) -> Value {
    Value::integer(i64::try_from(length).unwrap_or(i64::MAX))
}

fn names(organisations: &[Identifier]) -> Value {
    Value::List(organisations.iter().map(|id| Value::text(id.as_str())).collect())
}

fn answer(id: &FullId, facts: &Facts) -> Option<Value> {
    if !facts.is_per_organisation(id) {
        return facts.answer(id, None)?.value().cloned();
    }
    let answers = facts.answers_of_each(id);
    let given: Vec<Value> = answers.iter().filter_map(|(_, answer)| answer.and_then(Answer::value).cloned()).collect();
    if given.is_empty() { None } else { Some(Value::List(given)) }
}

fn organisations(facts: &Facts, place: Option<Place>) -> Value {
    let is_meant = |one: &&Organisation| place.map_or(!one.has_left(), |place| one.place == place);
    let chosen = facts.project.organisations.iter().filter(is_meant);
    Value::List(chosen.map(|organisation| Value::text(organisation.id.as_str())).collect())
}

fn kinds(facts: &Facts, present: bool) -> Value {
    let held: Vec<OrganisationKind> = facts.kopgroep().filter_map(|organisation| organisation.kind).collect();
    let wanted = if present { OrganisationKind::ALL } else { OrganisationKind::candidates() };
    let chosen = wanted.iter().filter(|kind| held.contains(kind) == present);
    Value::List(chosen.map(|kind| Value::text(kind.word())).collect())
}

fn compare(left: &Value, comparison: Comparison, right: &Value) -> Option<bool> {
    let order = match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.cmp(right),
        (Value::Date(left), Value::Date(right)) => left.cmp(right),
        (Value::Text(left), Value::Text(right)) => left.cmp(right),
        (Value::Flag(left), Value::Flag(right)) => left.cmp(right),
        // The compiler lets no other pair through; a file edited by hand may still hold one, and that is not known.
        _ => return None,
    };
    Some(match comparison {
        Comparison::Equal => order == Ordering::Equal,
        Comparison::Unequal => order != Ordering::Equal,
        Comparison::Less => order == Ordering::Less,
        Comparison::AtMost => order != Ordering::Greater,
        Comparison::More => order == Ordering::Greater,
        Comparison::AtLeast => order != Ordering::Less,
    })
}

fn passes(test: Test, inner: &Formula, facts: &Facts, organisation: Option<&Organisation>) -> Option<bool> {
    match test {
        Test::Given if facts.is_excused(inner, organisation) => None,
        Test::Given => Some(evaluate(inner, facts, organisation).is_some()),
        Test::Unknown => {
            let answers = facts.answers_in(inner, organisation);
            Some(answers.into_iter().flatten().any(|answer| answer.state == State::Unknown))
        }
        Test::Complete => {
            let answers = facts.answers_in(inner, organisation);
            Some(!answers.is_empty() && answers.into_iter().all(Facts::settles))
        }
        Test::Past => evaluate(inner, facts, organisation)?.as_date().map(|date| date < facts.today),
        Test::Upcoming => evaluate(inner, facts, organisation)?.as_date().map(|date| date >= facts.today),
    }
}

fn apply(filter: &Filter, inner: &Formula, facts: &Facts, organisation: Option<&Organisation>) -> Option<Value> {
    let number = |answer: Option<&Answer>| answer?.value()?.as_number();
    let value = |formula: &Formula| evaluate(formula, facts, organisation);
    let items = || match value(inner)? {
        Value::List(items) => Some(items),
        _ => None,
    };
    let numbers = || Some(items()?.into_iter().filter_map(|item| item.as_number()));
    match filter {
        Filter::Missing => select(inner, facts, &|answer| !Facts::settles(answer)),
        Filter::Who(wanted) => {
            let wanted = value(wanted)?;
            select(inner, facts, &|answer| {
                answer.and_then(Answer::value).is_some_and(|value| value.items().contains(&wanted))
            })
        }
        Filter::AtMost(most) => select(inner, facts, &|answer| number(answer).is_some_and(|number| number <= *most)),
        Filter::AtLeast(least) => select(inner, facts, &|answer| number(answer).is_some_and(|number| number >= *least)),
        Filter::AtBest => at_best(inner, facts),
        Filter::Default(number) => Some(value(inner).unwrap_or(Value::Number(*number))),
        Filter::Length => Some(count(items()?.len())),
        Filter::Sum => Some(Value::Number(numbers()?.fold(Decimal::ZERO, Decimal::plus))),
        Filter::Smallest => numbers()?.min().map(Value::Number),
        Filter::Largest => numbers()?.max().map(Value::Number),
        Filter::Unique => Some(Value::List(unique(items()?))),
        Filter::Count(wanted) => {
            let (items, wanted) = (items()?, value(wanted)?);
            Some(count(items.iter().filter(|item| **item == wanted).count()))
        }
        Filter::Without(other) => {
            let (items, Value::List(other)) = (items()?, value(other)?) else { return None };
            Some(Value::List(items.into_iter().filter(|item| !other.contains(item)).collect()))
        }
        Filter::Often(times) => {
            let items = items()?;
            let often =
                |item: &Value| count(items.iter().filter(|other| *other == item).count()).as_number() >= Some(*times);
            Some(Value::List(unique(items.iter().filter(|item| often(item)).cloned())))
        }
        Filter::Field(field) => {
            Some(Value::List(items()?.iter().filter_map(|item| of_record(item, field).cloned()).collect()))
        }
        Filter::Where(field, wanted) => {
            let (items, wanted) = (items()?, value(wanted)?);
            Some(Value::List(items.into_iter().filter(|item| of_record(item, field) == Some(&wanted)).collect()))
        }
        Filter::Lasting(field) => {
            let is_fresh = facts.was_said_within_a_year(inner, organisation);
            let lasts = |item: &Value| of_record(item, field) == Some(&Value::Flag(true));
            Some(Value::List(items()?.into_iter().filter(|item| is_fresh || lasts(item)).collect()))
        }
    }
}

fn of_record<'v>(item: &'v Value, field: &Identifier) -> Option<&'v Value> {
    item.as_record()?.get(field.as_str())
}

fn at_best(inner: &Formula, facts: &Facts) -> Option<Value> {
    let Formula::Answer(id) = inner else { return None };
    let answers = facts.answers_of_each(id);
    let numbers = || answers.iter().filter_map(|(_, answer)| answer.and_then(Answer::value)?.as_number());
    let most = numbers().max()?;
    let awaited = answers.iter().filter(|(_, answer)| !Facts::settles(*answer)).map(|_| most);
    Some(Value::Number(numbers().chain(awaited).fold(Decimal::ZERO, Decimal::plus)))
}

type AnswerTest<'t> = &'t dyn Fn(Option<&Answer>) -> bool;

fn select(inner: &Formula, facts: &Facts, wanted: AnswerTest) -> Option<Value> {
    let Formula::Answer(id) = inner else { return None };
    let answers = facts.answers_of_each(id);
    let chosen = answers.into_iter().filter(|(_, answer)| wanted(*answer));
    Some(Value::List(chosen.map(|(organisation, _)| Value::text(organisation.id.as_str())).collect()))
}

/// Each item once, where it first stands.
fn unique(items: impl IntoIterator<Item = Value>) -> Vec<Value> {
    let mut seen: Vec<Value> = Vec::new();
    for item in items {
        if !seen.contains(&item) {
            seen.push(item);
        }
    }
    seen
}
