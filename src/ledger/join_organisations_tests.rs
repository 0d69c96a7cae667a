//! Whatever two organisations said, the one that is made of them says it too.

use std::sync::LazyLock;

use chrono::{DateTime, FixedOffset, NaiveDate};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::answer::put;
use super::join_organisations::join;
use crate::catalog::{Catalog, assemble, built_in};
use crate::domain::{
    Answer, Answers, Contact, Departure, FullId, Identifier, Item, Organisation, Place, Project, Stamp, Standing,
    State, Subject, Value, Variant,
};

const ORGANISATIONS: [&str; 3] = ["werf", "werf-bv", "haven"];
const STAYS: usize = 0;
const GOES: usize = 1;

/// Asked of each organisation, of all together, and with organisations as the answer.
const QUESTIONS: [&str; 3] = ["verkennen.eigen-doel", "verkennen.gezamenlijk-doel", "verkennen.kopgroep"];
const NAMING: usize = 2;

/// A word of an organisation, or of all together; it may be another word beside the one that holds.
type Said = (usize, Option<usize>, Option<Standing>, Answer);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_word_is_lost(said in vec(said(), 0..12)) {
        let before = project(&said);
        let mut after = before.clone();
        let joined = join(&mut after, catalog(), (&id(STAYS), &before.organisations[GOES]), &stamp());
        // Who is in the kopgroep follows the register; what was answered stands in the history.
        let told = after.history.iter().filter_map(|change| match (&change.subject, &change.from) {
            (Subject::Answer(Item { question, .. }), Some(State::Given(value))) => Some(format!("{question} {value:?}")),
            _ => None,
        });
        let after_words: Vec<String> = words(&after).chain(told).collect();
        for word in words(&renamed(&before)) {
            prop_assert!(after_words.iter().any(|after| after.starts_with(&word)), "{word} of {after_words:?}");
        }
        for (question, organisation, answer) in after.everything_said() {
            prop_assert_ne!(organisation, Some(&id(GOES)));
            let asked = catalog().question(question).expect("is asked");
            let fits = answer.value().map(|value| asked.kind.check(value, &|id| after.organisation(id).is_some()));
            prop_assert_eq!(fits.unwrap_or(Ok(())), Ok(()));
        }
        for word in &after.variants {
            let same = after.said_by(&word.question, &word.organisation).is_some_and(|holds| holds.state == word.answer.state);
            prop_assert!(!same, "a word does not differ from itself");
        }
        prop_assert!(after.organisation("werf-bv").is_none());
        prop_assert!(joined.differing <= joined.answers);
    }
}

#[test]
fn the_register_and_the_names_follow() {
    let mut project = project(&[]);
    let contact =
        |phone: &str| Contact { name: "Mo".to_owned(), role: None, mail: None, phone: Some(phone.to_owned()) };
    project.organisations[STAYS].place = Place::Partner;
    project.organisations[STAYS].contacts = vec![contact("1")];
    project.organisations[GOES].contacts = vec![contact("2"), Contact { name: "Jo".to_owned(), ..contact("3") }];
    let step = FullId::parse("verkennen.stap").expect("is a full name");
    project.actions.entry(step.clone()).or_default().owner = Some("werf-bv".to_owned());
    let goes = project.organisations[GOES].clone();
    join(&mut project, catalog(), (&id(STAYS), &goes), &stamp());
    let made = project.organisation("werf").expect("it stays");
    assert_eq!(made.place, Place::Kopgroep);
    let names: Vec<&str> = made.contacts.iter().map(|contact| contact.name.as_str()).collect();
    assert_eq!(names, ["Mo", "Mo (werf-bv)", "Jo"]);
    assert_eq!(project.actions[&step].owner.as_deref(), Some("werf"));
}

/// Of a dependency between the two nothing is left, of one on a third all; what everybody said of it is told.
#[test]
fn what_the_two_said_of_each_other_falls_away_and_is_told() {
    let depends = |who: usize, on: usize| {
        Value::Record([("wie".to_owned(), naming(who)), ("van-wie".to_owned(), naming(on))].into())
    };
    let question = FullId::parse("verkennen.afhankelijkheden").expect("is a full name");
    let mut project = project(&[]);
    let said = |records: Vec<Value>| Answer { state: State::Given(Value::List(records)), ..Answer::open() };
    let (first, third) = (depends(GOES, STAYS), depends(GOES, 2));
    let own = depends(2, 2);
    let together = Answers::Together(said(vec![first.clone(), third, own.clone()]));
    project.answers.insert(question.clone(), together);
    project.views.entry(question.clone()).or_default().insert(id(2), said(vec![first.clone()]));
    let goes = project.organisations[GOES].clone();
    let joined = join(&mut project, catalog(), (&id(STAYS), &goes), &stamp());
    let kept = project.answer(&question, None).and_then(Answer::value).cloned();
    assert_eq!(kept, Some(Value::List(vec![depends(STAYS, 2), own])), "what was said so before stays");
    assert_eq!(project.said_by(&question, &id(2)).map(|view| &view.state), Some(&State::Open));
    let fell_away: Vec<_> =
        joined.fell_away.iter().map(|one| (one.item.organisation.clone(), one.from.clone())).collect();
    assert_eq!(fell_away.len(), 2, "{fell_away:?}");
    assert!(fell_away.contains(&(Some(id(2)), State::Given(Value::List(vec![first])))), "{fell_away:?}");
}

