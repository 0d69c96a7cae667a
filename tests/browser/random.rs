use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate};
use regio::catalog::Catalog;
use regio::domain::{
    Answer, Answers, Decimal, Decision, Departure, Event, EventKind, Field, Identifier, Kind, Organisation,
    OrganisationKind, Phase, Place, Project, Scope, State, Value,
};

pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("is a day")
}

/// Chance with a seed, so that a test that fails fails again.
pub struct Chance(u64);

impl Chance {
    pub fn of_seed(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(1))
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).expect("has 53 bits") % end
    }

    pub fn one_of<'t, T>(&mut self, things: &'t [T]) -> &'t T {
        &things[self.below(things.len())]
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

/// A project in which anything may have been said.
pub fn project(catalog: &Catalog, seed: u64) -> Project {
    let mut chance = Chance::of_seed(seed);
    let mut project = Project::new(format!("project-{seed}"), today());
    for number in 0..chance.below(7) {
        project.organisations.push(organisation(number, &mut chance));
    }
    let organisations: Vec<Identifier> = project.organisations.iter().map(|one| one.id.clone()).collect();
    for question in catalog.questions() {
        let answers = match question.scope {
            Scope::Together => answer(&question.kind, &organisations, &mut chance).map(Answers::Together),
            Scope::Each(_) => {
                let mut each = BTreeMap::new();
                for id in &organisations {
                    each.extend(answer(&question.kind, &organisations, &mut chance).map(|said| (id.clone(), said)));
                }
                Some(Answers::PerOrganisation(each))
            }
        };
        project.answers.extend(answers.map(|answers| (question.id.clone(), answers)));
    }
    project.name = (chance.below(3) > 0).then(|| "Samen".to_owned());
    project.region = (chance.below(2) > 0).then(|| "Samen".to_owned());
    project.trekker = (chance.below(2) > 0).then(|| "Noor".to_owned());
    project.begun.extend(Phase::ALL.iter().copied().take(chance.below(4)).map(|phase| (phase, today())));
    for number in 0..chance.below(3) {
        project.events.push(Event::new(EventKind::Success, "Gelukt", today()));
        let (id, text) = (format!("b{number}"), "Besloten".to_owned());
        project.decisions.push(Decision { id, text, date: today(), by: None, why: None, replaces: None });
    }
    project
}

fn organisation(number: usize, chance: &mut Chance) -> Organisation {
    let place = if chance.once_in(3) { *chance.one_of(Place::ALL) } else { Place::Kopgroep };
    Organisation {
        id: Identifier::parse(&format!("organisatie-{number}")).expect("is an id"),
        name: format!("Organisatie {number}"),
        kind: (!chance.once_in(4)).then(|| *chance.one_of(OrganisationKind::ALL)),
        place,
        departure: Departure::default(),
        contacts: Vec::new(),
    }
}

fn answer(kind: &Kind, organisations: &[Identifier], chance: &mut Chance) -> Option<Answer> {
    let state = match chance.below(10) {
        0 => return None,
        1 => State::Open,
        2 => State::Unknown,
        3 => State::NotApplicable,
        4 if chance.once_in(2) => State::Skipped,
        _ => State::Given(value(kind, organisations, chance)?),
    };
    let given = DateTime::parse_from_rfc3339("2026-11-24T10:00:00+01:00").ok();
    Some(Answer { state, given, ..Answer::open() })
}

fn value(kind: &Kind, organisations: &[Identifier], chance: &mut Chance) -> Option<Value> {
    let whole = |number: usize| Value::integer(i64::try_from(number).expect("is small"));
    let several = |chance: &mut Chance, one: &mut dyn FnMut(&mut Chance) -> Option<Value>| {
        let mut items: Vec<Value> = Vec::new();
        for _ in 0..=chance.below(4) {
            items.extend(one(chance).filter(|item| !items.contains(item)));
        }
        items.truncate(kind.at_most().unwrap_or(items.len()));
        (!items.is_empty()).then_some(Value::List(items))
    };
    let named =
        |chance: &mut Chance| (!organisations.is_empty()).then(|| Value::text(chance.one_of(organisations).as_str()));
    match kind {
        Kind::Text | Kind::LongText => Some(Value::text(*chance.one_of(&["rust", "meer rust", "élan", "a"]))),
        Kind::YesNo => Some(Value::Flag(chance.once_in(2))),
        Kind::Choice { options, .. } => Some(Value::text(chance.one_of(options).id.as_str())),
        Kind::Choices { options, .. } => {
            several(chance, &mut |chance| Some(Value::text(chance.one_of(options).id.as_str())))
        }
        Kind::Scale { levels } => Some(whole(chance.below(levels.len()) + 1)),
        Kind::Number { .. } => Some(whole(chance.below(60))),
        Kind::Hours { .. } => Some(Value::Number(quarters(chance.below(100)))),
        Kind::Amount { .. } if chance.once_in(4) => Some(Value::Number(Decimal::ZERO)),
        Kind::Amount { .. } => Some(Value::Number(quarters(chance.below(100_000)))),
        Kind::Date => Some(Value::Date(near(chance))),
        Kind::List { .. } => {
            several(chance, &mut |chance| Some(Value::text(*chance.one_of(&["a", "b", "c", "d", "e"]))))
        }
        Kind::Organisation { .. } => named(chance),
        // The page shows the organisations in the order of the register, and so they come back.
        Kind::Organisations { .. } => {
            let named = several(chance, &mut |chance| named(chance))?;
            let in_order = organisations.iter().map(|id| Value::text(id.as_str()));
            Some(Value::List(in_order.filter(|id| named.items().contains(id)).collect()))
        }
        Kind::Group { fields, .. } => several(chance, &mut |chance| record(fields, organisations, chance)),
    }
}

fn quarters(count: usize) -> Decimal {
    Decimal::from_hundredths(25 * i64::try_from(count).expect("is small"))
}

/// A day within three months of today.
fn near(chance: &mut Chance) -> NaiveDate {
    let days = u64::try_from(chance.below(180)).expect("is small");
    today().checked_sub_days(Days::new(90)).and_then(|day| day.checked_add_days(Days::new(days))).expect("is a day")
}

fn record(fields: &[Field], organisations: &[Identifier], chance: &mut Chance) -> Option<Value> {
    let mut filled = BTreeMap::new();
    for (index, field) in fields.iter().enumerate() {
        if index == 0 || !chance.once_in(3) {
            filled.extend(value(&field.kind, organisations, chance).map(|value| (field.id.to_string(), value)));
        }
    }
    fields.first().is_some_and(|naming| filled.contains_key(naming.id.as_str())).then_some(Value::Record(filled))
}
