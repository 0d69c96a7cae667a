use std::cmp::Ordering;

use super::facts::Facts;
use super::outcome::Outcome;
use crate::domain::{
    Comparison, Decimal, Filter, Formula, FullId, Organisation, OrganisationKind, Place, ProjectFact, State, Test,
};

/// Whether a condition holds. What is not known does not hold.
pub(super) fn holds(condition: &Formula, facts: &Facts, organisation: Option<&Organisation>) -> bool {
    evaluate(condition, facts, organisation).and_then(|outcome| outcome.flag()) == Some(true)
}

/// What a formula yields; nothing when it hangs on something that is not known.
pub(super) fn evaluate(formula: &Formula, facts: &Facts, organisation: Option<&Organisation>) -> Option<Outcome> {
    let value = |inner: &Formula| evaluate(inner, facts, organisation);
    let flag = |inner: &Formula| value(inner).and_then(|outcome| outcome.flag());
    let number = |inner: &Formula| value(inner).and_then(|outcome| outcome.number());
    let date = |inner: &Formula| value(inner).and_then(|outcome| outcome.date());
    match formula {
        Formula::NotKnown => None,
        Formula::Flag(flag) => Some(Outcome::Flag(*flag)),
        Formula::Number(number) | Formula::Threshold { value: number, .. } => Some(Outcome::Number(*number)),
        Formula::Text(text) => Some(Outcome::Text(text.clone())),
        Formula::Date(date) => Some(Outcome::Date(*date)),
        Formula::Answer(id) => answer(id, facts),
        Formula::OwnAnswer(id) => facts.answer(id, Some(organisation?))?.value().map(Outcome::of),
        Formula::RecordField { field, .. } => facts.record?.get(field.as_str()).map(Outcome::of),
        Formula::Organisations(place) => Some(organisations(facts, *place)),
        Formula::KindsPresent => Some(kinds(facts, true)),
        Formula::KindsMissing => Some(kinds(facts, false)),
        Formula::Today => Some(Outcome::Date(facts.today)),
        Formula::SuccessCount => Some(count(facts.project.successes.len())),
        Formula::DecisionCount => Some(count(facts.project.decisions.len())),
        Formula::OrganisationName => Some(Outcome::Text(organisation?.id.to_string())),
        Formula::Project(fact) => project_fact(*fact, facts).map(Outcome::Text),
        Formula::Not(inner) => flag(inner).map(|holds| Outcome::Flag(!holds)),
        Formula::And(left, right) => both(flag(left), flag(right)).map(Outcome::Flag),
        Formula::Or(left, right) => either(flag(left), flag(right)).map(Outcome::Flag),
        Formula::Compare(left, comparison, right) => {
            compare(&value(left)?, *comparison, &value(right)?).map(Outcome::Flag)
        }
        Formula::Contains { item, list } => {
            let (item, items) = (value(item)?, value(list)?.items()?);
            Some(Outcome::Flag(items.contains(&item)))
        }
        Formula::Plus(left, right) => Some(Outcome::Number(number(left)?.plus(number(right)?))),
        Formula::Minus(left, right) => Some(Outcome::Number(number(left)?.minus(number(right)?))),
        Formula::DaysBetween(left, right) => {
            let days = date(left)?.signed_duration_since(date(right)?).num_days();
            Some(Outcome::Number(Decimal::from_integer(days)))
        }
        Formula::Test(test, inner) => Some(Outcome::Flag(passes(*test, inner, facts, organisation)?)),
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
    match (left, right) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        _ => None,
    }
}

fn count(length: usize) -> Outcome {
    Outcome::Number(Decimal::from_integer(i64::try_from(length).unwrap_or(i64::MAX)))
}

fn project_fact(fact: ProjectFact, facts: &Facts) -> Option<String> {
    match fact {
        ProjectFact::Name => facts.project.name.clone(),
        ProjectFact::Region => facts.project.region.clone(),
        ProjectFact::Trekker => facts.project.trekker.clone(),
    }
}

fn answer(id: &FullId, facts: &Facts) -> Option<Outcome> {
    if !facts.is_per_organisation(id) {
        return facts.answer(id, None)?.value().map(Outcome::of);
    }
    let answers = facts.answers_of_kopgroep(id);
    let given: Vec<Outcome> =
        answers.iter().filter_map(|(_, answer)| answer.and_then(|a| a.value()).map(Outcome::of)).collect();
    if given.is_empty() { None } else { Some(Outcome::List(given)) }
}

fn organisations(facts: &Facts, place: Option<Place>) -> Outcome {
    let chosen =
        facts.project.organisations.iter().filter(|organisation| place.is_none_or(|place| organisation.place == place));
    Outcome::List(chosen.map(|organisation| Outcome::Text(organisation.id.to_string())).collect())
}

fn kinds(facts: &Facts, present: bool) -> Outcome {
    let held: Vec<OrganisationKind> = facts.kopgroep().filter_map(|organisation| organisation.kind).collect();
    let wanted = if present { OrganisationKind::ALL } else { OrganisationKind::candidates() };
    let chosen = wanted.iter().filter(|kind| held.contains(kind) == present);
    Outcome::List(chosen.map(|kind| Outcome::Text(kind.word().to_owned())).collect())
}