/// The project as it was, with the new name in the answers.
fn renamed(project: &Project) -> Project {
    let mut renamed = project.clone();
    let rename = |answer: &mut Answer| {
        if let State::Given(Value::List(items)) = &mut answer.state {
            let named = |item: &Value| if *item == naming(GOES) { naming(STAYS) } else { item.clone() };
            let mut all: Vec<Value> = items.iter().map(named).collect();
            let both = items.contains(&naming(GOES)) && items.contains(&naming(STAYS));
            if both {
                let last = all.iter().rposition(|item| *item == naming(STAYS)).expect("it was named");
                all.remove(last);
            }
            *items = all;
        }
    };
    renamed.everything_said_mut().for_each(|(.., answer)| rename(answer));
    renamed
}

fn said() -> impl Strategy<Value = Said> {
    let standing = of(select(vec![Standing::Differs, Standing::SetAside]));
    (0..QUESTIONS.len()).prop_flat_map(move |question| {
        let owner = if question == 0 { (0..3_usize).prop_map(Some).boxed() } else { of(0..3_usize).boxed() };
        (Just(question), owner, standing.clone(), answer(question))
    })
}

fn answer(question: usize) -> impl Strategy<Value = Answer> {
    let value = if question == NAMING {
        let named = select(vec![vec![0], vec![1], vec![2], vec![0, 1], vec![1, 0], vec![2, 1], vec![0, 1, 2]]);
        named.prop_map(|named| Value::List(named.into_iter().map(naming).collect())).boxed()
    } else {
        select(vec!["samen oefenen", "minder storingen", "weten wie we bellen"]).prop_map(Value::text).boxed()
    };
    let state = prop_oneof![3 => value.prop_map(State::Given), 1 => Just(State::NotApplicable)];
    (state, 0..5_i64, of(select(vec!["vraag Mo", "nog bellen"])), of(Just("pagina.toml"))).prop_map(
        |(state, second, note, source)| Answer {
            state,
            given: Some(moment(second)),
            note: note.map(str::to_owned),
            source: source.map(str::to_owned),
            ..Answer::open()
        },
    )
}

fn project(said: &[Said]) -> Project {
    let mut project = Project::new("p".to_owned(), NaiveDate::from_ymd_opt(2026, 11, 24).expect("is a date"));
    for name in ORGANISATIONS {
        let id = Identifier::parse(name).expect("is a name");
        let place = Place::Kopgroep;
        project.organisations.push(Organisation {
            id,
            name: name.to_owned(),
            kind: None,
            place,
            departure: Departure::default(),
            contacts: Vec::new(),
        });
    }
    for (question, owner, standing, answer) in said {
        let question = FullId::parse(QUESTIONS[*question]).expect("is a full name");
        let scope = catalog().question(&question).expect("is asked").scope;
        let organisation = owner.map(id);
        match (&organisation, standing) {
            (Some(organisation), Some(standing)) => {
                let held = project.said_by(&question, organisation).map(|holds| holds.state.clone());
                let beside = |word: &Variant| word.question == question && word.organisation == *organisation;
                let known = project.variants.iter().any(|word| beside(word) && word.answer.state == answer.state);
                // Another word stands beside one that holds, and says something else.
                if held.is_some_and(|held| held != answer.state) && !known {
                    let (organisation, answer) = (organisation.clone(), answer.clone());
                    project.variants.push(Variant { question, organisation, standing: *standing, answer });
                }
            }
            _ => {
                let item = Item { question: question.clone(), organisation: organisation.clone() };
                put(&mut project, &item, scope, answer.clone());
                project.variants.retain(|word| {
                    word.question != question
                        || Some(&word.organisation) != organisation.as_ref()
                        || word.answer.state != answer.state
                });
            }
        }
    }
    project
}

/// What was written: every answer with what it says, and every remark.
fn words(project: &Project) -> impl Iterator<Item = String> {
    project.everything_said().filter(|(_, _, answer)| answer.says_something()).flat_map(|(question, _, answer)| {
        let value = answer.value().map(|value| format!("{question} {value:?}"));
        let notes = answer.note.iter().flat_map(|note| note.split("\n\n")).map(str::to_owned);
        value.into_iter().chain(notes).collect::<Vec<_>>()
    })
}

fn id(organisation: usize) -> Identifier {
    Identifier::parse(ORGANISATIONS[organisation]).expect("is a name")
}

fn naming(organisation: usize) -> Value {
    Value::text(ORGANISATIONS[organisation])
}

fn stamp() -> Stamp {
    Stamp { at: moment(1_000), by: Some("Noor".to_owned()) }
}

fn moment(seconds: i64) -> DateTime<FixedOffset> {
    DateTime::from_timestamp(seconds, 0).expect("is a moment").fixed_offset()
}

/// Compiled once: it is asked for in every case.
fn catalog() -> &'static Catalog {
    static CATALOG: LazyLock<Catalog> = LazyLock::new(|| assemble(&built_in()).expect("is sound"));
    &CATALOG
}