fn compare(left: &Outcome, comparison: Comparison, right: &Outcome) -> Option<bool> {
    let order = match (left, right) {
        (Outcome::Number(left), Outcome::Number(right)) => left.cmp(right),
        (Outcome::Date(left), Outcome::Date(right)) => left.cmp(right),
        (Outcome::Text(left), Outcome::Text(right)) => left.cmp(right),
        (Outcome::Flag(left), Outcome::Flag(right)) => left.cmp(right),
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
        Test::Given => Some(evaluate(inner, facts, organisation).is_some()),
        Test::Unknown => Some(said_unknown(inner, facts, organisation)),
        Test::Complete => {
            let Formula::Answer(id) = inner else { return None };
            let answers = facts.answers_of_kopgroep(id);
            Some(!answers.is_empty() && answers.iter().all(|(_, answer)| Facts::settles(*answer)))
        }
        Test::Past => evaluate(inner, facts, organisation)?.date().map(|date| date < facts.today),
        Test::Upcoming => evaluate(inner, facts, organisation)?.date().map(|date| date >= facts.today),
    }
}

fn said_unknown(inner: &Formula, facts: &Facts, organisation: Option<&Organisation>) -> bool {
    let unknown = |answer: Option<&crate::domain::Answer>| answer.is_some_and(|answer| answer.state == State::Unknown);
    match inner {
        Formula::OwnAnswer(id) => {
            organisation.is_some_and(|organisation| unknown(facts.answer(id, Some(organisation))))
        }
        Formula::Answer(id) if facts.is_per_organisation(id) => {
            facts.answers_of_kopgroep(id).iter().any(|(_, answer)| unknown(*answer))
        }
        Formula::Answer(id) => unknown(facts.answer(id, None)),
        _ => false,
    }
}

fn apply(filter: &Filter, inner: &Formula, facts: &Facts, organisation: Option<&Organisation>) -> Option<Outcome> {
    match filter {
        Filter::Missing => select(inner, facts, &|answer| !Facts::settles(answer)),
        Filter::Who(wanted) => {
            let wanted = evaluate(wanted, facts, organisation)?;
            select(inner, facts, &|answer| {
                let value = answer.and_then(|answer| answer.value()).map(Outcome::of);
                match value {
                    Some(Outcome::List(items)) => items.contains(&wanted),
                    value => value.as_ref() == Some(&wanted),
                }
            })
        }
        Filter::AtMost(most) => select(inner, facts, &|answer| number_of(answer).is_some_and(|number| number <= *most)),
        Filter::AtLeast(least) => {
            select(inner, facts, &|answer| number_of(answer).is_some_and(|number| number >= *least))
        }
        _ => {
            let items = evaluate(inner, facts, organisation)?.items()?;
            apply_to_items(filter, items, facts, organisation)
        }
    }
}

fn number_of(answer: Option<&crate::domain::Answer>) -> Option<Decimal> {
    answer?.value()?.as_number()
}

type AnswerTest<'t> = &'t dyn Fn(Option<&crate::domain::Answer>) -> bool;

fn select(inner: &Formula, facts: &Facts, wanted: AnswerTest) -> Option<Outcome> {
    let Formula::Answer(id) = inner else { return None };
    let answers = facts.answers_of_kopgroep(id);
    let chosen = answers.into_iter().filter(|(_, answer)| wanted(*answer));
    Some(Outcome::List(chosen.map(|(organisation, _)| Outcome::Text(organisation.id.to_string())).collect()))
}

fn apply_to_items(
    filter: &Filter,
    items: Vec<Outcome>,
    facts: &Facts,
    organisation: Option<&Organisation>,
) -> Option<Outcome> {
    let numbers = || items.iter().filter_map(Outcome::number);
    match filter {
        Filter::Length => Some(count(items.len())),
        Filter::Sum => Some(Outcome::Number(numbers().fold(Decimal::ZERO, Decimal::plus))),
        Filter::Smallest => numbers().min().map(Outcome::Number),
        Filter::Largest => numbers().max().map(Outcome::Number),
        Filter::Unique => {
            let mut seen: Vec<Outcome> = Vec::new();
            for item in items {
                if !seen.contains(&item) {
                    seen.push(item);
                }
            }
            Some(Outcome::List(seen))
        }
        Filter::Count(wanted) => {
            let wanted = evaluate(wanted, facts, organisation)?;
            Some(count(items.iter().filter(|item| **item == wanted).count()))
        }
        Filter::Field(name) => {
            let field = |item: &Outcome| match item {
                Outcome::Record(fields) => fields.get(name.as_str()).cloned(),
                _ => None,
            };
            Some(Outcome::List(items.iter().filter_map(field).collect()))
        }
        Filter::Missing | Filter::Who(_) | Filter::AtMost(_) | Filter::AtLeast(_) => None,
    }
}
